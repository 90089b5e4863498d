/** Links that no golden incident exercises: nobody has written down a case in which the fault is seen to have this effect. */
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { GoldenIncident } from "../support/golden.ts";
import { type Link, linksOf } from "./mutants.ts";
import { reaching } from "./mutation.ts";
import { goldenEvidence } from "./scenarios.ts";

/** Observations that an effect leads to, directly or by way of conditions. */
function seenBy({ conditions, observations }: Catalogue, effect: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const met = new Set<string>();
  const visit = (id: string): void => {
    if (met.has(id)) return;
    met.add(id);
    if (id in observations) seen.add(id);
    for (const next of Object.keys(conditions[id]?.causes ?? {})) visit(next);
  };
  visit(effect);
  return seen;
}

export function unexercised(catalogue: Catalogue, incidents: readonly GoldenIncident[]): readonly Link[] {
  const cases = incidents.map((incident) => ({
    truth: incident.truth,
    holding: new Set(
      goldenEvidence(catalogue, incident)
        .filter(({ holds }) => holds)
        .map(({ id }) => id),
    ),
  }));
  return linksOf(catalogue).filter(({ layer, cause, effect }) => {
    const faults = new Set(layer === "faults" ? [cause] : reaching(catalogue, cause));
    const seen = seenBy(catalogue, effect);
    return !cases.some(
      ({ truth, holding }) => truth.some((id) => faults.has(id)) && [...seen].some((id) => holding.has(id)),
    );
  });
}
