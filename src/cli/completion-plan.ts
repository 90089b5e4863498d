/** What a shell completes after each command, out of the commands' own help. Pure. */
import { languages } from "../model/text.ts";
import type { Command } from "./command.ts";
import { type HelpOption, helpOptions, takesFile } from "./help-parts.ts";

export type Described = Pick<Command, "name" | "summary" | "help">;

/** What stands behind an option: a path, words that are known, or something that nobody can guess. */
export type Value =
  | { readonly kind: "path" }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "other"; readonly name: string };

export interface PlannedOption {
  readonly name: string;
  readonly text: string;
  /** Undefined for a flag. */
  readonly value: Value | undefined;
}

export interface PlannedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly PlannedOption[];
  /** Whether a path may stand without an option. */
  readonly takesPath: boolean;
}

const paths: readonly string[] = ["FILE", "PATH", "DIR", "FOLDER", "LOG"];

function placeholder(name: string | undefined): Value | undefined {
  if (name === undefined) return undefined;
  if (paths.includes(name)) return { kind: "path" };
  return name === "LANG" ? { kind: "words", words: languages } : { kind: "other", name };
}

function planned({ names, value, text }: HelpOption): readonly PlannedOption[] {
  return names.map((name) => ({ name, text, value: placeholder(value) }));
}

/** Where the program has no help of its own, as for what another file brings, only the name. */
export function planOf(commands: readonly Described[]): readonly PlannedCommand[] {
  return commands.map(({ name, summary, help }) => {
    return { name, summary, options: helpOptions(help).flatMap(planned), takesPath: takesFile(name, help) };
  });
}

export interface Group {
  /** First word. */
  readonly word: string;
  /** Second words, with their summaries. */
  readonly seconds: readonly (readonly [word: string, summary: string])[];
}

/** Commands of two words, by their first. */
export function groupsOf(plan: readonly PlannedCommand[]): readonly Group[] {
  const firsts = [
    ...new Set(plan.filter(({ name }) => name.includes(" ")).map(({ name }) => name.split(" ", 1)[0] ?? "")),
  ];
  return firsts.map((word) => {
    const members = plan.filter(({ name }) => name.startsWith(`${word} `));
    return { word, seconds: members.map(({ name, summary }) => [name.slice(word.length + 1), summary]) };
  });
}

/** First words, each once. */
export function firstWords(plan: readonly PlannedCommand[]): readonly string[] {
  return [...new Set(plan.map(({ name }) => name.split(" ", 1)[0] ?? ""))];
}
