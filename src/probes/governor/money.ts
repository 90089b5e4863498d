/**
 * Whether money may be on the way. A payment or a reversal that is being sent keeps every probe back. A reversal that only
 * waits for the next payment keeps back what uses the terminal's identity at the host: it may be sent at any moment, and some
 * hosts take one connection of a terminal at a time; the way it will need may be looked at.
 */
import type { Reading } from "../../model/reading.ts";
import type { Level } from "./permit.ts";

/** An application that died in a payment must not keep the agent blind: no payment and no reversal runs for longer. */
const longestMs = 180_000;
const firstWithIdentity: Level = 3;

export interface Money {
  see(reading: Reading): void;
  /** Whether a probe of this level could meet a payment. */
  forbids(level: Level, nowMs: number): boolean;
}

export function createMoney(): Money {
  let runningMs = Number.NEGATIVE_INFINITY;
  let reversingMs = Number.NEGATIVE_INFINITY;
  let pendingMs = Number.NEGATIVE_INFINITY;
  const since = (holds: boolean, atMs: number): number => (holds ? atMs : Number.NEGATIVE_INFINITY);
  return {
    see: ({ signal, value, atMs }) => {
      if (signal === "txn.running") runningMs = since(value === true, atMs);
      if (signal !== "txn.reversal_state") return;
      reversingMs = since(value === "sent", atMs);
      pendingMs = since(value === "pending", atMs);
    },
    forbids: (level, nowMs) => {
      const lately = (atMs: number): boolean => nowMs - atMs < longestMs;
      return lately(runningMs) || lately(reversingMs) || (level >= firstWithIdentity && lately(pendingMs));
    },
  };
}
