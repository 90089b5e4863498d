/** The `--help` texts taken apart: usage, prose, options, examples, exit codes. Manual and completions are made of them. Pure. */

export interface HelpOption {
  /** `-h`, `--help`. */
  readonly names: readonly string[];
  /** Name of its value, e.g. `FILE`; undefined for a flag. */
  readonly value: string | undefined;
  readonly text: string;
}

export type HelpPart =
  | { readonly kind: "usage" | "example" | "literal"; readonly lines: readonly string[] }
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "options"; readonly options: readonly HelpOption[] }
  | { readonly kind: "rows"; readonly title: string; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: "exits"; readonly exits: readonly (readonly [code: number, meaning: string])[] };

/** Lines of a list: what fits `head` begins an entry, what does not goes on with the last. */
function entries(lines: readonly string[], head: RegExp): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  for (const line of lines) {
    const [, term, text = ""] = head.exec(line) ?? [];
    const last = found.at(-1);
    if (term !== undefined) found.push([term, text]);
    else if (last) last[1] = `${last[1]} ${line.trim()}`.trim();
  }
  return found;
}

/** At two spaces; its text after two more. */
const anyHead = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/;
/** Likewise, with names and a value in capitals; long ones have only one space behind them. */
const optionHead = /^ {2}(-[^\s,]+(?: [A-Z][A-Z:]*)?(?:, -[^\s,]+(?: [A-Z][A-Z:]*)?)*),?(?:\s+(\S.*))?$/;

/** `--lang LANG`, `-h, --help`, `--tenant NAME, --shop NAME`: one option, or several that share their text. */
function optionsOf([head, text]: readonly [string, string]): readonly HelpOption[] {
  const named = head.split(", ").map((part) => {
    const [name = "", value] = part.split(" ");
    return { names: [name], value, text };
  });
  const [first, second] = named;
  const isAlias = second !== undefined && first?.names[0]?.startsWith("--") === false;
  return isAlias ? [{ names: named.flatMap(({ names }) => names), value: second.value, text }] : named;
}

/** `Exit codes: 0 answered, 64 wrong use, 66 …`: a meaning may have commas, no other number after one. */
function exitsOf(text: string): readonly (readonly [number, string])[] {
  const list = text.replace(/^Exit codes:\s*/, "").replaceAll(/\s+/g, " ");
  return list.split(/,\s(?=\d+\s)/).map((entry) => {
    const [, code = "", meaning = ""] = /^(\d+)\s(.*)$/.exec(entry.trim()) ?? [];
    return [Number(code), meaning];
  });
}

function listPart(title: string, lines: readonly string[]): HelpPart {
  return title === "Options"
    ? { kind: "options", options: entries(lines, optionHead).flatMap(optionsOf) }
    : { kind: "rows", title, rows: entries(lines, anyHead) };
}

function partsOf(block: string): readonly HelpPart[] {
  const lines = block.split("\n");
  const [first = "", ...rest] = lines;
  if (first.startsWith("Usage:"))
    return [{ kind: "usage", lines: lines.map((line) => line.replace(/^Usage:\s*/, "").trim()) }];
  if (first.startsWith("Exit codes:")) return [{ kind: "exits", exits: exitsOf(block) }];
  const [, title] = /^(\w+):$/.exec(first) ?? [];
  if (title === "Example") return [{ kind: "example", lines: rest.map((line) => line.replace(/^ {2}/, "")) }];
  return title === undefined ? proseParts(lines) : [listPart(title, rest)];
}

const isIndented = (line: string) => line.startsWith("  ");

/** Prose; and what is indented, such as columns, as it stands. */
function proseParts(lines: readonly string[]): readonly HelpPart[] {
  const runs: string[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && isIndented(last[0]) === isIndented(line)) last.push(line);
    else runs.push([line]);
  }
  return runs.map((run) => {
    const literal = run.every(isIndented);
    return literal
      ? { kind: "literal", lines: run.map((line) => line.slice(2)) }
      : { kind: "prose", text: run.join(" ") };
  });
}

export function helpParts(help: string): readonly HelpPart[] {
  return help
    .trimEnd()
    .split(/\n{2,}/)
    .flatMap(partsOf);
}

export function helpOptions(help: string): readonly HelpOption[] {
  return helpParts(help).flatMap((part) => (part.kind === "options" ? part.options : []));
}

/** Whether it takes a file without an option, by its usage. */
export function takesFile(name: string, help: string): boolean {
  const usage = helpParts(help).flatMap((part) => (part.kind === "usage" ? part.lines : []));
  return usage.some((line) => new RegExp(`^posdiag ${name} \\[?(?:FILE|LOG)\\b`).test(line));
}
