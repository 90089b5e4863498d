/** The keys that may ask, as a file of the configuration lists them, and as a rotation leaves them. */
import { type Grant, isGrant, type TrustedKey, type Verb } from "../model/command.ts";
import { keyIdOf } from "./seal.ts";

export const mostKeys = 16;
const namePattern = /^[A-Za-z0-9_-]{1,32}$/;
const keyPattern = /^[0-9a-f]{64}$/;

export type TrustRead = { readonly keys: readonly TrustedKey[] } | { readonly what: string };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function grantsOf(said: unknown): readonly Grant[] | undefined {
  if (said === undefined) return [];
  if (!Array.isArray(said)) return undefined;
  const found = said.filter((each): each is Grant => typeof each === "string" && isGrant(each));
  // A list that is empty by mistake must not mean everything.
  return found.length === said.length && found.length > 0 ? found : undefined;
}

const dayPattern = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function keyOf(said: unknown): TrustedKey | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const { name, key, may, until }: Record<string, unknown> = { ...said };
  const granted = grantsOf(may);
  if (typeof name !== "string" || !namePattern.test(name) || typeof key !== "string") return undefined;
  if (!keyPattern.test(key) || !granted) return undefined;
  if (until === undefined) return { name, key, may: granted };
  return typeof until === "string" && dayPattern.test(until) ? { name, key, may: granted, until } : undefined;
}

/**
 * `{"keys":[{"name":"anna","key":"64 hexadecimal digits","may":["diagnose"]}]}`; without `may` everything that is allowed. `ends`: whether
 * a key may have an `until`; where nobody would heed it, it is refused.
 */
export function readTrust(text: string, ends = false): TrustRead {
  const said = parsed(text);
  const list: unknown = typeof said === "object" && said !== null ? Reflect.get(said, "keys") : undefined;
  if (!Array.isArray(list)) return { what: 'is not {"keys":[{"name","key","may"}]}' };
  if (list.length === 0 || list.length > mostKeys) return { what: `has ${list.length} keys, not 1 to ${mostKeys}` };
  const keys = list.map(keyOf).map((key) => (key?.until === undefined || ends ? key : undefined));
  const wrong = keys.indexOf(undefined);
  const form = ends ? '{"name","key","may","until"}' : '{"name","key","may"}';
  if (wrong >= 0) return { what: `has an entry, number ${wrong + 1}, that is not ${form}` };
  const sound = keys.flatMap((key) => key ?? []);
  const distinct = (field: "name" | "key") => new Set(sound.map((each) => each[field])).size === sound.length;
  return distinct("name") && distinct("key") ? { keys: sound } : { what: "names a person or a key twice" };
}

export function writeTrust(keys: readonly TrustedKey[]): string {
  const list = keys.map(({ name, key, may }) => ({ name, key, ...(may.length > 0 && { may }) }));
  return `${JSON.stringify({ keys: list }, null, 2)}\n`;
}

export function findKey(keys: readonly TrustedKey[], id: string): TrustedKey | undefined {
  return keys.find(({ key }) => keyIdOf(key) === id);
}

export function mayAsk({ may }: TrustedKey, what: Grant): boolean {
  return may.length === 0 || may.includes(what);
}

type Rotation = Extract<Verb, { kind: "rotate_keys" }>;

/** The list afterwards, or why there is none: nobody must be able to lock everybody out. */
export function rotated(keys: readonly TrustedKey[], { add, remove }: Rotation): TrustRead {
  if (remove.some((id) => !findKey(keys, id))) return { what: "unknown_key" };
  const names = new Set(add.map(({ name }) => name));
  const kept = keys.filter(({ name, key }) => !names.has(name) && !remove.includes(keyIdOf(key)));
  const read = readTrust(writeTrust([...kept, ...add]));
  if ("what" in read) return { what: "bad_list" };
  return read.keys.some((key) => mayAsk(key, "rotate_keys")) ? read : { what: "nobody_left" };
}
