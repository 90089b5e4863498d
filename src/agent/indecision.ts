/**
 * Since when the terminal has been unable to choose between causes, and between which: no case is open of it, and support would not
 * hear of it. Pure.
 */
import type { Diagnosis } from "../model/case.ts";
import type { Unsure } from "../model/record.ts";

/** Most verdicts come within so long after the first doubt; what is not decided by then stays so for minutes. */
const holdMs = 20_000;
/** How long it may be away and is still the same: evidence comes reading by reading. */
const breakMs = 5_000;
const mostCandidates = 4;

export interface Indecision {
  /** What was thought; `hasOpened`: a case was opened by it, or turned to another fault. */
  note(diagnosis: Diagnosis, hasOpened: boolean): void;
  /** Monotonic milliseconds. Undefined: there is none, or it is too early to say so. */
  now(nowMs: number): Unsure | undefined;
}

interface Doubt extends Unsure {
  /** Since when it has been away. */
  readonly awaySinceMs: number | undefined;
}

function isOver({ awaySinceMs }: Doubt, nowMs: number): boolean {
  return awaySinceMs !== undefined && nowMs - awaySinceMs > breakMs;
}

function candidatesIn({ verdicts, rivals }: Diagnosis): Unsure["candidates"] {
  return [...verdicts, ...rivals]
    .map(({ fault, probability }) => ({ fault, probability }))
    .toSorted((one, other) => other.probability - one.probability)
    .slice(0, mostCandidates);
}

/**
 * A payment that somebody broke off may have been cancelled or timed out: that is nothing to call anybody for. Nor is a terminal whose
 * newest payment was approved: the failures before it are remembered for minutes, and would keep an incident open that is over.
 */
function isWorthTelling({ unknown, progress, verdicts }: Diagnosis): boolean {
  return (
    unknown &&
    progress !== "approved" &&
    (verdicts.length === 0 || verdicts.some(({ severity }) => severity !== "warning"))
  );
}

export function createIndecision(): Indecision {
  let doubt: Doubt | undefined;
  return {
    note: (diagnosis, hasOpened) => {
      const { atMs } = diagnosis;
      const last = doubt && !isOver(doubt, atMs) ? doubt : undefined;
      if (isWorthTelling(diagnosis)) {
        const sinceMs = last?.sinceMs ?? atMs;
        doubt = { sinceMs, candidates: candidatesIn(diagnosis), awaySinceMs: undefined };
      } else {
        doubt = hasOpened || !last ? undefined : { ...last, awaySinceMs: last.awaySinceMs ?? atMs };
      }
    },
    now: (nowMs) => {
      if (!doubt || isOver(doubt, nowMs)) return undefined;
      const { sinceMs, candidates, awaySinceMs = nowMs } = doubt;
      return awaySinceMs - sinceMs < holdMs ? undefined : { sinceMs, candidates };
    },
  };
}
