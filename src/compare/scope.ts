/**
 * Whose trouble is it? Of those who met it and those who were fine at the time: one card or several, one issuer or
 * several, one kind of transaction, only large amounts. Distinct ones are counted, not events.
 */
import type { Payer } from "./happening.ts";
import { type End, isPast, ofMany, ofOne } from "./past.ts";

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

interface Item<K> extends End {
  readonly payer: Readonly<Payer>;
  /** Undefined: fine. */
  readonly kind: K | undefined;
}

interface Choice<T> {
  /** How far back, in milliseconds, others are looked at for comparison. */
  reachOf?(trouble: T): number;
  /** Whether somebody speaks of it: then it matters, however much has gone well since. */
  isNamed?(trouble: T): boolean;
  /** Whether it is a rule, which meets whoever does the same again: others who are fine say little. */
  isRule?(trouble: T): boolean;
}

/** The newest trouble that still matters. `ends`: when payments ended, in whatever way. */
export function newestOf<K, T extends Item<K>>(
  items: readonly T[],
  ends: readonly End[],
  { reachOf = () => windowMs, isNamed = () => false, isRule = () => false }: Choice<T> = {},
): Newest<T> | undefined {
  const troubles = items.filter(({ kind }) => kind !== undefined);
  const named = troubles.findLast(isNamed);
  const trouble = named ?? troubles.at(-1);
  if (!trouble) return undefined;
  const lastMs = items.at(-1)?.atMs ?? 0;
  const reachMs = reachOf(trouble);
  const outcomes = items
    .slice(-judged)
    .filter(({ atMs, kind }) => lastMs - atMs <= reachMs && (kind === undefined || kind === trouble.kind))
    .map(({ atMs, payer, kind }) => ({ atMs, payer, met: kind !== undefined }));
  const once = outcomes.filter(({ met }) => met).length < 2;
  return !named && isPast(trouble, ends, once && !isRule(trouble) ? ofOne : ofMany) ? undefined : { trouble, outcomes };
}

/** Whether everything that was approved since the first refusal, or before it where nothing was, is smaller, or larger. */
export function amountsOf(outcomes: readonly Outcome[]): "none" | "large_only" | "small_only" | "any" | "unclear" {
  const first = outcomes.findIndex(({ met }) => met);
  const amounts = (list: readonly Outcome[], met: boolean) =>
    list.flatMap((outcome) => (outcome.met === met ? (outcome.payer.amountFen ?? []) : []));
  const refused = amounts(outcomes, true);
  const since = amounts(outcomes.slice(Math.max(first, 0)), false);
  const approved = since.length > 0 ? since : amounts(outcomes, false);
  if (!outcomes.some(({ met }) => met)) return "none";
  if (refused.length === 0 || approved.length === 0) return "unclear";
  if (Math.max(...approved) < Math.min(...refused)) return "large_only";
  const isLess = (amount: number): boolean => amount <= Math.max(...refused);
  // One refusal is no new rule: what was approved before it counts as well.
  return approved.some(isLess) || (refused.length < 2 && amounts(outcomes, false).some(isLess)) ? "any" : "small_only";
}
