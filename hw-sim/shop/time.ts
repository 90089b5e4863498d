/** How time passes at the counter: on the bench it is waited for, in ten thousand payments it is only counted. */
import { setTimeout as wait } from "node:timers/promises";

export interface ShopTime {
  /** True time of day. */
  now(): Date;
  /** So many milliseconds later. */
  pass(ms: number): Promise<void>;
}

/** Counts; `watch` sees every stretch before it has passed. */
export function createCountedTime(startMs: number, watch: (ms: number) => void = () => {}): ShopTime {
  let nowMs = startMs;
  return {
    now: () => new Date(nowMs),
    pass: async (ms) => {
      watch(ms);
      nowMs += ms;
    },
  };
}

/** Waits, `pace` times as fast as life, and no longer once it is called off. */
export function createRealTime(pace: number, signal?: AbortSignal): ShopTime {
  return {
    now: () => new Date(),
    // Called off: whoever waits goes on at once.
    pass: (ms) => wait(ms / pace, undefined, { ...(signal && { signal }) }).catch(() => {}),
  };
}
