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

/** The combinations that are carried along: the first `count` of the plan's masks into its table. */
interface Carried {
  readonly plan: Plan;
  readonly count: number;
  /** The bits of the conditions that may be true. */
  readonly active: number;
}

interface Weighed<T extends Placed> {
  readonly placed: T;
  /** P(node = 0) with these faults and no active condition. */
  readonly base: number;
}

/** Splits every combination into "condition off" and "condition on". */
function branch({ plan: { table, masks }, count }: Carried, bit: number, { placed, base }: Weighed<Placed>): number {
  for (let at = 0; at < count; at += 1) {
    const mask = masks[at] ?? 0;
    const weight = table[mask] ?? 0;
    const off = silentIn(mask, base, placed);
    table[mask] = weight * off;
    table[mask | bit] = weight * (1 - off);
    masks[count + at] = mask | bit;
  }
  return 2 * count;
}

/** What is seen, in every combination; what is the same in each is given back instead of being written into all. */
function weigh({ plan: { table, masks }, count, active }: Carried, { placed, base }: Weighed<Sighting>): number {
  const { ifTrue, ifFalse } = placed;
  if (!(placed.above & active)) return ifFalse * base + ifTrue * (1 - base);
  for (let at = 0; at < count; at += 1) {
    const mask = masks[at] ?? 0;
    const off = silentIn(mask, base, placed);
    table[mask] = (table[mask] ?? 0) * (ifFalse * off + ifTrue * (1 - off));
  }
  return 1;
}

/** The combinations without these conditions, each with the weight of both. */
function sumOut({ plan: { table, masks }, count }: Carried, bits: number): number {
  let rest = 0;
  for (let at = 0; at < count; at += 1) {
    const mask = masks[at] ?? 0;
    const left = mask & ~bits;
    if (left === mask) masks[rest++] = mask;
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
  const { table, masks } = plan;
  table[0] = 1;
  masks[0] = 0;
  let [count, active, common] = [1, 0, 1];
  for (const placed of plan.lone) common *= weigh({ plan, count, active }, { placed, base: baseOf(placed, faults) });
  for (const step of plan.steps) {
    const { condition, bit, retired } = step;
    if (isPossible(step, faults, active)) {
      count = branch({ plan, count, active }, bit, { placed: condition, base: baseOf(condition, faults) });
      active |= bit;
    }
    for (const placed of step.sightings) {
      common *= weigh({ plan, count, active }, { placed, base: baseOf(placed, faults) });
    }
    if (active & retired) count = sumOut({ plan, count, active }, retired);
    active &= ~retired;
  }
  return Math.log((table[0] ?? 0) * common);
}
