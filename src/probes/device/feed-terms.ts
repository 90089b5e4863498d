/** What a vendor's service may tell by the feed: states and counters of parts, never of a payment. */
import { type SignalId, signals } from "../../model/signal.ts";

const groups: ReadonlySet<string> = new Set(["power", "device", "sw", "env", "printer"]);
const singles: ReadonlySet<SignalId> = new Set([
  "reader.status",
  "reader.icc_powerup_ok_24h",
  "reader.icc_powerup_fail_24h",
  "reader.mag_ok_24h",
  "reader.mag_fail_24h",
  "reader.nfc_ok_24h",
  "reader.nfc_fail_24h",
  "clock.rtc_reset",
  "key.master_key_present",
]);

/** Known from the agent's own clock, made of other signals, or counted in its memory, which would contradict. */
const own: ReadonlySet<SignalId> = new Set([
  "device.uptime_s",
  "device.crash_reboots_24h",
  "power.mains_losses_24h",
  "power.brownout_resets_24h",
  "sw.app_too_old",
  "sw.app_version_changed_h",
  "sw.os_version_changed_h",
  "sw.param_changed_h",
]);

export function isFeedSignal(signal: SignalId): boolean {
  const { shape } = signals[signal];
  // Free text could carry what must not enter.
  if (own.has(signal) || (shape.kind === "text" && shape.pattern === undefined)) return false;
  return singles.has(signal) || groups.has(signal.slice(0, signal.indexOf(".")));
}
