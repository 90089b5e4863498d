/** A run of incidents: which faults are true, in which kind of terminal, in which world. Seeded: the same run every time. */
import { type Random, seededRandom } from "../../src/base/random.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { isMet } from "../../src/model/need.ts";
import type { Place } from "./ceiling.ts";
import { type Circumstances, drawIncident, evidenceOf, type Incident } from "./incident.ts";
import { chosen, matchedWorld, mismatchedWorld, type World } from "./world.ts";

export interface Run {
  readonly incidents: number;
  readonly seed: number;
  readonly mismatched: boolean;
  /** `one`: uniform over faults. `by_rate`: as often as they are common. `two`: half of the pairs in one cluster. */
  readonly cast: "none" | "one" | "two" | "by_rate";
  readonly circumstances: Circumstances;
}

export interface Scene {
  readonly place: Place;
  readonly world: World;
  readonly incident: Incident;
  readonly evidence: readonly Evidence[];
}

/** Incidents that one mismatched world lasts for. */
const worldLasts = 190;
const mostTries = 40;

export function possibleFaults({ faults }: Catalogue, { stage: { deployment } }: Place): readonly string[] {
  const possible = Object.entries(faults).filter(([, { needs }]) => isMet(needs, deployment.capabilities));
  return possible.map(([id]) => id);
}

/** One of them, as often as its chance has it. */
function byRate(faults: readonly string[], world: World, random: Random): string {
  const chance = (fault: string) => world.faults.get(fault)?.chance ?? 0;
  let left = random() * faults.reduce((sum, fault) => sum + chance(fault), 0);
  for (const fault of faults) {
    left -= chance(fault);
    if (left <= 0) return fault;
  }
  return faults.at(-1) ?? "";
}

/** Whether what shows of one fault says something of the other: they share a part of the network. */
export function isNear({ graph }: Place["solver"], first: string, second: string): boolean {
  const partsOf = (fault: string) => graph.touches[graph.faultIds.indexOf(fault)] ?? [];
  const parts = partsOf(first);
  return partsOf(second).some((part) => parts.includes(part));
}

/** Two faults, half of the time near each other. */
function pair(faults: readonly string[], { solver }: Place, random: Random): readonly string[] {
  const first = chosen(faults, random) ?? "";
  const others = faults.filter((fault) => fault !== first);
  const near = others.filter((fault) => isNear(solver, first, fault));
  const far = others.filter((fault) => !near.includes(fault));
  const wanted = random() < 0.5 ? near : far;
  const second = chosen(wanted.length > 0 ? wanted : others, random);
  return second === undefined ? [first] : [first, second];
}

interface Casting {
  readonly run: Run;
  readonly place: Place;
  readonly world: World;
  readonly random: Random;
}

function cast({ run, place, world, random }: Casting): readonly string[] {
  if (run.cast === "none") return [];
  const faults = possibleFaults(place.stage.catalogue, place);
  if (run.cast === "two") return pair(faults, place, random);
  return [run.cast === "one" ? (chosen(faults, random) ?? "") : byRate(faults, world, random)];
}

/**
 * Of two faults each has to show something that the other does not: two refusals of one payment are one refusal, and what is
 * wrong behind a link that is down is wrong for nobody until the link is back.
 */
function showsAll({ faults }: Incident, { stage, solver: { graph } }: Place, evidence: readonly Evidence[]): boolean {
  if (faults.length < 2) return true;
  const holding = new Set(evidence.filter(({ holds }) => holds).map(({ id }) => id));
  const shown = graph.observations.flatMap(({ id }, at) => (stage.groups.has(id) && holding.has(id) ? [at] : []));
  const signs = faults.map((fault) => graph.foretold[graph.faultIds.indexOf(fault)] ?? new Set<number>());
  return signs.every((own) =>
    shown.some((at) => own.has(at) && !signs.some((other) => other !== own && other.has(at))),
  );
}

function drawScene(casting: Casting): Scene | undefined {
  const { run, place, world, random } = casting;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const faults = cast(casting);
    const incident = drawIncident(place.stage, world, { ...run.circumstances, faults, random });
    if (!incident) continue;
    const evidence = evidenceOf(place.stage.catalogue, incident.readings);
    if (showsAll(incident, place, evidence)) return { place, world, incident, evidence };
  }
  return undefined;
}

/** The incidents of a run, one terminal after the other. */
export function* scenesOf(catalogue: Catalogue, places: readonly Place[], run: Run): Generator<Scene> {
  const random = seededRandom(run.seed);
  const matched = matchedWorld(catalogue);
  let world = matched;
  for (let at = 0; at < run.incidents; at += 1) {
    if (run.mismatched && at % worldLasts === 0) world = mismatchedWorld(matched, random);
    const place = places[at % places.length];
    const scene = place && drawScene({ run, place, world, random });
    if (scene) yield scene;
  }
}
