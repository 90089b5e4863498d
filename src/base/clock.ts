/** Time as a port: nothing outside this file asks the machine what time it is, so that tests and replays can own it. */
import { setTimeout as delay } from "node:timers/promises";

export interface Clock {
  /** Wall clock, milliseconds since the Unix epoch. May step. */
  wallMs(): number;
  /** Monotonic clock, milliseconds since the machine booted (CLOCK_MONOTONIC). Never steps. */
  monoMs(): number;
  /** Resolves after `ms`, at once where that is past already, or when `signal` aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  wallMs: () => Date.now(),
  monoMs: () => Number(process.hrtime.bigint() / 1_000_000n),
  sleep: async (ms, signal) => {
    try {
      await delay(Math.max(0, ms), undefined, signal ? { signal } : {});
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  },
};
