/** What was believed while a log was gone through: of each cause for how long, how surely, and when a sign of it was read last. */
import type { Diagnosis, Verdict } from "../model/case.ts";
import type { Reading } from "../model/reading.ts";

/** Less sure than this, it was never more than a suspicion. */
const believed = 0.5;

/** A diagnosis and how long nothing else was read. */
export interface Moment {
  readonly diagnosis: Diagnosis;
  readonly untilMs: number;
}

export interface Believed {
  /** Milliseconds, each counted by how surely. */
  readonly heldMs: number;
  /** The diagnosis at its surest. */
  readonly best: Diagnosis;
  /** When it was believed last. */
  readonly endedMs: number;
  /** When a sign of it was read last; undefined where it was only heard of. */
  readonly signMs: number | undefined;
}

export const probabilityOf = ({ verdicts }: Diagnosis): number => verdicts[0]?.probability ?? 0;

/** When what speaks for it was read last. */
export function lastSignMs({ evidence }: Verdict, isSign: (reading: Reading) => boolean): number | undefined {
  const signs = evidence.flatMap(({ readings }) => readings.filter(isSign)).map(({ atMs }) => atMs);
  return signs.length > 0 ? Math.max(...signs) : undefined;
}

/** What is said, or drawn from what went before, is not read when it is heard. */
const isRead = ({ signal }: Reading): boolean => !/^(operator|compare)\./.test(signal);

function takeIn(before: Believed | undefined, verdict: Verdict, { diagnosis, untilMs }: Moment): Believed {
  return {
    heldMs: (before?.heldMs ?? 0) + verdict.probability * (untilMs - diagnosis.atMs),
    best: before && probabilityOf(before.best) > verdict.probability ? before.best : diagnosis,
    endedMs: untilMs,
    signMs: lastSignMs(verdict, isRead) ?? before?.signMs,
  };
}

/** The cause that was believed longest, of those told first; undefined where nothing was believed. */
export function longestBelieved(moments: readonly Moment[]): Believed | undefined {
  const byFault = new Map<string, Believed>();
  for (const moment of moments) {
    const [first] = moment.diagnosis.verdicts;
    if (first && first.probability >= believed) {
      byFault.set(first.fault, takeIn(byFault.get(first.fault), first, moment));
    }
  }
  return [...byFault.values()].toSorted((a, b) => b.heldMs - a.heldMs)[0];
}
