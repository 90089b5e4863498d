/** The words behind a verb, as they were typed, checked before they leave: the server checks once more. */
import type { CommandRequest, WordView } from "../console/api.ts";
import type { Words } from "./words/language.ts";

/** By name of the word. A flag is "true" or "". */
export type Typed = Readonly<Record<string, string>>;

export interface Checked {
  readonly words: NonNullable<CommandRequest["words"]>;
  /** By name of the word; empty: it can be sent. */
  readonly problems: Readonly<Record<string, string>>;
}

/** Where a language is asked for, it is the reader's. */
export function initialWords(words: readonly WordView[], language: string): Typed {
  const first = ({ initial, choices }: WordView) =>
    String(initial ?? choices?.find(({ value }) => value === language)?.value ?? "");
  return Object.fromEntries(
    words.map((word) => [word.name, word.kind === "flag" ? (word.initial === true ? "true" : "") : first(word)]),
  );
}

type Value = string | number | boolean | readonly string[];
type Read = { readonly value: Value } | { readonly problem: string };

function readNumber(text: string, { min = 0, max = Number.MAX_SAFE_INTEGER }: WordView, say: Words): Read {
  const value = Number(text);
  const fits = /^\d+$/.test(text) && value >= min && value <= max;
  return fits ? { value } : { problem: say.commands.wrong.number(min, max) };
}

function readLines(text: string, { min = 1, max = 16 }: WordView, say: Words): Read {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const fits = lines.length >= min && lines.length <= max;
  return fits ? { value: lines } : { problem: say.commands.wrong.lines(min, max) };
}

function readWord(text: string, word: WordView, say: Words): Read {
  switch (word.kind) {
    case "flag":
      return { value: text === "true" };
    case "number":
      return readNumber(text, word, say);
    case "lines":
      return readLines(text, word, say);
    case "text":
    case "choice":
      return { value: text };
  }
}

export function checkWords(typed: Typed, words: readonly WordView[], say: Words): Checked {
  const values: Record<string, Value> = {};
  const problems: Record<string, string> = {};
  for (const word of words) {
    const text = (typed[word.name] ?? "").trim();
    if (text === "" && word.kind !== "flag") {
      if (word.needed) problems[word.name] = say.commands.wrong.needed;
      continue;
    }
    const read = readWord(text, word, say);
    if ("problem" in read) problems[word.name] = read.problem;
    else values[word.name] = read.value;
  }
  return { words: values, problems };
}
