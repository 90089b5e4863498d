/** What happens at the counter, told step by step, and the fault that it must be found to be. */
import { type Reading, reading } from "../../../src/model/reading.ts";
import type { State } from "../stories.ts";

/** `truth` undefined: nothing is wrong that has a name. */
export type CounterStory = readonly [story: string, steps: readonly State[], truth: string | undefined];

const betweenMs = 60_000;

/** Each step a minute after the one before, the last one 20 seconds ago. */
export function readingsOfSteps(steps: readonly State[]): readonly Reading[] {
  return steps.flatMap((step, at) => {
    const atMs = (at - steps.length + 1) * betweenMs - 20_000;
    return Object.entries(step).flatMap(([signal, value]) =>
      value === undefined ? [] : [reading(signal as keyof State, value, atMs)],
    );
  });
}

export type More = State;

/** A payment that was answered. */
export function paid(card: string, rc: string, more: More = {}): State {
  return {
    "txn.card_ref": card,
    "txn.rc": rc,
    "txn.outcome": rc === "00" ? "approved" : "declined",
    ...more,
  };
}

export const fine = (card: string, more: More = {}): State => paid(card, "00", more);

/** A chip that was tried. */
export const chip = (card: string, event: string): State => ({ "txn.card_ref": card, "reader.icc_event": event });
export const stripe = (card: string, event: string): State => ({ "txn.card_ref": card, "reader.mag_event": event });
export const touch = (card: string, event: string): State => ({ "txn.card_ref": card, "reader.nfc_event": event });

/** A card that was read by its chip and paid with. */
export const served = (card: string): State => ({ ...fine(card), "reader.icc_event": "atr_ok" });
