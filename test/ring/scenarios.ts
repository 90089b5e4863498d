/** Scenarios with the probability that was expected of them: drawn from the catalogue, written by people, or made for one link. */
import { type Random, seededRandom } from "../../src/base/random.ts";
import type { Graph } from "../../src/diagnose/graph.ts";
import { capabilitiesIn, readIncident } from "../../src/incident/incident.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { detect } from "../../src/signals/detect.ts";
import { createThinker } from "../../src/think.ts";
import { type GoldenIncident, linesOf } from "../support/golden.ts";
import { type Bench, chanceOf, type Place, placesOf } from "./ceiling.ts";
import { drawIncident, evidenceOf } from "./incident.ts";
import { ringEvidence } from "./reading-window.ts";
import type { Solver } from "./solver.ts";

export interface Scenario {
  readonly fault: string;
  readonly place: Place;
  readonly evidence: readonly Evidence[];
  /** What the catalogue makes of it as it is. */
  readonly expected: Answer;
}

interface Answer {
  readonly first: string | undefined;
  readonly probability: number;
}

export function answerOf(solver: Solver, fault: string, evidence: readonly Evidence[]): Answer {
  const all = solver.solve(evidence);
  return { first: all[0]?.fault, probability: all.find((each) => each.fault === fault)?.probability ?? 0 };
}

const noticeable = 0.2;

/** The guard: another first name, or a probability that is off by more than a fifth. */
export const isNoticed = ({ expected }: Scenario, found: Answer): boolean =>
  found.first !== expected.first || Math.abs(found.probability - expected.probability) > noticeable;

function scenario(place: Place, fault: string, evidence: readonly Evidence[]): Scenario {
  return { fault, place, evidence, expected: answerOf(place.solver, fault, evidence) };
}

/** Half of them with everything known, half with a part of it missing. */
export function drawnScenarios(
  catalogue: Catalogue,
  bench: Bench,
  { fault, count, seed }: { readonly fault: string; readonly count: number; readonly seed: number },
): readonly Scenario[] {
  const definition = catalogue.faults[fault];
  const [place] = definition ? placesOf(definition, bench) : [];
  if (!place) return [];
  const random: Random = chanceOf(fault, seed);
  return Array.from({ length: count }, (_, at) => {
    const missing = at % 2 === 0 ? 0 : ringEvidence.missing;
    const how = { ...ringEvidence, missing, error: 0, stops: 0, untold: 0, blips: 0, faults: [fault], random };
    return drawIncident(place.stage, bench.world, how);
  })
    .filter((incident) => incident !== undefined)
    .map(({ readings }) => scenario(place, fault, evidenceOf(catalogue, readings)));
}

const forEver = Number.POSITIVE_INFINITY;

/** What a golden incident shows at its end, by the fault that it is. */
export function goldenEvidence(catalogue: Catalogue, incident: GoldenIncident): readonly Evidence[] {
  const { readings } = readIncident(linesOf(incident));
  const thinker = createThinker({ catalogue, capabilities: capabilitiesIn(readings), holdMs: forEver });
  thinker.see(readings);
  thinker.think(0);
  return detect(catalogue.observations, thinker.book, { nowMs: 0, holdMs: forEver });
}

export function goldenScenarios(
  catalogue: Catalogue,
  bench: Bench,
  incidents: readonly GoldenIncident[],
): readonly Scenario[] {
  return incidents.flatMap((incident) => {
    const [fault = ""] = incident.truth;
    const definition = catalogue.faults[fault];
    const [place] = definition ? placesOf(definition, bench) : [];
    return place ? [scenario(place, fault, goldenEvidence(catalogue, incident))] : [];
  });
}

/** One sign, as surely seen, or seen not to be there, as several looks can make it. */
export function sign(catalogue: Catalogue, id: string, holds: boolean): Evidence {
  const sure = catalogue.observations[id]?.class === "told" ? 1e-5 : 1e-3;
  const likelihood = holds ? { ifTrue: 1, ifFalse: sure } : { ifTrue: sure, ifFalse: 1 };
  return { id, holds, sinceMs: 0, reads: 4, likelihood, readings: [] };
}

/** Observations that something makes likelier, most of all first. */
function signsOf(graph: Graph, fault: string, most: number): readonly string[] {
  const predicted = graph.predicted[graph.faultIds.indexOf(fault)];
  return graph.observations
    .map(({ id }, at) => ({ id, seen: predicted?.[at] ?? 0, calm: graph.calm[at] ?? 0 }))
    .filter(({ seen, calm }) => seen > 2 * calm)
    .toSorted((a, b) => b.seen - a.seen)
    .slice(0, most)
    .map(({ id }) => id);
}

const companions = 6;

/**
 * For one link: its effect alone, with each other sign of the fault, and missing where others are seen. What is not said is not
 * known. Made for a link that no drawn scenario notices.
 */
export function madeScenarios(
  catalogue: Catalogue,
  place: Place,
  { fault, effects }: { readonly fault: string; readonly effects: readonly string[] },
): readonly Scenario[] {
  const { graph } = place.solver;
  const others = signsOf(graph, fault, companions + effects.length).filter((id) => !effects.includes(id));
  const seen = (id: string) => sign(catalogue, id, true);
  const unseen = (id: string) => sign(catalogue, id, false);
  const sets: readonly (readonly Evidence[])[] = effects.flatMap((effect) => [
    [seen(effect)],
    [unseen(effect), ...others.map(seen)],
    [seen(effect), ...others.map(unseen)],
    ...others.flatMap((other) => [
      [seen(effect), seen(other)],
      [unseen(effect), seen(other)],
    ]),
  ]);
  return sets.map((evidence) => scenario(place, fault, evidence));
}

const movedShown = 3;
const leastMoved = 0.02;

/** What a fault is expected to show otherwise by another catalogue: where a spoilt link can be seen, what moved most first. */
export function movedIn(graph: Graph, other: Graph, fault: string): readonly string[] {
  const at = new Map(other.observations.map(({ id }, index) => [id, index] as const));
  const chances = graph.predicted[graph.faultIds.indexOf(fault)];
  const others = other.predicted[other.faultIds.indexOf(fault)];
  return graph.observations
    .map(({ id }, own) => ({ id, moved: Math.abs((chances?.[own] ?? 0) - (others?.[at.get(id) ?? -1] ?? 0)) }))
    .filter(({ moved }) => moved >= leastMoved)
    .toSorted((a, b) => b.moved - a.moved)
    .slice(0, movedShown)
    .map(({ id }) => id);
}

/** A few of a list, the same for the same seed. */
export function some<T>(list: readonly T[], most: number, seed: number): readonly T[] {
  const random = seededRandom(seed);
  return list
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ item }) => item);
}
