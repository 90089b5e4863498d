/**
 * When something was, over restarts. Within a run of the agent the monotonic clock tells how long ago; after it only the wall
 * clock does, as far as it was set. What happened before it was set is dated as soon as it is.
 */
import type { ClockQuality } from "../model/record.ts";

export interface Now {
  readonly monoMs: number;
  readonly wallMs: number;
  /** Of the wall clock. */
  readonly clock: ClockQuality;
}

export interface Instant {
  /** Of this run of the agent; null when it was in an earlier one. */
  readonly monoMs: number | null;
  /** Null while nobody knows the date. */
  readonly wallMs: number | null;
  /** How far the date can be trusted. */
  readonly clock: ClockQuality;
}

export function instantOf({ monoMs, wallMs, clock }: Now): Instant {
  return { monoMs, wallMs: clock === "none" ? null : wallMs, clock };
}

/** With its date, when that can be known by now. */
export function dated(instant: Instant, now: Now): Instant {
  if (instant.wallMs !== null || instant.monoMs === null || now.clock === "none") return instant;
  return { ...instant, wallMs: now.wallMs - (now.monoMs - instant.monoMs), clock: now.clock };
}

/** Milliseconds since then; undefined when nobody knows, or the wall clock has been set back behind it. */
export function ageOf(instant: Instant, now: Now): number | undefined {
  if (instant.monoMs !== null) return now.monoMs - instant.monoMs;
  if (instant.wallMs === null || now.clock === "none" || now.wallMs < instant.wallMs) return undefined;
  return now.wallMs - instant.wallMs;
}
