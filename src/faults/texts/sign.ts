/** What an observation says in words, when it holds and when it does not. */
import type { Language } from "../../model/text.ts";

export interface SignText {
  readonly holds: string;
  readonly not: string;
}

/** By observation id, then by language. */
export type SignTexts = Readonly<Record<string, Readonly<Record<Language, SignText>>>>;

export const sign = (holds: string, not: string): SignText => ({ holds, not });
