/** What the merchant answers to a question. Nobody answers unasked: an answer that nobody gave is not known. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { SignalId } from "../../model/signal.ts";

interface Asked {
  readonly test: string;
  readonly leak: number;
  /** Answers that do not let this one be seen. */
  readonly hidden?: readonly string[];
}

function answered(signal: SignalId, is: string, { test, leak, hidden = [] }: Asked) {
  return { when: { signal, is: [is], unknown: hidden }, class: "human", leak, test } as const;
}

export const questionObservations = {
  // The chip and its antenna are one: a card that is broken or blocked fails both ways.
  other_way_fails: answered("answer.other_way", "fails", { test: "try_other_way", leak: 0.05 }),
  slot_cleaned_and_fine: answered("answer.slot_cleaned", "works", { test: "clean_slot", leak: 0.01 }),
  shop_fails_too: answered("answer.shop_terminals", "fail", { test: "ask_shop", leak: 0.01 }),
  router_told_dark: answered("answer.router_lights", "off", { test: "look_at_router", leak: 0.005 }),
  cable_told_out: answered("answer.cable", "out", { test: "look_at_cable", leak: 0.005 }),
  tone_told_missing: answered("answer.dial_tone", "no", { test: "listen_to_line", leak: 0.01 }),
  paper_told_out: answered("answer.paper", "no_paper", {
    test: "look_at_paper",
    leak: 0.005,
    hidden: ["jammed", "open"],
  }),
  paper_told_jammed: answered("answer.paper", "jammed", { test: "look_at_paper", leak: 0.005, hidden: ["open"] }),
  cover_told_open: answered("answer.paper", "open", { test: "look_at_paper", leak: 0.005 }),
  charger_told_out: answered("answer.charger", "out", { test: "look_at_charger", leak: 0.1 }),
  adapter_told_changed: answered("answer.charger", "other_adapter", {
    test: "look_at_charger",
    leak: 0.01,
    hidden: ["out"],
  }),
  screen_wants_signin: answered("answer.screen", "sign_in", { test: "read_screen", leak: 0.005 }),
  screen_wants_settlement: answered("answer.screen", "settle", { test: "read_screen", leak: 0.005 }),
  screen_wants_keys: answered("answer.screen", "keys", { test: "read_screen", leak: 0.002 }),
  moved_told: answered("answer.moved", "yes", { test: "ask_moved", leak: 0.03 }),
  number_told_wrong: answered("answer.number_keyed", "wrong", { test: "ask_number", leak: 0.02 }),
} as const satisfies Record<string, ObservationDefinition>;
