/**
 * What the agent or a person can do to learn more, and what it costs. Never a sign-in, never a transaction of the agent's own.
 * What sends is forbidden while money is on the way, and what visits a host while the fleet is told to keep still (host-link 8).
 */
import type { AnswerMeaning, TestDefinition } from "../model/catalogue.ts";
import type { SignalId } from "../model/signal.ts";
import { body, lastPayment, links, modem, otherCard, parts, sameCard, session, stripe } from "./retold.ts";

const sending = { forbidden: ["payment"] } as const;
const visiting = { forbidden: ["payment", "hold"] } as const;
/** Uses the terminal's identity: a reversal may be sent at any moment. */
const speaking = { forbidden: ["payment", "reversal", "hold"], consent: "acquirer" } as const;

/** Only looked at: nothing is touched. */
const asking = { asks: "merchant", forbidden: ["payment"] } as const;
/** The next payment sends the reversal first, and whether it may be tried is not ours to say. */
const trying = { asks: "merchant", forbidden: ["payment", "reversal"] } as const;

/** Signs in anew: who does so while a reversal waits may lose it, and a fleet that does so at once brings its host down. */
const signing = { asks: "merchant", forbidden: ["payment", "reversal", "hold"] } as const;

/** What the merchant then does is told by the payment application. */
const done = { done: "event", cannot: "unknown" } as const;

/** Answers by name, each the signal's value of the same name, and that nobody knows. */
function says(signal: SignalId, ...values: readonly string[]): Readonly<Record<string, AnswerMeaning>> {
  return { ...Object.fromEntries(values.map((value) => [value, { signal, value }])), unknown: "unknown" };
}

export const tests = {
  read_modem: { seconds: 1, needs: ["cellular"], tells: modem },
  read_links: { seconds: 1, tells: links },
  read_body: { seconds: 3, tells: body },
  ask_gateway: { needs: ["ip"], seconds: 2, ...sending },
  resolve_host: { needs: ["ip"], seconds: 2, bytes: 150, ...sending },
  connect_reference: { needs: ["ip"], seconds: 3, bytes: 700, ...sending },
  measure_path: { needs: ["ip"], seconds: 3, bytes: 900, ...sending },
  connect_host: { needs: ["ip"], seconds: 3, bytes: 200, ...visiting },
  connect_other_way: { needs: ["ip"], seconds: 4, bytes: 200, ...visiting },
  shake_hands: { needs: ["ip"], seconds: 4, bytes: 5_000, ...speaking },
  echo_host: { seconds: 6, bytes: 500, ...speaking },
  /** For what the application has not told yet: the same end told twice would be a second payment. */
  show_last: { seconds: 10, ...asking, tells: lastPayment, answers: done },
  try_other_card: {
    seconds: 20,
    ...trying,
    tells: otherCard,
    answers: done,
  },
  try_other_way: {
    seconds: 15,
    ...trying,
    tells: ["compare.bad_card", "compare.refusal_entry", "compare.refused_other_way"],
    answers: says("answer.other_way", "works", "fails"),
  },
  insert_again: {
    seconds: 10,
    ...trying,
    tells: sameCard,
    answers: done,
  },
  swipe_again: {
    seconds: 10,
    ...trying,
    tells: stripe,
    answers: done,
  },
  tap_again: {
    seconds: 10,
    ...trying,
    tells: ["compare.nfc_reads", "reader.nfc_event", "compare.finding"],
    answers: done,
  },
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
  print_slip: {
    seconds: 15,
    needs: ["printer"],
    ...asking,
    tells: ["printer.state", "printer.job", "compare.print_head"],
    answers: done,
  },
  self_test: {
    seconds: 60,
    ...asking,
    tells: parts,
    answers: done,
  },
  sign_in: {
    seconds: 30,
    ...signing,
    tells: session,
    answers: done,
  },
  ask_part: {
    seconds: 10,
    ...asking,
    answers: says("compare.told_part", "screen", "keys", "pinpad", "chip", "stripe", "tap", "clock"),
  },
  ask_power: {
    seconds: 10,
    ...asking,
    answers: says(
      "compare.told_power",
      "other_adapter",
      "loose",
      "not_charging",
      "runs_down",
      "empty",
      "flickers",
      "under_load",
    ),
  },
  ask_place: {
    seconds: 10,
    ...asking,
    answers: says("compare.told_air", "hot", "cold", "damp", "static", "magnet", "radio"),
  },
  ask_cure: {
    seconds: 10,
    ...asking,
    answers: says("compare.told_cure", "cleaned", "cleaned_in_vain", "warmed", "cooled", "dried", "moved", "replugged"),
  },
  ask_signal: {
    seconds: 10,
    ...asking,
    answers: says("compare.told_signal", "gone", "weak", "full", "place", "by_turns", "slow"),
  },
  ask_before: {
    seconds: 10,
    ...asking,
    answers: says(
      "compare.told_change",
      "dropped",
      "cable",
      "router_new",
      "password",
      "crowd",
      "unpaid",
      "restart_helped",
    ),
  },
  ask_portal: {
    seconds: 60,
    needs: ["cellular"],
    asks: "support",
    forbidden: ["payment"],
    answers: says("sim.portal_status", "active", "suspended", "expired", "locked"),
  },
  ask_printer: {
    seconds: 10,
    needs: ["printer"],
    ...asking,
    answers: says("compare.told_printer", "paper_out", "jam", "cover_open", "overheat", "low_voltage", "fault"),
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
