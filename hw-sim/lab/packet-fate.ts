/** What becomes of a packet on a long line: lost, or late by so much. Pure: the dice and the time are arguments. */
import type { Dice } from "../random.ts";

export interface LineQuality {
  /** One way. */
  readonly delayMs: number;
  readonly jitterMs: number;
  /** Chance of a packet to be lost, 0 to 1, each way. */
  readonly loss: number;
  /** Each way; 0: as fast as they come. */
  readonly kbps: number;
}

export const QUICK_LINE: LineQuality = { delayMs: 5, jitterMs: 0, loss: 0, kbps: 0 };

/** What stands in the queue in front of a slow line; more is dropped at its tail, as routers do. */
const LONGEST_QUEUE_MS = 2_600;

export interface Queue {
  /** Milliseconds from now until the packet comes out at the other end; undefined: it does not. */
  fate(bytes: number, nowMs: number, quality: LineQuality): number | undefined;
  dropped(): number;
}

export function createQueue(dice: Dice): Queue {
  let freeMs = 0;
  let dropped = 0;
  return {
    dropped: () => dropped,
    fate: (bytes, nowMs, { delayMs, jitterMs, loss, kbps }) => {
      const isLost = dice.roll() < loss;
      const jitter = dice.roll() * jitterMs;
      const startMs = Math.max(nowMs, freeMs);
      const endMs = kbps > 0 ? startMs + (bytes * 8) / kbps : startMs;
      // A queue holds so many bytes: a small packet still fits where a large one does not. An idle line takes whatever comes.
      const isFull = startMs > nowMs && endMs - nowMs > LONGEST_QUEUE_MS;
      if (isLost || isFull) {
        dropped += 1;
        return undefined;
      }
      freeMs = endMs;
      return endMs - nowMs + delayMs + jitter;
    },
  };
}
