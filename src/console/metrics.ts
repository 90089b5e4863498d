/** The fleet for Prometheus. */
import { exposed } from "../base/exposition.ts";
import { familyIn, severityNames } from "./fault-name.ts";
import type { Overview } from "./overview.ts";

/** Names that a fleet can have without end are bounded: a time series each is kept for long. */
const most = 200;

export function metricsText({ tally, silent, collector, isCurrent }: Overview, lookers: number): string {
  const { terminals, online, failing, severities, faults, groups } = tally(null);
  const sorted = [...faults].toSorted(([, a], [, b]) => b.open - a.open).slice(0, most);
  const carriers = [...groups.carrier].slice(0, most);
  return [
    exposed("posdiag_terminals", "Terminals known.", terminals),
    exposed("posdiag_terminals_online", "Terminals connected to a broker.", online),
    exposed("posdiag_terminals_failing", "Terminals with an open case.", failing),
    exposed("posdiag_terminals_silent", "Terminals away and unheard for a day.", silent(null)),
    exposed(
      "posdiag_terminals_by_severity",
      "Terminals by their gravest open case.",
      severities.map((count, rank) => [{ severity: severityNames[rank] ?? "none" }, count]),
    ),
    exposed(
      "posdiag_terminals_by_fault",
      "Terminals by the fault of their gravest open case.",
      sorted.map(([fault, { open }]) => [{ fault, family: familyIn(fault) }, open]),
    ),
    exposed(
      "posdiag_carrier_terminals",
      "Terminals by their operator.",
      carriers.map(([carrier, group]) => [{ carrier }, group.terminals]),
    ),
    exposed(
      "posdiag_carrier_failing",
      "Terminals with an open case by their operator.",
      carriers.map(([carrier, group]) => [{ carrier }, group.failing]),
    ),
    exposed("posdiag_collector_heard", "Terminals heard of in the last minute.", collector.perMinute),
    exposed(
      "posdiag_collector_newest_seconds",
      "When anything was stored last, Unix time.",
      collector.newestMs === null ? [] : [[{}, collector.newestMs / 1_000]],
    ),
    exposed("posdiag_console_lookers", "Pages that are told of changes.", lookers),
    exposed("posdiag_console_store_up", "Whether the database answers.", isCurrent ? 1 : 0),
  ].join("");
}
