/**
 * From what is told to what it comes to by comparison: one card or all, one interface or all, one issuer or all, before or
 * after the change. Pure: Readings in order of time go in, Readings of the group `compare` come out. Bounded memory.
 */
import { hindranceOf } from "../codes/prompts.ts";
import { type CodeBook, createCodeBook } from "../codes/response-codes.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { counterSignals } from "./attempts.ts";
import { countDay } from "./counts.ts";
import type { Drawn } from "./drawn.ts";
import { votesSince } from "./ends.ts";
import { compareFindings } from "./findings.ts";
import { compareHabits } from "./habits.ts";
import { createJournal } from "./happening.ts";
import { compareMoney } from "./money.ts";
import { endsOf } from "./past.ts";
import { compareReads } from "./reads.ts";
import { answersOf, compareRefusals } from "./refusals.ts";
import { compareOnset } from "./since-change.ts";
import { aboutOf, failedPart, noticeAbout, saysError } from "./words.ts";

/** What is said in words, one reading for one. */
const inWords: ReadonlyMap<SignalId, { readonly signal: SignalId; of(said: Scalar): Scalar | undefined }> = new Map([
  ["operator.report", { signal: "compare.report", of: aboutOf }],
  ["fleet.notice", { signal: "fleet.notice_kind", of: noticeAbout }],
  ["txn.local_error", { signal: "txn.hindrance", of: (said) => hindranceOf(String(said)) }],
  ["device.self_test", { signal: "compare.self_test", of: failedPart }],
  ["key.pinpad_error", { signal: "compare.pinpad_error", of: saysError }],
] as const);

/** What free text comes to; undefined where it is none, or where it says nothing that is known. */
function inOwnWords({ signal, value, atMs }: Reading): Reading | undefined {
  const told = inWords.get(signal);
  const word = value === undefined ? undefined : told?.of(value);
  return told && word !== undefined ? reading(told.signal, word, atMs) : undefined;
}

export interface Comparison {
  /** In order of time. */
  hear(reading: Reading): void;
  /** What has come of what was heard since this was asked last. */
  drawn(): readonly Reading[];
}

/** Between two looks. */
const mostWords = 64;
/** Levels that the comparison needs beside the happenings. */
const levels: readonly SignalId[] = [
  ...Object.values(counterSignals).flat(),
  "reader.distinct_cards_failed",
  "reader.distinct_cards_ok",
  "txn.daily_count_same_card",
  "txn.minutes_since_same_card",
  "sw.app_version_changed_h",
  "sw.param_changed_h",
  "sw.os_version_changed_h",
];

export function createComparison(codes: CodeBook = createCodeBook()): Comparison {
  const journal = createJournal();
  const newest = new Map<SignalId, Reading>();
  let words: Reading[] = [];
  let changed = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  let votedMs = Number.NEGATIVE_INFINITY;

  function levelsNow(): readonly Reading[] {
    const { happenings } = journal;
    const ends = endsOf(happenings);
    const look = (signal: SignalId) => newest.get(signal);
    const values: Drawn = [
      ...compareRefusals(answersOf(happenings, codes), ends),
      ...compareFindings(happenings, ends),
      ...compareReads(happenings, ends, look),
      ...compareHabits(happenings, ends, codes),
      ...compareMoney(happenings, codes),
      ...compareOnset(happenings, look),
      ...countDay(happenings, (signal) => newest.has(signal)),
    ];
    return values.map(([signal, value]) => reading(signal, value, lastMs));
  }

  return {
    hear: (heard) => {
      if (heard.value === undefined) return;
      const said = inOwnWords(heard);
      if (said) words = [...words, said].slice(-mostWords);
      const isLevel = levels.includes(heard.signal);
      if (isLevel) newest.set(heard.signal, heard);
      if (!journal.hear(said ?? heard) && !isLevel) return;
      lastMs = Math.max(lastMs, heard.atMs);
      changed = true;
    },
    drawn: () => {
      const spoken = words;
      words = [];
      if (!changed) return spoken;
      changed = false;
      const votes = votesSince(votedMs, journal.happenings);
      votedMs = lastMs;
      return [...spoken, ...votes, ...levelsNow()];
    },
  };
}
