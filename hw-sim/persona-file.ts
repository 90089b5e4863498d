/** Reads a persona from its files: a head, the parts it lists, and behind them what every 3GPP modem has in common. */
import { readdirSync, readFileSync } from "node:fs";
import type { Persona } from "./persona.ts";
import { checkPersona } from "./persona-check.ts";

type Row = Readonly<Record<string, unknown>>;

/** What the files say before it is checked. */
interface Part extends Row {
  readonly parts?: readonly string[];
  readonly delay_ms?: unknown;
  readonly answers?: readonly Row[];
  readonly unsolicited?: readonly Row[];
}

const folder = new URL("./personas/", import.meta.url);

/** Names of all personas. */
export function personaNames(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/**
 * Loads `personas/<name>.json` and the parts it lists: files, or folders for every file in them. Answers are tried in the
 * order of the parts, and in tables such as `settings` or `values` the earlier file wins: what is particular comes first,
 * `3gpp` last. Throws one error that names everything wrong with it.
 */
export function loadPersona(name: string): Persona {
  const head = readJson(new URL(`${name}.json`, folder));
  const files = (head.parts ?? []).flatMap(partFiles).map(readJson);
  const persona: Persona = JSON.parse(JSON.stringify([head, ...files].reduce(joined, {})));
  const problems = checkPersona(persona);
  if (problems.length > 0) throw new Error(`persona ${name}:\n  ${problems.join("\n  ")}`);
  return persona;
}

function joined(before: Part, part: Part): Part {
  const { delay_ms, answers = [], unsolicited = [], about: _, parts: __, ...rest } = part;
  return {
    ...merged(before, rest),
    answers: [...(before.answers ?? []), ...answers.map((answer) => ({ delay_ms, ...answer }))],
    unsolicited: [...(before.unsolicited ?? []), ...unsolicited],
  };
}

/** Tables are joined, and what stood there before stays. */
function merged(before: Row, more: Row): Row {
  const result = new Map<string, unknown>(Object.entries(before));
  for (const [key, value] of Object.entries(more)) {
    const known = result.get(key);
    if (known === undefined) result.set(key, value);
    else if (isTable(known) && isTable(value)) result.set(key, merged(known, value));
  }
  return Object.fromEntries(result);
}

function isTable(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function partFiles(part: string): URL[] {
  if (part.endsWith(".json")) return [new URL(part, folder)];
  const home = new URL(`${part}/`, folder);
  return readdirSync(home)
    .sort()
    .map((file) => new URL(file, home));
}

function readJson(url: URL): Part {
  return JSON.parse(readFileSync(url, "utf8"));
}
