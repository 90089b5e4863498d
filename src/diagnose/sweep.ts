/**
 * P(findings | exactly these faults) for one component, exactly: every combination of the conditions that still matter
 * is carried along with its weight, and a condition is summed out as soon as nothing further depends on it. Few ever
 * matter at once, so the table stays small.
 */
import type { Graph, GraphNode } from "./graph.ts";
import type { Plan } from "./plan.ts";

/** P(node = 0) for every combination of live conditions is this base times the silence of those that are active. */
interface Silence {
  readonly base: number;
  readonly parents: readonly { readonly bit: number; readonly silent: number }[];
}

function silenceOf(node: GraphNode, faults: readonly number[], slotOf: ReadonlyMap<number, number>): Silence {
  let base = node.calm;
  for (const fault of faults) base *= node.faults.get(fault) ?? 1;
  const parents: { bit: number; silent: number }[] = [];
  for (const [condition, silent] of node.conditions) {
    const slot = slotOf.get(condition);
    if (slot !== undefined) parents.push({ bit: 1 << slot, silent });
  }
  return { base, parents };
}

function silentIn(mask: number, silence: Silence): number {
  let silent = silence.base;
  for (const parent of silence.parents) if (mask & parent.bit) silent *= parent.silent;
  return silent;
}

/** Splits every combination into "condition off" and "condition on". */
function branch(table: Float64Array, bit: number, silence: Silence): void {
  for (let mask = 0; mask < table.length; mask += 1) {
    const weight = table[mask] ?? 0;
    if (weight === 0 || mask & bit) continue;
    const off = silentIn(mask, silence);
    table[mask] = weight * off;
    table[mask | bit] = weight * (1 - off);
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
export function sweep(graph: Graph, plan: Plan, faults: readonly number[]): number {
  const table = new Float64Array(1 << plan.slots);
  table[0] = 1;
  const weigh = (observation: number): void => {
    const node = graph.observations[observation];
    const finding = plan.findings.get(observation);
    if (!node || !finding) return;
    const silence = silenceOf(node, faults, plan.slotOf);
    for (let mask = 0; mask < table.length; mask += 1) {
      const weight = table[mask] ?? 0;
      if (weight === 0) continue;
      const off = silentIn(mask, silence);
      table[mask] = weight * (finding.ifFalse * off + finding.ifTrue * (1 - off));
    }
  };
  for (const observation of plan.lone) weigh(observation);
  for (const step of plan.steps) {
    branch(table, 1 << step.slot, silenceOf(step.node, faults, plan.slotOf));
    for (const observation of step.observations) weigh(observation);
    for (const slot of step.retired) sumOut(table, 1 << slot);
  }
  return Math.log(table.reduce((sum, weight) => sum + weight, 0));
}
