/** Terminals as rows: what is wrong first, then where it stands. */
import type { TerminalRow } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { percent } from "../format.ts";
import { hashes } from "../route.ts";
import { groupLabel } from "./cause-map.tsx";
import { Mark, Presence, severityName } from "./mark.tsx";
import { When } from "./when.tsx";

function FaultCell({ row }: { readonly row: TerminalRow }) {
  const { say } = useApp();
  const { severity, faultName, probability, openCases } = row;
  return (
    <td class="fault">
      <Mark severity={severityName(severity)} silent={faultName !== null} />
      {faultName !== null && (
        <>
          <span class="unseen">{say.severity[severityName(severity)]}: </span>
          <span>{faultName}</span>
          {probability !== null && <small>{percent(probability)}</small>}
          {openCases > 1 && <small>{say.list.otherCases(openCases - 1)}</small>}
        </>
      )}
    </td>
  );
}

function Row({ row }: { readonly row: TerminalRow }) {
  const { say } = useApp();
  const { tenant, serial, shop, region, carrier, version, online, seenMs, changedMs } = row;
  return (
    <tr>
      <th scope="row">
        <a data-row href={hashes.terminal(tenant, serial)}>
          {serial}
        </a>
        <small>{tenant}</small>
      </th>
      <FaultCell row={row} />
      <td class="place">
        {shop ?? say.unknown}
        {region && <small>{region}</small>}
      </td>
      <td class="wide">{groupLabel("carrier", carrier ?? "", say)}</td>
      <td class="wide">{version ?? say.unknown}</td>
      <td class="state">
        <Presence online={online} />
        <small>
          <When atMs={seenMs} />
        </small>
      </td>
      <td class="wide num">
        <When atMs={changedMs} />
      </td>
    </tr>
  );
}

interface TerminalTableProps {
  readonly rows: readonly TerminalRow[];
  readonly caption: string;
}

export function TerminalTable({ rows, caption }: TerminalTableProps) {
  const { columns } = useApp().say.list;
  return (
    <table class="terminals">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.terminal}</th>
          <th scope="col">{columns.fault}</th>
          <th scope="col">{columns.place}</th>
          <th scope="col" class="wide">
            {columns.carrier}
          </th>
          <th scope="col" class="wide">
            {columns.version}
          </th>
          <th scope="col">{columns.state}</th>
          <th scope="col" class="wide num">
            {columns.changed}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.tenant}/${row.serial}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}
