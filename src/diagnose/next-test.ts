/**
 * The next best test: expected bits of information about the cause per cost. Outcomes are predicted fault by fault and
 * combined by noisy-OR, which is as good as exact prediction and far cheaper. "No fault" is left out: that something is
 * wrong is a fact by now, and keeping it in makes every test look useless.
 */
import type { NextTest } from "../model/case.ts";
import type { TestDefinition } from "../model/catalogue.ts";
import type { Reasoning } from "./explain.ts";
import type { Graph } from "./graph.ts";
import type { Belief, Hypothesis, Posterior } from "./infer.ts";

const setsConsidered = 60;
/** Settled: no test is worth its cost. */
const settled = 0.95;
const leastGainBits = 0.02;
/** A person's time, in seconds of machine time. */
const askingCost = 25;
const testError = 0.02;

function cost(test: TestDefinition): number {
  return test.seconds + (test.bytes ?? 0) / 1000 + (test.asks ? askingCost : 0);
}

function entropy(weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return 0;
  return -weights.reduce((sum, weight) => (weight > 0 ? sum + (weight / total) * Math.log2(weight / total) : sum), 0);
}

/** P(observation | set) with the chance of a wrong reading. */
function expected(graph: Graph, observation: number, faults: readonly number[]): number {
  const calm = 1 - (graph.calm[observation] ?? 0);
  const silent = faults.reduce(
    (rest, fault) => (rest * (1 - (graph.predicted[fault]?.[observation] ?? 0))) / calm,
    calm,
  );
  const seen = 1 - silent;
  return seen * (1 - testError) + (1 - seen) * testError;
}

function gain(graph: Graph, observation: number, sets: readonly Hypothesis[]): number {
  const weights = sets.map(({ probability }) => probability);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const yes = sets.map(({ faults, probability }) => probability * expected(graph, observation, faults));
  const no = weights.map((weight, index) => weight - (yes[index] ?? 0));
  const share = yes.reduce((sum, weight) => sum + weight, 0) / total;
  return entropy(weights) - share * entropy(yes) - (1 - share) * entropy(no);
}

/** Faults whose prediction for the observation differs from that of the likeliest. */
function separated(graph: Graph, observation: number, sets: readonly Hypothesis[]): string[] {
  const singles = sets.filter(({ faults, probability }) => faults.length === 1 && probability > 0.01);
  const first = singles[0];
  if (!first) return [];
  const own = expected(graph, observation, first.faults);
  const others = singles.filter(({ faults }) => Math.abs(expected(graph, observation, faults) - own) > 0.25);
  return [first, ...others].flatMap(({ faults }) => faults.map((fault) => graph.faultIds[fault] ?? ""));
}

/** Whether something is wrong in a cluster and it is not settled what. */
function isOpen({ healthy, cluster }: Belief, posterior: Posterior): boolean {
  return healthy < 0.5 && cluster.faults.every((fault) => (posterior.fault[fault] ?? 0) < settled);
}

interface Offer extends NextTest {
  readonly value: number;
}

function offers({ cluster, hypotheses }: Belief, { catalogue, graph, findings }: Reasoning): readonly Offer[] {
  const sets = hypotheses.slice(0, setsConsidered).filter(({ faults }) => faults.length > 0);
  const byTest = new Map<string, { bits: number; observation: number }>();
  for (const observation of cluster.observations) {
    const test = catalogue.observations[graph.observations[observation]?.id ?? ""]?.test;
    if (!test || findings.has(observation)) continue;
    const bits = gain(graph, observation, sets);
    if (bits > (byTest.get(test)?.bits ?? leastGainBits)) byTest.set(test, { bits, observation });
  }
  return [...byTest].map(([test, { bits, observation }]) => {
    const price = cost(catalogue.tests[test] ?? { seconds: 1 });
    return { test, cost: price, separates: separated(graph, observation, sets), value: bits / (price + 1) };
  });
}

/** Tests worth making, best first; empty when the cause is settled or nothing is wrong. */
export function nextTests(reasoning: Reasoning): readonly NextTest[] {
  const { posterior } = reasoning;
  return posterior.beliefs
    .filter((belief) => isOpen(belief, posterior))
    .flatMap((belief) => offers(belief, reasoning))
    .filter(({ separates }) => separates.length > 1)
    .toSorted((a, b) => b.value - a.value)
    .map(({ test, cost: price, separates }) => ({ test, cost: price, separates }));
}
