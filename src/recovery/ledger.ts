/** Tries by day, kept by somebody who survives a restart of the agent: a crash loop must not become a reset storm. */
import type { RungId } from "../model/attempt.ts";

export interface Ledger {
  spent(name: string, day: string): number;
  /** One more; resolves when it will be remembered. */
  spend(name: string, day: string): Promise<void>;
}

/** The day of a wall clock, UTC. */
export function dayOf(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** How tries are booked, and that what a rung took away was given back. */
export const bookedAs = {
  tried: (rung: RungId): string => `recovery.${rung}`,
  restored: (rung: RungId): string => `recovery.${rung}.restored`,
};

/** Forgets with the process. Keeps the newest day only. */
export function createLedger(): Ledger {
  const counts = new Map<string, { readonly day: string; readonly count: number }>();
  const spent = (name: string, day: string): number => {
    const entry = counts.get(name);
    return entry?.day === day ? entry.count : 0;
  };
  return {
    spent,
    spend: async (name, day) => void counts.set(name, { day, count: spent(name, day) + 1 }),
  };
}
