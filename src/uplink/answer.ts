/** Waiting for an answer that may never come, on a connection that may end first. */
import type { Clock } from "../base/clock.ts";

/** The answer; undefined when none comes in time, or before the end. */
export type Answer = <T>(clock: Clock, ms: number, asked: Promise<T>) => Promise<T | undefined>;

/** Who waits is not kept with the promise of the end: that lives for weeks, and would keep everybody who ever waited. */
export function createAnswer(closed: Promise<unknown>): Answer {
  const waiting = new Set<AbortController>();
  let isOver = false;
  void closed.then(() => {
    isOver = true;
    for (const each of waiting) each.abort();
  });
  return async (clock, ms, asked) => {
    if (isOver) return undefined;
    const over = new AbortController();
    waiting.add(over);
    try {
      return await Promise.race([asked, clock.sleep(ms, over.signal).then(() => undefined)]);
    } finally {
      waiting.delete(over);
      over.abort();
    }
  };
}

/** The same where no end is to be feared. */
export async function within<T>(clock: Clock, ms: number, asked: Promise<T>): Promise<T | undefined> {
  return createAnswer(new Promise(() => {}))(clock, ms, asked);
}
