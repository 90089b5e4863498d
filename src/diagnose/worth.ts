/**
 * What the words of the catalogue are worth: an author who writes "always" is a little off, and now and then there is no such
 * link at all. Who does not know how far off reckons with the mean over the worlds that may be: log-odds off by a standard
 * deviation of one, one link in seventy missing (docs/adr/0087).
 */
import type { Effects, Likelihood } from "../model/catalogue.ts";

/** By word: P(effect | this cause alone), on average over the worlds that may be. */
export const worth: Readonly<Record<Likelihood, number>> = {
  always: 0.97,
  usually: 0.8,
  often: 0.575,
  sometimes: 0.326,
  rarely: 0.097,
};

/** P(effect | this cause alone), by effect. */
export function worthOf(effects: Effects): ReadonlyMap<string, number> {
  return new Map(Object.entries(effects).map(([effect, word]) => [effect, worth[word]] as const));
}
