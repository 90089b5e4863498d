/** Splits a network into the parts that share nothing: conditions joined by links and by common observations. */
import type { Component, GraphNode } from "./graph.ts";

/** Disjoint sets over 0 … size−1. */
function createSets(size: number) {
  const parent = Array.from({ length: size }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  return {
    find,
    join: (a: number, b: number) => {
      parent[find(a)] = find(b);
    },
  };
}

export function componentsOf(conditions: readonly GraphNode[], observations: readonly GraphNode[]): Component[] {
  const sets = createSets(conditions.length + observations.length);
  const joinParents = (nodes: readonly GraphNode[], offset: number): void => {
    for (const [index, node] of nodes.entries()) {
      for (const condition of node.conditions.keys()) sets.join(offset + index, condition);
    }
  };
  joinParents(conditions, 0);
  joinParents(observations, conditions.length);
  const parts = new Map<number, { conditions: number[]; observations: number[] }>();
  for (let index = 0; index < conditions.length + observations.length; index += 1) {
    const part = parts.get(sets.find(index)) ?? { conditions: [], observations: [] };
    parts.set(sets.find(index), part);
    if (index < conditions.length) part.conditions.push(index);
    else part.observations.push(index - conditions.length);
  }
  return [...parts.values()];
}

/** By fault: the components in which it has a direct effect. */
export function touchesOf(
  faultCount: number,
  nodes: { readonly conditions: readonly GraphNode[]; readonly observations: readonly GraphNode[] },
  components: readonly Component[],
): number[][] {
  const touches = Array.from({ length: faultCount }, () => new Set<number>());
  for (const [part, component] of components.entries()) {
    const members = [
      ...component.conditions.map((index) => nodes.conditions[index]),
      ...component.observations.map((index) => nodes.observations[index]),
    ];
    for (const node of members) {
      for (const fault of node?.faults.keys() ?? []) touches[fault]?.add(part);
    }
  }
  return touches.map((parts) => [...parts]);
}
