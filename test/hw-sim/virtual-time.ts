/** Time that stands still until a test lets it go. */
import type { SimClock } from "../../hw-sim/clock.ts";

export interface VirtualTime extends SimClock {
  /** Lets `ms` go by, doing everything planned on the way in its order. */
  pass(ms: number): void;
}

export function createVirtualTime(): VirtualTime {
  let now = 0;
  const planned = new Set<{ readonly at: number; readonly act: () => void }>();
  const nextUntil = (end: number) => [...planned].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  return {
    nowMs: () => now,
    after: (ms, act) => {
      const entry = { at: now + ms, act };
      planned.add(entry);
      return () => void planned.delete(entry);
    },
    pass: (ms) => {
      const end = now + ms;
      for (let next = nextUntil(end); next; next = nextUntil(end)) {
        planned.delete(next);
        now = next.at;
        next.act();
      }
      now = end;
    },
  };
}
