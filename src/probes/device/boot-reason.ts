/**
 * Android's reason of a boot (`ro.boot.bootreason`, `sys.boot.reason`;
 * source.android.com, "Canonical boot reason"): a word, with details behind commas.
 */
import type { RestartCause } from "../../model/device-fact.ts";

const causes: Readonly<Record<string, RestartCause>> = {
  kernel_panic: "panic",
  watchdog: "watchdog",
  reboot: "normal",
  shutdown: "normal",
};

export function isBootReason(text: string): boolean {
  return /^[a-z][a-z_]{0,23}(?:,[a-z0-9_.-]{1,24}){0,4}$/.test(text);
}

/** Undefined where it decides nothing: `cold`, `hard`, `warm` and `power_key` are what a brown-out looks like, too. */
export function causeOfReason(text: string): RestartCause | undefined {
  const [word = "", ...details] = text.split(",");
  if (word.startsWith("thermal") || details.some((detail) => detail.startsWith("thermal"))) return "thermal";
  // Ten seconds on the power key.
  if (details.includes("longkey")) return undefined;
  return causes[word];
}
