/** The customers of one terminal: when they come, with which card, and how a payment goes in the state of that moment. */
import { createDice, type Dice } from "../random.ts";
import type { FleetTerminal } from "./population.ts";
import { draw, issuers } from "./shares.ts";
import type { TerminalState } from "./state.ts";

export type Entry = "chip" | "contactless" | "stripe";

export interface Read {
  readonly way: Entry;
  readonly isGood: boolean;
}

export interface Sale {
  /** A name for the card, within this terminal. */
  readonly card: string;
  readonly issuer: string;
  readonly amountFen: number;
  /** Tries, in order; the last one is good unless the card was never read. */
  readonly reads: readonly Read[];
  /** `unsent`: the request did not leave; `unread`, `broken_off`: the application ended it before. */
  readonly end: "approved" | "refused" | "unanswered" | "unsent" | "unread" | "broken_off";
  /** ISO 8583 field 39, where there is an answer. */
  readonly code?: string;
  /** Until the answer, or until nobody waits for it any more. */
  readonly tookMs: number;
}

export interface Till {
  /** When the next customer pays, milliseconds of the fleet's time; after the time that was given last. */
  next(): number;
  /** The payment of that customer. */
  sell(state: TerminalState): Sale;
}

const hourMs = 3_600_000;
const cards = 300;
const waitMs = 60_000;
const connectMs = 20_000;
const tries = 3;
/** Answers of a healthy day: mostly yes; no money, wrong PIN, over a limit. */
const usualCodes = [
  ["00", 960],
  ["51", 22],
  ["55", 10],
  ["61", 5],
  ["05", 3],
] as const;
const busiest = 1.6;

/** Trade of the hour: none while closed, most at noon and in the evening. */
function tradeAt(hour: number, { opens, closes }: FleetTerminal["shop"]): number {
  if (hour < opens || hour >= closes) return 0;
  const isPeak = (hour >= 11 && hour < 13) || (hour >= 17 && hour < 20);
  return isPeak ? busiest : 0.8;
}

function readCard(dice: Dice, chipFails: number): readonly Read[] {
  const wish = dice.roll();
  if (wish < 0.62) return [{ way: "contactless", isGood: true }];
  if (wish > 0.99) return [{ way: "stripe", isGood: true }];
  const reads: Read[] = [];
  while (reads.length < tries && reads.at(-1)?.isGood !== true) {
    reads.push({ way: "chip", isGood: dice.roll() >= chipFails });
  }
  if (reads.at(-1)?.isGood !== true && dice.roll() < 0.5) reads.push({ way: "contactless", isGood: true });
  return reads;
}

type Course = Pick<Sale, "end" | "code" | "tookMs">;

function ask(state: TerminalState, issuer: string, dice: Dice): Course {
  if (state.programFails && dice.roll() < 0.6) return { end: "broken_off", tookMs: 500 };
  if (state.host === "refuses" || (state.host === "answers" && state.handshake === "refused")) {
    return { end: "unsent", tookMs: 1_000 };
  }
  if (state.host === "mute") return { end: "unanswered", tookMs: waitMs };
  if (state.host !== "answers") return { end: "unsent", tookMs: connectMs };
  const code = state.banksOut.includes(issuer) ? "91" : draw(dice, usualCodes);
  return { end: code === "00" ? "approved" : "refused", code, tookMs: Math.min(waitMs, state.answerMs) };
}

export interface TillPlace {
  readonly seed: number;
  readonly terminal: FleetTerminal;
  readonly fromMs: number;
  hourAt(atMs: number): number;
}

export function createTill({ seed, terminal, fromMs, hourAt }: TillPlace): Till {
  const dice = createDice(seed, `till ${terminal.serial}`);
  const meanMs = hourMs / (terminal.shop.salesPerHour * busiest);
  /** A card stays with its bank. */
  const bankOf = (number: number): string => draw(createDice(seed, `card ${terminal.serial} ${number}`), issuers);
  let atMs = fromMs;
  return {
    next: () => {
      do atMs += -Math.log(1 - dice.roll()) * meanMs;
      while (dice.roll() * busiest >= tradeAt(hourAt(atMs), terminal.shop));
      return atMs;
    },
    sell: (state) => {
      const number = dice.between([1, cards]);
      const reads = readCard(dice, state.chipFails);
      const [issuer, amountFen] = [bankOf(number), Math.round(100 * Math.exp(5 * dice.roll()))];
      const asked = ask(state, issuer, dice);
      const course: Course = reads.at(-1)?.isGood === true ? asked : { end: "unread", tookMs: 0 };
      return { card: `c${number}`, issuer, amountFen, reads, ...course };
    },
  };
}
