/** Reads a persona from its files: a head, the parts it lists, and behind them what every 3GPP modem has in common. */
import { readdirSync, readFileSync } from "node:fs";
import type { Answer, Persona, UnsolicitedLine } from "./persona.ts";
import { checkPersona } from "./persona-check.ts";

/** What the files say before it is checked: any part may hold any key. */
interface Part {
  readonly about?: string;
  readonly parts?: readonly string[];
  readonly delay_ms?: Answer["delay_ms"];
  readonly answers?: readonly Partial<Answer>[];
  readonly unsolicited?: readonly UnsolicitedLine[];
  readonly [key: string]: unknown;
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
  const persona = [head, ...files].reduce<Persona>(joined, nothing);
  const problems = checkPersona(persona);
  if (problems.length > 0) throw new Error(`persona ${name}:\n  ${problems.join("\n  ")}`);
  return persona;
}

const nothing = { answers: [], unsolicited: [] } as unknown as Persona;

function joined(persona: Persona, part: Part): Persona {
  const { delay_ms, answers = [], unsolicited = [], about: _, parts: __, ...rest } = part;
  const timed = answers.map((answer) => ({ delay_ms, ...answer }) as Answer);
  return {
    ...(merged(persona, rest) as Persona),
    answers: [...persona.answers, ...timed],
    unsolicited: [...persona.unsolicited, ...unsolicited],
  };
}

/** Tables are joined, and what stood there before stays. */
function merged(before: object, more: object): object {
  const result = new Map<string, unknown>(Object.entries(before));
  for (const [key, value] of Object.entries(more)) {
    const known = result.get(key);
    if (known === undefined) result.set(key, value);
    else if (isTable(known) && isTable(value)) result.set(key, merged(known, value));
  }
  return Object.fromEntries(result);
}

function isTable(value: unknown): value is object {
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
