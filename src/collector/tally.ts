/** What the collector has done since it started, and how it is: for its status line and for Prometheus. */
import type { Refused } from "./arrival.ts";

export const refusals = [
  ...(["unknown_topic", "empty", "too_large", "malformed", "incomplete", "forged", "card_data"] as const),
  /** The database would not have it, whatever the others. */
  "unstorable",
] as const satisfies readonly (Refused | "unstorable")[];
export type RefusalName = (typeof refusals)[number];

export interface Tally {
  received: number;
  readonly refused: Record<RefusalName, number>;
  stored: number;
  duplicates: number;
  unaccountable: number;
  outdated: number;
  batches: number;
  /** Milliseconds spent writing, and of the batch that was written last. */
  writingMs: number;
  lastBatchMs: number;
  /** Writes that failed and were tried again. */
  failures: number;
  receipts: number;
  /** Receipts that were not sent: too many waited, or the link was gone. The terminal sends again. */
  receiptsDropped: number;
  hints: number;
  /** Messages that are not in the database yet. */
  waiting: number;
  connected: boolean;
  database: boolean;
}

export function createTally(): Tally {
  return {
    ...{
      received: 0,
      stored: 0,
      duplicates: 0,
      unaccountable: 0,
      outdated: 0,
      batches: 0,
      writingMs: 0,
      lastBatchMs: 0,
    },
    ...{ failures: 0, receipts: 0, receiptsDropped: 0, hints: 0, waiting: 0, connected: false, database: true },
    refused: {
      ...{ unknown_topic: 0, empty: 0, too_large: 0, malformed: 0, incomplete: 0 },
      ...{ forged: 0, card_data: 0, unstorable: 0 },
    },
  };
}

export const refusedInAll = ({ refused }: Tally): number => refusals.reduce((sum, name) => sum + refused[name], 0);
