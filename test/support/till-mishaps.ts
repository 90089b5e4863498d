/** What may rightly be named because of what happens to people on an ordinary day, and of reads that miss by chance. */
import type { Mishap } from "../../hw-sim/shop/crowd.ts";
import type { Telling } from "../../hw-sim/shop/statement.ts";

const ofMishap: Readonly<Record<Mishap, readonly string[]>> = {
  none: [],
  poor: ["issuer.insufficient_funds", "issuer.below_min_balance"],
  pin: ["issuer.pin_wrong"],
  wrong_way: ["card.inserted_wrong", "card.chip_dirty"],
  cancel: ["operator.cancelled_or_timeout", "operator.wrong_procedure"],
  early: ["card.removed_early", "operator.cancelled_or_timeout"],
};
/** A read that missed, and then did not. */
const ofMiss: readonly string[] = [
  "card.inserted_wrong",
  "card.chip_dirty",
  "card.poor_quality",
  "operator.cancelled_or_timeout",
];
const misses = [
  "mute",
  "atr_failed",
  "apdu_timeout",
  "parity_error",
  "lrc_error",
  "end_sentinel_error",
  "activate_failed",
];

/** A quarter of an hour after it happened, what is said of it is said too late. */
const freshMs = 900_000;

export interface Mishaps {
  note(mishap: Mishap, nowMs: number): void;
  /** Whether a read has missed. */
  hear(telling: Telling, nowMs: number): boolean;
  /** Whether something that happened lately is rightly called so. */
  excuse(fault: string, nowMs: number): boolean;
  /** Whether it was so once today: old news then. */
  isOld(fault: string): boolean;
}

export function createMishaps(): Mishaps {
  const last = new Map<string, number>();
  const allow = (faults: readonly string[], nowMs: number): void => {
    for (const fault of faults) last.set(fault, nowMs);
  };
  return {
    note: (mishap, nowMs) => allow(ofMishap[mishap], nowMs),
    hear: (telling, nowMs) => {
      const events = [telling["reader.icc_event"], telling["reader.mag_event"], telling["reader.nfc_event"]];
      const missed = events.some((event) => misses.some((miss) => miss === event));
      if (missed) allow(ofMiss, nowMs);
      return missed;
    },
    isOld: (fault) => last.has(fault),
    excuse: (fault, nowMs) => nowMs - (last.get(fault) ?? Number.NEGATIVE_INFINITY) <= freshMs,
  };
}
