/**
 * One card or the reader? Judged by the newest attempts, by distinct cards, and by the counters of the vendor's driver
 * where no attempt was told.
 */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { type Attempt, attemptsOf, type Interface, interfaces } from "./attempts.ts";
import type { Happening } from "./happening.ts";

export type Cards = "none" | "one_card" | "several_cards" | "unclear";
export type Reads = "fine" | "some_fail" | "all_fail" | "unclear";

/** Older attempts were before somebody cleaned the slot. */
const attemptsJudged = 8;
const windowMs = 7_200_000;
/** Two bad cards among many good ones are two bad cards. */
const leastShare = 0.3;

function recent(attempts: readonly Attempt[]): readonly Attempt[] {
  const lastMs = attempts.at(-1)?.atMs ?? 0;
  return attempts.filter(({ atMs }) => lastMs - atMs <= windowMs).slice(-attemptsJudged);
}

function distinct(attempts: readonly Attempt[]): number {
  return new Set(attempts.map(({ card }) => card)).size;
}

/** One card's trouble went with its holder. */
const smoothAfterOne = 3;
const passedMs = 600_000;

function isOver(attempts: readonly Attempt[]): boolean {
  const at = attempts.findLastIndex(({ failures }) => failures.length > 0);
  const smooth = attempts.length - 1 - at;
  const pastMs = (attempts.at(-1)?.atMs ?? 0) - (attempts[at]?.atMs ?? 0);
  return smooth >= smoothAfterOne || (smooth > 0 && pastMs > passedMs);
}

function cardsOf(attempts: readonly Attempt[]): Cards {
  const troubled = attempts.filter(({ failures }) => failures.length > 0);
  if (troubled.length === 0) return "none";
  const cards = distinct(troubled);
  if (cards >= 2 && troubled.length >= leastShare * attempts.length) return "several_cards";
  if (isOver(attempts)) return "none";
  return troubled.length < attempts.length ? "one_card" : "unclear";
}

function readsOf(attempts: readonly Attempt[]): Reads {
  const cards = cardsOf(attempts);
  if (cards === "none") return "fine";
  const lastRead = attempts.findLastIndex(({ read }) => read);
  const inVain = attempts.slice(lastRead + 1);
  if (inVain.length >= 2 && distinct(inVain) >= 2) return "all_fail";
  if (cards === "several_cards") return "some_fail";
  return cards === "one_card" ? "fine" : "unclear";
}

type Retry = "none" | "recovered_at_once" | "recovered_later" | "fails_again" | "unclear";

function retryOf(attempts: readonly Attempt[]): Retry {
  if (cardsOf(attempts) === "none") return "none";
  const troubled = attempts.findLast(({ failures }) => failures.length > 0);
  if (!troubled) return "unclear";
  if (troubled.read) return troubled.failures.length === 1 ? "recovered_at_once" : "recovered_later";
  return troubled.failures.length >= 2 ? "fails_again" : "unclear";
}

function stripeTrouble(attempts: readonly Attempt[]): "none" | "no_data" | "garbled" | "short" {
  const failures = attempts.flatMap((attempt) => attempt.failures);
  const last = failures.at(-1);
  if (last === undefined || cardsOf(attempts) === "none") return "none";
  const empty = failures.filter((word) => word === "no_data" || word === "source_missing").length;
  if (empty * 2 > failures.length) return "no_data";
  return last === "too_short" ? "short" : "garbled";
}

/** The vendor's counters of a day: `reader.<way>_ok_24h`, `_fail_24h`. */
const counters = {
  icc: ["reader.icc_powerup_ok_24h", "reader.icc_powerup_fail_24h"],
  mag: ["reader.mag_ok_24h", "reader.mag_fail_24h"],
  nfc: ["reader.nfc_ok_24h", "reader.nfc_fail_24h"],
} as const satisfies Readonly<Record<Interface, readonly [SignalId, SignalId]>>;
const fewFailures = 3;
const leastRatio = 0.25;

export type Newest = (signal: SignalId) => Reading | undefined;

const numberOf = (reading: Reading | undefined): number | undefined =>
  typeof reading?.value === "number" ? reading.value : undefined;

function countedReads(way: Interface, newest: Newest): Reads | undefined {
  const [okSignal, failSignal] = counters[way];
  const [ok, fail] = [numberOf(newest(okSignal)), numberOf(newest(failSignal))];
  if (fail === undefined) return undefined;
  if (fail < fewFailures) return ok === undefined && fail > 0 ? undefined : "fine";
  if (ok === undefined) return undefined;
  if (ok === 0) return "all_fail";
  return fail / (ok + fail) >= leastRatio ? "some_fail" : "fine";
}

/** The counters do not say which cards; where they are bad and many cards are known to fail, these are they. */
function countedCards(reads: Reads | undefined, hasTrouble: boolean, newest: Newest): Cards | undefined {
  const failed = numberOf(newest("reader.distinct_cards_failed"));
  if (failed === undefined || (!hasTrouble && reads !== "some_fail" && reads !== "all_fail")) return undefined;
  if (failed >= 2) return "several_cards";
  return (numberOf(newest("reader.distinct_cards_ok")) ?? 0) > 0 ? "one_card" : undefined;
}

type Values = readonly (readonly [SignalId, Scalar])[];

/** Attempts tell more than counters: they name cards. */
function judge(way: Interface, attempts: readonly Attempt[], newest: Newest): { cards: Cards; reads: Reads } {
  const counted = countedReads(way, newest);
  const troubled = attempts.some(({ failures }) => failures.length > 0);
  const several = countedCards(counted, troubled, newest);
  const seen = troubled ? readsOf(attempts) : (counted ?? (attempts.length > 0 ? "fine" : "unclear"));
  const reads = seen === "unclear" ? (counted ?? seen) : seen;
  const cards = several ?? (attempts.length > 0 ? cardsOf(attempts) : "unclear");
  return { cards, reads: several === "several_cards" && reads !== "all_fail" ? "some_fail" : reads };
}

const anyCounter = (way: Interface, newest: Newest): boolean => counters[way].some((signal) => newest(signal));

function ofInterface(way: Interface, happenings: readonly Happening[], newest: Newest): Values {
  const attempts = recent(attemptsOf(way, happenings));
  if (attempts.length === 0 && !anyCounter(way, newest)) return [];
  const { cards, reads } = judge(way, attempts, newest);
  return [
    [`compare.${way}_cards`, cards],
    [`compare.${way}_reads`, reads],
    ...(way === "icc" ? ([["compare.icc_retry", retryOf(attempts)]] as const) : []),
    ...(way === "mag" ? ([["compare.mag_trouble", stripeTrouble(attempts)]] as const) : []),
  ];
}

/** Values of the compare signals of the interfaces that anything is known of. */
export function compareReads(happenings: readonly Happening[], newest: Newest): Values {
  return interfaces.flatMap((way) => ofInterface(way, happenings, newest));
}
