/** A Diagnosis as people and programs outside see it: in their language, JSON-safe, ages instead of instants. */
import { builtInTexts, type TextBook } from "./faults/text.ts";
import { testText } from "./faults/texts/questions.ts";
import type { Diagnosis, NextTest, Support, Verdict } from "./model/case.ts";
import type { Reading } from "./model/reading.ts";
import type { AnswerView, NextTestView } from "./model/test-view.ts";
import type { FaultText, Language } from "./model/text.ts";
import type { DiagnosisView, EvidenceView, ReadingView, VerdictView } from "./model/view.ts";

export function viewReading({ signal, value, atMs, quality }: Reading, nowMs: number): ReadingView {
  return { signal, value: value ?? null, age_s: Math.round((nowMs - atMs) / 100) / 10, quality };
}

function viewEvidence({ id, readings, weight }: Support, nowMs: number): EvidenceView {
  return { id, readings: readings.map((reading) => viewReading(reading, nowMs)), weight };
}

function viewVerdict(verdict: Verdict, text: FaultText, nowMs: number): VerdictView {
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

/** The answers that a question has, for buttons. */
export function answersTo(test: string, language: Language): readonly AnswerView[] {
  return Object.entries(testText(test, language).answers ?? {}).map(([answer, text]) => ({ answer, text }));
}

function viewTest({ test, cost, costParts, separates }: NextTest, language: Language): NextTestView {
  const answers = answersTo(test, language);
  return {
    test,
    text: testText(test, language).text,
    cost: Math.round(cost * 10) / 10,
    cost_parts: costParts,
    separates,
    ...(answers.length > 0 && { answers }),
  };
}

export interface Telling {
  /** When the trouble ended that the diagnosis is of, in the time of its readings. */
  readonly endedMs?: number | undefined;
  /** The deployment's own wording; that of the program when nothing is said. */
  readonly texts?: TextBook;
}

export function viewDiagnosis(
  diagnosis: Diagnosis,
  language: Language,
  { endedMs, texts = builtInTexts }: Telling = {},
): DiagnosisView {
  const { progress, verdicts, rivals, ruledOut, unknown, nextTests, atMs } = diagnosis;
  return {
    progress,
    verdicts: verdicts.map((verdict) => viewVerdict(verdict, texts.textOf(verdict.fault, language), atMs)),
    rivals,
    ruled_out: ruledOut.map(({ fault, because, holds }) => ({ fault, because: holds ? because : `not ${because}` })),
    unknown,
    ...(endedMs === undefined ? {} : { ended_s: Math.round(-endedMs / 1000) }),
    next_tests: nextTests.map((test) => viewTest(test, language)),
  };
}
