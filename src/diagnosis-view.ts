/** A Diagnosis as people and programs outside see it: in their language, JSON-safe, ages instead of instants. */
import { textOf } from "./faults/text.ts";
import type { Diagnosis, Support, Verdict } from "./model/case.ts";
import type { Reading } from "./model/reading.ts";
import type { Language } from "./model/text.ts";
import type { DiagnosisView, EvidenceView, ReadingView, VerdictView } from "./model/view.ts";

export function viewReading({ signal, value, atMs, quality }: Reading, nowMs: number): ReadingView {
  return { signal, value: value ?? null, age_s: Math.round((nowMs - atMs) / 100) / 10, quality };
}

function viewEvidence({ id, readings, weight }: Support, nowMs: number): EvidenceView {
  return { id, readings: readings.map((reading) => viewReading(reading, nowMs)), weight };
}

function viewVerdict(verdict: Verdict, language: Language, nowMs: number): VerdictView {
  const text = textOf(verdict.fault, language);
  return {
    fault: verdict.fault,
    probability: verdict.probability,
    severity: verdict.severity,
    party: verdict.party,
    say: text.say,
    do: text.do,
    do_not: text.doNot,
    evidence: verdict.evidence.map((item) => viewEvidence(item, nowMs)),
  };
}

/** `endedMs`: when the trouble ended that the diagnosis is of, in the time of its readings. */
export function viewDiagnosis(diagnosis: Diagnosis, language: Language, endedMs?: number): DiagnosisView {
  const { progress, verdicts, rivals, ruledOut, unknown, nextTests, atMs } = diagnosis;
  return {
    progress,
    verdicts: verdicts.map((verdict) => viewVerdict(verdict, language, atMs)),
    rivals,
    ruled_out: ruledOut.map(({ fault, because, holds }) => ({ fault, because: holds ? because : `not ${because}` })),
    unknown,
    ...(endedMs === undefined ? {} : { ended_s: Math.round(-endedMs / 1000) }),
    next_tests: nextTests,
  };
}
