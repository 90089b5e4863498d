/**
 * What came back in five minutes in which something was sent: nothing at all points to a carrier that lets the bearer
 * stand and drops what goes through it.
 */
import type { Count } from "./remembered.ts";

const windowMs = 300_000;
/** Counters are read on a beat of their own. */
const slackMs = 20_000;
const longestMs = 480_000;
/** What was sent at the very end cannot have been answered yet. */
const answerMs = 30_000;
const apartMs = 15_000;
const kept = 40;

interface Point extends Count {
  readonly atMs: number;
}

export class Flow {
  #points: readonly Point[] = [];

  /** New bytes; the first only begin the count, because nobody knows since when they came. */
  add(fresh: Count, atMs: number): void {
    const last = this.#points.at(-1);
    if (!last) {
      this.#points = [{ atMs, sentBytes: 0, receivedBytes: 0 }];
      return;
    }
    const point: Point = {
      atMs,
      sentBytes: last.sentBytes + fresh.sentBytes,
      receivedBytes: last.receivedBytes + fresh.receivedBytes,
    };
    const before = this.#points.at(-2);
    const crowded = before !== undefined && atMs - before.atMs < apartMs;
    this.#points = [...(crowded ? this.#points.slice(0, -1) : this.#points), point].slice(-kept);
  }

  /** Bytes received at the newest count; null when nothing was sent; undefined when five minutes are not covered. */
  received(): { readonly atMs: number; readonly bytes: number | null } | undefined {
    const end = this.#points.at(-1);
    if (!end) return undefined;
    const start = this.#points.findLast(({ atMs }) => end.atMs - atMs >= windowMs - slackMs);
    if (!start || end.atMs - start.atMs > longestMs) return undefined;
    const answerable = this.#points.findLast(({ atMs }) => end.atMs - atMs >= answerMs) ?? start;
    const sent = answerable.sentBytes - start.sentBytes;
    return { atMs: end.atMs, bytes: sent > 0 ? end.receivedBytes - start.receivedBytes : null };
  }
}
