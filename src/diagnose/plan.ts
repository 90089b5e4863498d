/**
 * In which order a component's conditions are taken for the findings at hand, where each lives while it matters, and
 * when it can be summed out. Conditions that no finding depends on are left out: they sum to one.
 */
import type { Component, Graph, GraphNode } from "./graph.ts";

/** P(readings | observation) and P(readings | not). */
export interface Finding {
  readonly ifTrue: number;
  readonly ifFalse: number;
}

/** By observation; absent means "not known" and says nothing. */
export type Findings = ReadonlyMap<number, Finding>;

/** A node with those of its parents that are conditions of the plan, each by the bit of the table that it lives in. */
export interface Placed {
  readonly node: GraphNode;
  readonly parents: readonly { readonly bit: number; readonly silent: number }[];
  /** The bits of all of them. */
  readonly above: number;
}

export interface Sighting extends Placed {
  readonly ifTrue: number;
  readonly ifFalse: number;
}

export interface Step {
  readonly condition: Placed;
  readonly bit: number;
  /** Observations whose last parent this is. */
  readonly sightings: readonly Sighting[];
  /** Bits that nothing needs after this step. */
  readonly retired: number;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** Weights by combination; every sweep writes what it reads. */
  readonly table: Float64Array;
  /** The combinations that are carried along, as masks into the table. */
  readonly masks: Int32Array;
  /** Observations without a condition among their parents. */
  readonly lone: readonly Sighting[];
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

interface Turn {
  readonly condition: number;
  readonly slot: number;
  readonly retired: readonly number[];
}

/** Gives every condition a slot from its own step to its last use; slots are used again. */
function allot(order: readonly number[], uses: readonly number[]): readonly Turn[] {
  const slotOf = new Map<number, number>();
  const free: number[] = [];
  let slots = 0;
  return order.map((condition, index) => {
    const slot = free.pop() ?? slots++;
    slotOf.set(condition, slot);
    const retired = order.flatMap((other, at) => (uses[at] === index ? [slotOf.get(other) ?? 0] : []));
    free.push(...retired);
    return { condition, slot, retired };
  });
}

/** Prepares a component for the findings at hand; the plan then serves every set of faults. */
export function plan(graph: Graph, component: Component, findings: Findings): Plan {
  const known = component.observations.filter((observation) => findings.has(observation));
  const relevant = relevantConditions(graph, component, known);
  const order = component.conditions.filter((condition) => relevant.has(condition));
  const stepOf = new Map(
    known.map((o) => [o, lastIndex(order, graph.observations[o]?.conditions.keys() ?? [])] as const),
  );
  const turns = allot(order, lastUses(graph, order, stepOf));
  const bitOf = new Map(turns.map(({ condition, slot }) => [condition, 1 << slot] as const));
  const placed = (node: GraphNode): Placed => {
    const all = [...node.conditions].map(([condition, silent]) => ({ bit: bitOf.get(condition) ?? 0, silent }));
    const parents = all.filter(({ bit }) => bit !== 0);
    return { node, parents, above: parents.reduce((mask, { bit }) => mask | bit, 0) };
  };
  const sightingsAt = (step: number): Sighting[] =>
    known.flatMap((o) => {
      const [node, finding] = [graph.observations[o], findings.get(o)];
      return node && finding && stepOf.get(o) === step ? [{ ...placed(node), ...finding }] : [];
    });
  const steps = turns.flatMap(({ condition, slot, retired }, index) => {
    const node = graph.conditions[condition];
    if (!node) return [];
    return [
      {
        condition: placed(node),
        bit: 1 << slot,
        sightings: sightingsAt(index),
        retired: retired.reduce((mask, other) => mask | (1 << other), 0),
      },
    ];
  });
  const slots = Math.max(0, ...turns.map(({ slot }) => slot + 1));
  return { steps, table: new Float64Array(1 << slots), masks: new Int32Array(1 << slots), lone: sightingsAt(-1) };
}
