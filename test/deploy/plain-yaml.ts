/**
 * As much of YAML 1.2 as compose.yaml uses: maps and lists in blocks, lists of scalars in brackets, maps in braces, anchors of maps with `<<`, and quotes. What else
 * there may be in it is an error, not a guess.
 */

export type Yaml = string | null | readonly Yaml[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: Yaml;
}

interface Line {
  readonly indent: number;
  readonly text: string;
}

export const isMap = (value: Yaml | undefined): value is YamlMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function linesOf(text: string): Line[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*#.*/, "").trimEnd())
    .filter((line) => line !== "")
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trimStart() }));
}

function scalar(text: string): Yaml {
  if (text === "") return null;
  if (/^".*"$/.test(text)) return String(JSON.parse(text));
  if (text.startsWith("[")) {
    const items = text.replace(/^\[|\]$/g, "").match(/"(?:[^"\\]|\\.)*"|[^",\s][^",]*/g) ?? [];
    return items.map((item) => scalar(item.trim()));
  }
  if (/^\{ .* \}$/.test(text)) return mapIn(text.slice(2, -2));
  if (/^[{&*!|>'%@`]|: | #/.test(text)) throw new Error(`more YAML than this reads: ${text}`);
  return text;
}

/** What stands between braces: its commas part it, but for those in braces of its own. */
function mapIn(text: string): YamlMap {
  let depth = 0;
  const parts = [""];
  for (const letter of text) {
    depth += letter === "{" ? 1 : letter === "}" ? -1 : 0;
    if (letter === "," && depth === 0) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${letter}`);
  }
  const entries = parts.map((part) => /^\s*([\w.-]+): (.+)$/.exec(part) ?? []);
  if (entries.some(([, key]) => key === undefined)) throw new Error(`more YAML than this reads: { ${text} }`);
  return Object.fromEntries(entries.map(([, key = "", value = ""]) => [key, scalar(value)]));
}

class Reader {
  readonly #lines: Line[];
  readonly #anchors = new Map<string, YamlMap>();

  constructor(text: string) {
    this.#lines = linesOf(text);
  }

  /** The map or list whose lines stand so far to the right, at least. */
  block(least: number): Yaml {
    const [first] = this.#lines;
    if (!first || first.indent < least) return null;
    return first.text.startsWith("- ") ? this.#list(first.indent) : this.#map(first.indent);
  }

  #next(indent: number): string | undefined {
    return this.#lines[0]?.indent === indent ? this.#lines.shift()?.text : undefined;
  }

  #list(indent: number): Yaml {
    const items: Yaml[] = [];
    while (this.#lines[0]?.text.startsWith("- ")) {
      const text = this.#next(indent);
      if (text === undefined) break;
      items.push(scalar(text.slice(2).trim()));
    }
    return items;
  }

  #map(indent: number): YamlMap {
    const entries = new Map<string, Yaml>();
    for (let text = this.#next(indent); text !== undefined; text = this.#next(indent)) {
      const [, key = "", rest = ""] = /^([^:\s]+):(?: (.*))?$/.exec(text) ?? [];
      if (key === "") throw new Error(`no key: ${text}`);
      const found = key === "<<" ? Object.entries(this.#anchored(rest)) : [[key, this.#value(rest, indent)] as const];
      for (const [name, value] of found) entries.set(name, value);
    }
    return Object.fromEntries(entries);
  }

  #anchored(alias: string): YamlMap {
    const map = this.#anchors.get(alias.replace(/^\*/, ""));
    if (!map) throw new Error(`no anchor ${alias}`);
    return map;
  }

  #value(rest: string, indent: number): Yaml {
    const [, anchor] = /^&(\w+)$/.exec(rest) ?? [];
    if (rest !== "" && anchor === undefined) return scalar(rest);
    const value = this.block(indent + 1);
    if (anchor !== undefined && isMap(value)) this.#anchors.set(anchor, value);
    return value;
  }
}

export function readYaml(text: string): YamlMap {
  const read = new Reader(text).block(0);
  if (!isMap(read)) throw new Error("no map");
  return read;
}
