/** What a person can set in a lab: name, what is allowed in words, and the reader that checks it. */
import { isNumber, oneOf, onlyKeys, words } from "../value-check.ts";
import type { LabState, LineState } from "./state.ts";

export interface LabField {
  readonly name: keyof LabState;
  readonly allowed: string;
  /** The change it makes, or undefined when the value is not allowed. */
  readonly read: (value: unknown) => Partial<LabState> | undefined;
}

function choice<K extends keyof LabState, T extends LabState[K] & (string | boolean)>(
  name: K,
  values: readonly T[],
): LabField {
  return { name, allowed: words(values), read: (input) => given(oneOf(values, input), (value) => ({ [name]: value })) };
}

function given<T>(value: T | undefined, make: (value: T) => Partial<LabState>): Partial<LabState> | undefined {
  return value === undefined ? undefined : make(value);
}

/** An hour late, or a gigabit a second, is nobody's line. */
const LATEST_MS = 60_000;
const FASTEST_KBPS = 1_000_000;

function readLine(input: unknown): LineState | undefined {
  if (input === "ok" || input === "cut") return input;
  const found = onlyKeys(input, ["delayMs", "jitterMs", "loss", "kbps"]);
  if (!found) return undefined;
  const { delayMs = 5, jitterMs = 0, loss = 0, kbps = 0 } = Object.fromEntries(found);
  const isLate = isNumber(delayMs, [0, LATEST_MS]) && isNumber(jitterMs, [0, LATEST_MS]);
  return isLate && isNumber(loss, [0, 1]) && isNumber(kbps, [0, FASTEST_KBPS])
    ? { delayMs, jitterMs, loss, kbps }
    : undefined;
}

function line(name: "wan" | "mobile"): LabField {
  const allowed = `"ok", "cut", or any of {"delayMs":0..${LATEST_MS},"jitterMs":0..${LATEST_MS},"loss":0..1,"kbps":0..${FASTEST_KBPS}}, each way; kbps 0: as fast as it comes`;
  return { name, allowed, read: (v) => given(readLine(v), (value) => ({ [name]: value })) };
}

function readWifi(input: unknown): LabState["wifi"] | undefined {
  const found = onlyKeys(input, ["rssi_dbm", "auth"]);
  const { rssi_dbm = -52, auth = "ok" } = Object.fromEntries(found ?? []);
  const taken = oneOf(["ok", "wrong_key"] as const, auth);
  return found && taken && isNumber(rssi_dbm, [-110, -20]) ? { rssi_dbm, auth: taken } : undefined;
}

const DNS = ["ok", "silent", "nxdomain", "servfail", "lies"] as const;

export const LAB_FIELDS: readonly LabField[] = [
  choice("cable", ["in", "out", "loose"]),
  choice("router", ["ok", "dead"]),
  choice("dhcp", ["ok", "silent"]),
  choice("route", ["ok", "none", "astray"]),
  line("wan"),
  line("mobile"),
  choice("rival", [true, false]),
  choice("firewall", ["open", "drop", "reject", "reset"]),
  choice("portal", [true, false, "page"]),
  choice("dns", DNS),
  choice("dns_alt", DNS),
  {
    name: "wifi",
    allowed: '{"rssi_dbm":-110..-20} and, if wanted, "auth":"ok" or "wrong_key"',
    read: (v) => given(readWifi(v), (wifi) => ({ wifi })),
  },
];

export type LabChange =
  | { readonly kind: "ok"; readonly change: Partial<LabState> }
  | { readonly kind: "bad"; readonly error: string };

/** Either the change, or the reason why it is none. */
export function readField(name: string, value: unknown): LabChange {
  const field = LAB_FIELDS.find((each) => each.name === name);
  if (!field) return { kind: "bad", error: `there is no "${name}"; keys: ${LAB_FIELDS.map((f) => f.name).join(", ")}` };
  const change = field.read(value);
  if (change) return { kind: "ok", change };
  return { kind: "bad", error: `"${name}" cannot be ${JSON.stringify(value)}; allowed: ${field.allowed}` };
}
