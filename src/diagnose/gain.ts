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
/** Bits of one that is seen or not. */
const open = (chance: number): number => bits(chance) + bits(1 - chance);
const entropyOf = (probabilities: Iterable<number>): number => {
  let sum = 0;
  for (const probability of probabilities) sum += bits(probability);
  return sum;
};

/**
 * Of one observation: its chance in each set, and the bits of it that are left when the set is known. Most sets have nothing
 * to do with it, and foretell the same.
 */
interface Row {
  readonly observation: number;
  /** P(seen | set), of the sets that have to do with it. */
  readonly own: ReadonlyMap<number, number>;
  /** P(seen | set), of all others. */
  readonly calm: number;
  readonly left: number;
  readonly bits: number;
}

const chanceIn = ({ own, calm }: Row, set: number): number => own.get(set) ?? calm;

/** What tests are asked about, over and over: the sets of faults, and what has been worked out of them so far. */
export interface Choice {
  readonly graph: Graph;
  readonly sets: readonly Hypothesis[];
  /** P(set), by set. */
  readonly weights: Float64Array;
  /** By fault: the sets that hold it. */
  readonly holding: ReadonlyMap<number, readonly number[]>;
  /** By chance of error and observation: many tests tell the same. */
  readonly rows: Map<number, Map<number, Row>>;
}

export function choiceBetween(graph: Graph, sets: readonly Hypothesis[]): Choice {
  const total = sets.reduce((sum, { probability }) => sum + probability, 0);
  const holding = new Map<number, number[]>();
  for (const [set, { faults }] of sets.entries()) {
    for (const fault of faults) holding.set(fault, [...(holding.get(fault) ?? []), set]);
  }
  const weights = Float64Array.from(sets, ({ probability }) => probability / total);
  return { graph, sets, weights, holding, rows: new Map() };
}

interface Prediction {
  readonly faults: readonly number[];
  readonly error: number;
}

/** P(observation | exactly these faults) with the chance of a wrong reading. */
function expected({ calm, predicted }: Graph, observation: number, { faults, error }: Prediction): number {
  const quiet = 1 - (calm[observation] ?? 0);
  let silent = quiet;
  for (const fault of faults) silent *= (1 - (predicted[fault]?.[observation] ?? 0)) / quiet;
  return (1 - silent) * (1 - error) + silent * error;
}

function rowOf({ graph, sets, weights, holding }: Choice, observation: number, error: number): Row {
  const own = new Map<number, number>();
  let [seen, left, others] = [0, 0, 1];
  for (const set of (graph.movedBy[observation] ?? []).flatMap((fault) => holding.get(fault) ?? [])) {
    if (own.has(set)) continue;
    const chance = expected(graph, observation, { faults: sets[set]?.faults ?? [], error });
    const weight = weights[set] ?? 0;
    own.set(set, chance);
    seen += weight * chance;
    left += weight * open(chance);
    others -= weight;
  }
  const calm = expected(graph, observation, { faults: [], error });
  seen += others * calm;
  left += others * open(calm);
  return { observation, own, calm, left, bits: open(seen) - left };
}

/** Stands for all sets that have to do with none of the rows. */
const noSet = -1;

/** The sets that have to do with any of the rows, and the others as one, by how likely they are. */
function shares(rows: readonly Row[], weights: Float64Array): ReadonlyMap<number, number> {
  const bySet = new Map<number, number>();
  let others = 1;
  for (const { own } of rows) {
    for (const set of own.keys()) {
      if (bySet.has(set)) continue;
      const weight = weights[set] ?? 0;
      bySet.set(set, weight);
      others -= weight;
    }
  }
  return bySet.set(noSet, Math.max(0, others));
}

/** P(this outcome of the rows | set); bit by bit whether each is seen. */
function chanceOf(outcome: number, rows: readonly Row[], set: number): number {
  let product = 1;
  for (const [at, row] of rows.entries()) {
    const chance = chanceIn(row, set);
    product *= outcome & (1 << at) ? chance : 1 - chance;
  }
  return product;
}

/** Gain of a few observations together: the entropy of their outcomes, less what of it stays when the set is known. */
function jointGain(rows: readonly Row[], weights: Float64Array): number {
  const outcomes = new Float64Array(1 << rows.length);
  for (const [set, weight] of shares(rows, weights)) {
    for (let outcome = 0; outcome < outcomes.length; outcome += 1) {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + weight * chanceOf(outcome, rows, set);
    }
  }
  return rows.reduce((gain, { left }) => gain - left, entropyOf(outcomes));
}

/** Bits by which sets differ in what is likelier seen than not. */
function patternGain(rows: readonly Row[], weights: Float64Array): number {
  const byPattern = new Map<string, number>();
  for (const [set, weight] of shares(rows, weights)) {
    const pattern = rows.flatMap((row) => (chanceIn(row, set) > 0.5 ? row.observation : [])).join();
    byPattern.set(pattern, (byPattern.get(pattern) ?? 0) + weight);
  }
  return entropyOf(byPattern.values());
}

export interface Gain {
  readonly bits: number;
  /** P(seen | set) of the observation that tells most. */
  chance(set: number): number;
}

interface Question {
  readonly observations: readonly number[];
  readonly error: number;
}

function rowsOf(choice: Choice, { observations, error }: Question): readonly Row[] {
  const known = choice.rows.get(error) ?? new Map<number, Row>();
  choice.rows.set(error, known);
  return observations.map((observation) => {
    const row = known.get(observation) ?? rowOf(choice, observation, error);
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
  const chance = (set: number): number => chanceIn(best, set);
  const telling = rows.filter((row) => row.bits > best.bits / 10);
  const joint = telling.length > 1 ? jointGain(telling.slice(0, observationsTaken), weights) : best.bits;
  if (telling.length <= observationsTaken) return { bits: joint, chance };
  const sum = telling.reduce((all, row) => all + row.bits, 0);
  return { bits: Math.max(joint, Math.min(sum, patternGain(telling, weights))), chance };
}
