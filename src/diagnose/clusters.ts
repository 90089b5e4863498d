/**
 * Which faults have to be weighed against each other: those that make one and the same finding likelier. What was looked for
 * and not seen ties nobody: in a noisy-OR its probability is a product over the faults (Heckerman's quickscore). So
 * troubles that share no sign are inferred apart, however many words of the catalogue join their faults. What nobody has
 * listed shows like everything of its kind and would join everything, so it ties nobody either: it competes in every cluster
 * that it could be about, and answers for the signs of that cluster only.
 */
import type { Cluster, Graph } from "./graph.ts";
import type { Findings } from "./plan.ts";

/** Findings that are likelier seen than not. */
function seen(findings: Findings): readonly number[] {
  return [...findings].flatMap(([observation, { ifTrue, ifFalse }]) => (ifTrue > ifFalse ? [observation] : []));
}

/** All that the faults make likelier. */
function signsOf(graph: Graph, faults: readonly number[]): ReadonlySet<number> {
  const signs = new Set<number>();
  for (const fault of faults) for (const sign of graph.foretold[fault] ?? []) signs.add(sign);
  return signs;
}

const isStranger = (fault: number, { firstStranger }: Graph): boolean => fault >= firstStranger;

/** Something listed makes it likelier. */
const isListed = (observation: number, graph: Graph): boolean =>
  graph.foretoldBy[observation]?.some((fault) => !isStranger(fault, graph)) === true;

/** Faults that are tied by the findings, set by set. */
function tied(graph: Graph, shown: readonly number[]): readonly (readonly number[])[] {
  const clusterOf = new Map<number, Set<number>>();
  for (const observation of shown) {
    const known = (graph.foretoldBy[observation] ?? []).filter((fault) => !isStranger(fault, graph));
    const before = clusterOf.get(known[0] ?? -1);
    // They are tied already.
    if (before && known.every((fault) => before.has(fault))) continue;
    const joined = new Set(known.flatMap((fault) => [...(clusterOf.get(fault) ?? [fault])]));
    for (const fault of joined) clusterOf.set(fault, joined);
  }
  return [...new Set(clusterOf.values())].map((members) => [...members].toSorted((a, b) => a - b));
}

/** Clusters of the faults that some finding speaks for; every fault of the catalogue is in one at most. */
export function clustersOf(graph: Graph, findings: Findings): readonly Cluster[] {
  const shown = seen(findings);
  return tied(graph, shown).map((faults) => {
    const observations = signsOf(graph, faults);
    const own = shown.filter((observation) => observations.has(observation));
    const evoked = new Set(own.flatMap((observation) => graph.foretoldBy[observation] ?? []));
    const strangers = [...evoked].filter((fault) => isStranger(fault, graph)).toSorted((a, b) => a - b);
    const elsewhere = new Set(
      shown.filter((observation) => !observations.has(observation) && isListed(observation, graph)),
    );
    return { faults: [...faults, ...strangers], observations, elsewhere };
  });
}

/** The faults that stop payments and that nothing speaks for: what it must be when nothing else is. */
export function unevoked(graph: Graph, clusters: readonly Cluster[]): Cluster {
  const spokenFor = new Set(clusters.flatMap(({ faults }) => faults));
  const faults = graph.faultIds.flatMap((_, fault) =>
    graph.stopsPayments[fault] === true && !spokenFor.has(fault) && !isStranger(fault, graph) ? [fault] : [],
  );
  return { faults, observations: signsOf(graph, faults), elsewhere: new Set() };
}
