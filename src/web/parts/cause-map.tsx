/** What fails where: families of faults against carriers, regions, hosts, versions or shops. A pattern is a dark column. */
import { useState } from "preact/hooks";
import type { FleetView, GroupName } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { type CauseRow, type CauseTable, causeTable } from "../cause-table.ts";
import { count } from "../format.ts";
import { lookUp } from "../look-up.ts";
import { hashes } from "../route.ts";
import type { Words } from "../words/language.ts";
import { Empty } from "./notice.tsx";

const groups = ["carrier", "region", "acquirer", "version", "shop"] as const satisfies readonly GroupName[];
/** More columns would only be looked at in the list. */
const width = 8;

/** A carrier by its name, with its number; another value as it is. */
export function groupLabel(group: GroupName, value: string, say: Words): string {
  if (value === "") return say.unknown;
  const name = group === "carrier" ? lookUp(say.carriers, value) : undefined;
  return name ? `${name} ${value}` : value;
}

interface RowProps {
  readonly row: CauseRow;
  readonly table: CauseTable;
  readonly group: GroupName;
}

function Row({ row, table, group }: RowProps) {
  const { say } = useApp();
  return (
    <tr>
      <th scope="row">
        <a href={hashes.terminals({ family: row.family })}>{row.name}</a>
      </th>
      <td class="num all">{count(row.open, say)}</td>
      {row.cells.map(({ open, depth }, index) => {
        const value = table.columns[index]?.value ?? "";
        return (
          <td key={value} class={`num depth-${depth}`}>
            {open === 0 ? (
              <span class="nil">·</span>
            ) : (
              <a href={hashes.terminals({ family: row.family, [group]: value })}>{count(open, say)}</a>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Matrix({ table, group }: Omit<RowProps, "row">) {
  const { say } = useApp();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section class="scroller" tabIndex={0} aria-label={say.fleet.causes}>
      <table class="matrix">
        <thead>
          <tr>
            <td />
            <th scope="col" class="num">
              {say.fleet.all}
            </th>
            {table.columns.map(({ value, terminals, failing }) => (
              <th key={value} scope="col" class="num">
                <a
                  href={hashes.terminals({ [group]: value, state: "failing" })}
                  title={say.fleet.failingOf(failing, terminals)}
                >
                  {groupLabel(group, value, say)}
                </a>
                <small>
                  {count(failing, say)} / {count(terminals, say)}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row key={row.family} row={row} table={table} group={group} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function CauseMap({ fleet }: { readonly fleet: FleetView }) {
  const { say } = useApp();
  const [group, setGroup] = useState<GroupName>("carrier");
  const table = causeTable(fleet, group, width);
  return (
    <section class="card" aria-labelledby="causes">
      <h2 id="causes">{say.fleet.causes}</h2>
      <fieldset class="tabs">
        <legend class="unseen">{say.fleet.group}</legend>
        {groups.map((each) => (
          <label key={each}>
            <input type="radio" name="group" checked={each === group} onChange={() => setGroup(each)} />
            <span class="tab">{say.fleet.by[each]}</span>
          </label>
        ))}
      </fieldset>
      <p class="soft">{say.fleet.causesHint}</p>
      {table.rows.length === 0 ? <Empty title={say.fleet.noFaults} /> : <Matrix table={table} group={group} />}
    </section>
  );
}
