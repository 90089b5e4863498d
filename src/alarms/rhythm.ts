/** How often an alarm comes and goes. */
import { recurrentFrom } from "../model/alarm.ts";
import { type Alarm, bounds } from "./alarm.ts";
import { ageOf, type Instant, type Now } from "./instant.ts";

const dayMs = 86_400_000;
/** Chattering: three cycles or more in a minute (diagnosis.md 1, after ISA-18.2). */
const chatter = { cycles: 3, withinMs: 60_000 } as const;
/** What chattered longer ago than this is quiet now. */
const chatterMemoryMs = 3_600_000;

export interface Rhythm {
  /** Raises in the last 24 hours; at most `bounds.raises`: "so many or more". */
  readonly raisesDay: number;
  /** Of these, the ones that were cleared again. */
  readonly flapsDay: number;
  readonly isRecurrent: boolean;
  readonly isChattering: boolean;
}

/** A raise of which nobody knows the date does not count. */
export function raisesInDay(raises: readonly Instant[], now: Now): number {
  return raises.filter((raise) => (ageOf(raise, now) ?? dayMs) < dayMs).length;
}

function isChattering({ raises, isCleared }: Alarm, now: Now): boolean {
  // The cycle under way is none yet.
  const cycles = isCleared ? raises : raises.slice(0, -1);
  const [first, last] = [cycles.at(-chatter.cycles), cycles.at(-1)].map((raise) => raise && ageOf(raise, now));
  if (first === undefined || last === undefined) return false;
  return first - last <= chatter.withinMs && last < chatterMemoryMs;
}

export function rhythmOf(alarm: Alarm, now: Now): Rhythm {
  const raisesDay = raisesInDay(alarm.raises, now);
  return {
    raisesDay,
    flapsDay: Math.max(0, raisesDay - (alarm.isCleared ? 0 : 1)),
    isRecurrent: raisesDay >= recurrentFrom,
    isChattering: isChattering(alarm, now),
  };
}

/** The list with one more raise, the newest last. */
export function withRaise(raises: readonly Instant[], raise: Instant): readonly Instant[] {
  return [...raises, raise].slice(-bounds.raises);
}
