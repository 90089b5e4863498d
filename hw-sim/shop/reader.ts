/** The readers: a card goes in, through or near; out come events in posdiag's words, and whether it was read. */
import type { Dice } from "../random.ts";
import { type Card, verificationOf } from "./card.ts";
import { anyOf, CHIP_FAILS, EMI_FAILS, HEAD_FAILS, SLOT_FAILS, STRIPE_FAILS, TAP_FAILS } from "./chance.ts";
import type { ShopState } from "./state.ts";
import type { Telling } from "./statement.ts";

/** What the hand does: which way round, and how many cards come near at once. */
export interface Hand {
  readonly wrongWay: boolean;
  readonly cards: number;
}

/** `blocked` and the like: the chip was read, and cannot be paid with. */
export type Read = "ok" | "failed" | "blocked" | "no_application" | "collision" | "nothing" | "other_interface";

/** The terminal that the card comes to, and chance. */
export interface Chance {
  readonly state: ShopState;
  readonly dice: Dice;
}

export interface Try {
  readonly telling: Telling;
  readonly read: Read;
}

const one = <T>(dice: Dice, words: readonly [T, ...T[]]): T => words[dice.between([0, words.length - 1])] ?? words[0];

export function insert(card: Card, { wrongWay }: Hand, { state: { slot, emi }, dice }: Chance): Try {
  const fails = anyOf(CHIP_FAILS[card.chip], SLOT_FAILS[slot], emi ? EMI_FAILS.chip : 0);
  const isDeaf = wrongWay || card.chip === "none" || card.chip === "dead" || slot === "dead";
  if (isDeaf) return { telling: { "reader.icc_event": "mute" }, read: "failed" };
  if (dice.roll() < fails) {
    const event = emi ? "parity_error" : one(dice, ["atr_failed", "atr_failed", "mute", "apdu_timeout"]);
    return { telling: { "reader.icc_event": event }, read: "failed" };
  }
  return { telling: { "reader.icc_event": "atr_ok" }, read: "ok" };
}

/** What the chip says once it is powered: ISO/IEC 7816-4 status words at the selection, and the verification results. */
export function select(card: Card, { clock_ahead_days }: ShopState): Try {
  if (card.chip === "blocked") return { telling: { "reader.icc_sw": "6283" }, read: "blocked" };
  if (card.chip === "foreign") return { telling: { "reader.icc_sw": "6A82" }, read: "no_application" };
  const bits = verificationOf(card, clock_ahead_days);
  return { telling: { "reader.icc_sw": "9000", ...(bits && { "reader.tvr_bits": bits }) }, read: "ok" };
}

export function swipe(card: Card, { state: { head, emi }, dice }: Chance): Try {
  const fails = anyOf(STRIPE_FAILS[card.stripe], HEAD_FAILS[head], emi ? EMI_FAILS.stripe : 0);
  if (head === "dead" || card.stripe === "demagnetised")
    return { telling: { "reader.mag_event": "no_data" }, read: "failed" };
  if (card.stripe === "short") return { telling: { "reader.mag_event": "too_short" }, read: "failed" };
  if (dice.roll() >= fails) return { telling: { "reader.mag_event": "ok" }, read: "ok" };
  const event = one(dice, ["lrc_error", "parity_error", "lrc_error", "end_sentinel_error"]);
  return { telling: { "reader.mag_event": event }, read: "failed" };
}

/** EMV Contactless Book A: more than one card is told, a dead antenna and a card without one are not. */
export function tap(card: Card, { cards }: Hand, { state: { antenna, emi }, dice }: Chance): Try {
  if (antenna === "dead") return { telling: { "reader.nfc_event": "activate_failed" }, read: "failed" };
  if (cards > 1) {
    const telling = { "reader.nfc_event": "collision", "reader.contactless_outcome": "multipleCards" };
    return { telling, read: "collision" };
  }
  if (card.contactless === "none") return { telling: { "reader.nfc_event": "none" }, read: "nothing" };
  if (dice.roll() < anyOf(TAP_FAILS[antenna], emi ? EMI_FAILS.tap : 0)) {
    return { telling: { "reader.nfc_event": emi ? "apdu_failed" : "activate_failed" }, read: "failed" };
  }
  return { telling: { "reader.nfc_event": "activate_ok" }, read: "ok" };
}
