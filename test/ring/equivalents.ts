/** Mutants that no scenario noticed and that change no answer anybody could object to, each with the reason. */
import { type Catalogue, rates } from "../../src/model/catalogue.ts";
import { linksOf, type Mutant } from "./mutants.ts";

interface Reason {
  readonly reason: string;
  applies(catalogue: Catalogue, mutant: Mutant): boolean;
}

/** Whether seeing the effect proves the cause: nothing else brings it about, and it is not seen in healthy life. */
function isProof(catalogue: Catalogue, { link }: Mutant): boolean {
  const leak = catalogue.observations[link.effect]?.leak;
  const rate = catalogue.faults[link.cause]?.rate;
  if (leak === undefined || rate === undefined || leak > rates[rate] / 5) return false;
  return linksOf(catalogue).every(({ cause, effect }) => effect !== link.effect || cause === link.cause);
}

const reasons: readonly Reason[] = [
  {
    reason:
      "nothing else brings the effect about: seen it proves the fault by either word, and unseen the others decide",
    applies: (catalogue, mutant) => mutant.kind === "weaken" && isProof(catalogue, mutant),
  },
  {
    reason: "what is seen in 7 of 100 cases is less than two authors' words are apart",
    applies: (_, { kind, link }) => kind === "delete" && link.word === "rarely",
  },
];

export function equivalentBecause(catalogue: Catalogue, mutant: Mutant): string | undefined {
  return reasons.find(({ applies }) => applies(catalogue, mutant))?.reason;
}
