/** Wakes one waiter. A ring while nobody waits is kept for the next wait; several count as one. */
import type { Clock } from "../base/clock.ts";

export interface Bell {
  ring(): void;
  /** Resolves at the next ring, or after so many milliseconds. */
  wait(clock: Clock, ms?: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (clock, ms) => {
      const timer = new AbortController();
      const ringing = new Promise<void>((resolve) => {
        if (rung) resolve();
        else wake = resolve;
      });
      await (ms === undefined ? ringing : Promise.race([ringing, clock.sleep(ms, timer.signal)]));
      timer.abort();
      wake = undefined;
      rung = false;
    },
  };
}
