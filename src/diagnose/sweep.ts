/**
 * P(findings | exactly these faults) for one component, exactly: every combination of the conditions that still matter
 * is carried along with its weight, and a condition is summed out as soon as nothing further depends on it. Few ever
 * matter at once, so the table stays small.
 */
import type { Placed, Plan, Sighting } from "./plan.ts";

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

/** Splits every combination into "condition off" and "condition on". */
function branch(table: Float64Array, bit: number, silentAt: (mask: number) => number): void {
  for (let mask = 0; mask < table.length; mask += 1) {
    const weight = table[mask] ?? 0;
    if (weight === 0 || mask & bit) continue;
    const off = silentAt(mask);
    table[mask] = weight * off;
    table[mask | bit] = weight * (1 - off);
  }
}

function weigh(table: Float64Array, sighting: Sighting, faults: readonly number[]): void {
  const base = baseOf(sighting, faults);
  const { ifTrue, ifFalse } = sighting;
  for (let mask = 0; mask < table.length; mask += 1) {
    const weight = table[mask] ?? 0;
    if (weight === 0) continue;
    const off = silentIn(mask, base, sighting);
    table[mask] = weight * (ifFalse * off + ifTrue * (1 - off));
  }
}

function sumOut(table: Float64Array, bit: number): void {
  for (let mask = 0; mask < table.length; mask += 1) {
    if (!(mask & bit)) continue;
    table[mask ^ bit] = (table[mask ^ bit] ?? 0) + (table[mask] ?? 0);
    table[mask] = 0;
  }
}

/** Log-probability of the component's findings, up to a constant that is the same for every set of faults. */
export function sweep(plan: Plan, faults: readonly number[]): number {
  const table = new Float64Array(1 << plan.slots);
  table[0] = 1;
  for (const sighting of plan.lone) weigh(table, sighting, faults);
  for (const { condition, bit, sightings, retired } of plan.steps) {
    const base = baseOf(condition, faults);
    branch(table, bit, (mask) => silentIn(mask, base, condition));
    for (const sighting of sightings) weigh(table, sighting, faults);
    for (const other of retired) sumOut(table, other);
  }
  let sum = 0;
  for (const weight of table) sum += weight;
  return Math.log(sum);
}
