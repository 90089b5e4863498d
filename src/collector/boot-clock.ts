/**
 * When something was written, by the collector's time: a terminal's clock may be wrong, or absurd. Within one boot its monotonic clock runs
 * on, so one report with a better wall clock dates all of them, the earlier ones as well.
 */
import type { Moment } from "../report/moment.ts";
import type { Received } from "../report/received.ts";
import { rankOf } from "../support/dating.ts";

/** Of one boot: the best clock that it has had (0: none yet), and its wall clock minus its monotonic clock. */
export interface BootClock {
  readonly rank: number;
  readonly offsetMs: number | undefined;
}

export interface Arrived {
  readonly receivedMs: number;
  /** Sent while it was new, so that it can hardly be older than the way takes. */
  readonly isNew: boolean;
}

/** Nothing was written earlier: a terminal that says so has lost its time. */
const firstYearMs = Date.UTC(2026, 0, 1);
/** A clock may be ahead of ours by so much, and what is new be late by so much. */
const aheadMs = 600_000;
const lateMs = 86_400_000;
/** Less is no reason to date anew. */
const worthMs = 5_000;

/** What the clock of this moment is worth: nothing when its time cannot be. */
function worthOf({ wallMs, clock }: Received<Moment>, { receivedMs, isNew }: Arrived): number {
  const isAbsurd = wallMs < firstYearMs || wallMs > receivedMs + aheadMs || (isNew && wallMs < receivedMs - lateMs);
  return isAbsurd ? 0 : rankOf(clock);
}

/** What is known of the boot's clock after this moment. Without any clock it was written when it came, or earlier. */
export function heardClock(known: BootClock, moment: Received<Moment>, arrived: Arrived): BootClock {
  const rank = worthOf(moment, arrived);
  if (rank > known.rank) return { rank, offsetMs: moment.wallMs - moment.monoMs };
  if (known.rank > 0) return known;
  const offsetMs = arrived.receivedMs - moment.monoMs;
  return { rank: 0, offsetMs: Math.min(offsetMs, known.offsetMs ?? offsetMs) };
}

/** When a moment was, milliseconds since 1970; never later than it came. */
export function dateOf(known: BootClock, moment: Received<Moment>, arrived: Arrived): number {
  const rank = worthOf(moment, arrived);
  const isTrusted = rank > 0 && rank >= known.rank;
  const atMs = isTrusted ? moment.wallMs : moment.monoMs + (known.offsetMs ?? arrived.receivedMs - moment.monoMs);
  return Math.round(Math.min(atMs, arrived.receivedMs));
}

/** By how much everything of the boot that is stored already was dated wrongly; 0: not worth a word. */
export function shiftOf(before: BootClock, after: BootClock): number {
  if (before.offsetMs === undefined || after.offsetMs === undefined || after.rank <= before.rank) return 0;
  const shift = after.offsetMs - before.offsetMs;
  return Math.abs(shift) > worthMs ? Math.round(shift) : 0;
}
