/**
 * From what is told to what it comes to by comparison: one card or all, one interface or all, one issuer or all, before or
 * after the change. Pure: Readings in order of time go in, Readings of the group `compare` come out. Bounded memory.
 */
import { hindranceOf } from "../codes/prompts.ts";
import { type CodeBook, createCodeBook } from "../codes/response-codes.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { countDay } from "./counts.ts";
import { compareFindings } from "./findings.ts";
import { compareHabits, isPulledEarly } from "./habits.ts";
import { createJournal, type Happening } from "./happening.ts";
import { compareMoney } from "./money.ts";
import { beganWith, type Trial } from "./onset.ts";
import { endsOf } from "./past.ts";
import { compareReads } from "./reads.ts";
import { answersOf, compareRefusals } from "./refusals.ts";
import { aboutOf, failedPart, saysError } from "./words.ts";

/** What is said in words, one reading for one. */
const inWords: ReadonlyMap<SignalId, { readonly signal: SignalId; of(said: Scalar): Scalar | undefined }> = new Map([
  ["operator.report", { signal: "compare.report", of: aboutOf }],
  ["txn.local_error", { signal: "txn.hindrance", of: (said) => hindranceOf(String(said)) }],
  ["device.self_test", { signal: "compare.self_test", of: failedPart }],
  ["key.pinpad_error", { signal: "compare.pinpad_error", of: saysError }],
] as const);

export interface Comparison {
  /** In order of time. */
  hear(reading: Reading): void;
  /** What has come of what was heard since this was asked last. */
  drawn(): readonly Reading[];
}

const hourMs = 3_600_000;
/** Between two looks. */
const mostWords = 64;
/** Levels that the comparison needs beside the happenings. */
const levels: readonly SignalId[] = [
  "reader.icc_powerup_ok_24h",
  "reader.icc_powerup_fail_24h",
  "reader.mag_ok_24h",
  "reader.mag_fail_24h",
  "reader.nfc_ok_24h",
  "reader.nfc_fail_24h",
  "reader.distinct_cards_failed",
  "reader.distinct_cards_ok",
  "txn.daily_count_same_card",
  "txn.minutes_since_same_card",
  "sw.app_version_changed_h",
  "sw.param_changed_h",
  "sw.os_version_changed_h",
];

const failedByItself: readonly (Scalar | undefined)[] = [
  "application_error",
  "answer_invalid",
  "function_not_supported",
  "chip_failed",
  "no_application",
  "pinpad_failed",
];

/** A payment that ended, and whether the terminal itself failed at it. */
function trialsOf(happenings: readonly Happening[]): readonly Trial[] {
  const byPayment = new Map<number, Trial>();
  for (const { atMs, payment, said } of happenings) {
    const outcome = said("txn.outcome");
    const failed = failedByItself.includes(said("txn.hindrance")) || outcome === "unknown";
    if (failed || byPayment.get(payment)?.failed === true) byPayment.set(payment, { atMs, failed: true });
    else if (said("txn.rc") !== undefined || outcome !== undefined) byPayment.set(payment, { atMs, failed: false });
  }
  return [...byPayment.values()];
}

function compareOnset(happenings: readonly Happening[], newest: (signal: SignalId) => Reading | undefined) {
  const trials = trialsOf(happenings);
  const changedMs = (signal: SignalId): number | undefined => {
    const told = newest(signal);
    return typeof told?.value === "number" ? told.atMs - told.value * hourMs : undefined;
  };
  const app = [changedMs("sw.app_version_changed_h"), changedMs("sw.param_changed_h")].flatMap((ms) => ms ?? []);
  const os = changedMs("sw.os_version_changed_h");
  return [
    ...(app.length > 0 ? [["compare.since_app_change", beganWith(Math.max(...app), trials)] as const] : []),
    ...(os !== undefined ? [["compare.since_os_change", beganWith(os, trials)] as const] : []),
  ];
}

/** Hindrances that are on the way to the host, and not at the counter. */
const onTheWay: readonly (Scalar | undefined)[] = [
  "none",
  "send_failed",
  "receive_failed",
  "answer_invalid",
  "mac_wrong",
];

const ends: Readonly<Record<string, string>> = {
  approved: "answered",
  declined: "answered",
  timeout: "unanswered",
  unknown: "unanswered",
};

/** How far a payment got, where it ended. Said by code and by outcome, it is one end. */
function endIn(happening: Happening, happenings: readonly Happening[]): Reading | undefined {
  const outcome = happening.said("txn.outcome");
  const own = happenings.filter(({ payment }) => payment === happening.payment);
  const coded = own.some(({ said }) => said("txn.rc") !== undefined);
  if (coded !== (happening.said("txn.rc") !== undefined) || (!coded && outcome === undefined)) return undefined;
  if (coded) return reading("compare.payment", "answered", happening.atMs);
  const hindered = own.some(
    ({ said }) => said("txn.hindrance") !== undefined && !onTheWay.includes(said("txn.hindrance")),
  );
  const broken = hindered || isPulledEarly(happening, happenings) ? "broken_off" : "unsent";
  return reading("compare.payment", ends[String(outcome)] ?? broken, happening.atMs);
}

/** Each hindrance counts, and each payment that ended without any. */
function hindranceIn(happening: Happening, ended: boolean): Reading | undefined {
  const hindrance = happening.said("txn.hindrance");
  if (hindrance === undefined && !ended) return undefined;
  return reading("compare.hindrance", hindrance ?? "none", happening.atMs);
}

/** How far each payment got, and what hindered it, counts once. */
function votesSince(sinceMs: number, happenings: readonly Happening[]): readonly Reading[] {
  return happenings.flatMap((happening) => {
    if (happening.atMs <= sinceMs) return [];
    const end = endIn(happening, happenings);
    const hindrance = hindranceIn(happening, end?.value === "answered");
    return [...(end ? [end] : []), ...(hindrance ? [hindrance] : [])];
  });
}

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
    const values: readonly (readonly [SignalId, Scalar])[] = [
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
      const told = inWords.get(heard.signal);
      const word = told?.of(heard.value);
      if (told && word !== undefined) words = [...words, reading(told.signal, word, heard.atMs)].slice(-mostWords);
      const isLevel = levels.includes(heard.signal);
      if (isLevel) newest.set(heard.signal, heard);
      if (!journal.hear(heard) && !isLevel) return;
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
