/**
 * What was spent today before this process began, and a note of what it spends itself: an agent that is restarted again and
 * again must not begin each life with a full purse. Flash is not written for every probe: amounts are noted in units, in
 * advance, and what a restart leaves of a unit is lost.
 */
import { dayOf, isClockSet } from "../../base/day.ts";
import type { Cost } from "./permit.ts";

/** Small counts by name and day that outlive the process. */
export interface Ledger {
  spent(name: string, day: string): number;
  days(name: string): readonly string[];
  /** One more, counted at once; resolves when it is on disk, or has failed to be. */
  spend(name: string, day: string): Promise<boolean>;
}

/** Some twenty writes a day, when the whole budget is spent. */
export const units: Cost = { connections: 4, bytes: 4_096 };
const names: Readonly<Record<keyof Cost, string>> = { connections: "probes.connections", bytes: "probes.bytes" };

const dayMs = 86_400_000;

export interface DayCount {
  /** By earlier processes, today; nothing once this one has run for a day. */
  before(nowMs: number, wallMs: number): Cost;
  /** Call before it is spent. */
  note(cost: Cost, wallMs: number): Promise<void>;
  giveBack(bytes: number): void;
}

interface Entry {
  readonly day: string;
  readonly count: number;
}

function entriesOf(ledger: Ledger, name: string): readonly Entry[] {
  return ledger.days(name).map((day) => ({ day, count: ledger.spent(name, day) }));
}

/** A day that is to come was spent before the clock was set back: it counts as today. Without a clock every day is the same one. */
function unitsSpent(entries: readonly Entry[], wallMs: number): number {
  const today = dayOf(wallMs);
  const meant = entries.filter(({ day }) => (isClockSet(wallMs) ? day >= today : day === today));
  return meant.reduce((sum, { count }) => sum + count, 0);
}

/** `nowMs`: monotonic, at the start of the process. */
export function createDayCount(ledger: Ledger, nowMs: number): DayCount {
  const earlier = { connections: entriesOf(ledger, names.connections), bytes: entriesOf(ledger, names.bytes) };
  const purse = { connections: 0, bytes: 0 };
  /** The first moment at which the clock was set: one that is set anew later must not renew anything. */
  let knownMs: number | undefined;

  async function take(kind: keyof Cost, amount: number, day: string): Promise<void> {
    while (purse[kind] < amount) {
      purse[kind] += units[kind];
      await ledger.spend(names[kind], day);
    }
    purse[kind] -= amount;
  }

  return {
    before: (atMs, wallMs) => {
      if (atMs - nowMs >= dayMs) return { connections: 0, bytes: 0 };
      if (isClockSet(wallMs)) knownMs ??= wallMs;
      const thenMs = knownMs ?? wallMs;
      return {
        connections: units.connections * unitsSpent(earlier.connections, thenMs),
        bytes: units.bytes * unitsSpent(earlier.bytes, thenMs),
      };
    },
    giveBack: (bytes) => {
      purse.bytes += bytes;
    },
    note: async ({ connections, bytes }, wallMs) => {
      await take("connections", connections, dayOf(wallMs));
      await take("bytes", bytes, dayOf(wallMs));
    },
  };
}
