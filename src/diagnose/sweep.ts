/**
 * P(findings | exactly these faults) for one component: every combination of the conditions that still matter is carried
 * along with its weight, and a condition is summed out as soon as nothing further depends on it. Exact, but for one thing: a
 * condition that the faults cannot bring about, and that is true by itself less often than `negligible`, is taken as not
 * true. So few ever matter at once, and the table stays small.
 */
import type { Placed, Plan, Sighting, Step } from "./plan.ts";

/** P(node = 0) with these faults and no active condition. */
function baseOf({ node }: Placed, faults: readonly number[]): number {
  let base = node.calm;
  for (const fault of faults) base *= node.faults.get(fault) ?? 1;
  return base;
}

/** P(node = 0) for one combination of live conditions: the base times the silence of those that are active. */
function silentIn(mask: number, base: number, { parents }: Placed): number {
  let silent = base;
  for (const parent of parents) if (mask & parent.bit) silent *= parent.silent;
  return silent;
}

/** The combinations that are carried along at a step, as masks into the table. */
type Live = readonly number[];

interface Carried {
  readonly live: Live;
  /** The bits of the conditions that may be true. */
  readonly active: number;
}

interface Weighed {
  readonly sighting: Sighting;
  /** P(not observed) with these faults and no active condition. */
  readonly base: number;
}

/** Splits every combination into "condition off" and "condition on". */
function branch(table: Float64Array, live: Live, { placed, bit, base }: { placed: Placed; bit: number; base: number }) {
  for (const mask of live) {
    const weight = table[mask] ?? 0;
    const off = silentIn(mask, base, placed);
    table[mask] = weight * off;
    table[mask | bit] = weight * (1 - off);
  }
}

/** What is seen, in every combination; what is the same in each is given back instead of being written into all. */
function weigh(table: Float64Array, { live, active }: Carried, { sighting, base }: Weighed): number {
  const { ifTrue, ifFalse } = sighting;
  if (!(sighting.above & active)) return ifFalse * base + ifTrue * (1 - base);
  for (const mask of live) {
    const off = silentIn(mask, base, sighting);
    table[mask] = (table[mask] ?? 0) * (ifFalse * off + ifTrue * (1 - off));
  }
  return 1;
}

/** The combinations without these conditions, each with the weight of both. */
function sumOut(table: Float64Array, live: Live, bits: number): Live {
  const rest: number[] = [];
  for (const mask of live) {
    const left = mask & ~bits;
    if (left === mask) rest.push(mask);
    else table[left] = (table[left] ?? 0) + (table[mask] ?? 0);
  }
  return rest;
}

/** Leaks of conditions below this are left to the faults that stand for them (`unlisted.…`). */
const negligible = 2e-4;

function isPossible({ condition: { node, above } }: Step, faults: readonly number[], active: number): boolean {
  return (above & active) !== 0 || 1 - node.calm > negligible || faults.some((fault) => node.faults.has(fault));
}

/** Log-probability of the component's findings, up to a constant that is the same for every set of faults. */
export function sweep(plan: Plan, faults: readonly number[]): number {
  const { table } = plan;
  table[0] = 1;
  let live: Live = [0];
  let active = 0;
  let common = 1;
  for (const sighting of plan.lone)
    common *= weigh(table, { live, active }, { sighting, base: baseOf(sighting, faults) });
  for (const step of plan.steps) {
    const { condition, bit, retired } = step;
    if (isPossible(step, faults, active)) {
      branch(table, live, { placed: condition, bit, base: baseOf(condition, faults) });
      live = [...live, ...live.map((mask) => mask | bit)];
      active |= bit;
    }
    for (const sighting of step.sightings) {
      common *= weigh(table, { live, active }, { sighting, base: baseOf(sighting, faults) });
    }
    if (active & retired) live = sumOut(table, live, retired);
    active &= ~retired;
  }
  return Math.log((table[0] ?? 0) * common);
}
