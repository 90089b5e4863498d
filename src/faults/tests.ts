/**
 * What the agent or a person can do to learn more, and what it costs. Never a sign-in, never a transaction of the agent's own.
 * What sends is forbidden while money is on the way, and what visits a host while the fleet is told to keep still (host-link 8).
 */
import type { AnswerMeaning, TestDefinition } from "../model/catalogue.ts";
import type { SignalId } from "../model/signal.ts";

const sending = { forbidden: ["payment"] } as const;
const visiting = { forbidden: ["payment", "hold"] } as const;
/** Uses the terminal's identity: a reversal may be sent at any moment. */
const speaking = { forbidden: ["payment", "reversal", "hold"], consent: "acquirer" } as const;

/** Only looked at: nothing is touched. */
const asking = { asks: "merchant", forbidden: ["payment"] } as const;
/** The next payment sends the reversal first, and whether it may be tried is not ours to say. */
const trying = { asks: "merchant", forbidden: ["payment", "reversal"] } as const;

/** What the merchant then does is told by the payment application. */
const done = { done: "event", cannot: "unknown" } as const;

/** Answers by name, each the signal's value of the same name, and that nobody knows. */
function says(signal: SignalId, ...values: readonly string[]): Readonly<Record<string, AnswerMeaning>> {
  return { ...Object.fromEntries(values.map((value) => [value, { signal, value }])), unknown: "unknown" };
}

export const tests = {
  read_modem: { seconds: 1, needs: ["cellular"] },
  read_links: { seconds: 1 },
  ask_gateway: { seconds: 2, ...sending },
  resolve_host: { seconds: 2, bytes: 150, ...sending },
  connect_reference: { seconds: 3, bytes: 700, ...sending },
  measure_path: { seconds: 3, bytes: 900, ...sending },
  connect_host: { seconds: 3, bytes: 200, ...visiting },
  connect_other_way: { seconds: 4, bytes: 200, ...visiting },
  shake_hands: { seconds: 4, bytes: 5_000, ...speaking },
  echo_host: { seconds: 6, bytes: 500, ...speaking },
  try_other_card: { seconds: 20, ...trying, answers: done },
  try_other_way: { seconds: 15, ...trying, answers: says("answer.other_way", "works", "fails") },
  insert_again: { seconds: 10, ...trying, answers: done },
  clean_slot: { seconds: 60, ...trying, answers: says("answer.slot_cleaned", "works", "fails") },
  ask_neighbours: { seconds: 5, needs: ["lan"], ...asking, answers: says("lan.other_devices_ok", "yes", "no") },
  ask_shop: { seconds: 5, ...asking, answers: says("answer.shop_terminals", "work", "fail") },
  look_at_router: { seconds: 10, needs: ["lan"], ...asking, answers: says("answer.router_lights", "on", "off") },
  look_at_cable: { seconds: 10, needs: ["ethernet"], ...asking, answers: says("answer.cable", "in", "out") },
  listen_to_line: { seconds: 20, needs: ["dial_up"], ...asking, answers: says("answer.dial_tone", "yes", "no") },
  look_at_paper: {
    seconds: 10,
    needs: ["printer"],
    ...asking,
    answers: says("answer.paper", "fine", "no_paper", "jammed", "open"),
  },
  look_at_charger: { seconds: 10, ...asking, answers: says("answer.charger", "in", "out", "other_adapter") },
  read_screen: { seconds: 5, ...asking, answers: says("answer.screen", "sign_in", "settle", "keys", "other") },
  ask_moved: { seconds: 5, ...asking, answers: says("answer.moved", "yes", "no") },
  ask_number: { seconds: 5, ...asking, answers: says("answer.number_keyed", "right", "wrong") },
  /** Restarts have finished off whole series of terminals: not while the fleet is told to keep still. */
  restart_terminal: {
    seconds: 120,
    disturbance: 60,
    asks: "merchant",
    forbidden: ["payment", "reversal", "hold"],
    answers: done,
  },
} as const satisfies Record<string, TestDefinition>;
