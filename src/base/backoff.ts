/**
 * Retry delays with full jitter: each delay is drawn from [floor, ceiling], the ceiling doubling up to a limit.
 * Full jitter keeps a fleet from coming back in step after a broker restart.
 */
import type { Random } from "./random.ts";

export interface Backoff {
  /** Milliseconds to wait before the next attempt. */
  next(): number;
  /** Call after a success that lasted; the next delay starts small again. */
  reset(): void;
}

export interface BackoffRange {
  readonly floorMs: number;
  readonly firstMs: number;
  readonly limitMs: number;
}

export function createBackoff(range: BackoffRange, random: Random): Backoff {
  let ceiling = range.firstMs;
  return {
    next: () => {
      const delay = range.floorMs + random() * Math.max(0, ceiling - range.floorMs);
      ceiling = Math.min(ceiling * 2, range.limitMs);
      return Math.round(delay);
    },
    reset: () => {
      ceiling = range.firstMs;
    },
  };
}
