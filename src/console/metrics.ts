/** The fleet in the text form of Prometheus (exposition format 0.0.4). */
import { familyIn, severityNames } from "./fault-name.ts";
import type { Overview } from "./overview.ts";

type Labels = Readonly<Record<string, string>>;

const escaped = (value: string): string => value.replace(/[\\"\n]/g, (sign) => (sign === "\n" ? "\\n" : `\\${sign}`));

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}\n`;
}

function family(name: string, help: string, rows: readonly (readonly [Labels, number])[]): string {
  const lines = rows.map(([labels, value]) => line(name, labels, value));
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`;
}

/** Names that a fleet can have without end are bounded: a time series each is kept for long. */
const most = 200;

export function metricsText({ tally, silent, collector, isCurrent }: Overview, lookers: number): string {
  const { terminals, online, failing, severities, faults, groups } = tally(null);
  const sorted = [...faults].toSorted(([, a], [, b]) => b.open - a.open).slice(0, most);
  const carriers = [...groups.carrier].slice(0, most);
  return [
    family("posdiag_terminals", "Terminals known.", [[{}, terminals]]),
    family("posdiag_terminals_online", "Terminals connected to a broker.", [[{}, online]]),
    family("posdiag_terminals_failing", "Terminals with an open case.", [[{}, failing]]),
    family("posdiag_terminals_silent", "Terminals away and unheard for a day.", [[{}, silent(null)]]),
    family(
      "posdiag_terminals_by_severity",
      "Terminals by their gravest open case.",
      severities.map((count, rank) => [{ severity: severityNames[rank] ?? "none" }, count]),
    ),
    family(
      "posdiag_terminals_by_fault",
      "Terminals by the fault of their gravest open case.",
      sorted.map(([fault, { open }]) => [{ fault, family: familyIn(fault) }, open]),
    ),
    family(
      "posdiag_carrier_terminals",
      "Terminals by their operator.",
      carriers.map(([carrier, group]) => [{ carrier }, group.terminals]),
    ),
    family(
      "posdiag_carrier_failing",
      "Terminals with an open case by their operator.",
      carriers.map(([carrier, group]) => [{ carrier }, group.failing]),
    ),
    family("posdiag_collector_heard", "Terminals heard of in the last minute.", [[{}, collector.perMinute]]),
    family(
      "posdiag_collector_newest_seconds",
      "When anything was stored last, Unix time.",
      collector.newestMs === null ? [] : [[{}, collector.newestMs / 1_000]],
    ),
    family("posdiag_console_lookers", "Pages that are told of changes.", [[{}, lookers]]),
    family("posdiag_console_store_up", "Whether the database answers.", [[{}, isCurrent ? 1 : 0]]),
  ].join("");
}
