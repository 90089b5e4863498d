/** The fleet at a glance, from the counts that this process keeps. */
import type { Store } from "../../store/store.ts";
import type { FleetView, GroupCount, GroupName } from "../api.ts";
import { familyIn, familyName, rankOf, type severityNames } from "../fault-name.ts";
import { firstOf } from "../first.ts";
import { byFamily, type GroupTally, groupNames, silentIn, type Tally } from "../tally.ts";
import type { Looking } from "./incident.ts";
import { currentIncidents } from "./incident.ts";
import type { Telling } from "./row.ts";

const mostFaults = 20;
const mostGroups = 50;

export interface CollectorFigures {
  readonly newestMs: number | null;
  readonly perMinute: number;
  readonly unreadable: number | null;
}

function faultsOf({ faults }: Tally, { language, texts }: Telling): FleetView["topFaults"] {
  const sorted = [...faults].toSorted(([a, m], [b, n]) => n.open - m.open || (a < b ? -1 : 1)).slice(0, mostFaults);
  return sorted.map(([fault, { severity, open, online }]) => ({
    ...{ fault, family: familyIn(fault), severity: rankOf(severity), open, online },
    name: texts.textOf(fault, language).name,
  }));
}

/** Most failing first; of those alike the largest. */
function topGroups(groups: ReadonlyMap<string, GroupTally>): readonly (readonly [string, GroupTally])[] {
  return firstOf(groups, mostGroups, ([a, m], [b, n]) => {
    return n.failing - m.failing || n.terminals - m.terminals || (a < b ? -1 : 1);
  });
}

function viewGroup(
  [value, { terminals, failing, faults }]: readonly [string, GroupTally],
  telling: Telling,
): GroupCount {
  const [top] = [...faults].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const topFault = top?.[0] ?? null;
  const name = topFault === null ? null : telling.texts.textOf(topFault, telling.language).name;
  return { value, terminals, failing, topFault, topFaultName: name };
}

function each<T>(view: (name: GroupName) => T): Readonly<Record<GroupName, T>> {
  const [carrier, region, acquirer, version, shop] = groupNames.map(view);
  if (!carrier || !region || !acquirer || !version || !shop) throw new TypeError("a group is missing");
  return { carrier, region, acquirer, version, shop };
}

function causesOf(tally: Tally, name: GroupName): FleetView["causes"][GroupName] {
  return topGroups(tally.groups[name]).flatMap(([value, { faults }]) =>
    byFamily(faults).map(([family, open]) => ({ value, family, open })),
  );
}

export async function fleetView(
  store: Store,
  tally: Tally,
  { collector, ...looking }: Looking & { readonly collector: CollectorFigures },
): Promise<FleetView> {
  const { language, texts, nowMs } = looking;
  const { terminals, online, failing, severities } = tally;
  const [none, warning, minor, major, critical] = severities;
  const opens = [...tally.faults].map(([fault, { open }]) => [fault, open] as const);
  return {
    atMs: nowMs,
    totals: { terminals, online, failing, critical, silent: silentIn(tally, nowMs) },
    bySeverity: { none, warning, minor, major, critical } satisfies Record<(typeof severityNames)[number], number>,
    topFaults: faultsOf(tally, looking),
    groups: each((name) => topGroups(tally.groups[name]).map((group) => viewGroup(group, looking))),
    families: byFamily(opens).map(([family, open]) => ({ family, name: familyName(family, texts, language), open })),
    causes: each((name) => causesOf(tally, name)),
    incidents: await currentIncidents(store, looking),
    collector: {
      lagMs: collector.newestMs === null ? null : Math.max(0, nowMs - collector.newestMs),
      perMinute: collector.perMinute,
      unreadable: collector.unreadable,
      database: store.dialect.name,
    },
  };
}
