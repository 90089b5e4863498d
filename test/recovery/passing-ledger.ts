/** A ledger that forgets with the process. */
import type { Ledger } from "../../src/recovery/ledger.ts";

export function createLedger(): Ledger {
  const counts = new Map<string, number>();
  const spent = (name: string, day: string): number => counts.get(`${name} ${day}`) ?? 0;
  return {
    spent,
    days: (name) =>
      [...counts.keys()].map((key) => key.split(" ")).flatMap(([of, day = ""]) => (of === name ? day : [])),
    spend: async (name, day) => {
      counts.set(`${name} ${day}`, spent(name, day) + 1);
      return true;
    },
  };
}
