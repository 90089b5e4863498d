/**
 * Bits that a test is expected to tell of which faults are present. Outcomes are predicted fault by fault and combined by
 * noisy-OR, which is as good as exact prediction and far cheaper. What several observations of one test say is taken
 * together, as if they were independent once the faults are known: the best three, because what they share they say twice.
 * A look that can show many things is worth more: at most what it says of each, and at most what it would tell if each set of
 * faults showed just what it is likeliest to show.
 */
import type { Graph } from "./graph.ts";
import type { Hypothesis } from "./infer.ts";

/** P(a reading is wrong). */
export const testError = 0.02;
/** People look where they were not asked to look. */
export const answerError = 0.05;
const observationsTaken = 3;

const bits = (probability: number): number => (probability > 0 ? -probability * Math.log2(probability) : 0);
const entropyOf = (probabilities: Iterable<number>): number => {
  let sum = 0;
  for (const probability of probabilities) sum += bits(probability);
  return sum;
};

interface Prediction {
  readonly faults: readonly number[];
  readonly error: number;
}

/** P(observation | exactly these faults) with the chance of a wrong reading. */
export function expected(graph: Graph, observation: number, { faults, error }: Prediction): number {
  const calm = 1 - (graph.calm[observation] ?? 0);
  let silent = calm;
  for (const fault of faults) silent *= (1 - (graph.predicted[fault]?.[observation] ?? 0)) / calm;
  return (1 - silent) * (1 - error) + silent * error;
}

/** Of one observation: its chances in each set, and the bits of it that are left when the set is known. */
interface Row {
  readonly observation: number;
  readonly chances: Float64Array;
  readonly left: number;
  readonly bits: number;
}

interface Asked {
  readonly graph: Graph;
  readonly sets: readonly Hypothesis[];
  /** P(set), by set. */
  readonly weights: Float64Array;
  readonly error: number;
}

function rowOf(observation: number, { graph, sets, weights, error }: Asked): Row {
  const chances = new Float64Array(sets.length);
  let [seen, left] = [0, 0];
  // Most sets have nothing to do with it and foretell the same.
  let [before, open] = [Number.NaN, 0];
  for (let set = 0; set < sets.length; set += 1) {
    const chance = expected(graph, observation, { faults: sets[set]?.faults ?? [], error });
    const weight = weights[set] ?? 0;
    if (chance !== before) {
      before = chance;
      open = bits(chance) + bits(1 - chance);
    }
    chances[set] = chance;
    seen += weight * chance;
    left += weight * open;
  }
  return { observation, chances, left, bits: bits(seen) + bits(1 - seen) - left };
}

/** P(this outcome of the rows | set); bit by bit whether each is seen. */
function chanceOf(outcome: number, rows: readonly Row[], set: number): number {
  let product = 1;
  for (let at = 0; at < rows.length; at += 1) {
    const chance = rows[at]?.chances[set] ?? 0;
    product *= outcome & (1 << at) ? chance : 1 - chance;
  }
  return product;
}

/** Gain of a few observations together: the entropy of their outcomes, less what of it stays when the set is known. */
function jointGain(rows: readonly Row[], weights: Float64Array): number {
  const outcomes = new Float64Array(1 << rows.length);
  for (let set = 0; set < weights.length; set += 1) {
    for (let outcome = 0; outcome < outcomes.length; outcome += 1) {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + (weights[set] ?? 0) * chanceOf(outcome, rows, set);
    }
  }
  return rows.reduce((gain, { left }) => gain - left, entropyOf(outcomes));
}

/** Bits by which sets differ in what is likelier seen than not. */
function patternGain(rows: readonly Row[], weights: Float64Array): number {
  const byPattern = new Map<string, number>();
  for (const [set, weight] of weights.entries()) {
    let pattern = "";
    for (const { chances, observation } of rows) if ((chances[set] ?? 0) > 0.5) pattern += `${observation},`;
    byPattern.set(pattern, (byPattern.get(pattern) ?? 0) + weight);
  }
  return entropyOf(byPattern.values());
}

export interface Gain {
  readonly bits: number;
  /** The observation that tells most. */
  readonly best: number;
}

/** What tests are asked about, over and over: the sets of faults, and what has been worked out of them so far. */
export interface Choice {
  readonly graph: Graph;
  readonly sets: readonly Hypothesis[];
  readonly weights: Float64Array;
  /** By chance of error and observation: many tests tell the same. */
  readonly rows: Map<number, Map<number, Row>>;
}

export function choiceBetween(graph: Graph, sets: readonly Hypothesis[]): Choice {
  const total = sets.reduce((sum, { probability }) => sum + probability, 0);
  return { graph, sets, weights: Float64Array.from(sets, ({ probability }) => probability / total), rows: new Map() };
}

interface Question {
  readonly observations: readonly number[];
  readonly error: number;
}

function rowsOf({ graph, sets, weights, rows }: Choice, { observations, error }: Question): readonly Row[] {
  const known = rows.get(error) ?? new Map<number, Row>();
  rows.set(error, known);
  return observations.map((observation) => {
    const row = known.get(observation) ?? rowOf(observation, { graph, sets, weights, error });
    known.set(observation, row);
    return row;
  });
}

/** Of one test of many; undefined when there is nothing to tell. */
export function gainOf(choice: Choice, question: Question): Gain | undefined {
  const { weights } = choice;
  const rows = rowsOf(choice, question).toSorted((a, b) => b.bits - a.bits);
  const [best] = rows;
  if (!best) return undefined;
  const telling = rows.filter((row) => row.bits > best.bits / 10);
  const joint = telling.length > 1 ? jointGain(telling.slice(0, observationsTaken), weights) : best.bits;
  if (telling.length <= observationsTaken) return { bits: joint, best: best.observation };
  const sum = telling.reduce((all, row) => all + row.bits, 0);
  return { bits: Math.max(joint, Math.min(sum, patternGain(telling, weights))), best: best.observation };
}
