import type { SignalDefinition } from "../signal-shape.ts";

const told = (note: string, ...values: readonly string[]): SignalDefinition => ({
  shape: { kind: "one_of", values: [...values, "unknown"], unknown: ["unknown"] },
  evidence: "human",
  note,
});

/** Signals of the group answer: what the merchant answers to a question that was shown to him. */
export const answerSignals = {
  "answer.other_way": told("the same card read in another way", "works", "fails"),
  "answer.slot_cleaned": told("cards after the slot was cleaned", "works", "fails"),
  "answer.shop_terminals": told("other terminals of the shop", "work", "fail"),
  "answer.router_lights": told("lights of the router", "on", "off"),
  "answer.cable": told("the network cable at both its ends", "in", "out"),
  "answer.dial_tone": told("a telephone on the terminal's line", "yes", "no"),
  "answer.paper": told("paper and cover of the printer", "fine", "no_paper", "jammed", "open"),
  "answer.charger": told("plug of the charger", "in", "out", "other_adapter"),
  "answer.screen": told("what the screen asks for", "sign_in", "settle", "keys", "other"),
  "answer.moved": told("the terminal was taken to another place", "yes", "no"),
  "answer.number_keyed": told("the number typed, beside that on the card", "right", "wrong"),
} as const satisfies Record<string, SignalDefinition>;
