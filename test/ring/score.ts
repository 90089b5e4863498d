/** Runs of the generated ring, scored. */
import { performance } from "node:perf_hooks";
import type { Engine } from "../../src/diagnose/engine.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import { unlistedOf } from "../../src/model/unlisted.ts";
import { byInformation, byLadder, type Isolation, isolate, withoutTests } from "./active.ts";
import { brier, calibrationError, type Said } from "./calibration.ts";
import type { Place } from "./ceiling.ts";
import { checkExplanation } from "./explanation.ts";
import { complaint } from "./incident.ts";
import { answersFor, moneyBeside } from "./judge.ts";
import { isNear, type Run, type Scene, scenesOf } from "./series.ts";
import { createSolver, type Solver } from "./solver.ts";
import { countAnswer, createTally, type Tally } from "./tally.ts";

export interface Arena {
  readonly catalogue: Catalogue;
  readonly places: readonly Place[];
  /** The engine as it is shipped, by the name of the deployment. */
  readonly engines: ReadonlyMap<string, Engine>;
}

const claimed = 0.9;
const certain = 0.5;

interface Named extends Said {
  readonly fault: string;
}

/** In the order of telling, without money that is open beside. `solver`: another one than that of the place. */
function namedIn({ place, incident, evidence }: Scene, solver = place.solver): readonly Named[] {
  const beside = moneyBeside(place.stage.catalogue, evidence);
  const isTrue = (fault: string) => incident.faults.includes(fault);
  return solver
    .solve(evidence)
    .filter(({ fault }) => isTrue(fault) || !beside.has(fault))
    .map(({ fault, probability }) => ({ fault, probability, isTrue: isTrue(fault) }));
}

const idsOf = (named: readonly Named[]): readonly string[] => named.map(({ fault }) => fault);

/** Whether anything was read that speaks for the fault, by the catalogue: where nothing was, nobody can name it but by luck. */
function isHeardOf(fault: string, { place: { solver }, evidence }: Scene): boolean {
  const { graph } = solver;
  const signs = graph.foretold[graph.faultIds.indexOf(fault)];
  const holding = new Set(evidence.filter(({ holds }) => holds).map(({ id }) => id));
  return graph.observations.some(({ id }, at) => holding.has(id) && signs?.has(at) === true);
}

/** Which fault is named: by inference alone. */
export function scoreNaming(arena: Arena, run: Run): Tally {
  const tally = createTally();
  for (const scene of scenesOf(arena.catalogue, arena.places, run)) {
    const [truth = ""] = scene.incident.faults;
    const knownBy = arena.catalogue.faults[truth]?.knownBy ?? "people";
    if (knownBy !== "people") tally.count("heard of", isHeardOf(truth, scene));
    countAnswer(tally, { truth, knownBy, named: idsOf(namedIn(scene)) });
  }
  return tally;
}

export interface Spoken {
  readonly tally: Tally;
  /** The first answers. */
  readonly said: readonly Said[];
  readonly times: readonly number[];
}

/** What the engine says, as it is shipped, to somebody who complains. */
export function scoreSpeaking(arena: Arena, run: Run): Spoken {
  const tally = createTally();
  const said: Said[] = [];
  const times: number[] = [];
  for (const scene of scenesOf(arena.catalogue, arena.places, run)) {
    const { place, incident, evidence } = scene;
    const engine = arena.engines.get(place.stage.deployment.name);
    if (!engine) continue;
    const startMs = performance.now();
    const diagnosis = engine.diagnose(evidence, [...incident.readings, complaint], 0);
    times.push(performance.now() - startMs);
    const [truth = ""] = incident.faults;
    const knownBy = arena.catalogue.faults[truth]?.knownBy ?? "people";
    if (knownBy === "people") continue;
    const told = [...diagnosis.verdicts, ...diagnosis.rivals];
    const named = answersFor(
      incident.faults,
      told.map(({ fault }) => fault),
      moneyBeside(arena.catalogue, evidence),
    );
    countAnswer(tally, { truth, knownBy, named });
    const probability = told.find(({ fault }) => fault === named[0])?.probability ?? 0;
    if (probability > 0) said.push({ probability, isTrue: named[0] === truth });
    tally.count("says nothing", named.length === 0);
    tally.count("covered", probability >= claimed);
    if (probability >= claimed) tally.count("right when sure", named[0] === truth);
    checkExplanation(tally, scene, diagnosis);
  }
  return { tally, said, times };
}

