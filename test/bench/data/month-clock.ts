/**
 * A month in a minute: time stands still while an answer of the broker is awaited, and else jumps to whatever is due next. The
 * sockets and their bytes are real; only the silence between them is not waited for.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../../../src/base/clock.ts";

interface Sleeper {
  readonly atMs: number;
  readonly ms: number;
  readonly wake: () => void;
}

/** How long the uplink waits for an answer, and for the end of a connection: while such a sleep is under way, so is something. */
const awaiting: readonly number[] = [20_000, 2_000];

export class MonthClock implements Clock {
  readonly #beganMs: number;
  #nowMs = 1_000_000;
  #sleepers = new Set<Sleeper>();

  constructor(beganMs: number) {
    this.#beganMs = beganMs;
  }

  wallMs(): number {
    return this.#beganMs + this.#nowMs;
  }

  monoMs(): number {
    return this.#nowMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const sleeper = { atMs: Math.round(this.#nowMs + Math.max(0, ms)), ms, wake: end };
      this.#sleepers.add(sleeper);
      signal?.addEventListener("abort", end, { once: true });
    });
  }

  /** Lives until then. `isBusy`: something else is under way for which time must stand still. */
  async live(untilMs: number, isBusy: () => boolean): Promise<void> {
    for (;;) {
      await settled(() => isBusy() || [...this.#sleepers].some(({ ms }) => awaiting.includes(ms)));
      const next = [...this.#sleepers].reduce<Sleeper | undefined>(
        (a, b) => (a && a.atMs <= b.atMs ? a : b),
        undefined,
      );
      if (!next || next.atMs > untilMs) break;
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.wake();
    }
    this.#nowMs = untilMs;
  }
}

/** Nothing is under way, and what followed from it has followed. */
async function settled(isBusy: () => boolean): Promise<void> {
  let quiet = 0;
  while (quiet < 3) {
    if (isBusy()) {
      quiet = 0;
      await delay(1);
    } else {
      quiet += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
