/** How often something happened in the time just past. Bounded: a full window says "so many or more". */
import { bounds } from "./remembered.ts";

export class Recent {
  readonly #windowMs: number;
  #times: number[] = [];

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  note(atMs: number): void {
    this.#times = [...this.#times, atMs].slice(-bounds.events);
  }

  /** Takes back what was noted at or after a time. */
  retract(sinceMs: number): void {
    this.#times = this.#times.filter((at) => at < sinceMs);
  }

  count(nowMs: number): number {
    this.#times = this.#times.filter((at) => nowMs - at < this.#windowMs);
    return this.#times.length;
  }

  /** Seconds since each, oldest first. */
  ages(nowMs: number): readonly number[] {
    this.count(nowMs);
    return this.#times.map((at) => Math.max(0, Math.round((nowMs - at) / 1_000)));
  }

  /** What `ages` gave, `laterS` seconds later. */
  restore(ages: readonly number[], laterS: number, nowMs: number): void {
    this.#times = ages.map((age) => nowMs - (age + laterS) * 1_000).sort((a, b) => a - b);
    this.count(nowMs);
  }
}
