/**
 * Which rung is next, if any: signs × readings × what was tried → step. Pure. What can be mended is climbed from its first
 * rung upwards, each rung once; after the top the ladder rests. Budgets of the day and distances keep it from storming.
 */
import { type Attempt, type RungId, rungIds } from "../model/attempt.ts";
import { holds } from "./ask.ts";
import { type Mend, mends } from "./mend.ts";
import { rungs, rungsFrom } from "./rung.ts";
import type { Hindrance, Watch } from "./watch.ts";

/** Since when the signs of something mendable have been there without a break, by its fault id. */
export type Signs = ReadonlyMap<string, number>;

/** What the ladder remembers of an attempt. */
export type Try = Pick<Attempt, "rung" | "fault" | "startedAtMs" | "helped">;

export interface Situation {
  readonly signs: Signs;
  /** Faults that are open, or likelier than not. */
  readonly faults: readonly string[];
  readonly watch: Pick<Watch, "hindrance">;
  /** Oldest first. */
  readonly tries: readonly Try[];
  /** Tries left today. */
  readonly left: Readonly<Record<RungId, number>>;
  readonly nowMs: number;
}

export type Step =
  /** Nothing is wrong that a modem could mend. */
  | { readonly kind: "rest" }
  | { readonly kind: "wait"; readonly fault: string; readonly untilMs: number }
  | { readonly kind: "held"; readonly fault: string; readonly by: Hindrance }
  /** Every rung that is left has had its tries for today. */
  | { readonly kind: "spent"; readonly fault: string }
  | { readonly kind: "try"; readonly fault: string; readonly rung: RungId };

/** After the top rung has not helped; and a climb that paused for so long begins anew. */
const restMs = 60 * 60_000;
/** Readings older than this say nothing about now. */
const freshMs = 120_000;

/** The signs after another look at the newest readings. */
export function seeSigns(before: Signs, watch: Pick<Watch, "newest">, nowMs: number): Signs {
  const there = Object.entries(mends).filter(([, { whilst }]) =>
    whilst.every((ask) => {
      const reading = watch.newest(ask.signal);
      return holds(ask, reading) && nowMs - (reading?.atMs ?? 0) <= freshMs;
    }),
  );
  return new Map(there.map(([fault]) => [fault, before.get(fault) ?? nowMs]));
}

export function nextStep(situation: Situation): Step {
  for (const [fault, mend] of Object.entries(mends)) {
    const sinceMs = situation.signs.get(fault);
    if (sinceMs !== undefined) return stepFor({ fault, sinceMs, mend }, situation);
  }
  return { kind: "rest" };
}

interface Sign {
  readonly fault: string;
  readonly sinceMs: number;
  readonly mend: Mend;
}

function stepFor({ fault, sinceMs, mend }: Sign, situation: Situation): Step {
  const { nowMs, watch, tries, faults } = situation;
  const next = climb(fault, mend, situation);
  if (!next) return { kind: "spent", fault };
  const { rung, fromMs } = next;
  const untilMs = Math.max(sinceMs + mend.afterMs, fromMs, distanceEndMs(rung, tries));
  if (nowMs < untilMs) return { kind: "wait", fault, untilMs };
  const explained = faults.some((other) => mend.unless.includes(other));
  const by = explained ? "other_fault" : watch.hindrance(nowMs);
  return by === undefined ? { kind: "try", fault, rung } : { kind: "held", fault, by };
}

interface Next {
  readonly rung: RungId;
  readonly fromMs: number;
}

/** Undefined when no rung has a try left today. */
function climb(fault: string, { first }: Mend, { tries, left, nowMs }: Situation): Next | undefined {
  const usable = rungsFrom(first).filter((rung) => left[rung] > 0);
  const [lowest] = usable;
  const last = tries.findLast((each) => each.fault === fault);
  if (lowest === undefined) return undefined;
  if (!last || last.helped === "yes" || nowMs - last.startedAtMs >= restMs) return { rung: lowest, fromMs: 0 };
  const above = usable.find((rung) => rungIds.indexOf(rung) > rungIds.indexOf(last.rung));
  return above ? { rung: above, fromMs: 0 } : { rung: lowest, fromMs: last.startedAtMs + restMs };
}

function distanceEndMs(rung: RungId, tries: readonly Try[]): number {
  const last = tries.findLast((each) => each.rung === rung);
  return last ? last.startedAtMs + rungs[rung].distanceMs : 0;
}
