/** A sleep that can be ended early: for loops that wait for their next turn unless something happens. */
import type { Clock } from "./clock.ts";

export interface Nap {
  /** Resolves after `ms`, on `wake()`, or when `stop` aborts. */
  sleep(ms: number, stop: AbortSignal): Promise<void>;
  /** Ends the sleep under way; without one, the next sleep ends at once. */
  wake(): void;
}

export function createNap(clock: Clock): Nap {
  let alarm: AbortController | undefined;
  let pending = false;
  return {
    sleep: async (ms, stop) => {
      if (pending || stop.aborted) {
        pending = false;
        return;
      }
      const own = new AbortController();
      alarm = own;
      await clock.sleep(ms, AbortSignal.any([own.signal, stop]));
      if (alarm === own) alarm = undefined;
    },
    wake: () => {
      if (alarm) alarm.abort();
      else pending = true;
    },
  };
}
