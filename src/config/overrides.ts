/** Keys that support may set from afar, and a configuration with other values for them. */
import { disagreements } from "./agreement.ts";
import { type Config, type Draft, definitions, isConfig } from "./config.ts";
import { objection, type Value } from "./key.ts";
import type { Key } from "./schema.ts";

/**
 * None of them says who may ask, where reports go, which files are read and written, or which port is opened; none takes a
 * payment longer. A wrong value makes the terminal blinder or dearer, until it is set again.
 */
export const safeKeys = [
  "log.level",
  "merchant.language",
  "modem.apn",
  "modem.poll_slow_s",
  "modem.poll_quick_s",
  "network.check_slow_s",
  "network.check_quick_s",
  "network.private",
  "acquirer.connect_timeout_s",
  "acquirer.maintenance",
  "probes.level",
  "probes.spread_s",
  "probes.connections_per_hour",
  "probes.connections_per_day",
  "probes.kb_per_hour",
  "probes.kb_per_day",
  "alarms.rearm_min",
  "uplink.keepalive_s",
  "memory.save_every_s",
  "sim.plan_mb",
  "sim.plan_day",
  "sim.pair_settle_days",
] as const satisfies readonly Key[];

export type SafeKey = (typeof safeKeys)[number];

export function isSafeKey(key: string): key is SafeKey {
  return safeKeys.some((known) => known === key);
}

/** What may be overridden, as the file has it: another file, and what was set for the old one no longer counts. */
export function basisOf(config: Config): string {
  return JSON.stringify(safeKeys.map((key) => config[key] ?? null));
}

export type Overridden = { readonly config: Config } | { readonly what: "unsafe_key" | "bad_value" | "contradiction" };

export function override(config: Config, overrides: Readonly<Record<string, unknown>>): Overridden {
  const draft: { [K in Key]?: Value | undefined } = { ...config };
  for (const [key, value] of Object.entries(overrides)) {
    if (!isSafeKey(key)) return { what: "unsafe_key" };
    if (!isValue(key, value)) return { what: "bad_value" };
    draft[key] = value;
  }
  const whole: Draft = draft;
  if (disagreements(whole).length > 0 || !isConfig(whole)) return { what: "contradiction" };
  return { config: Object.freeze(whole) };
}

function isValue(key: SafeKey, value: unknown): value is Value {
  return objection(definitions[key], value) === undefined;
}
