/** What a person's words are about, by tables of phrases: the first that fits is what is meant. */
import type { Scalar } from "../model/signal-shape.ts";

export type PhraseTable = readonly (readonly [about: string, says: RegExp])[];

/** `none` where nothing fits. `guess`: what is left out, because whoever says it does not know it. */
export function firstSaid(table: PhraseTable, words: Scalar, guess: RegExp): string {
  if (typeof words !== "string") return "none";
  const known = words.replace(guess, "");
  return table.find(([, says]) => says.test(known))?.[0] ?? "none";
}
