/** When what is remembered goes to disk: soon after what matters, seldom otherwise, for flash wears out. */
import { Recent } from "./recent.ts";

/** Urgent writes keep this distance, whatever changes how often. */
const urgentGapMs = 10_000;
const periodMs = 60_000;
/** A plug that rattles must not wear the flash: urgent are only so many in an hour. */
const mostPlugs = 6;
const hourMs = 3_600_000;

/** Times are monotonic milliseconds. */
export class Due {
  readonly #startMs: number;
  readonly #everyMs: number;
  readonly #plugs = new Recent(hourMs);
  #savedMs = Number.NEGATIVE_INFINITY;
  #unsaved = false;
  #urgent = false;

  /** `everyMs`: least time between writes that are not urgent. */
  constructor(startMs: number, everyMs: number) {
    this.#startMs = startMs;
    this.#everyMs = everyMs;
  }

  get isUrgent(): boolean {
    return this.#urgent;
  }

  /** How long to wait before it is asked again. */
  get patienceMs(): number {
    return this.#urgent ? urgentGapMs : periodMs;
  }

  /** Something is to be written. */
  want(urgent = false): void {
    this.#unsaved = true;
    this.#urgent ||= urgent;
  }

  /** The supply has come or gone; soon after it the power may be gone altogether. */
  plug(nowMs: number): void {
    if (this.#plugs.count(nowMs) >= mostPlugs) return;
    this.#plugs.note(nowMs);
    this.want(true);
  }

  isDue(nowMs: number): boolean {
    if (!this.#unsaved) return false;
    if (this.#urgent) return nowMs - this.#savedMs >= urgentGapMs;
    // Counted from the start as well: an agent that is restarted again and again must not write each time.
    return nowMs - Math.max(this.#savedMs, this.#startMs) >= this.#everyMs;
  }

  /** It is being written. */
  begin(nowMs: number): void {
    this.#unsaved = false;
    this.#urgent = false;
    this.#savedMs = nowMs;
  }
}
