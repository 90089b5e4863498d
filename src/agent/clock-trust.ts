/**
 * How far the wall clock can be trusted now. Nobody sets it by what a host or the mobile network says the time is, but a clock that was the
 * same as theirs within the last day, and has not been set since, can be trusted as far as they can.
 */
import type { Clock } from "../base/clock.ts";
import type { ModemFact } from "../model/modem-fact.ts";
import type { Reading } from "../model/reading.ts";
import type { ClockQuality } from "../model/record.ts";
import { clockQuality } from "./identity.ts";

export interface ClockTrust {
  see(readings: readonly Reading[]): void;
  hear(fact: ModemFact): void;
  quality(): ClockQuality;
}

const sameMs = 5_000;
const dayMs = 86_400_000;

interface Agreement {
  readonly with: "host" | "network";
  readonly atMs: number;
  readonly offsetMs: number;
}

export function createClockTrust(clock: Clock): ClockTrust {
  let seen: Agreement | undefined;
  /** Stays the same until somebody sets the wall clock. */
  const offset = () => clock.wallMs() - clock.monoMs();

  function isConfirmed({ atMs, offsetMs }: Agreement): boolean {
    return clock.monoMs() - atMs <= dayMs && Math.abs(offset() - offsetMs) < sameMs;
  }

  return {
    see: (readings) => {
      for (const { signal, value, quality, atMs } of readings) {
        if (signal !== "clock.skew_s" || quality !== "ok" || typeof value !== "number") continue;
        seen = Math.abs(value * 1_000) < sameMs ? { with: "host", atMs, offsetMs: offset() } : undefined;
      }
    },
    hear: (fact) => {
      if (fact.kind !== "network_time") return;
      const agreement = { with: "network", atMs: clock.monoMs(), offsetMs: offset() } as const;
      if (Math.abs(fact.skewMs) < sameMs) seen = agreement;
      // Networks tell wrong times and zones: they do not take away what a host has said.
      else if (seen?.with === "network") seen = undefined;
    },
    quality: () => {
      const own = clockQuality(clock.wallMs());
      return own === "rtc" && seen && isConfirmed(seen) ? seen.with : own;
    },
  };
}
