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
  isHeld(guard: GuardId, nowMs: number): boolean;
  /** What forbids every rung now. */
  hindrance(nowMs: number): Hindrance | undefined;
}

/** `left`: guards of the kind that lasts until something is read, which held before this process began. */
export function createWatch(left: readonly GuardId[] = []): Watch {
  const newest = new Map<SignalId, Reading>();
  /** Guards that outlast their reading, and when they were last seen to hold. */
  const lasting = new Map<GuardId, number>(left.map((id) => [id, 0]));
  /** When the payment said last began. */
  let beganMs: number | undefined;

  /** Said again while it runs, it is still the same payment. */
  function notePayment({ signal, value, atMs }: Reading): void {
    const began = signal === "txn.running" && value === true && newest.get(signal)?.value !== true;
    if (began) beganMs = atMs;
  }

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
        notePayment(reading);
        newest.set(reading.signal, reading);
        note(reading);
      }
    },
    newest: (signal) => newest.get(signal),
    isHeld,
    hindrance: (nowMs) => {
      const held = guardIds.find((id) => isHeld(id, nowMs));
      if (held) return held;
      return isMoneyUnclear({ newest: (signal) => newest.get(signal), beganMs }, nowMs) ? "money_unclear" : undefined;
    },
  };
}
