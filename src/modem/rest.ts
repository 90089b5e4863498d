/** The rest that a line needs before the next command: a command sent into a report that is on its way is lost, or the report. */

/** After a final or a report; u-blox asks for 20 ms (AT commands manual 2.2.5.1). */
const leastMs = 20;
/** A modem that does not stop reporting is not waited for longer. */
const reportsMs = 200;

export class Rest {
  #ms: number = leastMs;
  #finalMs = Number.NEGATIVE_INFINITY;
  #reportMs = Number.NEGATIVE_INFINITY;

  /** From now on it lasts at least so long. */
  atLeast(ms: number): void {
    this.#ms = Math.max(leastMs, ms);
  }

  /** A command has ended. */
  final(nowMs: number): void {
    this.#finalMs = nowMs;
  }

  /** A line has come that nobody waits for. */
  report(nowMs: number): void {
    this.#reportMs = nowMs;
  }

  /** When a command may go out that has waited since `sinceMs`. */
  endMs(sinceMs: number): number {
    const afterReportMs = Math.min(this.#reportMs + this.#ms, Math.max(sinceMs, this.#finalMs) + reportsMs);
    return Math.max(this.#finalMs + this.#ms, afterReportMs);
  }
}
