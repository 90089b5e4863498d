/** How long each fault has been likely, and near certain, without a break. */
import type { Verdict } from "../model/case.ts";
import type { Pace } from "../model/catalogue.ts";
import { nearCertain } from "../model/told.ts";

/** A suspect that is not confirmed in this time is looked at no more often than anything else. */
const suspenseMs = 60_000;

export interface Certainty {
  /** Notes which verdicts are near certain now; returns them. */
  note(verdicts: readonly Verdict[], nowMs: number): readonly Verdict[];
  /** Whether a verdict has been certain for as long, and on as many readings, as its pace asks. */
  isRipe(verdict: Verdict, pace: Pace, nowMs: number): boolean;
  /** The faults that are near certain now, and those that have lately become likely: another look may settle them. */
  faults(): readonly string[];
}

/** Keeps since when each of these has been there; what is not among them any more is forgotten. */
function follow(since: Map<string, number>, faults: readonly string[], nowMs: number): void {
  for (const fault of [...since.keys()]) if (!faults.includes(fault)) since.delete(fault);
  for (const fault of faults) if (!since.has(fault)) since.set(fault, nowMs);
}

export function createCertainty(): Certainty {
  const since = new Map<string, number>();
  const suspected = new Map<string, number>();
  let lastMs = 0;
  return {
    note: (verdicts, nowMs) => {
      const sure = verdicts.filter((verdict) => verdict.probability >= nearCertain);
      const likely = verdicts.filter(({ probability }) => probability >= 0.5);
      follow(
        since,
        sure.map(({ fault }) => fault),
        nowMs,
      );
      follow(
        suspected,
        likely.map(({ fault }) => fault),
        nowMs,
      );
      lastMs = nowMs;
      return sure;
    },
    isRipe: (verdict, pace, nowMs) => {
      const sinceMs = since.get(verdict.fault);
      const reads = Math.max(0, ...verdict.evidence.map((item) => item.readings.length));
      return sinceMs !== undefined && nowMs - sinceMs >= pace.openMs && reads >= pace.openReads;
    },
    faults: () => {
      const suspects = [...suspected].filter(([, sinceMs]) => lastMs - sinceMs < suspenseMs);
      return [...new Set([...since.keys(), ...suspects.map(([fault]) => fault)])];
    },
  };
}
