/**
 * One card or the reader? Judged by the newest attempts, by distinct cards, and by the counters of the vendor's driver
 * where no attempt was told.
 */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import { type Attempt, attemptsOf, counterSignals, distinctCards, type Interface, interfaces } from "./attempts.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";
import { type End, isPast, ofOne } from "./past.ts";

export type Cards = "none" | "one_card" | "several_cards" | "unclear";
export type Reads = "fine" | "some_fail" | "all_fail" | "unclear";

/** Older attempts were before somebody cleaned the slot. */
const attemptsJudged = 8;
const windowMs = 7_200_000;

function recent(attempts: readonly Attempt[]): readonly Attempt[] {
  const lastMs = attempts.at(-1)?.atMs ?? 0;
  return attempts.filter(({ atMs }) => lastMs - atMs <= windowMs).slice(-attemptsJudged);
}

const isTroubled = ({ failures }: Attempt): boolean => failures.length > 0;
/** Read at the second try: put in the wrong way, or too gently. */
const isSlip = ({ failures, read }: Attempt): boolean => read && failures.length === 1;
/** Nobody stands at the counter so long with a card that is not read. */
const leftMs = 180_000;
/** What works at the second try is everyday life, and whether it does is known when the payment is over. */
function isHard({ failures, read, payment, atMs }: Attempt, { ends, payment: now, nowMs }: Look): boolean {
  const hasLeft = payment < now || nowMs - atMs > leftMs || ends.some((end) => end.payment === payment);
  return failures.length > 1 || (failures.length > 0 && !read && hasLeft);
}

/** Two bad cards one after the other are no chance, nor are three that need a second try, if the day was not good else. */
function areSeveral(look: Look): boolean {
  const { attempts } = look;
  const hard = distinctCards(attempts.slice(-4).filter((attempt) => isHard(attempt, look)));
  const troubled = attempts.filter(isTroubled);
  if (hard < 2 && look.isGoodDay && troubled.every(isSlip)) return false;
  const compared = troubled.every(({ failures }) => failures.length === 1)
    ? attempts.length
    : Math.min(attempts.length, 6);
  return hard >= 2 || (distinctCards(troubled) >= 3 && 2 * troubled.length >= compared);
}

const isNamed = ({ card }: Attempt): boolean => !card.startsWith("?");

/** One card that is not read at once, and comes again and is not read at once, is not held wrongly each time. */
function failsAnew({ card }: Attempt, { attempts }: Look): boolean {
  const own = attempts.filter((attempt) => attempt.card === card && isNamed(attempt) && isTroubled(attempt));
  return new Set(own.map(({ payment }) => payment)).size >= 2;
}

/** What is read at the second try is no card's trouble; a chip that has failed once and is waited for is one. */
function isWorthTelling(look: Look, attempt: Attempt): boolean {
  if (look.way !== "icc") return isHard(attempt, look);
  return isTroubled(attempt) && (!isSlip(attempt) || failsAnew(attempt, look));
}

interface Look {
  readonly way: Interface;
  readonly attempts: readonly Attempt[];
  readonly ends: readonly End[];
  /** The one under way, or the last. */
  readonly payment: number;
  /** What was heard last of anything at the counter. */
  readonly nowMs: number;
  /** The driver's counters of the day say that hardly any read fails. */
  readonly isGoodDay: boolean;
}

const never: End = { payment: 0, atMs: 0 };

function isOver({ attempts, ends }: Look): boolean {
  const at = attempts.findLastIndex(isTroubled);
  return attempts.length - 1 - at >= ofOne.payments || isPast(attempts[at] ?? never, ends, ofOne);
}

function cardsOf(look: Look): Cards {
  const { attempts } = look;
  if (areSeveral(look)) return "several_cards";
  if (!attempts.some((attempt) => isWorthTelling(look, attempt)) || isOver(look)) return "none";
  return attempts.some((attempt) => !isTroubled(attempt)) ? "one_card" : "unclear";
}

/** Who has no name may be the one before, who tries again. */
function areAll(attempts: readonly Attempt[]): boolean {
  const inVain = attempts.slice(attempts.findLastIndex(({ read }) => read) + 1);
  const cards = distinctCards(inVain);
  // Where some were read in the end, more will be.
  const struggled = attempts.some((attempt) => attempt.read && isTroubled(attempt));
  const enough = struggled ? 4 : inVain.every(isNamed) ? 2 : 3;
  return cards >= enough;
}

function readsOf(look: Look): Reads {
  if (areAll(look.attempts)) return "all_fail";
  const cards = cardsOf(look);
  if (cards === "several_cards") return "some_fail";
  return cards === "unclear" ? "unclear" : "fine";
}

type Retry = "none" | "recovered_at_once" | "recovered_later" | "fails_again" | "fails_each_time" | "unclear";

/** Twice a good card fails by chance, or is dirty; who fails a third time, or comes again later and fails, is no chance. */
const eachTime = 3;

/** Failing tries of a card that was never read between them. */
function failuresOf({ card }: Attempt, { attempts }: Look): number {
  const own = attempts.filter((attempt) => attempt.card === card);
  const since = own.slice(own.findLastIndex(({ read }) => read) + 1);
  return since.reduce((sum, { failures }) => sum + failures.length, 0);
}

function retryOf(look: Look): Retry {
  const troubled = look.attempts.findLast(isTroubled);
  if (!troubled || isOver(look)) return "none";
  if (troubled.read && failsAnew(troubled, look)) return "fails_again";
  if (troubled.read) return troubled.failures.length === 1 ? "recovered_at_once" : "recovered_later";
  const failures = failuresOf(troubled, look);
  if (failures >= eachTime) return "fails_each_time";
  return failures >= 2 ? "fails_again" : "unclear";
}

