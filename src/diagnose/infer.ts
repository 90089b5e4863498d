/**
 * Exact inference over sets of at most two faults of each cluster: score = Σ log prior odds + log P(findings | set),
 * normalised over the sets. Clusters share no finding, so they are inferred apart, and a third fault elsewhere hides none.
 * Only faults that some finding speaks for can gain, so only those are weighed, and the likeliest are paired.
 */
import { clustersOf, unevoked } from "./clusters.ts";
import type { Cluster, Graph } from "./graph.ts";
import type { Findings } from "./plan.ts";
import type { Scorer } from "./scorer.ts";

export interface Hypothesis {
  /** Indices of the faults, none to two. */
  readonly faults: readonly number[];
  readonly probability: number;
}

/** What is known of one cluster. */
export interface Belief {
  readonly cluster: Cluster;
  /** Likeliest first. */
  readonly hypotheses: readonly Hypothesis[];
  /** P(none of its faults). */
  readonly healthy: number;
  /** Somebody is known to suffer, and it may be from this. */
  readonly complaint: boolean;
}

export interface Posterior {
  readonly beliefs: readonly Belief[];
  /** By fault: the sum over the sets that contain it. */
  readonly fault: Float64Array;
  /** P(no fault at all). */
  readonly healthy: number;
}

/** P(fault) by one belief. */
const chanceIn = ({ hypotheses }: Belief, fault: number): number =>
  hypotheses.reduce((sum, { faults, probability }) => sum + (faults.includes(fault) ? probability : 0), 0);

/** What is believed of the cluster that a fault belongs to, or that it is likeliest in. */
export function beliefAbout(fault: number, { beliefs }: Posterior): Belief | undefined {
  const about = beliefs.filter(({ cluster }) => cluster.faults.includes(fault));
  return about.length < 2 ? about[0] : about.toSorted((a, b) => chanceIn(b, fault) - chanceIn(a, fault))[0];
}

/** A fault that explains a finding of its own stands high by itself; the product of all evoked would take seconds on a terminal. */
const mostPaired = 24;

function pairsOf(faults: readonly number[]): (readonly number[])[] {
  return faults.flatMap((first, at) => faults.slice(at + 1).map((second) => [first, second]));
}

/**
 * What the prior of every fault is multiplied by that a sign speaks for, once something is known to be wrong. What is wrong
 * with a way that is not in use is not what somebody suffers from.
 */
const inIncident = 10;
/** Few complain about a terminal that works: what "nothing is wrong anywhere" is multiplied by. */
const unprovoked = 0.1;

interface Scored {
  readonly faults: readonly number[];
  /** How many of them are of the way in use, or of none, and have a sign that speaks for them. */
  readonly pressing: number;
  readonly score: number;
}

function normalise(sets: readonly Scored[], emphasis: number): Hypothesis[] {
  const scores = sets.map((set) => set.score + set.pressing * Math.log(emphasis));
  const top = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  return sets.map(({ faults }, index) => ({ faults, probability: Math.exp((scores[index] ?? top) - top) / total }));
}

/** The findings to explain, and who is known to suffer. */
export interface Situation {
  readonly findings: Findings;
  /** Whether somebody is known to suffer from this cluster: a payment failed, a merchant called. */
  isComplaint(cluster: Cluster): boolean;
  /** A payment did not get through: something is wrong, whether or not anything shows it. */
  readonly isStuck?: boolean;
}

/**
 * The posterior for findings. After a complaint, and when a fault is likelier than none, priors are those of an
 * incident and not of a random day.
 */
export function infer(graph: Graph, situation: Situation, scorer: Scorer): Posterior {
  const clusters = clustersOf(graph, situation.findings);
  const beliefs = clusters.map((cluster) =>
    believe(graph, cluster, { scorer, complaint: situation.isComplaint(cluster) }),
  );
  const told = heard(beliefs);
  const isExplained = !situation.isStuck || told.some(({ healthy }) => healthy < 0.5);
  if (isExplained) return posteriorOf(graph, told);
  const guess = believe(graph, unevoked(graph, clusters), { scorer, complaint: true, isGuess: true });
  return posteriorOf(graph, heard([...beliefs, guess]));
}

/**
 * What a complaint says: that it is not all nothing. It does not say that every one of those it may be about is true, so it
 * takes away from "nothing is wrong" in all of them together, and where one explains it, it says nothing of the others.
 */
function heard(beliefs: readonly Belief[]): Belief[] {
  const complained = beliefs.filter(({ complaint }) => complaint);
  const nothing = complained.reduce((product, { healthy }) => product * healthy, 1);
  const doubt = (1 - unprovoked) * nothing;
  return beliefs.map((belief) => {
    if (!belief.complaint) return belief;
    const part = ({ faults, probability }: Hypothesis): Hypothesis => ({
      faults,
      probability: (faults.length === 0 ? probability - doubt : probability) / (1 - doubt),
    });
    const hypotheses = belief.hypotheses.map(part).toSorted((a, b) => b.probability - a.probability);
    return { ...belief, hypotheses, healthy: (belief.healthy - doubt) / (1 - doubt) };
  });
}

function posteriorOf(graph: Graph, beliefs: readonly Belief[]): Posterior {
  const fault = new Float64Array(graph.faultIds.length);
  for (const { hypotheses } of beliefs) {
    const own = new Map<number, number>();
    for (const { faults, probability } of hypotheses) {
      for (const index of faults) own.set(index, (own.get(index) ?? 0) + probability);
    }
    // What is in no catalogue may be in several clusters: in this one, or in one of those before.
    for (const [index, chance] of own) fault[index] = 1 - (1 - (fault[index] ?? 0)) * (1 - chance);
  }
  return { beliefs, fault, healthy: beliefs.reduce((product, { healthy }) => product * healthy, 1) };
}

interface Inquiry {
  readonly scorer: Scorer;
  readonly complaint: boolean;
  /** Nothing speaks for any of the faults: none is emphasised, and none is paired. */
  readonly isGuess?: boolean;
}

function believe(graph: Graph, cluster: Cluster, { scorer, complaint, isGuess = false }: Inquiry): Belief {
  const score = (faults: readonly number[]): Scored => ({
    faults,
    pressing: isGuess ? 0 : faults.filter((fault) => graph.aside[fault] !== true).length,
    score: faults.reduce((sum, fault) => sum + (graph.prior[fault] ?? 0), 0) + scorer.gain(faults, cluster.elsewhere),
  });
  const singles = cluster.faults.map((fault) => score([fault])).toSorted((a, b) => b.score - a.score);
  const paired = isGuess ? [] : singles.slice(0, mostPaired).flatMap(({ faults }) => faults);
  const sets = [score([]), ...singles, ...pairsOf(paired).map(score)];
  const calm = normalise(sets, 1);
  const hypotheses = complaint || (calm[0]?.probability ?? 1) < 0.5 ? normalise(sets, inIncident) : calm;
  const healthy = hypotheses[0]?.probability ?? 1;
  return { cluster, hypotheses: hypotheses.toSorted((a, b) => b.probability - a.probability), healthy, complaint };
}
