/**
 * When the way to the host is looked at. While payments are answered, never. After a failure three times, a few seconds apart
 * (one look is no proof), and then ever more rarely for as long as the trouble lasts. A fleet that fails at one instant must
 * not knock at one instant: the first look comes after a delay of its own, and the later ones are drawn over wide ranges.
 */
import { type Backoff, createBackoff } from "../../base/backoff.ts";
import type { Random } from "../../base/random.ts";

const minuteMs = 60_000;
const burst = 3;
/** host-link 8: at most one in five minutes. 5 to 10 minutes, then 5 to 20, 5 to 40, 5 to 60. */
const rarely = { floorMs: 5 * minuteMs, firstMs: 10 * minuteMs, limitMs: 60 * minuteMs };
/** Nobody has paid for so long that nobody knows whether it would go. */
const idly = { floorMs: 15 * minuteMs, firstMs: 30 * minuteMs, limitMs: 120 * minuteMs };
/** A trouble that was over for less than that is the same trouble. */
const overMs = 2 * minuteMs;

/** `idle`: nothing is known to be wrong. `close`, `last`: the three after a failure. `rare`: the trouble is known, and lasts. */
export type Look = "idle" | "close" | "last" | "rare";

export interface Rhythm {
  /** Something seems wrong from now on; and no longer. Said again it changes nothing. */
  alarm(nowMs: number): void;
  calm(nowMs: number): void;
  /** A payment failed. */
  failed(nowMs: number): void;
  /** A payment was answered: whatever fails next is a new trouble. */
  proved(nowMs: number): void;
  /** The next look, and when it is due on the monotonic clock. */
  next(): { readonly look: Look; readonly dueMs: number };
  /** The look that was due has been made, and began at that time: one that took long is followed the sooner by the next. */
  made(startedMs: number): void;
}

export interface RhythmOptions {
  readonly random: Random;
  /** Over so long the first looks of a fleet are spread. */
  readonly spreadMs: number;
  /** From one look to the next of the three. */
  readonly closeMs: number;
}

class Looks implements Rhythm {
  readonly #options: RhythmOptions;
  readonly #rare: Backoff;
  readonly #idle: Backoff;
  #alarmed = false;
  #isLooking = false;
  /** Looks of the three that are left; all of them: the trouble has not begun. */
  #left = burst;
  #calmSinceMs = Number.NEGATIVE_INFINITY;
  #troubleDueMs: number;
  #idleDueMs: number;

  constructor(options: RhythmOptions, nowMs: number) {
    this.#options = options;
    this.#rare = createBackoff(rarely, options.random);
    this.#idle = createBackoff(idly, options.random);
    this.#troubleDueMs = nowMs;
    this.#idleDueMs = nowMs + this.#idle.next();
  }

  alarm(nowMs: number): void {
    if (this.#alarmed) return;
    this.#alarmed = true;
    if (nowMs - this.#calmSinceMs >= overMs) this.#renew();
    this.#begin(nowMs);
  }

  calm(nowMs: number): void {
    if (!this.#alarmed) return;
    this.#alarmed = false;
    this.#calmSinceMs = nowMs;
    this.#rest(nowMs);
  }

  failed(nowMs: number): void {
    if (this.#alarmed) this.#begin(nowMs);
  }

  proved(nowMs: number): void {
    this.#renew();
    this.#rest(nowMs);
  }

  next(): ReturnType<Rhythm["next"]> {
    if (!this.#isLooking) return { look: "idle", dueMs: this.#idleDueMs };
    if (this.#left === 0) return { look: "rare", dueMs: this.#troubleDueMs };
    return { look: this.#left === 1 ? "last" : "close", dueMs: this.#troubleDueMs };
  }

  made(startedMs: number): void {
    if (!this.#isLooking) {
      this.#idleDueMs = startedMs + this.#idle.next();
      return;
    }
    const { random, closeMs } = this.#options;
    this.#left = Math.max(0, this.#left - 1);
    this.#troubleDueMs = startedMs + (this.#left > 0 ? closeMs * (0.9 + random() / 5) : this.#rare.next());
  }

  #renew(): void {
    this.#left = burst;
    this.#rare.reset();
  }

  #begin(nowMs: number): void {
    const isNew = this.#left === burst && !this.#isLooking;
    this.#isLooking = true;
    if (isNew) this.#troubleDueMs = nowMs + this.#options.random() * this.#options.spreadMs;
  }

  #rest(nowMs: number): void {
    this.#isLooking = false;
    this.#idle.reset();
    this.#idleDueMs = nowMs + this.#idle.next();
  }
}

/** `nowMs`: monotonic, at the start. */
export function createRhythm(options: RhythmOptions, nowMs: number): Rhythm {
  return new Looks(options, nowMs);
}
