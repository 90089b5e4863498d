/** The catalogue as one acquirer or deployment wants it: other rates, parties and wording, and faults that do not occur there. */
import { type Catalogue, type FaultDefinition, type Party, type Rate, rates } from "../model/catalogue.ts";
import { createTextBook, type OwnTexts, type TextBook } from "./text.ts";

export interface Adaptation {
  readonly texts: OwnTexts;
  /** By fault, as the word that it comes to. */
  readonly rates: Readonly<Record<string, Rate>>;
  /** By fault; who must act first comes first. */
  readonly party: Readonly<Record<string, readonly Party[]>>;
  readonly drop: readonly string[];
}

/** What one agent knows, and how it says it. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly texts: TextBook;
}

function adapted(id: string, definition: FaultDefinition, { rates: rate, party }: Adaptation): FaultDefinition {
  return { ...definition, rate: rate[id] ?? definition.rate, party: party[id] ?? definition.party };
}

export function adapt(catalogue: Catalogue, adaptation: Adaptation): Knowledge {
  const kept = Object.entries(catalogue.faults).filter(([id]) => !adaptation.drop.includes(id));
  const faults = Object.fromEntries(kept.map(([id, definition]) => [id, adapted(id, definition, adaptation)]));
  return { catalogue: { ...catalogue, faults }, texts: createTextBook(adaptation.texts) };
}

/** The word of the scale nearest to a rate times a factor, by the ratio of the two; beyond the scale its end. */
export function scaledRate(rate: Rate, factor: number): Rate {
  const wanted = Math.log(rates[rate] * factor);
  let best = rate;
  for (const word of ["common", "occasional", "rare", "very_rare"] as const) {
    if (Math.abs(Math.log(rates[word]) - wanted) < Math.abs(Math.log(rates[best]) - wanted)) best = word;
  }
  return best;
}
