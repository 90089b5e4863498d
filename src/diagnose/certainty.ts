/** How long each fault has been near certain, without a break. */
import type { Verdict } from "../model/case.ts";
import type { Pace } from "../model/catalogue.ts";

/** Likelier than this is near certain. */
const certain = 0.9;

export interface Certainty {
  /** Notes which verdicts are near certain now; returns them. */
  note(verdicts: readonly Verdict[], nowMs: number): readonly Verdict[];
  /** Whether a verdict has been certain for as long, and on as many readings, as its pace asks. */
  isRipe(verdict: Verdict, pace: Pace, nowMs: number): boolean;
  /** The faults that are near certain now. */
  faults(): readonly string[];
}

export function createCertainty(): Certainty {
  const since = new Map<string, number>();
  return {
    note: (verdicts, nowMs) => {
      const sure = verdicts.filter((verdict) => verdict.probability >= certain);
      for (const fault of [...since.keys()]) if (!sure.some((verdict) => verdict.fault === fault)) since.delete(fault);
      for (const { fault } of sure) if (!since.has(fault)) since.set(fault, nowMs);
      return sure;
    },
    isRipe: (verdict, pace, nowMs) => {
      const sinceMs = since.get(verdict.fault);
      const reads = Math.max(0, ...verdict.evidence.map((item) => item.readings.length));
      return sinceMs !== undefined && nowMs - sinceMs >= pace.openMs && reads >= pace.openReads;
    },
    faults: () => [...since.keys()],
  };
}
