/** Text of a configuration file → a frozen Config, or everything that is wrong with it at once. */
import { disagreements } from "./agreement.ts";
import { type Config, type Draft, definitions, isConfig, isKey, keys } from "./config.ts";
import { allowed, objection, type Value } from "./key.ts";
import { nearest } from "./nearest.ts";
import { type Problem, position } from "./problem.ts";
import type { Key } from "./schema.ts";
import { type Entry, readSyntax } from "./syntax.ts";

export type Loaded =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/** `inspect`: what else is wrong with values that fit their keys. */
export function loadConfig(text: string, inspect: (draft: Draft) => readonly Problem[] = () => []): Loaded {
  const { entries, problems: faults } = readSyntax(text, isKey);
  const places = new Map(entries.map((entry) => [entry.key, position(text, entry.offset)]));
  const wrong = [...repeated(entries), ...entries.flatMap(entryProblem)];
  const draft = withDefaults(entries);
  // What a broken file seems to lack may only be unreadable.
  const whole = faults.length === 0 ? [...missing(entries, draft), ...disagreements(draft), ...inspect(draft)] : [];
  const problems = [...faults, ...[...wrong, ...whole].map((problem) => ({ ...problem, ...places.get(problem.key) }))];
  if (problems.length > 0) return { kind: "invalid", problems };
  if (!isConfig(draft)) throw new Error("a configuration without problems is not complete");
  return { kind: "config", config: Object.freeze(draft) };
}

function entryProblem({ key, value }: Entry): Problem[] {
  if (!isKey(key)) return isEmptyGroup(key, value) ? [] : [unknownKey(key)];
  const what = objection(definitions[key], value);
  return what === undefined ? [] : [{ key, what, allowed: allowed(definitions[key]) }];
}

function keysIn(group: string): readonly string[] {
  return keys.filter((known) => known.startsWith(`${group}.`));
}

/** What is left of a group when all its keys are commented out. */
function isEmptyGroup(key: string, value: unknown): boolean {
  return keysIn(key).length > 0 && JSON.stringify(value) === "{}";
}

function unknownKey(key: string): Problem {
  const inside = keysIn(key);
  if (inside.length > 0) return { key, what: "is a group", allowed: `an object { … } with ${inside.join(", ")}` };
  const meant = nearest(key, keys);
  return { key, what: meant ? `unknown key, did you mean ${meant}?` : "unknown key" };
}

/** JSON would silently take the last one. */
function repeated(entries: readonly Entry[]): Problem[] {
  const seen = new Set<string>();
  const twice = entries.filter(({ key }) => seen.size === seen.add(key).size);
  return twice.map(({ key }) => ({ key, what: "is given more than once" }));
}

function missing(entries: readonly Entry[], draft: Draft): Problem[] {
  const given = new Set(entries.map(({ key }) => key));
  const lacking = keys.filter((key) => definitions[key].required && !given.has(key) && !isExcused(key, draft));
  return lacking.map((key) => ({ key, what: "is missing", allowed: allowed(definitions[key]) }));
}

function isExcused(key: Key, draft: Draft): boolean {
  const { unless } = definitions[key];
  const other = unless && isKey(unless.key) ? draft[unless.key] : undefined;
  return typeof other === "string" && unless?.is.includes(other) === true;
}

/** Only values that fit; of a key given twice the last. */
function withDefaults(entries: readonly Entry[]): Draft {
  const draft: Partial<Record<Key, Value>> = {};
  for (const key of keys) {
    const { default: usual } = definitions[key];
    if (usual !== undefined) draft[key] = usual;
  }
  for (const { key, value } of entries) {
    if (isKey(key) && isValue(key, value)) draft[key] = value;
  }
  return draft;
}

function isValue(key: Key, value: unknown): value is Value {
  return objection(definitions[key], value) === undefined;
}
