/** The rungs of the ladder, as data: what each sends, how often it may, and how long its effect is waited for. */
import { type RungId, rungIds } from "../model/attempt.ts";

/** Requests of the modem family in use. */
export interface Recipe {
  readonly detach: string;
  readonly attach: string;
  readonly radioOff: string;
  readonly radioOn: string;
  readonly reset: string;
}

export interface Rung {
  /** Takes something away, so nothing may forbid it. */
  readonly breaks: keyof Recipe;
  /** Gives it back, and is sent whatever happens after the first: a radio left off would be worse than any fault. */
  readonly restores?: keyof Recipe;
  /** Least time between two tries, for whatever fault. */
  readonly distanceMs: number;
  readonly effectMs: number;
  readonly source: string;
}

const minuteMs = 60_000;

export const rungs: Readonly<Record<RungId, Rung>> = {
  reattach: {
    breaks: "detach",
    restores: "attach",
    distanceMs: 10 * minuteMs,
    effectMs: minuteMs,
    source:
      "3GPP TS 27.007 10.1.9; TS 24.301 5.5.1: an attach takes 15 s (T3410), and four more tries 10 s apart (T3411)",
  },
  radio: {
    breaks: "radioOff",
    restores: "radioOn",
    distanceMs: 20 * minuteMs,
    effectMs: 1.5 * minuteMs,
    source: "3GPP TS 27.007 8.2; a full search of all bands takes a minute and more",
  },
  reset: {
    breaks: "reset",
    distanceMs: 60 * minuteMs,
    effectMs: 3 * minuteMs,
    source: "3GPP TS 27.007 8.2; modules are on the bus again after 10 to 40 s and registered a minute later",
  },
};

/** From this rung upwards. */
export function rungsFrom(first: RungId): readonly RungId[] {
  return rungIds.slice(rungIds.indexOf(first));
}
