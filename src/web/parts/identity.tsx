/** What the terminal is and how its agent is doing. Only what is known. */
import type { TerminalView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { count, fullTime, kilobytes, offset } from "../format.ts";
import type { Words } from "../words/language.ts";
import { groupLabel } from "./cause-map.tsx";

type Fact = readonly [name: string, value: string | null | undefined];

function placeFacts({ row }: TerminalView, say: Words): readonly Fact[] {
  const { fields } = say;
  return [
    [fields.shop, row.shop],
    [fields.region, row.region],
    [fields.carrier, row.carrier && groupLabel("carrier", row.carrier, say)],
    [fields.acquirer, row.acquirer],
    [fields.tenant, row.tenant],
  ];
}

function agentFacts({ identity, row }: TerminalView, say: Words): readonly Fact[] {
  const { fields } = say;
  const { modem, bornMs, boot, clockOffMs, memoryKb, waiting, dropped, audit, pack, hasFallenBack } = identity;
  return [
    [fields.modem, [modem.manufacturer, modem.model, modem.revision].filter(Boolean).join(" ")],
    [fields.version, row.version],
    [fields.catalogue, identity.catalogueHash?.slice(0, 12)],
    [fields.pack, [pack.inUse, pack.givenUp && fields.givenUp(pack.givenUp)].filter(Boolean).join(" · ")],
    [fields.configuration, hasFallenBack ? fields.fellBack : null],
    [fields.boot, boot?.slice(0, 8)],
    [fields.born, bornMs === null ? null : fullTime(bornMs, say)],
    [fields.clock, identity.clock],
    [fields.clockOff, clockOffMs === null ? null : offset(clockOffMs, say)],
    [fields.memory, memoryKb === null ? null : kilobytes(memoryKb)],
    [fields.waiting, waiting === null ? null : count(waiting, say)],
    [fields.dropped, dropped === null ? null : count(dropped, say)],
    [fields.audit, audit.doubt ?? (audit.lines === null ? null : fields.auditLines(audit.lines))],
  ];
}

function dataFacts({ identity }: TerminalView, say: Words): readonly Fact[] {
  const { fields } = say;
  const { monthKb, dayKb, budgetKb, rung, reason } = identity.data;
  const month = monthKb === null ? null : kilobytes(monthKb);
  return [
    [fields.data, month && budgetKb ? fields.of(month, kilobytes(budgetKb)) : month],
    [fields.dataDay, dayKb === null ? null : kilobytes(dayKb)],
    [fields.dataRung, [rung, reason].filter(Boolean).join(" · ")],
  ];
}

/** For other estate managers. */
function StatusFiles({ row }: Pick<TerminalView, "row">) {
  const { say } = useApp();
  const place = `/api/terminals/${encodeURIComponent(row.tenant)}/${encodeURIComponent(row.serial)}/catm.001`;
  return (
    <div>
      <dt>{say.fields.statusFile}</dt>
      <dd>
        {["json", "xml"].map((form) => (
          <a key={form} class="form" href={`${place}.${form}`} download={`${row.serial}-catm.001.${form}`}>
            {form.toUpperCase()}
          </a>
        ))}
      </dd>
    </div>
  );
}

export function Identity({ view }: { readonly view: TerminalView }) {
  const { say } = useApp();
  const facts = [...placeFacts(view, say), ...agentFacts(view, say), ...dataFacts(view, say)];
  return (
    <section class="card" aria-labelledby="identity">
      <h2 id="identity">{say.terminal.identity}</h2>
      <dl class="facts">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        <StatusFiles row={view.row} />
      </dl>
    </section>
  );
}
