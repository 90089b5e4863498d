/**
 * What was wrong, when all is well by the time somebody asks: the module was reset, another card was put in, and the
 * question why remains. The log is gone through again, and the cause that was believed longest is the answer: what is seen
 * while somebody mends something is short, and speaks of the mending.
 */
import type { Diagnosis, Verdict } from "./model/case.ts";
import type { Reading } from "./model/reading.ts";
import { createThinker, type ThinkerOptions } from "./think.ts";

/** A log of a day read every minute; of a longer one, the newest. */
const mostInstants = 1_500;
/** Less sure than this, it was never more than a suspicion. */
const believed = 0.6;

interface Past {
  /** The diagnosis at its surest. */
  readonly diagnosis: Diagnosis;
  /** When it was last believed, in the time of the readings. */
  readonly endedMs: number;
}

interface Belief {
  heldMs: number;
  best: Diagnosis;
  endedMs: number;
}

const probabilityOf = ({ verdicts }: Diagnosis): number => verdicts[0]?.probability ?? 0;

function note(
  beliefs: Map<string, Belief>,
  verdict: Verdict,
  { diagnosis, untilMs }: { diagnosis: Diagnosis; untilMs: number },
) {
  const before = beliefs.get(verdict.fault);
  const heldMs = (before?.heldMs ?? 0) + verdict.probability * (untilMs - diagnosis.atMs);
  const best = before && probabilityOf(before.best) >= verdict.probability ? before.best : diagnosis;
  beliefs.set(verdict.fault, { heldMs, best, endedMs: untilMs });
}

/** The trouble that a log tells of and that its end does not show; undefined where there was none. */
function lookBack(readings: readonly Reading[], options: ThinkerOptions): Past | undefined {
  const thinker = createThinker(options);
  const byInstant = new Map<number, Reading[]>();
  for (const each of readings) byInstant.set(each.atMs, [...(byInstant.get(each.atMs) ?? []), each]);
  const instants = [...byInstant.keys()].toSorted((a, b) => a - b).slice(-mostInstants);
  const beliefs = new Map<string, Belief>();
  for (const [at, instant] of instants.entries()) {
    thinker.see(byInstant.get(instant) ?? []);
    const { diagnosis } = thinker.think(instant);
    const [first] = diagnosis.verdicts;
    const untilMs = instants[at + 1] ?? instant;
    if (first && first.probability >= believed) note(beliefs, first, { diagnosis, untilMs });
  }
  const [longest] = [...beliefs.values()].toSorted((a, b) => b.heldMs - a.heldMs);
  return longest && { diagnosis: longest.best, endedMs: longest.endedMs };
}

/** Whether somebody speaks of a trouble after it was over. */
function isAsked(readings: readonly Reading[], { endedMs }: Past): boolean {
  return readings.some(
    ({ signal, atMs }) => (signal === "operator.report" || signal === "operator.screen_text") && atMs >= endedMs,
  );
}

export interface Explanation {
  readonly diagnosis: Diagnosis;
  /** The diagnosis is of a trouble that has ended, then. */
  readonly endedMs?: number;
}

/** What a log that has ended means: what is wrong, or what was when somebody asks for that. */
export function explain(readings: readonly Reading[], options: ThinkerOptions, nowMs: number): Explanation {
  const thinker = createThinker(options);
  thinker.see(readings);
  const { diagnosis } = thinker.think(nowMs);
  if (diagnosis.verdicts.length > 0 || diagnosis.unknown) return { diagnosis };
  const past = lookBack(readings, options);
  if (!past || !isAsked(readings, past)) return { diagnosis };
  return { diagnosis: { ...past.diagnosis, atMs: nowMs, progress: diagnosis.progress }, endedMs: past.endedMs };
}
