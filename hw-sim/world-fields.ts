/** The table of everything that can be set: name, what is allowed in words, and the reader that checks it. */

import { isNumber, isWhole, oneOf, onlyKeys, words } from "./value-check.ts";
import {
  CLEAN_WIRE,
  DNS_MODES,
  HOST_MODES,
  LEFTOVERS,
  POWER_STATES,
  REGISTRATION_PRESETS,
  type RegistrationStat,
  SIGNAL_PRESETS,
  SIM_STATES,
  type Signal,
  type WireTrouble,
  type World,
} from "./world.ts";
import { ACQUIRER_WORDS, readAcquirer } from "./world-acquirer.ts";

export interface WorldField {
  readonly name: string;
  readonly allowed: string;
  /** The change it makes, or undefined when the value is not allowed. */
  readonly read: (value: unknown) => Partial<World> | undefined;
}

const presetNames = Object.keys(REGISTRATION_PRESETS);
const STATS: readonly RegistrationStat[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const LEVELS = '{"rsrp":-140..-44,"rsrq":-20..-3,"sinr":-20..30} and, if wanted, "csq":0..31 or 99';

export const WORLD_FIELDS: readonly WorldField[] = [
  choice("power", POWER_STATES, (power) => ({ power })),
  choice("silent", [true, false] as const, (silent) => ({ silent })),
  choice("sim", SIM_STATES, (sim) => ({ sim })),
  choice("contact", ["ok", "loose"] as const, (contact) => ({ contact })),
  choice("card", ["own", "other"] as const, (card) => ({ card })),
  choice("module", ["own", "other"] as const, (module) => ({ module })),
  {
    name: "signal",
    allowed: `"good", "weak", "none", or ${LEVELS}`,
    read: (v) => given(readSignal(v), (signal) => ({ signal })),
  },
  {
    name: "fading",
    allowed: `null, "weak", or ${LEVELS}: the worst that a signal wandering from "signal" comes to`,
    read: (v) => (v === null ? { fading: null } : given(readSignal(v), (worst) => fadingTo(worst))),
  },
  {
    name: "registration",
    allowed: `${words(presetNames)}, or {"stat":0..10} and, if wanted, "cause":1..127 or null, "abroad":true`,
    read: readRegistration,
  },
  {
    name: "reject_cause",
    allowed: "an EMM cause 1..127, or null when the network gives none",
    read: (v) => (v === null || isWhole(v, [1, 127]) ? { reject_cause: v } : undefined),
  },
  choice("congestion", [true, false] as const, (congestion) => ({ congestion })),
  { name: "pdp", allowed: '"active", "inactive", or {"rejected":1..127} (ESM cause)', read: readPdp },
  {
    name: "apn",
    allowed: "1 to 63 letters, digits, dots and hyphens",
    read: (v) => (typeof v === "string" && /^[A-Za-z0-9.-]{1,63}$/.test(v) ? { apn: v } : undefined),
  },
  choice("data", ["ok", "dry", "throttled"] as const, (data) => ({ data })),
  choice("host", HOST_MODES, (host) => ({ host })),
  {
    name: "acquirer",
    allowed: ACQUIRER_WORDS,
    read: (v) => given(readAcquirer(v), (acquirer) => ({ acquirer })),
  },
  choice("reference", HOST_MODES, (reference) => ({ reference })),
  choice("portal", [true, false] as const, (portal) => ({ portal })),
  choice("dns", DNS_MODES, (dns) => ({ dns })),
  choice("dns_alt", DNS_MODES, (dns_alt) => ({ dns_alt })),
  {
    name: "wire",
    allowed: '"clean", or any of {"split":true|false,"noise":0..1,"garbage":0..1}',
    read: (v) => given(readWire(v), (wire) => ({ wire })),
  },
  choice("storm", [true, false] as const, (storm) => ({ storm })),
  choice("leftover", LEFTOVERS, (leftover) => ({ leftover })),
  {
    name: "renumber",
    allowed: 'a name for the port\'s link, such as "modem-2": 1 to 32 letters, digits, hyphens',
    read: (v) => (typeof v === "string" && /^[A-Za-z0-9-]{1,32}$/.test(v) ? { renumber: v } : undefined),
  },
];

function choice<T extends string | boolean>(
  name: string,
  values: readonly T[],
  make: (value: T) => Partial<World>,
): WorldField {
  return { name, allowed: words(values), read: (input) => given(oneOf(values, input), make) };
}

function given<T>(value: T | undefined, make: (value: T) => Partial<World> | undefined) {
  return value === undefined ? undefined : make(value);
}

function readSignal(input: unknown): Signal | "none" | undefined {
  if (input === "good" || input === "weak" || input === "none") return SIGNAL_PRESETS[input];
  const found = onlyKeys(input, ["rsrp", "rsrq", "sinr", "csq"]);
  const rsrp = found?.get("rsrp");
  const rsrq = found?.get("rsrq");
  const sinr = found?.get("sinr");
  if (!(isNumber(rsrp, [-140, -44]) && isNumber(rsrq, [-20, -3]) && isNumber(sinr, [-20, 30]))) return undefined;
  const csq = found?.get("csq");
  if (csq === undefined) return { rsrp, rsrq, sinr };
  return csq === 99 || isWhole(csq, [0, 31]) ? { rsrp, rsrq, sinr, csq } : undefined;
}

function fadingTo(worst: Signal | "none"): Partial<World> | undefined {
  return worst === "none" ? undefined : { fading: worst };
}

function readRegistration(input: unknown): Partial<World> | undefined {
  const preset = Object.entries(REGISTRATION_PRESETS).find(([name]) => name === input);
  if (preset) return preset[1];
  const found = onlyKeys(input, ["stat", "cause", "abroad"]);
  const stat = oneOf(STATS, found?.get("stat"));
  const cause = found?.get("cause");
  const abroad = oneOf([undefined, true] as const, found?.get("abroad"));
  if (stat === undefined || (found?.has("abroad") && !abroad)) return undefined;
  const registration = { stat, ...(abroad && { abroad }) };
  if (cause === undefined) return { registration };
  return cause === null || isWhole(cause, [1, 127]) ? { registration, reject_cause: cause } : undefined;
}

function readPdp(input: unknown): Partial<World> | undefined {
  if (input === "active" || input === "inactive") return { pdp: input };
  const rejected = onlyKeys(input, ["rejected"])?.get("rejected");
  return isWhole(rejected, [1, 127]) ? { pdp: { rejected } } : undefined;
}

function readWire(input: unknown): WireTrouble | undefined {
  if (input === "clean") return CLEAN_WIRE;
  const found = onlyKeys(input, ["split", "noise", "garbage"]);
  if (!found) return undefined;
  const { split = false, noise = 0, garbage = 0 } = Object.fromEntries(found);
  if (typeof split !== "boolean" || !isNumber(noise, [0, 1]) || !isNumber(garbage, [0, 1])) return undefined;
  return { split, noise, garbage };
}
