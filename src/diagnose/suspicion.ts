/**
 * What a test would have to tell apart: the sets of faults that it may be, wherever something is wrong and it is not settled
 * what. "No fault" is left out, because that something is wrong is a fact by now; faults that nothing speaks for yet are in,
 * because a test may be the first to speak for one.
 */

import type { Reasoning } from "./explain.ts";
import type { Belief, Hypothesis } from "./infer.ts";
import { withReserve } from "./reserve.ts";

const setsConsidered = 60;
/** So likely, and no test is worth its cost. */
const settled = 0.95;
/** Several agree where the second of them is as likely as this. */
const leastSecond = 0.05;
/** What is less likely than this among all that it may be changes nothing. */
const leastShare = 1e-4;
/** However sure a cause is, so much is left for all others. */
const leastDoubt = 1e-6;

/** Sets of faults, likeliest first, and the observations that may tell them apart. */
export interface Suspicion {
  readonly sets: readonly Hypothesis[];
  readonly observations: Iterable<number>;
  /** Nothing is suspected more than anything else: no fault is so unlikely that a test for it is not worth its cost. */
  readonly isAnywhere?: true;
}

const byProbability = (a: Hypothesis, b: Hypothesis): number => b.probability - a.probability;

const isTroubled = ({ healthy }: Belief): boolean => healthy < 0.5;

/** Money that is open is told beside its cause whatever that is: it does not settle it. */
function isMoney(fault: number, { catalogue, graph }: Reasoning): boolean {
  return catalogue.faults[graph.faultIds[fault] ?? ""]?.rank === "first";
}

/** The sets that hold a cause, without the money that is open beside it. */
function causesOf(sets: readonly Hypothesis[], reasoning: Reasoning): readonly Hypothesis[] {
  const merged = new Map<string, Hypothesis>();
  for (const { faults, probability } of sets) {
    const causes = faults.filter((fault) => !isMoney(fault, reasoning));
    if (causes.length === 0) continue;
    const key = causes.join();
    merged.set(key, { faults: causes, probability: probability + (merged.get(key)?.probability ?? 0) });
  }
  return [...merged.values()].toSorted(byProbability);
}

/** Whether one cause is as good as certain. */
function isSettled(sets: readonly Hypothesis[]): boolean {
  const byFault = new Map<number, number>();
  for (const { faults, probability } of sets) {
    for (const fault of faults) byFault.set(fault, (byFault.get(fault) ?? 0) + probability);
  }
  return Math.max(0, ...byFault.values()) >= settled;
}

/** Whose turn it is and what comes first; undefined where it is not listed. */
function actionOf(fault: number, { catalogue, graph }: Reasoning): string | undefined {
  const id = graph.faultIds[fault] ?? "";
  const listed = catalogue.faults[id];
  return listed && `${listed.party.toSorted().join()}|${catalogue.firstSteps?.[id] ?? id}`;
}

/** Of sets of one action: how likely they are together, and the likeliest of them but one. */
interface Agreement {
  readonly sum: number;
  readonly first: number;
  readonly second: number;
}

const nobody: Agreement = { sum: 0, first: 0, second: 0 };

/** By action; sets that do not agree in themselves, and what is not listed, have none. */
function agreements(sets: readonly Hypothesis[], reasoning: Reasoning): readonly Agreement[] {
  const byAction = new Map<string, Agreement>();
  for (const { faults, probability } of sets) {
    const actions = new Set(faults.map((fault) => actionOf(fault, reasoning)));
    const [action] = actions;
    if (action === undefined || actions.size > 1) continue;
    const { sum, first, second } = byAction.get(action) ?? nobody;
    const [more, less] = probability > first ? [probability, first] : [first, Math.max(second, probability)];
    byAction.set(action, { sum: sum + probability, first: more, second: less });
  }
  return [...byAction.values()];
}

/**
 * Whether nearly all that it may be is begun with in the same way by the same people: then no test changes anything. What
 * nobody has listed keeps several from agreeing no more than it does when one of them is certain.
 */
function isAgreed(sets: readonly Hypothesis[], reasoning: Reasoning): boolean {
  const isListed = ({ faults }: Hypothesis) => faults.every((fault) => actionOf(fault, reasoning) !== undefined);
  const sumOf = (all: readonly Hypothesis[]) => all.reduce((sum, { probability }) => sum + probability, 0);
  const [total, listed] = [sumOf(sets), sumOf(sets.filter(isListed))];
  return agreements(sets, reasoning).some(
    ({ sum, second }) => sum >= settled * (second > leastSecond * total && listed > total / 2 ? listed : total),
  );
}

/** Faults outside of all clusters, by how likely each is if it is one of them, and what speaks against it. */
function unevoked({ graph, posterior, scorer }: Reasoning): readonly Hypothesis[] {
  const suspected = new Set(posterior.beliefs.flatMap(({ cluster }) => cluster.faults));
  const others = [...graph.prior.entries()].filter(([fault]) => !suspected.has(fault));
  const total = others.reduce((sum, [, prior]) => sum + Math.exp(prior), 0);
  return others.map(([fault, prior]) => ({
    faults: [fault],
    probability: Math.exp(prior + scorer.gain([fault])) / total,
  }));
}

/** What it may be in one cluster. */
function within({ hypotheses, cluster }: Belief, reasoning: Reasoning): Suspicion {
  const sets = causesOf(hypotheses, reasoning).slice(0, setsConsidered);
  return { sets, observations: cluster.observations };
}

/** P(something but money that is open is wrong in this cluster). */
function causeIn({ hypotheses }: Belief, reasoning: Reasoning): number {
  return hypotheses.reduce(
    (sum, { faults, probability }) => (faults.some((fault) => !isMoney(fault, reasoning)) ? sum + probability : sum),
    0,
  );
}

/**
 * Somebody suffers and it is not certain that what is suspected is true: it may be anything, wherever the terminal has not
 * looked. That it is one of those that nothing speaks for is as likely as that none of the others is true.
 */
function anywhere(reasoning: Reasoning): Suspicion {
  const { graph, posterior } = reasoning;
  const evoked = posterior.beliefs.flatMap((belief) => {
    const none = Math.max(leastDoubt, 1 - causeIn(belief, reasoning));
    return causesOf(belief.hypotheses, reasoning).map(({ faults, probability }) => ({
      faults,
      probability: probability / none,
    }));
  });
  const all = [...evoked, ...unevoked(reasoning)];
  const total = all.reduce((sum, { probability }) => sum + probability, 0);
  const sets = all.filter(({ probability }) => probability > leastShare * total).toSorted(byProbability);
  return { sets, observations: graph.observations.keys(), isAnywhere: true };
}

/** Where something is wrong and it is not settled what, or somebody suffers and nothing explains it for certain. */
export function suspicions({ posterior, ...rest }: Reasoning, isComplaint: boolean): readonly Suspicion[] {
  const beliefs = posterior.beliefs.map(withReserve);
  const reasoning = { ...rest, posterior: { ...posterior, beliefs } };
  const isHeard = isComplaint || beliefs.some(({ complaint }) => complaint);
  const doubt = beliefs.reduce((product, belief) => product * (1 - causeIn(belief, reasoning)), 1);
  if (isHeard && doubt > 1 - settled) return [anywhere(reasoning)];
  return beliefs
    .filter(isTroubled)
    .map((belief) => within(belief, reasoning))
    .filter(({ sets }) => sets.length > 0 && !isSettled(sets) && !isAgreed(sets, reasoning));
}
