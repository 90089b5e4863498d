/** What the texts of a check are made of. In a sentence `{name}` stands for a value of the finding. */
import type { Language } from "../model/text.ts";

/** `skipped`: not looked at, or not to be seen by who asks; it says nothing about the installation. */
export type Outcome = "ok" | "warn" | "fail" | "skipped";

export type Both = Readonly<Record<Language, string>>;

/** What was found, and the one thing to do. What warns or fails always has the second. */
export type Sentences = readonly [found: string, advice?: string];

export interface Said extends Readonly<Record<Language, Sentences>> {
  readonly is: Outcome;
}

export interface CheckText {
  /** A word or three, for the first column. */
  readonly title: Both;
  /** Why it matters, one sentence. */
  readonly why: Both;
  /** By reason: what programs may go by. */
  readonly said: Readonly<Record<string, Said>>;
}

export const both = (english: string, chinese: string): Both => ({ en: english, "zh-CN": chinese });

const saying =
  (is: Outcome) =>
  (english: Sentences, chinese: Sentences): Said => ({ is, en: english, "zh-CN": chinese });

export const ok = saying("ok");
export const warn = saying("warn");
export const fail = saying("fail");
export const skipped = saying("skipped");

/** The sentence with its values; a name without one stays as it is, so that it is noticed. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
