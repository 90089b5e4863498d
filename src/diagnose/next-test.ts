/** The next best test: expected bits of information about the cause per cost. */
import type { CostParts, NextTest } from "../model/case.ts";
import type { Capability, Circumstance, TestDefinition } from "../model/catalogue.ts";
import { isMet } from "../model/need.ts";
import type { SignalId } from "../model/signal.ts";
import { unlistedOf } from "../model/unlisted.ts";
import { isForbidden } from "./circumstance.ts";
import type { Reasoning } from "./explain.ts";
import { answerError, type Choice, choiceBetween, type Gain, gainOf, testError } from "./gain.ts";
import type { Findings } from "./plan.ts";
import { type Suspicion, suspicions } from "./suspicion.ts";
import type { Telling } from "./telling.ts";

/** Bits; a person is not asked for what hardly tells anything, unless nothing at all is suspected. */
const leastGain = { machine: 0.02, person: 0.1 } as const;
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
const leastRival = { machine: 0.01, person: 0.02 } as const;

const rivalsNamed = 8;

/** Faults of the likeliest set, and of those likely enough whose prediction for what tells most differs from its own. */
function separated({ graph, sets }: Choice, { chance }: Gain, least: number): string[] {
  const differs = (set: number): boolean => Math.abs(chance(set) - chance(0)) > 0.25;
  const told = sets.filter(({ probability }, set) => set === 0 || (probability > least && differs(set)));
  const faults = [...new Set(told.flatMap((set) => set.faults))].map((fault) => graph.faultIds[fault] ?? "");
  const listed = faults.filter((fault) => unlistedOf(fault) === undefined);
  return (listed.length > 1 ? listed : faults).slice(0, rivalsNamed);
}

function isKnown(observation: number, findings: Findings): boolean {
  const finding = findings.get(observation);
  return finding !== undefined && Math.abs(Math.log(finding.ifTrue / finding.ifFalse)) >= leastKnown;
}

/** By test: what it would tell that is not known. */
function untold(
  { observations }: Suspicion,
  { findings }: Reasoning,
  { telling, read }: Occasion,
): ReadonlyMap<string, readonly number[]> {
  const byTest = new Map<string, number[]>();
  const add = (test: string, observation: number): void => {
    const before = byTest.get(test);
    if (before) before.push(observation);
    else byTest.set(test, [observation]);
  };
  for (const observation of observations) {
    if (isKnown(observation, findings)) continue;
    const tellers = (telling[observation] ?? []).filter(({ needs }) => needs.every((signal) => read.has(signal)));
    for (const { test } of tellers) add(test, observation);
  }
  return byTest;
}

interface Offer extends NextTest {
  readonly value: number;
}

interface Doubt {
  readonly suspicion: Suspicion;
  /** Between its sets. */
  readonly choice: Choice;
  readonly reasoning: Reasoning;
}

/** Of the terminal, and of this moment. */
export interface Occasion {
  readonly capabilities: ReadonlySet<Capability>;
  readonly now: ReadonlySet<Circumstance>;
  /** Of this catalogue: which test tells what. */
  readonly telling: Telling;
  /** Signals that something is known of. */
  readonly read: ReadonlySet<SignalId>;
  /** Somebody says that something is wrong. */
  readonly isComplaint: boolean;
}

function isPossible(test: TestDefinition, { capabilities, now }: Occasion): boolean {
  return !isForbidden(test, now) && isMet(test.needs, capabilities);
}

const askedOf = ({ asks }: TestDefinition): "machine" | "person" => (asks === undefined ? "machine" : "person");

const leastBits = (test: TestDefinition, { isAnywhere }: Suspicion): number =>
  leastGain[isAnywhere ? "machine" : askedOf(test)];

const leastOf = (test: TestDefinition, { isAnywhere }: Suspicion): number =>
  isAnywhere ? 0 : leastRival[askedOf(test)];

/** What one test is worth; undefined where it tells too little. */
function offerOf(
  test: string,
  observations: readonly number[],
  { suspicion, choice, reasoning }: Doubt,
): Offer | undefined {
  const { catalogue } = reasoning;
  const definition = catalogue.tests[test] ?? { seconds: 1 };
  const error = definition.asks === undefined ? testError : answerError;
  const gain = gainOf(choice, { observations, error });
  if (!gain || gain.bits < leastBits(definition, suspicion)) return undefined;
  const separates = separated(choice, gain, leastOf(definition, suspicion));
  if (separates.length < 2) return undefined;
  const costParts = costOf(definition);
  const cost = sumOf(costParts);
  return { test, cost, costParts, separates, value: gain.bits / (cost + 1) };
}

function offers(doubt: Doubt, occasion: Occasion): readonly Offer[] {
  const { suspicion, reasoning } = doubt;
  return [...untold(suspicion, reasoning, occasion)].flatMap(([test, observations]) => {
    if (!isPossible(reasoning.catalogue.tests[test] ?? { seconds: 1 }, occasion)) return [];
    return offerOf(test, observations, doubt) ?? [];
  });
}

/** Tests worth making, best first; empty when the cause is settled, nothing is wrong, or no test would change what to do. */
export function nextTests(reasoning: Reasoning, occasion: Occasion): readonly NextTest[] {
  const best = new Map<string, Offer>();
  for (const suspicion of suspicions(reasoning, occasion.isComplaint)) {
    const choice = choiceBetween(reasoning.graph, suspicion.sets);
    for (const offer of offers({ suspicion, choice, reasoning }, occasion)) {
      if (offer.value > (best.get(offer.test)?.value ?? 0)) best.set(offer.test, offer);
    }
  }
  return [...best.values()].toSorted((a, b) => b.value - a.value).map(({ value: _, ...test }) => test);
}
