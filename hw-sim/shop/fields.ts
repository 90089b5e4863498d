/** The table of everything at the counter and behind it that can be set: name, what is allowed in words, and its reader. */
import type { Circumstances } from "../acquirer/circumstances.ts";
import { isNumber, isWhole, oneOf, words } from "../value-check.ts";
import { CONTACTS, type ShopState, SOFTWARE } from "./state.ts";

export interface ShopChange {
  readonly shop?: Partial<ShopState>;
  readonly bank?: Partial<Circumstances>;
}

export interface ShopField {
  readonly name: string;
  readonly allowed: string;
  /** Undefined when the value is not allowed. */
  readonly read: (value: unknown) => ShopChange | undefined;
}

const MESSAGE_TYPES = ["0100", "0200", "0220"] as const;
const MOST_FEN = 9_999_999_999;

function part<K extends keyof ShopState>(name: K, values: readonly ShopState[K][]): ShopField {
  const read = (value: unknown): ShopChange | undefined => {
    const found = oneOf(values, value);
    return found === undefined ? undefined : { shop: { [name]: found } };
  };
  return { name, allowed: values.map((value) => JSON.stringify(value)).join(", "), read };
}

function amount<K extends keyof ShopState>(name: K, range: readonly [number, number], unit: string): ShopField {
  const read = (value: unknown): ShopChange | undefined =>
    isNumber(value, range) ? { shop: { [name]: value } } : undefined;
  return { name, allowed: `${range[0]} to ${range[1]} ${unit}`, read };
}

function version(name: "app_version" | "os_version"): ShopField {
  const fits = (value: unknown): value is string =>
    typeof value === "string" && /^\d{1,3}(\.\d{1,3}){1,3}$/.test(value);
  const read = (value: unknown): ShopChange | undefined => (fits(value) ? { shop: { [name]: value } } : undefined);
  return { name, allowed: 'numbers and dots, such as "3.3.0"; another one is an update, now', read };
}

/** Behind the host; named as here, in snake case. */
function behind<K extends keyof Circumstances>(name: string, key: K, values: readonly Circumstances[K][]): ShopField {
  const read = (value: unknown): ShopChange | undefined => {
    const found = oneOf(values, value);
    return found === undefined ? undefined : { bank: { [key]: found } };
  };
  return { name, allowed: values.map((value) => JSON.stringify(value)).join(", "), read };
}

function fen(name: string, key: "leastFen" | "mostFen"): ShopField {
  const read = (value: unknown): ShopChange | undefined =>
    isWhole(value, [1, MOST_FEN]) ? { bank: { [key]: value } } : undefined;
  return { name, allowed: `1 to ${MOST_FEN} fen`, read };
}

function readIssuers(value: unknown): ShopChange | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).flatMap(([issuer, state]) => {
    const found = oneOf(["out", "silent"] as const, state);
    return /^g[1-3]$/.test(issuer) && found ? [[issuer, found] as const] : [];
  });
  const isWhole = entries.length === Object.keys(value).length;
  return isWhole ? { bank: { issuers: Object.fromEntries(entries) } } : undefined;
}

function readDisabled(value: unknown): ShopChange | undefined {
  const types = Array.isArray(value) ? value : [value];
  const found = types.flatMap((type) => oneOf(MESSAGE_TYPES, type) ?? []);
  return found.length === types.length ? { bank: { disabled: found } } : undefined;
}

export const SHOP_FIELDS: readonly ShopField[] = [
  part("slot", CONTACTS),
  part("head", CONTACTS),
  part("antenna", ["good", "dead"]),
  part("emi", [true, false]),
  part("paper", ["full", "low", "out"]),
  part("cover", ["closed", "open"]),
  part("jam", [true, false]),
  part("print_head", ["cool", "hot"]),
  part("printer", ["good", "dead"]),
  part("pinpad", ["good", "dead", "locked", "no_key"]),
  part("master_key", [true, false]),
  part("tampered", [true, false]),
  part("supply", ["mains", "battery", "weak"]),
  amount("battery_pct", [0, 100], "%"),
  part("battery", ["good", "worn"]),
  amount("storage_free_mb", [0, 1_000_000], "MB"),
  amount("clock_ahead_days", [-20_000, 20_000], "days; below 0 behind"),
  part("app", SOFTWARE),
  version("app_version"),
  version("os_version"),
  amount("moved_km", [0, 20_000], "km from where it is registered"),
  { name: "issuers", allowed: `{} or any of {"g1":"out","g2":"silent"}, of g1, g2, g3`, read: readIssuers },
  behind("switch", "switch", ["up", "out"]),
  behind("merchant", "merchant", ["known", "unknown", "frozen", "broke"]),
  behind("terminal", "terminal", ["known", "unknown"]),
  {
    name: "disabled",
    allowed: `[] or any of ${words(MESSAGE_TYPES)}: pre-authorisation, sale, refund`,
    read: readDisabled,
  },
  fen("least_fen", "leastFen"),
  fen("most_fen", "mostFen"),
  behind("new_products", "newProducts", ["known", "unknown"]),
  behind("pin_key", "pinKey", ["same", "other", "garbage"]),
  behind("fallback", "fallback", ["open", "closed"]),
  behind("pin_lock", "pinLock", [3, 100]),
  behind("version", "version", ["taken", "too_old"]),
];
