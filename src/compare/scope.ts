/**
 * Whose trouble is it? Of those who met it and those who were fine at the time: one card or several, one issuer or
 * several, one kind of transaction, only large amounts. Distinct ones are counted, not events.
 */
import type { Payer } from "./happening.ts";

/** Something that ended well, or in the trouble that is looked at. */
export interface Outcome {
  readonly atMs: number;
  readonly payer: Readonly<Payer>;
  readonly met: boolean;
}

export interface Scope<One extends string, Several extends string> {
  readonly one: One;
  readonly several: Several;
}

type Value = string | undefined;

/**
 * `of`: the dimension. Several have met it when at least as many did as were fine since it began; a few among many are each
 * one's own trouble. Unclear where there is nobody to compare with.
 */
export function scopeOf<One extends string, Several extends string>(
  outcomes: readonly Outcome[],
  of: (payer: Readonly<Payer>) => Value,
  { one, several }: Scope<One, Several>,
): One | Several | "none" | "unclear" {
  const met = outcomes.filter((outcome) => outcome.met);
  if (met.length === 0) return "none";
  const meeting = new Set(met.flatMap(({ payer }) => of(payer) ?? []));
  if (meeting.size === 0) return "unclear";
  const beganMs = met[0]?.atMs ?? 0;
  const fine = (list: readonly Outcome[]) =>
    new Set(
      list.flatMap(({ met: isMet, payer }) => (isMet ? [] : (of(payer) ?? []))).filter((who) => !meeting.has(who)),
    );
  const fineSince = fine(outcomes.filter(({ atMs }) => atMs >= beganMs));
  if (meeting.size >= 2 && meeting.size >= fineSince.size) return several;
  return fine(outcomes).size > 0 ? one : "unclear";
}

export interface Newest<T> {
  readonly trouble: T;
  /** It and what was fine or in the same trouble at the time, oldest first. */
  readonly outcomes: readonly Outcome[];
}

const windowMs = 7_200_000;
const judged = 30;
/** After so many others, and after so long, a trouble is history. */
const othersFresh = 8;
const freshMs = 3_600_000;
/** One card's trouble goes with its holder: it is over when others are fine again, or one is and some time has passed. */
const finesAfterOne = 3;
const passedMs = 600_000;

interface Item<K> {
  readonly atMs: number;
  readonly payer: Readonly<Payer>;
  /** Undefined: fine. */
  readonly kind: K | undefined;
}

/** The newest trouble that still matters. */
export function newestOf<K, T extends Item<K>>(items: readonly T[]): Newest<T> | undefined {
  const lastMs = items.at(-1)?.atMs ?? 0;
  const at = items.findLastIndex(({ kind }) => kind !== undefined);
  const trouble = items[at];
  if (!trouble || items.length - at > othersFresh || lastMs - trouble.atMs > freshMs) return undefined;
  const outcomes = items
    .slice(-judged)
    .filter(({ atMs, kind }) => lastMs - atMs <= windowMs && (kind === undefined || kind === trouble.kind))
    .map(({ atMs, payer, kind }) => ({ atMs, payer, met: kind !== undefined }));
  const fineAfter = items.slice(at + 1).filter(({ kind }) => kind === undefined).length;
  const isOver = fineAfter >= finesAfterOne || (fineAfter > 0 && lastMs - trouble.atMs > passedMs);
  return isOver && outcomes.filter(({ met }) => met).length < 2 ? undefined : { trouble, outcomes };
}

/** Whether everything that was approved was smaller than everything that was refused. */
export function amountsOf(outcomes: readonly Outcome[]): "none" | "large_only" | "any" | "unclear" {
  const amounts = (met: boolean) =>
    outcomes.flatMap((outcome) => (outcome.met === met ? (outcome.payer.amountFen ?? []) : []));
  const [refused, approved] = [amounts(true), amounts(false)];
  if (!outcomes.some(({ met }) => met)) return "none";
  if (refused.length === 0 || approved.length === 0) return "unclear";
  return Math.max(...approved) < Math.min(...refused) ? "large_only" : "any";
}
