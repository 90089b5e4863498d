/**
 * Which starts of the modem somebody asked for, and which came by themselves: a worn battery, a loose plug, a crash. One
 * start shows itself several times: the device vanishes and comes back, and the modem prints one banner or two.
 */

/** From the command to the last sign of the start it asked for. */
const orderedMs = 90_000;
/** Signs that come this soon after another belong to the same start; modules need longer than that for two. */
const sameMs = 20_000;

export class Restarts {
  #ordered = Number.NEGATIVE_INFINITY;
  #told = Number.NEGATIVE_INFINITY;

  /** The modem is told to start anew at this time. */
  order(nowMs: number): void {
    this.#ordered = nowMs;
  }

  /** It did not listen. */
  recall(): void {
    this.#ordered = Number.NEGATIVE_INFINITY;
  }

  /** Whether a modem that is silent or starts does what it was told. */
  expected(nowMs: number): boolean {
    return nowMs - this.#ordered < orderedMs;
  }

  /** A sign of a start; true for the first one of a start that nobody asked for. */
  sign(nowMs: number): boolean {
    if (nowMs - this.#told < sameMs || this.expected(nowMs)) return false;
    this.#told = nowMs;
    return true;
  }
}
