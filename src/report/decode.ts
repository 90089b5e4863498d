/**
 * Bytes to values, for whoever reads what terminals send, and for a terminal's `down/ack`. The bytes come from a
 * network: whatever they are, the answer is a value or a refusal, never an exception.
 */

import { runsFrom } from "../model/dropped.ts";
import type { Hint } from "../model/hint.ts";
import { attemptFromWire } from "./attempt-wire.ts";
import { caseFromWire, readingsAt, readingsFromWire, timeBefore } from "./case-received.ts";
import { auditFromWire, chunkFromWire, commandFromWire, type ReadCommand, updateFromWire } from "./command-wire.ts";
import { dataUseFromWire, heartbeatFromWire, standingFromWire } from "./heartbeat-wire.ts";
import { hintFromWire } from "./hint-wire.ts";
import { measuresFromWire } from "./measures-wire.ts";
import type { Moment } from "./moment.ts";
import type {
  Decoded,
  Received,
  ReceivedAlive,
  ReceivedBirth,
  ReceivedBody,
  ReceivedFaultSet,
  ReceivedReport,
  Refusal,
} from "./received.ts";
import type { Ack, Sealed, SealedHint } from "./state.ts";
import { terminalFromWire } from "./terminal-wire.ts";
import { unsureFromWire } from "./unsure-wire.ts";
import { posdiag } from "./wire.js";
import { caseEventKinds, clockQualities, recordClassNumbers, wordOf } from "./words.ts";

const wire = posdiag.v1;

/** protobufjs takes a second and 400 MB for ten megabytes of empty messages; nothing of ours is near this size. */
export const payloadLimit = 65_536;

export function decodeReport(bytes: Uint8Array): Decoded<ReceivedReport> {
  return decoded(bytes, wire.Report, (report) => {
    const boot = bootFromWire(report.boot);
    if (!boot || !report.seq || !report.moment) return undefined;
    const moment = momentFromWire(report.moment);
    const body = bodyFromWire(report, boot, moment.monoMs);
    const standing = report.rung ? { standing: standingFromWire(report) } : {};
    return { stamp: { boot, seq: report.seq, ...moment }, body, ...standing };
  });
}

function bodyFromWire(report: posdiag.v1.Report.$Properties, boot: string, monoMs: number): ReceivedBody {
  if (report.caseEvent) return caseEventFromWire(report.caseEvent, monoMs);
  if (report.dropped) return { kind: "dropped", dropped: droppedFromWire(report.dropped, boot) };
  if (report.started) return { kind: "started", terminal: terminalFromWire(report.started.terminal ?? {}) };
  if (report.attempt) return { kind: "attempt", attempt: attemptFromWire(report.attempt, monoMs) };
  if (report.commandUpdate) return { kind: "command", update: updateFromWire(report.commandUpdate) };
  if (report.resultChunk) return { kind: "chunk", chunk: chunkFromWire(report.resultChunk) };
  if (report.heartbeat) return { kind: "heartbeat", heartbeat: heartbeatFromWire(report.heartbeat) };
  if (report.measures) return { kind: "measures", measures: measuresFromWire(report.measures) };
  return { kind: "unknown" };
}

function caseEventFromWire(event: posdiag.v1.CaseEvent.$Properties, monoMs: number): ReceivedBody {
  const readings = readingsFromWire(event.readings ?? [], monoMs);
  return {
    kind: "case",
    event: {
      kind: wordOf(caseEventKinds, event.kind ?? 0),
      atMs: timeBefore(monoMs, event.ageS ?? 0, event.ageMs ?? 0),
      case: caseFromWire(event.case ?? {}, readings, monoMs),
    },
    snapshot: readingsAt(event.snapshot, readings),
    leftOut: event.leftOut ?? 0,
    ...(event.raisesDay || event.untold
      ? { recurrence: { raisesDay: event.raisesDay ?? 0, untold: event.untold ?? 0 } }
      : {}),
  };
}

type DroppedBody = Extract<ReceivedBody, { kind: "dropped" }>["dropped"];

function droppedFromWire(list: posdiag.v1.DroppedRecords.$Properties, boot: string): DroppedBody {
  return (list.dropped ?? []).map((entry) => ({
    boot: bootFromWire(entry.boot) ?? boot,
    class: wordOf(recordClassNumbers, entry.class ?? 0),
    count: entry.count ?? 0,
    firstSeq: entry.firstSeq ?? 0,
    lastSeq: entry.lastSeq ?? 0,
    ...(entry.steps?.length ? { runs: runsFrom(entry.steps, entry.firstSeq ?? 0) } : {}),
  }));
}

