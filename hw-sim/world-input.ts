/** Reads what a person or a scenario wants to set: unknown JSON in, a checked change of the world or one sentence out. */
import type { World } from "./world.ts";
import { WORLD_FIELDS } from "./world-fields.ts";

/** A change as it comes from outside: names and values of docs/simulator.md, presets included. */
export type SetRequest = { readonly [key: string]: unknown };

export type SetResult =
  | { readonly kind: "ok"; readonly change: Partial<World> }
  | { readonly kind: "bad"; readonly error: string };

/** Either the whole change, or the reason why nothing of it is done, naming the key and what it allows. */
export function readSet(input: unknown): SetResult {
  if (!isRecord(input)) return bad(`"set" wants an object such as {"sim":"absent"}; keys: ${fieldNames()}`);
  const entries = Object.entries(input);
  if (entries.length === 0) return bad(`"set" is empty; keys: ${fieldNames()}`);
  let change: Partial<World> = {};
  for (const [key, value] of entries) {
    const field = WORLD_FIELDS.find(({ name }) => name === key);
    if (!field) return bad(`there is no "${key}"; keys: ${fieldNames()}`);
    const part = field.read(value);
    if (!part) return bad(`"${key}" cannot be ${JSON.stringify(value)}; allowed: ${field.allowed}`);
    change = { ...change, ...part };
  }
  return { kind: "ok", change };
}

export function isRecord(value: unknown): value is SetRequest {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldNames(): string {
  return WORLD_FIELDS.map(({ name }) => name).join(", ");
}

function bad(error: string): SetResult {
  return { kind: "bad", error };
}
