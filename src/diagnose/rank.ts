/** What is told first of what is believed. */
import type { Catalogue } from "../model/catalogue.ts";
import { unlistedOf } from "../model/unlisted.ts";

const leftOver = 0.9;

/** Half a probability: for what is told only after all that is nearly as likely. */
const half = (probability: number): number => probability / 2;

/** A listed fault always; a trouble of the family that is none of the listed only when hardly any of these is left. */
export function isTellable({ conditions }: Catalogue, fault: string, probability: number): boolean {
  const of = unlistedOf(fault);
  return of === undefined || of in conditions || probability >= leftOver;
}

/**
 * By probability; money comes before, or after, all that is as near certain. That it is none of what anybody knows helps
 * nobody, so it comes last while there is a candidate.
 */
export function rankOf(catalogue: Catalogue, fault: string, probability: number): number {
  if (!isTellable(catalogue, fault, probability)) return 0;
  if (unlistedOf(fault) !== undefined) return half(probability);
  const own = catalogue.faults[fault]?.rank;
  if (probability < 0.5 || own === undefined) return probability;
  return own === "first" ? 1 + probability : half(probability);
}
