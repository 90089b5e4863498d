/** Which words go with each verb: what the page asks for, and how what comes is checked. One table for both. */
import { tests } from "../faults/tests.ts";
import { testText } from "../faults/texts/questions.ts";
import type { VerbName } from "../model/command.ts";
import { type Language, languages } from "../model/text.ts";
import type { WordView } from "./api.ts";
import { type Fields, wholeIn } from "./fields.ts";
import { rungChoices, said, wordLabels } from "./texts/verbs.ts";

type WordName = keyof typeof wordLabels;

interface Word extends Omit<WordView, "label" | "name" | "choices"> {
  readonly name: WordName;
  /** Of a text, or of each line. */
  readonly pattern?: RegExp;
  choices?(language: Language): NonNullable<WordView["choices"]>;
}

type Bounds = Required<Pick<WordView, "min" | "max" | "initial">>;
const number = (name: WordName, bounds: Bounds): Word => ({ name, kind: "number", needed: true, ...bounds });
const commandId: Word = { name: "id", kind: "text", needed: true, pattern: /^[0-9a-f]{32}$/ };

/** What the terminal makes by itself; the others ask the merchant. */
const ownTests = Object.entries(tests).flatMap(([name, test]) => ("asks" in test ? [] : [name]));

const words: Readonly<Record<VerbName, readonly Word[]>> = {
  diagnose: [
    { name: "active", kind: "flag", needed: false, initial: false },
    {
      ...{ name: "language", kind: "choice", needed: false },
      choices: () => languages.map((value) => ({ value, label: value === "en" ? "English" : "中文" })),
    },
  ],
  read_state: [],
  run_test: [
    {
      ...{ name: "test", kind: "choice", needed: true },
      choices: (language) => ownTests.map((value) => ({ value, label: testText(value, language).text })),
    },
  ],
  at_read: [{ name: "requests", kind: "lines", needed: true, min: 1, max: 8, pattern: /^[ -~]{1,64}$/ }],
  log_tail: [number("lines", { min: 1, max: 200, initial: 50 })],
  hold: [number("minutes", { min: 1, max: 1_440, initial: 30 })],
  release: [],
  bundle: [],
  recover: [{ name: "rung", kind: "choice", needed: true, choices: rungChoices }],
  rotate_keys: [
    { name: "add", kind: "text", needed: false, pattern: /^[\s\S]{2,8192}$/ },
    { name: "remove", kind: "lines", needed: false, min: 0, max: 16, pattern: /^[0-9a-f]{16}$/ },
  ],
  set_config: [
    { name: "settings", kind: "lines", needed: true, min: 1, max: 16, pattern: /^[a-z_.]{1,64}=[ -~]{1,256}$/ },
    number("trial", { min: 30, max: 3_600, initial: 600 }),
  ],
  confirm_config: [commandId],
  again: [commandId],
};

export function wordViews(verb: VerbName, language: Language): readonly WordView[] {
  return words[verb].map(({ pattern: _, choices, name, ...word }) => ({
    ...{ ...word, name, label: said(wordLabels[name], language) },
    ...(choices ? { choices: choices(language) } : {}),
  }));
}

export type WordValue = string | number | boolean | readonly string[];
export type WordValues = Readonly<Record<string, WordValue>>;

function linesOf(value: unknown): readonly string[] | undefined {
  const lines: unknown = typeof value === "string" ? value.split("\n") : value;
  if (!Array.isArray(lines) || !lines.every((line) => typeof line === "string")) return undefined;
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** Undefined: it does not fit. */
function checked(
  { kind, min = 0, max = 0, pattern = /^[\s\S]*$/, choices }: Word,
  said: unknown,
): WordValue | undefined {
  switch (kind) {
    case "flag":
      return typeof said === "boolean" ? said : undefined;
    case "number":
      return wholeIn(said, [min, max]);
    case "choice":
      return choices?.("en").find(({ value }) => value === said)?.value;
    case "text":
      return typeof said === "string" && pattern.test(said) ? said : undefined;
    case "lines": {
      const lines = linesOf(said);
      const fits = lines && lines.length >= min && lines.length <= max && lines.every((line) => pattern.test(line));
      return fits ? lines : undefined;
    }
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** The words that were given, each checked; or the name of the first that is missing or wrong. Others than the verb's are passed over. */
export function readWords(verb: VerbName, given: Fields): { readonly values: WordValues } | { readonly wrong: string } {
  const values: Record<string, WordValue> = {};
  for (const word of words[verb]) {
    const said = isEmpty(given[word.name]) ? word.initial : given[word.name];
    if (isEmpty(said) && !word.needed) continue;
    const value = checked(word, said);
    if (value === undefined) return { wrong: word.name };
    values[word.name] = value;
  }
  return { values };
}
