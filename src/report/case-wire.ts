/** Model to wire: a case with its verdict, evidence and what was ruled out. */
import type { Case, RuledOut, Verdict } from "../model/case.ts";
import type { Reading } from "../model/reading.ts";
import type { Cuts } from "./cuts.ts";
import { ageBefore, type Moment } from "./moment.ts";
import { faultTable, signTable } from "./numbers.ts";
import { uint32Max, whole } from "./range.ts";
import type { ReadingList } from "./reading-list.ts";
import { identifier } from "./redact.ts";
import type { posdiag } from "./wire.js";
import { parties, severities } from "./words.ts";

/** What the entries of one message share. */
export interface Frame {
  readonly moment: Moment;
  readonly readings: ReadingList;
  readonly cuts: Cuts;
}

const most = { parties: 8, evidence: 16, ruledOut: 32 } as const;

/** Evidence that weighs less, in nats, is a consequence of the rest; the strongest few are sent all the same. */
const worthSending = 0.05;
const alwaysSent = 3;

/** The case as it is sent: without evidence that weighs nothing, and of a run of equal readings the newest. */
export function leanCase(subject: Case): Case {
  const { verdict, ruledOut } = subject;
  const evidence = verdict.evidence
    .filter(({ weight }, rank) => rank < alwaysSent || Math.abs(weight) >= worthSending)
    .map((support) => ({ ...support, readings: newestOfRuns(support.readings) }));
  return {
    ...subject,
    verdict: { ...verdict, evidence },
    ruledOut: ruledOut.map((entry) => ({ ...entry, readings: newestOfRuns(entry.readings) })),
  };
}

function newestOfRuns(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter((reading, place) => {
    const next = readings.slice(place + 1).find(({ signal }) => signal === reading.signal);
    return !(next && next.value === reading.value && next.quality === reading.quality);
  });
}

/** Every reading a case rests on, what proves it before what speaks against the others. */
export function readingsOf(subject: Case): readonly Reading[] {
  return [
    ...subject.verdict.evidence.slice(0, most.evidence).flatMap((support) => support.readings),
    ...subject.ruledOut.slice(0, most.ruledOut).flatMap((entry) => entry.readings),
  ];
}

export function caseToWire(subject: Case, frame: Frame): posdiag.v1.Case.$Properties {
  const opened = ageBefore(frame.moment, "case opened", subject.openedAtMs);
  const changed = ageBefore(frame.moment, "case changed", subject.changedAtMs);
  return {
    id: whole("case id", subject.id, [1, uint32Max]),
    verdict: verdictToWire(subject.verdict, frame),
    ruledOut: ruledOutToWire(frame.cuts.take(subject.ruledOut, most.ruledOut), frame),
    openedAgeS: opened.s,
    openedAgeMs: opened.ms,
    changedAgeS: changed.s,
    changedAgeMs: changed.ms,
    occurrence: whole("occurrence", subject.occurrence, [1, uint32Max]),
  };
}

function verdictToWire(verdict: Verdict, frame: Frame): posdiag.v1.Verdict.$Properties {
  const faultNumber = faultTable.numberOf(verdict.fault);
  return {
    ...(faultNumber ? { faultNumber } : { fault: identifier("fault", verdict.fault) }),
    probabilityE4: whole("probability", Math.round(verdict.probability * 10_000), [0, 10_000]),
    severity: severities[verdict.severity],
    party: frame.cuts.take(verdict.party, most.parties).map((party) => parties[party]),
    evidence: frame.cuts.take(verdict.evidence, most.evidence).map((support) => ({
      ...signToWire(support.id),
      weightCentinat: whole("weight", Math.round(support.weight * 100), [-10_000, 10_000]),
      readings: frame.readings.placesOf(support.readings),
    })),
  };
}

function signToWire(id: string): posdiag.v1.Evidence.$Properties {
  const number = signTable.numberOf(id);
  return number ? { number } : { id: identifier("evidence", id) };
}

/** One entry for all faults that the same observation, with the same readings, speaks against. */
function ruledOutToWire(ruledOut: readonly RuledOut[], frame: Frame): posdiag.v1.RuledOut.$Properties[] {
  const groups = new Map<string, { faults: string[]; entry: posdiag.v1.RuledOut.$Properties }>();
  for (const { fault, because, holds, readings } of ruledOut) {
    const places = frame.readings.placesOf(readings);
    const key = `${because} ${holds} ${places}`;
    const group = groups.get(key) ?? { faults: [], entry: { ...becauseToWire(because), holds, readings: places } };
    group.faults.push(identifier("fault", fault));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ faults, entry }) => ({
    ...entry,
    faults: faults.filter((fault) => !faultTable.numberOf(fault)),
    faultNumbers: faults.flatMap((fault) => faultTable.numberOf(fault) ?? []),
  }));
}

function becauseToWire(id: string): posdiag.v1.RuledOut.$Properties {
  const becauseNumber = signTable.numberOf(id);
  return becauseNumber ? { becauseNumber } : { because: identifier("because", id) };
}
