/** An attempt of the recovery ladder, to the wire and back. */
import type { Attempt } from "../model/attempt.ts";
import { readingsAt, readingsFromWire, timeBefore } from "./case-received.ts";
import { createCuts } from "./cuts.ts";
import { ageBefore, type Moment } from "./moment.ts";
import { splitMs } from "./range.ts";
import { createReadingList } from "./reading-list.ts";
import type { Received } from "./received.ts";
import { identifier } from "./redact.ts";
import type { posdiag } from "./wire.js";
import { attemptReplies, helpedNumbers, rungNumbers, wordOf } from "./words.ts";

export function attemptToWire(attempt: Attempt, moment: Moment): posdiag.v1.Attempt.$Properties {
  const { before, after } = attempt;
  const readings = createReadingList([...before, ...after], moment, createCuts());
  const age = ageBefore(moment, "attempt", attempt.startedAtMs);
  const took = splitMs("attempt", attempt.tookMs);
  return {
    rung: rungNumbers[attempt.rung],
    fault: identifier("fault", attempt.fault),
    ageS: age.s,
    ageMs: age.ms,
    tookS: took.s,
    tookMs: took.ms,
    reply: attemptReplies[attempt.reply],
    helped: helpedNumbers[attempt.helped],
    readings: [...readings.wire],
    before: readings.placesOf(before),
    after: readings.placesOf(after),
  };
}

export function attemptFromWire(attempt: posdiag.v1.Attempt.$Properties, monoMs: number): Received<Attempt> {
  const readings = readingsFromWire(attempt.readings ?? [], monoMs);
  return {
    rung: wordOf(rungNumbers, attempt.rung ?? 0),
    fault: attempt.fault ?? "",
    startedAtMs: timeBefore(monoMs, attempt.ageS ?? 0, attempt.ageMs ?? 0),
    tookMs: (attempt.tookS ?? 0) * 1_000 + (attempt.tookMs ?? 0),
    reply: wordOf(attemptReplies, attempt.reply ?? 0),
    helped: wordOf(helpedNumbers, attempt.helped ?? 0),
    before: readingsAt(attempt.before, readings),
    after: readingsAt(attempt.after, readings),
  };
}
