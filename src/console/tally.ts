/**
 * Counts over terminals: by severity, fault, and by what they have in common. Kept up to date by taking a terminal out as it was and putting
 * it in as it is, because counting 100,000 anew takes too long for somebody who waits. Pure.
 */
import type { GroupName } from "./api.ts";
import { familyIn, rankOf } from "./fault-name.ts";
import type { Member } from "./roll.ts";

export const groupNames = ["carrier", "region", "acquirer", "version", "shop"] as const satisfies readonly GroupName[];

interface FaultTally {
  /** Of the one that was counted last. */
  severity: number;
  open: number;
  online: number;
}

export interface GroupTally {
  terminals: number;
  failing: number;
  /** Failing ones by fault. */
  readonly faults: Map<string, number>;
}

export interface Tally {
  terminals: number;
  online: number;
  failing: number;
  /** By rank: 0 nothing open, 4 critical. */
  readonly severities: [number, number, number, number, number];
  readonly faults: Map<string, FaultTally>;
  readonly groups: Readonly<Record<GroupName, Map<string, GroupTally>>>;
  /** Those that are away: when each was heard last, by id. */
  readonly away: Map<number, number>;
}

/** Away and unheard for so long. */
const silentMs = 86_400_000;

export function emptyTally(): Tally {
  const groups = { carrier: new Map(), region: new Map(), acquirer: new Map(), version: new Map(), shop: new Map() };
  return {
    terminals: 0,
    online: 0,
    failing: 0,
    severities: [0, 0, 0, 0, 0],
    faults: new Map(),
    groups,
    away: new Map(),
  };
}

export function silentIn({ away }: Tally, nowMs: number): number {
  let silent = 0;
  for (const seenMs of away.values()) if (nowMs - seenMs > silentMs) silent += 1;
  return silent;
}

type Sign = 1 | -1;

function countFault(faults: Map<string, number>, fault: string, sign: Sign): void {
  const count = (faults.get(fault) ?? 0) + sign;
  if (count > 0) faults.set(fault, count);
  else faults.delete(fault);
}

function countGroups(groups: Tally["groups"], member: Member, sign: Sign): void {
  for (const name of groupNames) {
    const value = member[name];
    const group = groups[name].get(value) ?? { terminals: 0, failing: 0, faults: new Map() };
    group.terminals += sign;
    if (member.severity > 0) {
      group.failing += sign;
      countFault(group.faults, member.fault, sign);
    }
    if (group.terminals > 0) groups[name].set(value, group);
    else groups[name].delete(value);
  }
}

function countFaults(faults: Tally["faults"], { fault, severity, online }: Member, sign: Sign): void {
  const known = faults.get(fault) ?? { severity: 0, open: 0, online: 0 };
  known.open += sign;
  if (online) known.online += sign;
  if (sign > 0) known.severity = severity;
  if (known.open > 0) faults.set(fault, known);
  else faults.delete(fault);
}

/** `sign` 1: it is one of them; -1: it was, and is no more as it was. */
export function count(tally: Tally, member: Member, sign: Sign): void {
  tally.terminals += sign;
  tally.severities[rankOf(member.severity)] += sign;
  if (member.online) tally.online += sign;
  else if (sign > 0) tally.away.set(member.id, member.seenMs);
  else tally.away.delete(member.id);
  countGroups(tally.groups, member, sign);
  if (member.severity === 0) return;
  tally.failing += sign;
  countFaults(tally.faults, member, sign);
}

/** Counts of faults as counts of their families, most first. */
export function byFamily(faults: Iterable<readonly [string, number]>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const [fault, open] of faults) counts.set(familyIn(fault), (counts.get(familyIn(fault)) ?? 0) + open);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
