/**
 * The next best test: expected bits of information about the cause per cost. "No fault" is left out: that something is
 * wrong is a fact by now, and keeping it in makes every test look useless. Faults that nothing speaks for yet are in: without
 * them one stops too early.
 */
import type { CostParts, NextTest } from "../model/case.ts";
import type { Capability, Circumstance, TestDefinition } from "../model/catalogue.ts";
import { isForbidden } from "./circumstance.ts";
import { unlistedCondition } from "./compile.ts";
import type { Reasoning } from "./explain.ts";
import { answerError, expected, gainOf, testError } from "./gain.ts";
import type { Graph } from "./graph.ts";
import type { Belief, Hypothesis, Posterior } from "./infer.ts";
import type { Findings } from "./plan.ts";

const setsConsidered = 60;
/** Settled: no test is worth its cost. */
const settled = 0.95;
const leastGainBits = 0.02;
/** What a person does for us, in seconds of machine time: support is on the telephone anyway. */
const askingCost = { merchant: 25, support: 20 } as const;
const bytesPerSecond = 1_000;
/** Log-odds below which a reading is so old, or so unsure, that another is worth having. */
const leastKnown = 0.7;

function costOf({ seconds, bytes = 0, disturbance = 0, asks }: TestDefinition): CostParts {
  return { seconds, bytes, disturbance, person: asks === undefined ? 0 : askingCost[asks] };
}

const sumOf = ({ seconds, bytes, disturbance, person }: CostParts): number =>
  seconds + bytes / bytesPerSecond + disturbance + person;

/** A rival that is less likely is not worth a test, and still less a person's time. */
const leastRival = { machine: 0.01, person: 0.05 } as const;

interface Contrast {
  readonly best: number;
  readonly error: number;
  readonly least: number;
}

/** Faults whose prediction for the observation differs from that of the likeliest. */
function separated(graph: Graph, { best, error, least }: Contrast, sets: readonly Hypothesis[]): string[] {
  const singles = sets.filter(({ faults, probability }) => faults.length === 1 && probability > least);
  const first = singles[0];
  if (!first) return [];
  const chance = ({ faults }: Hypothesis) => expected(graph, best, { faults, error });
  const others = singles.filter((single) => Math.abs(chance(single) - chance(first)) > 0.25);
  return [first, ...others].flatMap(({ faults }) => faults.map((fault) => graph.faultIds[fault] ?? ""));
}

/** Whose turn it is and what comes first; what is not listed is everywhere the same: call. */
function actionOf(fault: number, { catalogue, graph }: Reasoning): string {
  const id = graph.faultIds[fault] ?? "";
  const listed = catalogue.faults[id];
  if (!listed || unlistedCondition(id) !== undefined) return "unlisted";
  return `${listed.party.toSorted().join()}|${catalogue.firstSteps?.[id] ?? id}`;
}

/** Whether nearly all that it may be is begun with in the same way by the same people: then no test changes anything. */
function isAgreed(sets: readonly Hypothesis[], reasoning: Reasoning): boolean {
  const total = sets.reduce((sum, { probability }) => sum + probability, 0);
  const byAction = new Map<string, number>();
  for (const { faults, probability } of sets) {
    const actions = new Set(faults.map((fault) => actionOf(fault, reasoning)));
    const [action] = actions;
    if (action !== undefined && actions.size === 1) byAction.set(action, (byAction.get(action) ?? 0) + probability);
  }
  return Math.max(0, ...byAction.values()) >= settled * total;
}

const isTroubled = ({ healthy }: Belief): boolean => healthy < 0.5;

/** Where something is wrong and it is not settled what; after a complaint that nothing explains, wherever it may be. */
function openIn({ beliefs, fault: probabilities }: Posterior): readonly Belief[] {
  const wrong = beliefs.some(isTroubled) ? beliefs.filter(isTroubled) : beliefs.filter(({ complaint }) => complaint);
  return wrong.filter(({ cluster }) => cluster.faults.every((fault) => (probabilities[fault] ?? 0) < settled));
}

function isKnown(observation: number, findings: Findings): boolean {
  const finding = findings.get(observation);
  return finding !== undefined && Math.abs(Math.log(finding.ifTrue / finding.ifFalse)) >= leastKnown;
}

/** By test: what of the cluster it would tell that is not known. */
function untold(
  { cluster }: Belief,
  { catalogue, graph, findings }: Reasoning,
): ReadonlyMap<string, readonly number[]> {
  const byTest = new Map<string, number[]>();
  for (const observation of cluster.observations) {
    const test = catalogue.observations[graph.observations[observation]?.id ?? ""]?.test;
    if (test === undefined || isKnown(observation, findings)) continue;
    byTest.set(test, [...(byTest.get(test) ?? []), observation]);
  }
  return byTest;
}

/** A fault that nothing speaks for is as likely as nothing and it are, and below this it is not. */
const leastUnevoked = 1e-3;

/** What it may be, "nothing" left out, and faults outside of all clusters with it: a test may be the first to speak for one. */
function setsOf({ hypotheses, healthy }: Belief, { graph, posterior, scorer }: Reasoning): readonly Hypothesis[] {
  const suspected = new Set(posterior.beliefs.flatMap(({ cluster }) => cluster.faults));
  const unevoked = graph.prior.flatMap((prior, fault) => {
    const probability = healthy * Math.exp(prior);
    if (suspected.has(fault) || probability < leastUnevoked) return [];
    return [{ faults: [fault], probability: probability * Math.exp(scorer.gain([fault])) }];
  });
  return [...hypotheses, ...unevoked]
    .filter(({ faults }) => faults.length > 0)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, setsConsidered);
}

interface Offer extends NextTest {
  readonly value: number;
}

/** Of the terminal, and of this moment. */
export interface Occasion {
  readonly capabilities: ReadonlySet<Capability>;
  readonly now: ReadonlySet<Circumstance>;
}

function isPossible(test: TestDefinition, { capabilities, now }: Occasion): boolean {
  return !isForbidden(test, now) && (test.needs ?? []).every((need) => capabilities.has(need));
}

function offers(belief: Belief, reasoning: Reasoning, occasion: Occasion): readonly Offer[] {
  const { catalogue, graph } = reasoning;
  const sets = setsOf(belief, reasoning);
  if (isAgreed(sets, reasoning)) return [];
  return [...untold(belief, reasoning)].flatMap(([test, observations]) => {
    const definition = catalogue.tests[test] ?? { seconds: 1 };
    if (!isPossible(definition, occasion)) return [];
    const person = definition.asks !== undefined;
    const [error, least] = person ? [answerError, leastRival.person] : [testError, leastRival.machine];
    const gain = gainOf(graph, { observations, error }, sets);
    if (!gain || gain.bits < leastGainBits) return [];
    const costParts = costOf(definition);
    const cost = sumOf(costParts);
    return [
      {
        test,
        cost,
        costParts,
        separates: separated(graph, { ...gain, error, least }, sets),
        value: gain.bits / (cost + 1),
      },
    ];
  });
}

/** Tests worth making, best first; empty when the cause is settled, nothing is wrong, or no test would change what to do. */
export function nextTests(reasoning: Reasoning, occasion: Occasion): readonly NextTest[] {
  const { posterior } = reasoning;
  const best = new Map<string, Offer>();
  for (const belief of openIn(posterior)) {
    for (const offer of offers(belief, reasoning, occasion)) {
      if (offer.separates.length > 1 && offer.value > (best.get(offer.test)?.value ?? 0)) best.set(offer.test, offer);
    }
  }
  return [...best.values()].toSorted((a, b) => b.value - a.value).map(({ value: _, ...test }) => test);
}
