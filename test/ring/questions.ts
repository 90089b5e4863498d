/** The catalogue's questions taken apart: which values of which signals make an observation hold. */
import type { Catalogue, Predicate } from "../../src/model/catalogue.ts";
import { type SignalId, signals } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";

/** One question to one signal. */
export interface Atom {
  readonly signal: SignalId;
  holds(value: Scalar): boolean;
}

/** Ways in which an observation comes to hold: all atoms of one of them. */
export type Clauses = readonly (readonly Atom[])[];

/** A month's data plan, so that a share of it is a question to one signal. */
const wholeValue = 1_000;

type Single = Exclude<Predicate, { all: unknown } | { any: unknown }>;

function atomsOf(when: Single): readonly Atom[] {
  const { signal } = when;
  if ("is" in when) return [{ signal, holds: (value) => when.is.includes(value) }];
  if ("below" in when) return [{ signal, holds: (value) => Number(value) < when.below }];
  if ("above" in when) return [{ signal, holds: (value) => Number(value) > when.above }];
  return [
    { signal, holds: (value) => Number(value) >= when.share * wholeValue },
    { signal: when.of, holds: () => true },
  ];
}

export function clausesOf(when: Predicate): Clauses {
  if ("any" in when) return when.any.flatMap(clausesOf);
  if (!("all" in when)) return [atomsOf(when)];
  return when.all.reduce<Clauses>(
    (made, part) => made.flatMap((left) => clausesOf(part).map((right) => [...left, ...right])),
    [[]],
  );
}

function singlesOf(when: Predicate): readonly Single[] {
  if ("all" in when) return when.all.flatMap(singlesOf);
  if ("any" in when) return when.any.flatMap(singlesOf);
  return [when];
}

/** Values at which answers change, and between which hysteresis leaves them open. */
function cutsOf(when: Single): readonly (readonly [number, number])[] {
  if ("below" in when) return [[when.below, when.until ?? when.below]];
  if ("above" in when) return [[when.until ?? when.above, when.above]];
  return "share" in when ? [[when.share * wholeValue, when.share * wholeValue]] : [];
}

function numbersFor(asked: readonly Single[], { min, max }: { readonly min: number; readonly max: number }): number[] {
  const cuts = asked.flatMap(cutsOf);
  const named = asked.flatMap((when) => ("is" in when ? when.is.filter((value) => typeof value === "number") : []));
  // Nothing lies below the least value, but that value itself: "more than none" has only this contrary.
  const least = named.length > 0 || cuts.some(([low]) => low === min) ? [min] : [];
  const edges = [...new Set([min, ...cuts.flat(), max])].toSorted((a, b) => a - b);
  const middles = edges.slice(1).map((edge, at) => {
    const low = edges[at] ?? min;
    // An open end is far away: a value beside the last cut is likelier than half of all there is.
    const near = Math.max(1, Math.abs(edge === max ? low : edge) * 0.2);
    if (edge === max) return Math.min(max, low + near);
    if (low !== min) return (low + edge) / 2;
    // Where nothing at all is an answer of its own, there is something between it and the next cut.
    return Math.max(least.includes(min) ? (low + edge) / 2 : min, edge - near);
  });
  const isOpen = (value: number) => cuts.some(([low, high]) => value > low && value < high);
  return [...new Set([...least, ...named, ...middles])].filter((value) => !isOpen(value));
}

/** What a signal can be: every value that a question knows, and values that none asks for. */
function valuesFor(signal: SignalId, asked: readonly Single[]): readonly Scalar[] {
  const { shape } = signals[signal];
  if (shape.kind === "flag") return [false, true];
  if (shape.kind === "one_of") return shape.values.filter((value) => !shape.unknown?.includes(value));
  if (shape.kind === "number") return numbersFor(asked, shape);
  return [...new Set(asked.flatMap((when) => ("is" in when ? when.is : [])))];
}

export interface Question {
  readonly id: string;
  readonly clauses: Clauses;
}

export interface Questions {
  readonly all: readonly Question[];
  /** By signal: what it can be, calm values first. */
  readonly values: ReadonlyMap<SignalId, readonly Scalar[]>;
  /** By signal: how many values at the head of its list make no observation hold. */
  readonly calm: ReadonlyMap<SignalId, number>;
}

/** `route`: the interface of the default route, the one signal whose healthy value is a name. */
export function questionsOf({ observations }: Pick<Catalogue, "observations">, route: string): Questions {
  const all = Object.entries(observations).map(([id, { when }]) => ({ id, clauses: clausesOf(when) }));
  const singles = Object.values(observations).flatMap(({ when }) => singlesOf(when));
  const atoms = all.flatMap(({ clauses }) => clauses.flat());
  const values = new Map<SignalId, readonly Scalar[]>();
  const calm = new Map<SignalId, number>();
  for (const signal of new Set(atoms.map((atom) => atom.signal))) {
    const asked = singles.filter((when) => when.signal === signal);
    const own = all
      .flatMap(({ clauses }) => clauses)
      .map((clause) => clause.filter((atom) => atom.signal === signal))
      .filter((parts) => parts.length > 0);
    const possible =
      signals[signal].shape.kind === "text" ? [route, ...valuesFor(signal, asked)] : valuesFor(signal, asked);
    const isWhole = singles.some((when) => "share" in when && when.of === signal);
    const isCalm = (value: Scalar) =>
      !own.some((parts) => parts.every((atom) => atom.holds(value))) &&
      !asked.some((when) => "unknown" in when && when.unknown?.includes(value));
    const rest = possible.filter(isCalm);
    values.set(signal, isWhole ? [wholeValue] : [...rest, ...possible.filter((value) => !isCalm(value))]);
    calm.set(signal, isWhole ? 1 : rest.length);
  }
  return { all, values, calm };
}