/** Where a stripe begins is the first that a head sees of it. */
const nothingFelt: readonly string[] = ["no_data", "source_missing", "start_sentinel_missing"];

function stripeTrouble(look: Look): "none" | "no_data" | "garbled" | "short" {
  // A stripe that is read at the second swipe was swiped the wrong way.
  const failures = look.attempts.flatMap((attempt) => (isSlip(attempt) ? [] : attempt.failures));
  const last = failures.at(-1);
  if (last === undefined || cardsOf(look) === "none") return "none";
  const empty = failures.filter((word) => nothingFelt.includes(word)).length;
  if (empty * 2 > failures.length) return "no_data";
  return last === "too_short" ? "short" : "garbled";
}

const fewFailures = 3;
const leastRatio = 0.25;

export type Newest = (signal: SignalId) => Reading | undefined;

const numberOf = (reading: Reading | undefined): number | undefined =>
  typeof reading?.value === "number" ? reading.value : undefined;

const aDaysReads = 20;

function countedReads(way: Interface, newest: Newest): Reads | undefined {
  const [ok, fail] = counterSignals[way].map((signal) => numberOf(newest(signal)));
  // What read a day's cards is in order, whatever became of one.
  if (fail === undefined) return ok !== undefined && ok >= aDaysReads ? "fine" : undefined;
  return ok === undefined ? failedOnly(fail) : sharedReads(ok, fail);
}

/** Nobody counts what was read. */
function failedOnly(fail: number): Reads | undefined {
  return fail === 0 ? "fine" : undefined;
}

function sharedReads(ok: number, fail: number): Reads {
  if (fail < fewFailures) return "fine";
  if (ok === 0 || (fail >= 2 * fewFailures && fail >= 8 * ok)) return "all_fail";
  return fail / (ok + fail) >= leastRatio ? "some_fail" : "fine";
}

/** The counters do not say which cards; where they are bad and many cards are known to fail, these are they. */
function countedCards(reads: Reads | undefined, hasTrouble: boolean, newest: Newest): Cards | undefined {
  const failed = numberOf(newest("reader.distinct_cards_failed"));
  if (failed === undefined || (!hasTrouble && reads !== "some_fail" && reads !== "all_fail")) return undefined;
  if (failed >= 2) return "several_cards";
  if (failed === 1 && reads === "fine") return "one_card";
  return (numberOf(newest("reader.distinct_cards_ok")) ?? 0) > 0 ? "one_card" : undefined;
}

/** Two cards that need a second try are chance, unless others of the day fare as badly. */
function isBadDay({ way, attempts }: Look, seen: Reads, newest: Newest): boolean {
  if (seen !== "fine" || !attempts.some(isTroubled)) return false;
  const [ok = 0, fail = 0] = counterSignals[way].map((signal) => numberOf(newest(signal)));
  const others = fail - attempts.reduce((sum, { failures }) => sum + failures.length, 0);
  return others >= 2 * fewFailures && others / (ok + others) >= leastRatio;
}

/** Attempts tell more than counters: they name cards. */
function judge(look: Look, newest: Newest): { cards: Cards; reads: Reads } {
  const { way, attempts } = look;
  const counted = countedReads(way, newest);
  const troubled = attempts.some(isTroubled);
  const several = countedCards(counted, troubled, newest);
  const told = troubled ? readsOf(look) : (counted ?? (attempts.length > 0 ? "fine" : "unclear"));
  if (isBadDay(look, told, newest)) return { cards: "several_cards", reads: "some_fail" };
  const reads = told === "unclear" ? (counted ?? told) : told;
  const cards = several ?? (attempts.length > 0 ? cardsOf(look) : "unclear");
  return { cards, reads: several === "several_cards" && reads !== "all_fail" ? "some_fail" : reads };
}

const anyCounter = (way: Interface, newest: Newest): boolean => counterSignals[way].some((signal) => newest(signal));

/** Many reads, and one in twenty or fewer fails. */
function isGoodDay(way: Interface, newest: Newest): boolean {
  const [ok = 0, fail = 0] = counterSignals[way].map((signal) => numberOf(newest(signal)));
  return ok >= 40 && fail / (ok + fail) <= 0.05;
}

/** Cards that were read at the second try, lately. */
const slipsOf = ({ attempts }: Look): number => distinctCards(attempts.filter(isSlip));

function ofInterface(look: Look, newest: Newest): Drawn {
  const { way, attempts } = look;
  if (attempts.length === 0 && !anyCounter(way, newest)) return [];
  const { cards, reads } = judge(look, newest);
  return [
    [`compare.${way}_cards`, cards],
    [`compare.${way}_reads`, reads],
    ...(way === "icc"
      ? ([
          ["compare.icc_retry", retryOf(look)],
          ["compare.icc_slips", slipsOf(look)],
        ] as const)
      : []),
    ...(way === "mag" ? ([["compare.mag_trouble", stripeTrouble(look)]] as const) : []),
  ];
}

/** Drawn of the compare signals of the interfaces that anything is known of. */
export function compareReads(
  happenings: readonly Happening[],
  ends: readonly End[],
  { look: newest, nowMs }: { readonly look: Newest; readonly nowMs: number },
): Drawn {
  const payment = happenings.at(-1)?.payment ?? 0;
  return interfaces.flatMap((way) => {
    const attempts = recent(attemptsOf(way, happenings));
    return ofInterface({ way, attempts, ends, payment, nowMs, isGoodDay: isGoodDay(way, newest) }, newest);
  });
}
