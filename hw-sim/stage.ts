/** One thing that changes with delay: where it is now, and where it is going. A new aim calls the old journey off. */
import type { SimClock } from "./clock.ts";

export class Stage<T> {
  now: T;
  readonly #clock: SimClock;
  #journey: { readonly target: T; readonly callOff: () => void } | undefined;

  constructor(clock: SimClock, start: T) {
    this.#clock = clock;
    this.now = start;
  }

  /** Heads for `target`: arrives `delayMs()` later and then calls `arrived` with the value it left. Stays when it is there. */
  aim(target: T, delayMs: () => number, arrived: (from: T) => void): void {
    if (this.#journey?.target === target) return;
    this.stay();
    if (this.now === target) return;
    const callOff = this.#clock.after(delayMs(), () => {
      this.#journey = undefined;
      const from = this.now;
      this.now = target;
      arrived(from);
    });
    this.#journey = { target, callOff };
  }

  /** Is there at once. */
  jump(target: T): void {
    this.stay();
    this.now = target;
  }

  stay(): void {
    this.#journey?.callOff();
    this.#journey = undefined;
  }
}
