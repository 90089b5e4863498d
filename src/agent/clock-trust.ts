/**
 * How far the wall clock can be trusted now. Nobody sets it by what a host says the time is, but a clock that was the same as a
 * host's within the last day, and has not been set since, can be trusted as far as that host.
 */
import type { Clock } from "../base/clock.ts";
import type { Reading } from "../model/reading.ts";
import type { ClockQuality } from "../model/record.ts";
import { clockQuality } from "./identity.ts";

export interface ClockTrust {
  see(readings: readonly Reading[]): void;
  quality(): ClockQuality;
}

const sameMs = 5_000;
const dayMs = 86_400_000;

export function createClockTrust(clock: Clock): ClockTrust {
  let seen: { readonly atMs: number; readonly offsetMs: number } | undefined;
  /** Stays the same until somebody sets the wall clock. */
  const offset = () => clock.wallMs() - clock.monoMs();

  function isConfirmed(): boolean {
    if (!seen || clock.monoMs() - seen.atMs > dayMs) return false;
    return Math.abs(offset() - seen.offsetMs) < sameMs;
  }

  return {
    see: (readings) => {
      for (const { signal, value, quality, atMs } of readings) {
        if (signal !== "clock.skew_s" || quality !== "ok" || typeof value !== "number") continue;
        seen = Math.abs(value * 1_000) < sameMs ? { atMs, offsetMs: offset() } : undefined;
      }
    },
    quality: () => {
      const own = clockQuality(clock.wallMs());
      return own === "rtc" && isConfirmed() ? "host" : own;
    },
  };
}