export function decodeBirth(bytes: Uint8Array): Decoded<ReceivedBirth> {
  return decoded(bytes, wire.Birth, (birth) => {
    const boot = bootFromWire(birth.boot);
    if (!boot || !birth.moment || !birth.terminal || !birth.firstSeq || !birth.nextSeq) return undefined;
    const { firstSeq, nextSeq } = birth;
    const audit = auditFromWire(birth);
    return {
      boot,
      terminal: terminalFromWire(birth.terminal),
      firstSeq,
      nextSeq,
      moment: momentFromWire(birth.moment),
      ...(birth.data ? { data: dataUseFromWire(birth.data) } : {}),
      ...(audit ? { audit } : {}),
    };
  });
}

export function decodeAlive(bytes: Uint8Array): Decoded<ReceivedAlive> {
  return decoded(bytes, wire.Alive, (alive) => {
    const boot = bootFromWire(alive.boot);
    if (!boot || !alive.moment || !alive.session) return undefined;
    return { online: alive.online ?? false, session: alive.session, boot, moment: momentFromWire(alive.moment) };
  });
}

export function decodeFaultSet(bytes: Uint8Array): Decoded<ReceivedFaultSet> {
  return decoded(bytes, wire.FaultSet, (set) => {
    const boot = bootFromWire(set.boot);
    if (!boot || !set.moment) return undefined;
    const moment = momentFromWire(set.moment);
    const cases = (set.cases ?? []).map((subject) => caseFromWire(subject, [], moment.monoMs));
    return {
      boot,
      epoch: set.epoch ?? 0,
      coversSeq: set.coversSeq ?? 0,
      cases,
      moment,
      leftOut: set.leftOut ?? 0,
      ...(set.unsure ? { unsure: unsureFromWire(set.unsure, moment.monoMs) } : {}),
    };
  });
}

export function decodeAck(bytes: Uint8Array): Decoded<Ack> {
  return decoded(bytes, wire.Ack, (ack) => {
    const boot = bootFromWire(ack.boot);
    return boot && ack.seq ? { boot, seq: ack.seq } : undefined;
  });
}

/** `down/cmd`, whose signature is yet to be looked at. */
export function decodeSealed(bytes: Uint8Array): Decoded<Sealed> {
  return decoded(bytes, wire.SignedCommand, ({ command, signature, key }) =>
    command && signature && key ? { command, signature, key } : undefined,
  );
}

export function decodeCommand(bytes: Uint8Array): Decoded<ReadCommand> {
  return decoded(bytes, wire.Command, commandFromWire);
}

/** `down/hint`, likewise. */
export function decodeSealedHint(bytes: Uint8Array): Decoded<SealedHint> {
  return decoded(bytes, wire.SignedHint, ({ hint, signature, key }) =>
    hint && signature && key ? { hint, signature, key } : undefined,
  );
}

export function decodeHint(bytes: Uint8Array): Decoded<Hint> {
  return decoded(bytes, wire.Hint, hintFromWire);
}

interface Codec<W> {
  decode(bytes: Uint8Array): W;
}

/** `read` answers undefined when a field is missing without which the message means nothing. */
function decoded<W, T>(bytes: Uint8Array, codec: Codec<W>, read: (wire: W) => T | undefined): Decoded<T> {
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > payloadLimit) return refused("too_large");
  const message = parsed(bytes, codec);
  if (message === undefined) return refused("malformed");
  const value = read(message);
  return value === undefined ? refused("incomplete") : { kind: "ok", value };
}

function parsed<W>(bytes: Uint8Array, codec: Codec<W>): W | undefined {
  try {
    return codec.decode(bytes);
  } catch (error) {
    // protobufjs throws Error and RangeError for truncated, overlong, too deep and otherwise impossible bytes.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function refused(reason: Refusal): { readonly kind: "refused"; readonly reason: Refusal } {
  return { kind: "refused", reason };
}

function bootFromWire(bytes: Uint8Array | null | undefined): string | undefined {
  return bytes?.length === 8 ? Buffer.from(bytes).toString("hex") : undefined;
}

function momentFromWire(moment: posdiag.v1.Moment.$Properties): Received<Moment> {
  return {
    wallMs: (moment.wallS ?? 0) * 1000 + (moment.wallMs ?? 0),
    monoMs: (moment.monoS ?? 0) * 1000 + (moment.monoMs ?? 0),
    clock: wordOf(clockQualities, moment.clock ?? 0),
  };
}
