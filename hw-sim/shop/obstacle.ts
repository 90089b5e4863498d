/** What the application itself refuses to sell for, before a card is asked for. */
import type { Counter } from "./counter.ts";

/** The application keeps this much for its records. */
const LEAST_STORAGE_MB = 10;
/** How far from its registered place a terminal works. */
const MOST_KM = 50;
/** How often a broken application falls over. */
const CRASHES = 0.7;

/** A word of `txn.hindrance`, undefined when nothing is in the way. Says what it has seen. */
export function obstacle({ state, statement, dice, hoursSince }: Counter): string | undefined {
  const now = state();
  const changed = hoursSince("app_version");
  statement.say({
    ...{ "device.tamper": now.tampered ? "triggered" : "none", "key.master_key_present": now.master_key },
    ...{ "sw.app_version": now.app_version, "device.geo_shift_km": now.moved_km },
    ...(changed !== undefined && { "sw.app_version_changed_h": changed }),
  });
  if (now.tampered) return "terminal_locked";
  if (!now.master_key) return "key_missing";
  if (now.storage_free_mb < LEAST_STORAGE_MB) return "storage_full";
  if (now.moved_km > MOST_KM) return "place_not_allowed";
  return now.app === "crashes" && dice.roll() < CRASHES ? "application_error" : undefined;
}
