/** A clock that stands still until a test moves it. Sleepers wake in the order of their time, each with its own turn. */
import type { Clock } from "../../src/base/clock.ts";

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** Lets everything run that is ready to run. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export class VirtualClock implements Clock {
  #nowMs = 0;
  #sleepers: Sleeper[] = [];

  wallMs(): number {
    return 1_760_000_000_000 + this.#nowMs;
  }

  monoMs(): number {
    return this.#nowMs;
  }

  /** How many sleeps are under way. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        this.#sleepers = this.#sleepers.filter((each) => each !== sleeper);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const sleeper = { atMs: this.#nowMs + Math.max(0, ms), wake: end };
      this.#sleepers.push(sleeper);
      signal?.addEventListener("abort", end, { once: true });
    });
  }

  /** Calls back at a time from now on; for scripts of what the world does. */
  at(ms: number, act: () => void): void {
    this.#sleepers.push({ atMs: this.#nowMs + ms, wake: act });
  }

  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await turn();
    for (;;) {
      const next = this.#sleepers.reduce<Sleeper | undefined>((a, b) => (a && a.atMs <= b.atMs ? a : b), undefined);
      if (!next || next.atMs > endMs) break;
      this.#sleepers = this.#sleepers.filter((each) => each !== next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.wake();
      await turn();
    }
    this.#nowMs = endMs;
  }

  /** Moves on until a promise settles; fails after one virtual hour. */
  async settle<T>(promise: Promise<T>): Promise<T> {
    let done = false;
    const end = () => {
      done = true;
    };
    promise.then(end, end);
    for (let steps = 0; !done && steps < 36_000; steps += 1) await this.advance(steps === 0 ? 0 : 100);
    if (!done) throw new Error("still not settled after one virtual hour");
    return promise;
  }
}
