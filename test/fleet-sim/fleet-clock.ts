/** The fleet's time, which may run faster than life, and each terminal's own, which begins when it boots. */
import type { Clock } from "../../src/base/clock.ts";

export interface FleetClock {
  /** Milliseconds since the fleet began. */
  nowMs(): number;
  /** Of a terminal that booted so many milliseconds after the fleet began; before it, where that is below zero. */
  since(bootMs: number): Clock;
}

/** Node waits no longer at once. */
const longestMs = 2_147_483_647;

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(0, Math.min(longestMs, ms)));
    signal?.addEventListener("abort", end, { once: true });
  });
}

/**
 * `speed`: how many seconds pass in one. Wall clocks stay true, so that whoever hears the terminals finds nothing in the
 * future, and hints and commands of now are of now.
 */
export function createFleetClock(speed: number): FleetClock {
  const startMs = performance.now();
  const nowMs = () => (performance.now() - startMs) * speed;
  return {
    nowMs,
    since: (bootMs) => ({
      monoMs: () => Math.round(nowMs() - bootMs),
      wallMs: () => Date.now(),
      sleep: (ms, signal) => sleep(ms / speed, signal),
    }),
  };
}
