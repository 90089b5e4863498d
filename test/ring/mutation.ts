/** How much of a spoilt catalogue is noticed. */
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Bench, Place } from "./ceiling.ts";
import { equivalentBecause } from "./equivalents.ts";
import { type Mutant, mutated } from "./mutants.ts";
import { answerOf, isNoticed, madeScenarios, movedIn, type Scenario, some } from "./scenarios.ts";
import { createSolver, type Solver } from "./solver.ts";

/** `by`: what noticed it. `equivalent`: nothing did, and nothing need, for a reason that is written down. */
export interface Fate {
  readonly mutant: Mutant;
  readonly by: "drawn" | "golden" | "made" | "equivalent" | "nothing";
}

export interface Suite {
  readonly catalogue: Catalogue;
  readonly bench: Bench;
  /** By fault. */
  readonly drawn: ReadonlyMap<string, readonly Scenario[]>;
  readonly golden: ReadonlyMap<string, readonly Scenario[]>;
}

const mostScenarios = 12;

/** Faults that bring a condition about, by whatever way. */
export function reaching({ faults, conditions }: Catalogue, condition: string): readonly string[] {
  const leads = new Set([condition]);
  for (let before = 0; before !== leads.size; ) {
    before = leads.size;
    for (const [id, { causes }] of Object.entries(conditions)) {
      if (Object.keys(causes).some((effect) => leads.has(effect))) leads.add(id);
    }
  }
  const reaches = Object.entries(faults).filter(([, { causes }]) => Object.keys(causes).some((id) => leads.has(id)));
  return reaches.map(([id]) => id);
}

function concerned({ catalogue }: Suite, { link }: Mutant): readonly string[] {
  return link.layer === "faults" ? [link.cause] : reaching(catalogue, link.cause);
}

/** Solvers for a mutant, made for the places that are asked about. */
function createSolvers(catalogue: Catalogue): (place: Place) => Solver {
  const made = new Map<Place, Solver>();
  return (place) => {
    const solver = made.get(place) ?? createSolver(catalogue, place.stage.deployment);
    made.set(place, solver);
    return solver;
  };
}

export function fateOf(suite: Suite, mutant: Mutant): Fate {
  const solverOf = createSolvers(mutated(suite.catalogue, mutant));
  const notices = (scenario: Scenario) =>
    isNoticed(scenario, answerOf(solverOf(scenario.place), scenario.fault, scenario.evidence));
  const faults = concerned(suite, mutant);
  const of = (scenarios: Suite["drawn"]) =>
    some(
      faults.flatMap((fault) => scenarios.get(fault) ?? []),
      mostScenarios,
      1,
    );
  if (of(suite.golden).some(notices)) return { mutant, by: "golden" };
  if (of(suite.drawn).some(notices)) return { mutant, by: "drawn" };
  const made = some(faults, 3, 1).flatMap((fault) => {
    const place = suite.drawn.get(fault)?.[0]?.place;
    if (!place) return [];
    const effects = movedIn(place.solver.graph, solverOf(place).graph, fault);
    return madeScenarios(suite.catalogue, place, { fault, effects });
  });
  if (made.some(notices)) return { mutant, by: "made" };
  return { mutant, by: equivalentBecause(suite.catalogue, mutant) === undefined ? "nothing" : "equivalent" };
}
