/** What somebody says, or reads off the screen, about a refusal that may be over for the terminal and is not for him. */
import { isAbout, refusalsNamedIn, refusalWordIn } from "../codes/refusal-words.ts";
import type { Reading } from "../model/reading.ts";
import type { RefusalMeaning, RefusalWord } from "../model/signals/meanings.ts";

export interface Spoken {
  readonly text: string;
  readonly atMs: number;
  /** An announcement: said before it comes true. */
  readonly isNotice: boolean;
}

/** So long after a refusal words are still about it. */
const aboutMs = 21_600_000;
const mostKept = 6;

/** The newest words, oldest first; the same list where nothing is said. */
export function keepSpoken(before: readonly Spoken[], { signal, value, atMs }: Reading): readonly Spoken[] {
  const isNotice = signal === "fleet.notice";
  const isWords = isNotice || signal === "operator.report" || signal === "operator.screen_text";
  return isWords && typeof value === "string" ? [...before, { text: value, atMs, isNotice }].slice(-mostKept) : before;
}

const since = (spoken: readonly Spoken[], refusedMs: number): readonly Spoken[] =>
  spoken.filter(({ atMs, isNotice }) => !isNotice && atMs >= refusedMs && atMs - refusedMs <= aboutMs);

interface Refused {
  readonly atMs: number;
  readonly meaning: RefusalMeaning;
}

/** Whether somebody names such a refusal. */
export function isNamed({ atMs, meaning }: Refused, spoken: readonly Spoken[]): boolean {
  return since(spoken, atMs).some(({ text }) => refusalsNamedIn(text).includes(meaning));
}

/** What is said of a refusal beyond its code: by the host itself, by people since, or announced. */
export function wordFor(refused: Refused, texts: readonly string[], spoken: readonly Spoken[]): RefusalWord {
  const said = [...texts, ...since(spoken, refused.atMs).map(({ text }) => text)];
  const announced = spoken.flatMap(({ text, isNotice }) => (isNotice ? (refusalWordIn(text) ?? []) : []));
  const words = [
    ...said.flatMap((text) => refusalWordIn(text) ?? []),
    ...announced.filter((each) => each === "discontinued"),
  ];
  return words.find((word) => isAbout(word, refused.meaning)) ?? "unclear";
}
