/**
 * Model to bytes, for everything that leaves the terminal. Numbers are range-checked first: what does not fit its field
 * is AgentError RECORD_INVALID, and words that look like card data are CARD_DATA. Signals whose values may not leave (redact.ts) are left away without a word.
 */

import { AgentError } from "../base/errors.ts";
import { searchValue } from "../card-data/search.ts";
import type { CaseEvent } from "../model/case.ts";
import { stepsOf } from "../model/dropped.ts";
import type { Reading } from "../model/reading.ts";
import type { Body, Dropped, FaultSet, Report, Stamp } from "../model/record.ts";
import { attemptToWire } from "./attempt-wire.ts";
import { caseToWire, leanCase, readingsOf } from "./case-wire.ts";
import { auditToWire, chunkToWire, updateToWire } from "./command-wire.ts";
import { createCuts } from "./cuts.ts";
import { dataUseToWire, heartbeatToWire, standingToWire } from "./heartbeat-wire.ts";
import { measuresToWire } from "./measures-wire.ts";
import { ageBefore, type Moment, momentToWire } from "./moment.ts";
import { bootBytes, uint32Max, whole } from "./range.ts";
import { createReadingList } from "./reading-list.ts";
import type { Ack, Alive, Birth, Sealed, SealedHint } from "./state.ts";
import { terminalToWire } from "./terminal-wire.ts";
import { unsureToWire } from "./unsure-wire.ts";
import { posdiag } from "./wire.js";
import { caseEventKinds, recordClassNumbers } from "./words.ts";

const wire = posdiag.v1;
const mostCases = 32;
const mostDropped = 32;

/** `up/evt`. */
export function encodeReport(report: Report): Uint8Array {
  const { stamp, body } = report;
  return wire.Report.encode({
    boot: bootBytes(stamp.boot),
    seq: whole("seq", stamp.seq, [1, uint32Max]),
    moment: momentToWire(stamp),
    ...withoutCardData(bodyToWire(body, stamp), body),
    ...(report.standing ? standingToWire(report.standing) : {}),
  }).finish();
}

/** Places in the list of readings, and numbers of words (words.ts). */
const lists: ReadonlySet<string> = new Set(["snapshot", "readings", "before", "after", "party", "faultNumbers"]);
const isMeasured = (name: string, inList: boolean): boolean => !inList || lists.has(name);

/**
 * What was dropped is told with numbers and boots of our own, as is how the agent itself is; commands with hashes and words without long rows of digits; a result was
 * looked through before it was compressed. Among random bytes digits are found as well.
 */
const ownBytes: ReadonlySet<Body["kind"]> = new Set(["dropped", "command", "chunk", "heartbeat"]);

/** What is looked through, each by itself: aliases may be numbers, and stand beside each other by chance. */
function suspectsOf(words: object, body: Body): readonly unknown[] {
  if (ownBytes.has(body.kind)) return [];
  if (body.kind === "measures") return body.measures.issuers.map(({ issuer }) => issuer);
  if (body.kind !== "started") return [words];
  const { place = {}, ...terminal } = body.terminal;
  return [terminalToWire(terminal), ...Object.values(place)];
}

function withoutCardData<T extends object>(words: T, body: Body): T {
  const isFound = suspectsOf(words, body).some((suspect) => searchValue(suspect, { isMeasured }) !== undefined);
  if (isFound) throw new AgentError("CARD_DATA");
  return words;
}

function bodyToWire(
  body: Body,
  stamp: Stamp,
): Pick<
  posdiag.v1.Report.$Properties,
  "caseEvent" | "dropped" | "started" | "attempt" | "commandUpdate" | "resultChunk" | "heartbeat" | "measures"
> {
  switch (body.kind) {
    case "case":
      return { caseEvent: { ...caseEventToWire(body.event, body.snapshot, stamp), ...recurrenceToWire(body) } };
    case "dropped":
      return { dropped: { dropped: body.dropped.slice(0, mostDropped).map((entry) => droppedToWire(entry, stamp)) } };
    case "started":
      return { started: { terminal: terminalToWire(body.terminal) } };
    case "attempt":
      return { attempt: attemptToWire(body.attempt, stamp) };
    case "command":
      return { commandUpdate: updateToWire(body.update) };
    case "chunk":
      return { resultChunk: chunkToWire(body.chunk) };
    case "heartbeat":
      return { heartbeat: heartbeatToWire(body.heartbeat) };
    case "measures":
      return { measures: measuresToWire(body.measures) };
  }
}

