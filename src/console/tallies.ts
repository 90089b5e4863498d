/** The counts of everybody, and of each tenant that somebody has asked for. */
import type { Change, Member } from "./roll.ts";
import { count, emptyTally, type Tally } from "./tally.ts";

export interface Tallies {
  /** Null: of all. */
  of(tenant: string | null): Tally;
  note(changes: readonly Change[]): void;
  /** Everything may be different. */
  reset(): void;
}

/** Counting a tenant anew is quick beside keeping all of them. */
const mostKept = 64;

function replace(tally: Tally | undefined, { before, now }: Change): void {
  if (!tally) return;
  if (before) count(tally, before, -1);
  count(tally, now, 1);
}

export function createTallies(members: () => Iterable<Member>): Tallies {
  const kept = new Map<string | null, Tally>();
  return {
    of: (tenant) => {
      const known = kept.get(tenant);
      if (known) return known;
      const tally = emptyTally();
      for (const member of members()) if (tenant === null || member.tenant === tenant) count(tally, member, 1);
      if (kept.size >= mostKept) kept.clear();
      kept.set(tenant, tally);
      return tally;
    },
    note: (changes) => {
      for (const change of changes) {
        replace(kept.get(null), change);
        replace(kept.get(change.now.tenant), change);
      }
    },
    reset: () => kept.clear(),
  };
}
