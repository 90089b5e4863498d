/**
 * One value of one dimension (a carrier, a region, a shop) and how many of its terminals are fine, and have begun to fail lately. All
 * counts are kept while things happen, so that judging costs nothing for terminals to which nothing happened.
 */
import { createPast, type Past } from "./past.ts";
import { type Dimension, dimensions, type Scope } from "./scope.ts";
import { type Look, looks } from "./trouble.ts";

/** A trouble is fresh for so long: an outage is seen in the shortest span, a version that spreads in the longest. */
export const spansMs = [180_000, 900_000, 10_800_000] as const;

/** Of one look: terminals, and their weight. */
export interface Tally {
  readonly fine: number;
  readonly fineWeight: number;
  /** Began to fail within the span, and do still. */
  readonly fresh: number;
  readonly freshWeight: number;
}

/** Where a terminal stands in one look: nowhere, fine, or failing and fresh in all spans from the one with this number on. */
export type Stage = "out" | "fine" | 0 | 1 | 2 | "old";

export interface Cell {
  readonly key: string;
  readonly dimension: Dimension;
  readonly scope: Scope;
  /** Undefined for a shop, whose own past is too short to learn from. */
  readonly past: Past | undefined;
  members: number;
  /** By look and stage: terminals, and their weight. */
  readonly counts: Int32Array;
}

const stageAt: Readonly<Record<Stage, number>> = { out: 0, fine: 1, 0: 2, 1: 3, 2: 4, old: 5 };
const lookAt: Readonly<Record<Look, number>> = { air: 0, way: 1, host: 2, any: 3 };
const stageCount = Object.keys(stageAt).length;
const placeOf = (look: Look, stage: Stage): number => 2 * (lookAt[look] * stageCount + stageAt[stage]);

/** Weights are whole numbers of this, so that adding and taking away leaves nothing behind. */
export const weightUnit = 1_000;

export function createCell(key: string, dimension: Dimension, scope: Scope): Cell {
  return {
    key,
    dimension,
    scope,
    past: dimension === "shop" ? undefined : createPast(),
    members: 0,
    counts: new Int32Array(2 * looks.length * stageCount),
  };
}

export function count(cell: Cell, at: { look: Look; stage: Stage; weight: number }, sign: 1 | -1): void {
  const place = placeOf(at.look, at.stage);
  cell.counts[place] = (cell.counts[place] ?? 0) + sign;
  cell.counts[place + 1] = (cell.counts[place + 1] ?? 0) + sign * at.weight;
}

/** `part` 0: terminals, 1: their weight. */
function freshIn({ counts }: Cell, { span, look }: { span: number; look: Look }, part: 0 | 1): number {
  const first = placeOf(look, 0) + part;
  let sum = 0;
  for (let stage = 0; stage <= span; stage += 1) sum += counts[first + 2 * stage] ?? 0;
  return sum;
}

/** Terminals of the cell that have begun to fail, in the look of its dimension; `span` is a place in {@link spansMs}. */
export const freshOf = (cell: Cell, span: number): number =>
  freshIn(cell, { span, look: dimensions[cell.dimension].look }, 0);

/** As it is in the look of its dimension, or another. */
export function tallyOf(cell: Cell, span: number, look: Look = dimensions[cell.dimension].look): Tally {
  const fine = placeOf(look, "fine");
  return {
    fine: cell.counts[fine] ?? 0,
    fineWeight: (cell.counts[fine + 1] ?? 0) / weightUnit,
    fresh: freshIn(cell, { span, look }, 0),
    freshWeight: freshIn(cell, { span, look }, 1) / weightUnit,
  };
}

/** What is left of the one without the other. */
export function rest(whole: Tally, part: Tally): Tally {
  return {
    fine: Math.max(0, whole.fine - part.fine),
    fineWeight: Math.max(0, whole.fineWeight - part.fineWeight),
    fresh: Math.max(0, whole.fresh - part.fresh),
    freshWeight: Math.max(0, whole.freshWeight - part.freshWeight),
  };
}

/** Of those that could fail, how many began to, in percent with one decimal. */
export function percentOf({ fine, fresh }: Pick<Tally, "fine" | "fresh">): number {
  return fine + fresh === 0 ? 0 : Math.round((1_000 * fresh) / (fine + fresh)) / 10;
}
