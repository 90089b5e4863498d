/**
 * What the terminal verification results (EMV tag 95, Book 3 Annex C5) say of the card, and what the kernel's outcome says
 * of a contactless one (EMV Contactless Book A 6.2). Bits that only steer risk management say nothing of a fault.
 */
import type { CardFinding } from "../model/signals/meanings.ts";

/** `B2b7`: byte 2, bit 7. In the order of weight: the first that is set decides. */
const byBit: readonly (readonly [string, CardFinding])[] = [
  ["B2b6", "not_yet_valid"],
  ["B2b7", "expired"],
  ["B1b5", "on_exception_list"],
  ["B3b6", "pin_blocked"],
  ["B3b5", "pinpad_missing"],
  ["B3b8", "pin_wrong"],
  ["B1b6", "data_error"],
  ["B1b7", "authentication_failed"],
  ["B1b4", "authentication_failed"],
  ["B1b3", "authentication_failed"],
  ["B5b7", "authentication_failed"],
  ["B2b5", "service_not_allowed"],
];

/** `bits`: as in `reader.tvr_bits`, apart by commas. */
export function findingOfVerification(bits: string): CardFinding | undefined {
  const set = new Set(bits.split(","));
  return byBit.find(([bit]) => set.has(bit))?.[1];
}

const byOutcome: Readonly<Record<string, CardFinding>> = {
  decline: "declined_by_chip",
  tryAnotherInterface: "other_interface",
  multipleCards: "collision",
};

export function findingOfOutcome(outcome: string): CardFinding | undefined {
  return byOutcome[outcome];
}