/** Two faults at a time. */
export function scorePairs(arena: Arena, run: Run): Tally {
  const tally = createTally();
  for (const scene of scenesOf(arena.catalogue, arena.places, run)) {
    const { faults } = scene.incident;
    const said = namedIn(scene);
    const top = idsOf(said.slice(0, 3));
    const believed = idsOf(said.filter(({ probability }) => probability >= certain));
    tally.count(
      "both in top-3",
      faults.every((fault) => top.includes(fault)),
    );
    const isExact = believed.length === faults.length && faults.every((fault) => believed.includes(fault));
    tally.count("exact set", isExact);
    tally.count(
      isNear(scene.place.solver, faults[0] ?? "", faults[1] ?? "") ? "exact set near" : "exact set far",
      isExact,
    );
  }
  return tally;
}

/** Inference of a terminal whose catalogue has never heard of one fault. */
function solverWithout(fault: string, { stage: { catalogue, deployment } }: Place): Solver {
  const faults = Object.fromEntries(Object.entries(catalogue.faults).filter(([id]) => id !== fault));
  return createSolver({ ...catalogue, faults }, deployment);
}

/** The true fault is not in the engine's catalogue. */
export function scoreUnknown(arena: Arena, run: Run): Tally {
  const tally = createTally();
  for (const scene of scenesOf(arena.catalogue, arena.places, run)) {
    const [first] = namedIn(scene, solverWithout(scene.incident.faults[0] ?? "", scene.place));
    const isOpen = first === undefined || unlistedOf(first.fault) !== undefined;
    tally.count("confidently wrong", !isOpen && first.probability >= claimed);
    tally.count("an unlisted cause first", isOpen);
  }
  return tally;
}

/** Nothing is wrong and nobody complains. */
export function scoreHealthy(arena: Arena, run: Run): Tally {
  const tally = createTally();
  for (const { place, incident, evidence } of scenesOf(arena.catalogue, arena.places, run)) {
    const told =
      arena.engines.get(place.stage.deployment.name)?.diagnose(evidence, incident.readings, 0).verdicts ?? [];
    tally.count(
      "named at .5",
      told.some(({ probability }) => probability >= certain),
    );
    tally.count(
      "named at .9",
      told.some(({ probability }) => probability >= claimed),
    );
  }
  return tally;
}

export interface Calibration {
  readonly top: readonly Said[];
  readonly error: number;
  readonly brier: number;
}

/** How far what is said can be believed, faults as common as they are. */
export function scoreCalibration(arena: Arena, run: Run): Calibration {
  const all = [...scenesOf(arena.catalogue, arena.places, run)].map((scene) => namedIn(scene));
  const top = all.flatMap((said) => said.slice(0, 1));
  const incidents = all.map((named) => ({ named, missed: named.some(({ isTrue }) => isTrue) ? 0 : 1 }));
  return { top, error: calibrationError(top), brier: brier(incidents) };
}

export interface Isolations {
  readonly chosen: readonly Isolation[];
  readonly ladder: readonly Isolation[];
  readonly tally: Tally;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
export const meanCost = (all: readonly Isolation[]): number => mean(all.map(({ cost }) => cost));
export const meanTests = (all: readonly Isolation[]): number => mean(all.map(({ tests }) => tests));

/** What is isolated by tests, chosen and in a fixed order. */
export function scoreTests(arena: Arena, run: Run): Isolations {
  const tally = createTally();
  const [chosen, ladder]: [Isolation[], Isolation[]] = [[], []];
  const fixed = byLadder(Object.keys(arena.catalogue.tests));
  for (const scene of scenesOf(arena.catalogue, arena.places, run)) {
    const engine = arena.engines.get(scene.place.stage.deployment.name);
    const [truth = ""] = scene.incident.faults;
    const knownBy = arena.catalogue.faults[truth]?.knownBy ?? "people";
    if (!engine || knownBy === "people" || knownBy === "hint") continue;
    const seed = run.seed + chosen.length;
    const own = isolate(scene, engine, { policy: byInformation, seed });
    const other = isolate(scene, engine, { policy: fixed, seed });
    chosen.push(own);
    ladder.push(other);
    tally.count("passive", isolate(scene, engine, { policy: withoutTests, seed }).named === truth);
    tally.count("chosen", own.named === truth);
    tally.count("ladder", other.named === truth);
  }
  return { chosen, ladder, tally };
}
