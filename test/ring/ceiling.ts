/**
 * The diagnosability of a catalogue: with everything known that a terminal can know, in a world that is just as the catalogue
 * says, how often is each fault named, and what is it taken for? No algorithm can be better than this.
 */
import { type Random, seededRandom } from "../../src/base/random.ts";
import type { Catalogue, FaultDefinition, KnownBy } from "../../src/model/catalogue.ts";
import { isMet } from "../../src/model/need.ts";
import { type Deployment, deployments } from "./deployments.ts";
import { createStage, drawIncident, evidenceOf, type Stage } from "./incident.ts";
import { answersFor, moneyBeside } from "./judge.ts";
import { fullEvidence } from "./reading-window.ts";
import { createSolver, type Solver } from "./solver.ts";
import { matchedWorld, type World } from "./world.ts";

export interface FaultCeiling {
  readonly fault: string;
  readonly knownBy: KnownBy;
  readonly draws: number;
  readonly first: number;
  readonly amongThree: number;
  /** What was named instead, by how often. */
  readonly rivals: ReadonlyMap<string, number>;
}

/** A kind of terminal, and the inference made for it. */
export interface Place {
  readonly stage: Stage;
  readonly solver: Solver;
}

export interface Bench {
  readonly world: World;
  readonly stages: readonly Place[];
}

export function createBench(catalogue: Catalogue, which: readonly Deployment[] = deployments): Bench {
  return {
    world: matchedWorld(catalogue),
    stages: which.map((deployment) => ({
      stage: createStage(catalogue, deployment),
      solver: createSolver(catalogue, deployment),
    })),
  };
}

/** Where a fault can be: on a telephone line only what needs one, because there is little else to see. */
export function placesOf({ needs = [] }: FaultDefinition, { stages }: Bench): readonly Place[] {
  const isSeen = (has: Deployment["capabilities"]) => needs.includes("dial_up") || !has.has("dial_up");
  return stages.filter(
    ({ stage: { deployment } }) => isMet(needs, deployment.capabilities) && isSeen(deployment.capabilities),
  );
}

/** The chance of one fault is its own, so that a fault asked for alone is drawn as among all. */
export function chanceOf(fault: string, seed: number): Random {
  const own = [...fault].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261);
  return seededRandom((own ^ Math.imul(seed, 2_654_435_761)) >>> 0);
}

interface Ask {
  readonly fault: string;
  readonly draws: number;
  readonly seed: number;
}

/** What is named, in order, for one incident of a fault; undefined where it shows nothing. */
function namedFor(
  fault: string,
  { stage, solver }: Place,
  chance: { readonly world: World; readonly random: Random },
): readonly string[] | undefined {
  const { catalogue } = stage;
  const incident = drawIncident(stage, chance.world, {
    ...fullEvidence,
    blips: 0,
    faults: [fault],
    random: chance.random,
  });
  if (!incident) return undefined;
  const evidence = evidenceOf(catalogue, incident.readings);
  const all = solver.solve(evidence).map((suspect) => suspect.fault);
  return answersFor([fault], all, moneyBeside(catalogue, evidence)).slice(0, 3);
}

/** Throws a RangeError for what is not a fault of the catalogue. */
export function ceilingOf(catalogue: Catalogue, bench: Bench, { fault, draws, seed }: Ask): FaultCeiling {
  const definition = catalogue.faults[fault];
  if (!definition) throw new RangeError(`${fault} is not a fault of the catalogue`);
  const places = placesOf(definition, bench);
  const chance = { world: bench.world, random: chanceOf(fault, seed) };
  const answers = Array.from({ length: draws }, (_, at) => {
    const place = places[at % places.length];
    return place && namedFor(fault, place, chance);
  }).filter((named) => named !== undefined);
  const rivals = new Map<string, number>();
  for (const [first = "nothing"] of answers) if (first !== fault) rivals.set(first, (rivals.get(first) ?? 0) + 1);
  return {
    fault,
    knownBy: definition.knownBy,
    draws: answers.length,
    first: answers.filter(([first]) => first === fault).length,
    amongThree: answers.filter((named) => named.includes(fault)).length,
    rivals,
  };
}

/** How often a fault counts as told: a hint need only be among the first three. */
export const shareTold = ({ knownBy, draws, first, amongThree }: FaultCeiling): number =>
  draws === 0 ? 0 : (knownBy === "hint" ? amongThree : first) / draws;
