/**
 * A deadline that is moved far more often than it is reached. One sleep watches it: answers come long before, and a timer
 * made and cancelled for every command would cost more than the command.
 */
import type { Clock } from "../base/clock.ts";

export interface Deadline {
  /** From now on it is due in `ms`; what was set before no longer counts. */
  set(ms: number): void;
  clear(): void;
  /** For good; no sleep is left behind. */
  end(): void;
}

const never = Number.POSITIVE_INFINITY;

export function createDeadline(clock: Clock, onDue: () => void): Deadline {
  const ended = new AbortController();
  let dueMs = never;
  /** When the sleep that counts ends. */
  let watchedMs = never;

  async function watch(): Promise<void> {
    const untilMs = dueMs;
    watchedMs = untilMs;
    await clock.sleep(untilMs - clock.monoMs(), ended.signal);
    // An earlier deadline has come up in between: another sleep watches now.
    if (watchedMs !== untilMs || ended.signal.aborted) return;
    watchedMs = never;
    if (dueMs === never) return;
    if (dueMs > untilMs) return void watch();
    dueMs = never;
    onDue();
  }

  return {
    set: (ms) => {
      dueMs = clock.monoMs() + ms;
      if (dueMs < watchedMs) void watch();
    },
    clear: () => {
      dueMs = never;
    },
    end: () => ended.abort(),
  };
}
