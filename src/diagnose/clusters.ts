/**
 * Which faults have to be weighed against each other: those that make one and the same finding likelier. What was looked for
 * and not seen ties nobody: in a noisy-OR its probability is a product over the faults (Heckerman's quickscore). So
 * troubles that share no sign are inferred apart, however many words of the catalogue join their faults.
 */
import type { Cluster, Graph } from "./graph.ts";
import type { Findings } from "./plan.ts";

/** Findings that are likelier seen than not. */
function seen(findings: Findings): readonly number[] {
  return [...findings].flatMap(([observation, { ifTrue, ifFalse }]) => (ifTrue > ifFalse ? [observation] : []));
}

/** All that the faults make likelier. */
function signsOf(graph: Graph, faults: readonly number[]): ReadonlySet<number> {
  return new Set(faults.flatMap((fault) => [...(graph.foretold[fault] ?? [])]));
}

/** Clusters of the faults that some finding speaks for; every fault is in one at most. */
export function clustersOf(graph: Graph, findings: Findings): readonly Cluster[] {
  const clusterOf = new Map<number, Set<number>>();
  for (const observation of seen(findings)) {
    const joined = new Set<number>();
    for (const fault of graph.foretoldBy[observation] ?? []) {
      for (const member of clusterOf.get(fault) ?? [fault]) joined.add(member);
    }
    for (const fault of joined) clusterOf.set(fault, joined);
  }
  return [...new Set(clusterOf.values())].map((members) => {
    const faults = [...members].toSorted((a, b) => a - b);
    return { faults, observations: signsOf(graph, faults) };
  });
}

/** The faults that stop payments and that nothing speaks for: what it must be when nothing else is. */
export function unevoked(graph: Graph, clusters: readonly Cluster[]): Cluster {
  const spokenFor = new Set(clusters.flatMap(({ faults }) => faults));
  const faults = graph.faultIds.flatMap((_, fault) =>
    graph.stopsPayments[fault] === true && !spokenFor.has(fault) ? [fault] : [],
  );
  return { faults, observations: signsOf(graph, faults) };
}
