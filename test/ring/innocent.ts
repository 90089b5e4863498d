/** Signs of healthy life that name a fault all alone, once somebody complains of anything: each is a false answer waiting. */
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Place } from "./ceiling.ts";
import { sign } from "./scenarios.ts";

export interface Innocent {
  readonly observation: string;
  /** P(seen in healthy life). */
  readonly leak: number;
  readonly fault: string;
  readonly probability: number;
}

const named = 0.5;

/** What is seen most often first. Only what this kind of terminal hears. */
export function innocents(catalogue: Catalogue, { stage, solver }: Place): readonly Innocent[] {
  return [...stage.groups.keys()]
    .flatMap((observation) => {
      const [first] = solver.solve([sign(catalogue, observation, true)]);
      const leak = catalogue.observations[observation]?.leak ?? 0;
      return first && first.probability >= named ? [{ observation, leak, ...first }] : [];
    })
    .toSorted((a, b) => b.leak - a.leak);
}
