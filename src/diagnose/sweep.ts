/**
 * P(findings | exactly these faults) for one component, exactly: every combination of the conditions that still matter
 * is carried along with its weight, and a condition is summed out as soon as nothing further depends on it. Few ever
 * matter at once, so the table stays small.
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

/** Splits every combination into "condition off" and "condition on". */
function branch(table: Float64Array, { condition, bit, live }: Step, base: number): void {
  for (const mask of live) {
    const weight = table[mask] ?? 0;
    const off = silentIn(mask, base, condition);
    table[mask] = weight * off;
    table[mask | bit] = weight * (1 - off);
  }
}

function weigh(table: Float64Array, live: Live, { sighting, base }: { sighting: Sighting; base: number }): void {
  const { ifTrue, ifFalse } = sighting;
  for (const mask of live) {
    const off = silentIn(mask, base, sighting);
    table[mask] = (table[mask] ?? 0) * (ifFalse * off + ifTrue * (1 - off));
  }
}

function sumOut(table: Float64Array, live: Live, bit: number): void {
  for (const mask of live) {
    if (mask & bit) continue;
    table[mask] = (table[mask] ?? 0) + (table[mask | bit] ?? 0);
  }
}

/** Before the first step nothing is known of any condition. */
const start: Live = [0];

/** Log-probability of the component's findings, up to a constant that is the same for every set of faults. */
export function sweep(plan: Plan, faults: readonly number[]): number {
  const table = new Float64Array(1 << plan.slots);
  table[0] = 1;
  for (const sighting of plan.lone) weigh(table, start, { sighting, base: baseOf(sighting, faults) });
  for (const step of plan.steps) {
    branch(table, step, baseOf(step.condition, faults));
    for (const sighting of step.sightings) weigh(table, step.grown, { sighting, base: baseOf(sighting, faults) });
    for (const bit of step.retired) sumOut(table, step.grown, bit);
  }
  return Math.log(table[0] ?? 0);
}
