/** A ledger in memory that outlives the agents that write into it, and counts how often it was written. */
import type { Ledger } from "../../src/probes/governor/day-count.ts";

export interface PaperLedger extends Ledger {
  writes(): number;
}

export function createPaperLedger(): PaperLedger {
  const counts = new Map<string, number>();
  let writes = 0;
  const key = (name: string, day: string) => `${day} ${name}`;
  return {
    writes: () => writes,
    spent: (name, day) => counts.get(key(name, day)) ?? 0,
    days: (name) =>
      [...counts.keys()].filter((each) => each.endsWith(` ${name}`)).map((each) => each.split(" ")[0] ?? ""),
    spend: async (name, day) => {
      writes += 1;
      counts.set(key(name, day), (counts.get(key(name, day)) ?? 0) + 1);
      return true;
    },
  };
}
