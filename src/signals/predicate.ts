/**
 * One question of the catalogue put to one value, or to a signal's whole page. The answer is true, false or undefined:
 * not knowing is a third answer, and treating it as "no" costs accuracy.
 */
import type { Predicate } from "../model/catalogue.ts";
import type { Reading } from "../model/reading.ts";
import { saysUnknown } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { Book } from "./book.ts";

export type Answer = boolean | undefined;

/** The newest readings that agree, and the question's answer to them. */
export interface Run {
  readonly holds: boolean;
  /** Oldest first, at least one. */
  readonly readings: readonly Reading[];
  /** The reading before them, where it is known and said the contrary. */
  readonly before: Reading | undefined;
}

type SimplePredicate = Exclude<Predicate, { all: unknown } | { any: unknown } | { share: unknown }>;

/** `before` is the answer to the reading before this one: hysteresis needs it. */
function answer(question: SimplePredicate, value: Scalar, before: Answer): Answer {
  if ("is" in question) {
    if (question.unknown?.includes(value)) return undefined;
    return question.is.includes(value);
  }
  if (typeof value !== "number") return undefined;
  const limit = before === true ? question.until : undefined;
  if ("below" in question) return value < (limit ?? question.below);
  return value > (limit ?? question.above);
}

/** Answers oldest to newest. */
export function answers(question: SimplePredicate, page: readonly Reading[]): readonly Answer[] {
  let before: Answer;
  return page.map((reading) => {
    const known = reading.value !== undefined && !saysUnknown(question.signal, reading.value);
    before = known && reading.value !== undefined ? answer(question, reading.value, before) : undefined;
    return before;
  });
}

/**
 * By page, which is never changed: most are the same from one look to the next. Questions are those of a catalogue, so a page
 * has a few, and all goes with the page.
 */
const remembered = new WeakMap<readonly Reading[], Map<SimplePredicate, Run | undefined>>();

function runOf(question: SimplePredicate, book: Book): Run | undefined {
  const page = book.of(question.signal);
  if (page.length === 0) return undefined;
  const known = remembered.get(page) ?? new Map<SimplePredicate, Run | undefined>();
  remembered.set(page, known);
  if (!known.has(question)) known.set(question, runOn(question, page));
  return known.get(question);
}

function runOn(question: SimplePredicate, page: readonly Reading[]): Run | undefined {
  const all = answers(question, page);
  const holds = all.at(-1);
  if (holds === undefined) return undefined;
  let first = page.length - 1;
  while (first > 0 && all[first - 1] === holds) first -= 1;
  return { holds, readings: page.slice(first), before: all[first - 1] === undefined ? undefined : page[first - 1] };
}

function shareRun(question: Extract<Predicate, { share: number }>, book: Book): Run | undefined {
  const part = book.of(question.signal).at(-1);
  const whole = book.of(question.of).at(-1);
  if (typeof part?.value !== "number" || typeof whole?.value !== "number" || whole.value <= 0) return undefined;
  return { holds: part.value >= question.share * whole.value, readings: [part, whole], before: undefined };
}

const newestMs = ({ readings }: Run): number => readings.at(-1)?.atMs ?? 0;

/** What was true an hour ago and what is true now are not true together. */
function isTogether(runs: readonly Run[], withinS: number): boolean {
  const times = runs.map(newestMs);
  return Math.max(...times) - Math.min(...times) <= withinS * 1000;
}

function allRun({ all, withinS }: Extract<Predicate, { all: unknown }>, book: Book): Run | undefined {
  const run = compound({ parts: all, deciding: false, needed: all.length }, book);
  if (!run?.holds || withinS === undefined) return run;
  const runs = all.flatMap((part) => newestRun(part, book) ?? []);
  return isTogether(runs, withinS) ? run : undefined;
}

interface Parts {
  readonly parts: readonly Predicate[];
  /** `all`: one "no" decides; `any`: one "yes". */
  readonly deciding: boolean;
  /** So many must be known where none decides. */
  readonly needed: number;
}

function compound({ parts, deciding, needed }: Parts, book: Book): Run | undefined {
  const runs = parts.map((part) => newestRun(part, book));
  const decided = runs.find((run) => run?.holds === deciding);
  if (decided) return decided;
  const known = runs.filter((run) => run !== undefined);
  if (known.length < needed) return undefined;
  return { holds: !deciding, readings: known.flatMap((run) => run.readings.slice(-1)), before: undefined };
}

function anyRun({ any, ofKnown }: Extract<Predicate, { any: unknown }>, book: Book): Run | undefined {
  return compound({ parts: any, deciding: true, needed: ofKnown ? 1 : any.length }, book);
}

/** The run of newest readings that give the same answer; undefined when the newest cannot be had or decides nothing. */
export function newestRun(question: Predicate, book: Book): Run | undefined {
  if ("all" in question) return allRun(question, book);
  if ("any" in question) return anyRun(question, book);
  if ("share" in question) return shareRun(question, book);
  return runOf(question, book);
}
