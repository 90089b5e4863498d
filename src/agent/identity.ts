/** Who this terminal is, and how far its clock can be trusted. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { systemCode } from "../base/errors.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { ClockQuality } from "../model/record.ts";

/** Changes with every boot. Linux and Android have it; elsewhere every start of the agent counts as a boot. */
export function readSystemBoot(fallback: string): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return fallback;
  }
}

/**
 * First 12 hexadecimal digits of the catalogue's hash, behind a letter, for they may all be decimal: which knowledge a verdict
 * was reached with.
 */
export function hashOf(catalogue: Catalogue): string {
  return `c${createHash("sha256").update(JSON.stringify(catalogue)).digest("hex").slice(0, 12)}`;
}

/** systemd-timesyncd touches this file when it has set the clock. */
const synchronised = "/run/systemd/timesync/synchronized";
/** A terminal that believes in an earlier date has lost its clock. */
const releasedMs = Date.UTC(2026, 0, 1);

export function clockQuality(wallMs: number): ClockQuality {
  if (wallMs < releasedMs) return "none";
  return existsSync(synchronised) ? "ntp" : "rtc";
}
