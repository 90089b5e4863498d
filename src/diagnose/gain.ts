/**
 * Bits that a test is expected to tell of which faults are present. Outcomes are predicted fault by fault and combined by
 * noisy-OR, which is as good as exact prediction and far cheaper. What several observations of one test say is taken
 * together, as if they were independent once the faults are known: the best three, because what they share they say twice.
 */
import type { Graph } from "./graph.ts";
import type { Hypothesis } from "./infer.ts";

/** P(a reading is wrong). */
export const testError = 0.02;
/** People look where they were not asked to look. */
export const answerError = 0.05;
const observationsTaken = 3;

export function entropy(weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return 0;
  return -weights.reduce((sum, weight) => (weight > 0 ? sum + (weight / total) * Math.log2(weight / total) : sum), 0);
}

/** P(observation | set) with the chance of a wrong reading. */
export function expected(
  graph: Graph,
  observation: number,
  { faults, error }: { faults: readonly number[]; error: number },
): number {
  const calm = 1 - (graph.calm[observation] ?? 0);
  const silent = faults.reduce(
    (rest, fault) => (rest * (1 - (graph.predicted[fault]?.[observation] ?? 0))) / calm,
    calm,
  );
  return (1 - silent) * (1 - error) + silent * error;
}

/** Gain of observations whose chances in each set are given. */
function jointGain(weights: readonly number[], chances: readonly (readonly number[])[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = 0;
  for (let outcome = 0; outcome < 1 << chances.length; outcome += 1) {
    const parts = weights.map((weight, set) =>
      chances.reduce((part, row, at) => part * (outcome & (1 << at) ? (row[set] ?? 0) : 1 - (row[set] ?? 0)), weight),
    );
    left += (parts.reduce((sum, part) => sum + part, 0) / total) * entropy(parts);
  }
  return entropy(weights) - left;
}

export interface Gain {
  readonly bits: number;
  /** The observation that tells most. */
  readonly best: number;
}

/** Of one test, over sets of faults; undefined when there is nothing to tell. */
export function gainOf(
  graph: Graph,
  { observations, error }: { readonly observations: readonly number[]; readonly error: number },
  sets: readonly Hypothesis[],
): Gain | undefined {
  const weights = sets.map(({ probability }) => probability);
  const rows = observations
    .map((observation) => {
      const chances = sets.map(({ faults }) => expected(graph, observation, { faults, error }));
      return { observation, chances, bits: jointGain(weights, [chances]) };
    })
    .toSorted((a, b) => b.bits - a.bits)
    .slice(0, observationsTaken);
  const [best] = rows;
  if (!best) return undefined;
  const telling = rows.filter(({ bits }) => bits > best.bits / 10).map(({ chances }) => chances);
  return { bits: telling.length > 1 ? jointGain(weights, telling) : best.bits, best: best.observation };
}