function caseEventToWire(
  event: CaseEvent,
  snapshot: readonly Reading[],
  moment: Moment,
): posdiag.v1.CaseEvent.$Properties {
  const cuts = createCuts();
  const lean = leanCase(event.case);
  const subject = event.kind === "closed" ? { ...lean, ruledOut: [] } : lean;
  const readings = createReadingList([...readingsOf(subject), ...snapshot], moment, cuts);
  const age = ageBefore(moment, "case event", event.atMs);
  return {
    kind: caseEventKinds[event.kind],
    ageS: age.s,
    ageMs: age.ms,
    case: caseToWire(subject, { moment, readings, cuts }),
    readings: [...readings.wire],
    snapshot: readings.placesOf(snapshot),
    leftOut: cuts.leftOut,
  };
}

/** A fault that was raised once, and of which all was told, costs no byte for it. */
function recurrenceToWire({ recurrence }: Extract<Body, { kind: "case" }>): posdiag.v1.CaseEvent.$Properties {
  const { raisesDay, untold } = recurrence ?? { raisesDay: 0, untold: 0 };
  return {
    raisesDay: raisesDay < 2 ? 0 : whole("raises of a day", raisesDay, [2, uint32Max]),
    untold: whole("untold raises", untold, [0, uint32Max]),
  };
}

function droppedToWire(dropped: Dropped, stamp: Stamp): posdiag.v1.Dropped.$Properties {
  const own = dropped.boot === stamp.boot;
  return {
    class: recordClassNumbers[dropped.class],
    count: whole("dropped count", dropped.count, [1, uint32Max]),
    firstSeq: whole("first dropped", dropped.firstSeq, [1, uint32Max]),
    lastSeq: whole("last dropped", dropped.lastSeq, [1, uint32Max]),
    steps: stepsOf(dropped.runs ?? [], dropped.firstSeq).map((step) => whole("dropped step", step, [0, uint32Max])),
    ...(own ? {} : { boot: bootBytes(dropped.boot) }),
  };
}

/** `state/birth`. */
export function encodeBirth(birth: Birth, now: Moment): Uint8Array {
  return wire.Birth.encode({
    boot: bootBytes(birth.boot),
    moment: momentToWire(now),
    terminal: terminalToWire(birth.terminal),
    firstSeq: whole("first seq", birth.firstSeq, [1, uint32Max]),
    nextSeq: whole("next seq", birth.nextSeq, [1, uint32Max]),
    ...(birth.data ? { data: dataUseToWire(birth.data) } : {}),
    ...auditToWire(birth.audit),
  }).finish();
}

/** `state/alive`, also the will. */
export function encodeAlive(alive: Alive, now: Moment): Uint8Array {
  return wire.Alive.encode({
    online: alive.online,
    session: whole("session", alive.session, [1, uint32Max]),
    boot: bootBytes(alive.boot),
    moment: momentToWire(now),
  }).finish();
}

/** `state/faults`. */
export function encodeFaultSet(set: FaultSet, now: Moment): Uint8Array {
  const cuts = createCuts();
  const cases = cuts.take(set.cases, mostCases);
  const readings = createReadingList([], now, cuts);
  const bare = cases.map((subject) => ({ ...leanCase(subject), ruledOut: [] }));
  const unsure = set.unsure && unsureToWire(set.unsure, now, cuts);
  return wire.FaultSet.encode({
    boot: bootBytes(set.boot),
    epoch: whole("epoch", set.epoch, [0, uint32Max]),
    coversSeq: whole("covers seq", set.coversSeq, [0, uint32Max]),
    moment: momentToWire(now),
    cases: bare.map((subject) => caseToWire(subject, { moment: now, readings, cuts })),
    ...(unsure ? { unsure } : {}),
    leftOut: cuts.leftOut,
  }).finish();
}

/** `down/cmd`. */
export function encodeSealed(sealed: Sealed): Uint8Array {
  return wire.SignedCommand.encode(sealed).finish();
}

/** `down/hint`. */
export function encodeSealedHint(sealed: SealedHint): Uint8Array {
  return wire.SignedHint.encode(sealed).finish();
}

/** `down/ack`. */
export function encodeAck(ack: Ack): Uint8Array {
  return wire.Ack.encode({ boot: bootBytes(ack.boot), seq: whole("acked seq", ack.seq, [1, uint32Max]) }).finish();
}
