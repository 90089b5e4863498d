/**
 * From what is told to what it comes to by comparison: one card or all, one interface or all, one issuer or all, before or
 * after the change. Pure: Readings in order of time go in, Readings of the group `compare` come out. Bounded memory.
 */
import { type CodeBook, createCodeBook } from "../codes/response-codes.ts";
import { AppAge } from "../model/app-age.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import { counterSignals } from "./attempts.ts";
import { compareCards } from "./bad-card.ts";
import { createBodyComparison } from "./body.ts";
import { inContext } from "./context.ts";
import { countDay } from "./counts.ts";
import type { Drawn } from "./drawn.ts";
import { votesSince } from "./ends.ts";
import { compareFindings } from "./findings.ts";
import { compareHabits } from "./habits.ts";
import { createJournal, type Happening } from "./happening.ts";
import { inOwnWords } from "./in-words.ts";
import { KeyAge } from "./key-age.ts";
import { compareMoney } from "./money.ts";
import { newestRefusal } from "./newest-refusal.ts";
import { compareObstacles } from "./obstacles.ts";
import { endsOf } from "./past.ts";
import { compareReads, type Newest } from "./reads.ts";
import { answersOf, compareRefusals, signedIn } from "./refusals.ts";
import { compareRefusedCard } from "./refused-card.ts";
import { createSettingsComparison } from "./settings.ts";
import { changedMs, compareOnset, newestLevel } from "./since-change.ts";
import { keepSpoken, type Spoken } from "./spoken.ts";

export interface Comparison {
  /** In order of time. */
  hear(reading: Reading): void;
  /** What has come of what was heard since this was asked last. */
  drawn(): readonly Reading[];
}

/** Between two looks. */
const mostWords = 256;
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
  "sw.app_too_old",
  "host.signin_rc",
];

/** What is known beside what happened. */
interface Surroundings {
  readonly codes: CodeBook;
  readonly look: Newest;
  readonly talk: readonly Spoken[];
  readonly nowMs: number;
}

/** All that comes of what happened. */
function draw(happenings: readonly Happening[], { codes, look, talk, nowMs }: Surroundings): Drawn {
  const ends = endsOf(happenings);
  const answers = answersOf(happenings, codes);
  const refused = newestRefusal(answers, ends, talk);
  return [
    ...compareRefusals(answers, refused, changedMs("application", look)),
    ...compareRefusedCard(refused?.trouble, { answers, happenings, talk }),
    ...compareFindings(happenings, ends),
    ...compareReads(happenings, ends, { look, nowMs }),
    ...compareCards(happenings),
    ...compareHabits(happenings, ends, codes),
    ...compareObstacles(happenings, ends),
    ...(look("host.signin_rc") ? [] : signedIn(answers)),
    ...compareMoney(happenings, codes, talk),
    ...compareOnset(happenings, look),
    ...countDay(happenings, (signal) => look(signal) !== undefined),
  ];
}

export function createComparison(codes: CodeBook = createCodeBook()): Comparison {
  const journal = createJournal();
  const newest = new Map<SignalId, Reading>();
  const appAge = new AppAge();
  const keyAge = new KeyAge();
  let words: Reading[] = [];
  let changed = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  let votedMs = Number.NEGATIVE_INFINITY;
  let talk: readonly Spoken[] = [];
  const settings = createSettingsComparison();
  const body = createBodyComparison();
  /** Where nobody who knows better says it. */
  const ageOf = (heard: Reading): readonly Reading[] => (newest.has("sw.app_too_old") ? [] : appAge.note(heard));

  const look = (signal: SignalId) => newest.get(signal);

  return {
    hear: (heard) => {
      if (heard.value === undefined) return;
      body.hear(heard);
      const told = [...inOwnWords(heard, codes), ...inContext(heard, journal.happenings)];
      const said = [...told, ...ageOf(heard), ...keyAge.note(heard, codes), ...settings.hear(heard)];
      if (said.length > 0) words = [...words, ...said].slice(-mostWords);
      const isLevel = levels.includes(heard.signal);
      if (isLevel) newest.set(heard.signal, newestLevel(newest.get(heard.signal), heard));
      const noted = [heard, ...said].filter((each) => journal.hear(each));
      const talked = keepSpoken(talk, heard);
      if (noted.length === 0 && !isLevel && talked === talk) return;
      talk = talked;
      lastMs = Math.max(lastMs, heard.atMs);
      changed = true;
    },
    drawn: () => {
      const spoken = [...words, ...body.drawn()];
      words = [];
      if (!changed) return spoken;
      changed = false;
      const votes = votesSince(votedMs, journal.happenings);
      votedMs = lastMs;
      const levelsNow = draw(journal.happenings, { codes, look, talk, nowMs: lastMs }).map(([signal, value]) =>
        reading(signal, value, lastMs),
      );
      return [...spoken, ...votes, ...levelsNow];
    },
  };
}
