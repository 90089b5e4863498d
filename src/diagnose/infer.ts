/**
 * Exact inference over sets of at most two faults: score = Σ log prior odds + log P(findings | set), normalised over the
 * sets. Only faults that some finding speaks for can gain from company, so only those are paired, the likeliest first.
 */
import type { Graph } from "./graph.ts";
import { type Findings, type Plan, plan } from "./plan.ts";
import { sweep } from "./sweep.ts";

/** Scores sets of at most two faults against fixed findings; remembers what it has computed. */
export interface Scorer {
  /** log P(findings | exactly these faults) − log P(findings | none). */
  gain(faults: readonly number[]): number;
}

export function createScorer(graph: Graph, findings: Findings): Scorer {
  const plans: (Plan | undefined)[] = graph.components.map(() => undefined);
  const known = new Map<number, number>();
  const base = graph.faultIds.length + 1;

  function value(part: number, faults: readonly number[]): number {
    const [first = -1, second = -1] = faults;
    const key = (part * base + first + 1) * base + second + 1;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const component = graph.components[part];
    if (!component) return 0;
    const prepared = plans[part] ?? plan(graph, component, findings);
    plans[part] = prepared;
    const result = sweep(prepared, faults);
    known.set(key, result);
    return result;
  }

  const touches = (fault: number): readonly number[] => graph.touches[fault] ?? [];

  return {
    gain: (faults) => {
      let sum = 0;
      for (const [at, fault] of faults.entries()) {
        for (const part of touches(fault)) {
          if (faults.slice(0, at).some((other) => touches(other).includes(part))) continue;
          const members = faults.filter((other) => touches(other).includes(part));
          sum += value(part, members) - value(part, []);
        }
      }
      return sum;
    },
  };
}

export interface Hypothesis {
  /** Indices of the faults, none to two. */
  readonly faults: readonly number[];
  readonly probability: number;
}

export interface Posterior {
  /** Likeliest first. */
  readonly hypotheses: readonly Hypothesis[];
  /** By fault: the sum over the sets that contain it. */
  readonly fault: Float64Array;
  /** P(no fault at all). */
  readonly healthy: number;
}

/** Faults with a known observation that is likelier seen than not and that they make likelier. */
export function evoked(graph: Graph, findings: Findings): readonly number[] {
  const seen = [...findings]
    .filter(([, finding]) => finding.ifTrue > finding.ifFalse)
    .map(([observation]) => observation);
  return graph.faultIds.flatMap((_, fault) => {
    const predicted = graph.predicted[fault];
    return seen.some((o) => (predicted?.[o] ?? 0) > 2 * (graph.calm[o] ?? 0)) ? [fault] : [];
  });
}

/** A fault that explains a finding of its own stands high by itself; the product of all evoked would take seconds on a terminal. */
const mostPaired = 24;

function pairsOf(faults: readonly number[]): (readonly number[])[] {
  return faults.flatMap((first, at) => faults.slice(at + 1).map((second) => [first, second]));
}

interface Emphasis {
  /**
   * Multiplies every fault's prior: 1 in passing, more once something is known to be wrong. What is wrong with a way that
   * is not in use is not what somebody suffers from.
   */
  readonly fault: number;
  /** Multiplies the weight of "nothing is wrong". */
  readonly none: number;
}

const inPassing: Emphasis = { fault: 1, none: 1 };
const inIncident: Emphasis = { fault: 10, none: 1 };
/** Few complain about a terminal that works. */
const afterComplaint: Emphasis = { fault: 10, none: 0.1 };

interface Scored {
  readonly faults: readonly number[];
  /** How many of them are of the way in use, or of none. */
  readonly pressing: number;
  readonly score: number;
}

function normalise(sets: readonly Scored[], emphasis: Emphasis): Hypothesis[] {
  const weight = ({ faults, pressing }: Scored) => (faults.length === 0 ? emphasis.none : emphasis.fault ** pressing);
  const scores = sets.map((set) => set.score + Math.log(weight(set)));
  const top = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  return sets.map(({ faults }, index) => ({ faults, probability: Math.exp((scores[index] ?? top) - top) / total }));
}

/** The findings to explain, and whether somebody is known to suffer: a payment failed, a merchant called. */
export interface Situation {
  readonly findings: Findings;
  readonly complaint: boolean;
}

/**
 * The posterior for findings. After a complaint, and when a fault is likelier than none, priors are those of an
 * incident and not of a random day.
 */
export function infer(graph: Graph, { findings, complaint }: Situation, scorer: Scorer): Posterior {
  const score = (faults: readonly number[]): Scored => ({
    faults,
    pressing: faults.filter((fault) => graph.aside[fault] !== true).length,
    score: faults.reduce((sum, fault) => sum + (graph.prior[fault] ?? 0), 0) + scorer.gain(faults),
  });
  const singles = graph.faultIds.map((_, fault) => score([fault]));
  const paired = evoked(graph, findings)
    .toSorted((a, b) => (singles[b]?.score ?? 0) - (singles[a]?.score ?? 0))
    .slice(0, mostPaired);
  const sets = [score([]), ...singles, ...pairsOf(paired).map(score)];
  const calm = normalise(sets, inPassing);
  const healthyInPassing = calm[0]?.probability ?? 1;
  const incident = complaint ? afterComplaint : inIncident;
  const hypotheses = complaint || healthyInPassing < 0.5 ? normalise(sets, incident) : calm;
  const fault = new Float64Array(graph.faultIds.length);
  for (const { faults, probability } of hypotheses) {
    for (const index of faults) fault[index] = (fault[index] ?? 0) + probability;
  }
  const healthy = hypotheses[0]?.probability ?? 1;
  return { hypotheses: hypotheses.toSorted((a, b) => b.probability - a.probability), fault, healthy };
}
