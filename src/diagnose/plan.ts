/**
 * In which order a component's conditions are taken for the findings at hand, where each lives while it matters, and
 * when it can be summed out. Conditions that no finding depends on are left out: they sum to one.
 */
import type { Component, Graph, GraphNode } from "./graph.ts";

/** P(readings | observation) and P(readings | not), by observation; absent means "not known" and says nothing. */
export type Findings = ReadonlyMap<number, { readonly ifTrue: number; readonly ifFalse: number }>;

interface Step {
  readonly node: GraphNode;
  /** Bit of the table this condition lives in. */
  readonly slot: number;
  /** Observations whose last parent this is. */
  readonly observations: readonly number[];
  /** Slots that nothing needs after this step. */
  readonly retired: readonly number[];
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly slots: number;
  readonly slotOf: ReadonlyMap<number, number>;
  /** Observations without a condition among their parents. */
  readonly lone: readonly number[];
  readonly findings: Findings;
}

/** Conditions with a known observation somewhere downstream. */
function relevantConditions(graph: Graph, component: Component, known: readonly number[]): ReadonlySet<number> {
  const relevant = new Set<number>();
  for (const observation of known) {
    for (const parent of graph.observations[observation]?.conditions.keys() ?? []) relevant.add(parent);
  }
  for (const condition of component.conditions.toReversed()) {
    if (!relevant.has(condition)) continue;
    for (const parent of graph.conditions[condition]?.conditions.keys() ?? []) relevant.add(parent);
  }
  return relevant;
}

function lastIndex(order: readonly number[], parents: Iterable<number>): number {
  let last = -1;
  for (const parent of parents) last = Math.max(last, order.indexOf(parent));
  return last;
}

/** When each condition is last needed: its own step, a child condition's, or the step of a shared observation. */
function lastUses(graph: Graph, order: readonly number[], stepOf: ReadonlyMap<number, number>): readonly number[] {
  const last = order.map((_, index) => index);
  const extend = (parents: Iterable<number>, step: number): void => {
    for (const parent of parents) {
      const index = order.indexOf(parent);
      if (index >= 0) last[index] = Math.max(last[index] ?? 0, step);
    }
  };
  for (const [index, condition] of order.entries()) extend(graph.conditions[condition]?.conditions.keys() ?? [], index);
  for (const [observation, step] of stepOf) extend(graph.observations[observation]?.conditions.keys() ?? [], step);
  return last;
}

/** Prepares a component for the findings at hand; the plan then serves every set of faults. */
export function plan(graph: Graph, component: Component, findings: Findings): Plan {
  const known = component.observations.filter((observation) => findings.has(observation));
  const relevant = relevantConditions(graph, component, known);
  const order = component.conditions.filter((condition) => relevant.has(condition));
  const stepOf = new Map(
    known.map((o) => [o, lastIndex(order, graph.observations[o]?.conditions.keys() ?? [])] as const),
  );
  const uses = lastUses(graph, order, stepOf);
  const slotOf = new Map<number, number>();
  const free: number[] = [];
  let slots = 0;
  const steps = order.flatMap((condition, index) => {
    const slot = free.pop() ?? slots++;
    slotOf.set(condition, slot);
    const retired = order.flatMap((other, at) => (uses[at] === index ? [slotOf.get(other) ?? 0] : []));
    free.push(...retired);
    const node = graph.conditions[condition];
    return node ? [{ node, slot, observations: known.filter((o) => stepOf.get(o) === index), retired }] : [];
  });
  return { steps, slots, slotOf, lone: known.filter((o) => stepOf.get(o) === -1), findings };
}
