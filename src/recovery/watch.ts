/** The newest reading of every signal, and the guards that outlast theirs. Time comes with the readings. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import { holds } from "./ask.ts";
import { type GuardId, guardIds, guards } from "./guard.ts";
import { isMoneyUnclear } from "./money.ts";

/** `other_fault`: a fault is open that explains this one. */
export type Hindrance = GuardId | "money_unclear" | "other_fault";

export interface Watch {
  see(readings: readonly Reading[]): void;
  newest(signal: SignalId): Reading | undefined;
  /** What forbids every rung now. */
  hindrance(nowMs: number): Hindrance | undefined;
}

export function createWatch(): Watch {
  const newest = new Map<SignalId, Reading>();
  /** Guards that outlast their reading, and when they were last seen to hold. */
  const lasting = new Map<GuardId, number>();

  function note(reading: Reading): void {
    for (const id of guardIds) {
      const { when, lasts } = guards[id];
      if (!lasts) continue;
      if (when.some((ask) => holds(ask, reading))) lasting.set(id, reading.atMs);
      else if ("until" in lasts && lasts.until.some((ask) => holds(ask, reading))) lasting.delete(id);
    }
  }

  function isHeld(id: GuardId, nowMs: number): boolean {
    const { when, freshMs = Number.POSITIVE_INFINITY, lasts } = guards[id];
    const held = when.some((ask) => {
      const reading = newest.get(ask.signal);
      return holds(ask, reading) && nowMs - (reading?.atMs ?? 0) <= freshMs;
    });
    const sinceMs = lasting.get(id);
    if (held || sinceMs === undefined || !lasts) return held;
    return "until" in lasts || nowMs - sinceMs < lasts.forMs;
  }

  return {
    see: (readings) => {
      for (const reading of readings) {
        if (reading.quality === "implausible") continue;
        newest.set(reading.signal, reading);
        note(reading);
      }
    },
    newest: (signal) => newest.get(signal),
    hindrance: (nowMs) => {
      const held = guardIds.find((id) => isHeld(id, nowMs));
      if (held) return held;
      return isMoneyUnclear((signal) => newest.get(signal), nowMs) ? "money_unclear" : undefined;
    },
  };
}
