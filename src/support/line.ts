/** A message as one flat JSON object, for programs: kind first, words instead of numbers, instants in milliseconds. */
import type { ReceivedReport } from "../report/received.ts";
import type { Heard } from "./inbox.ts";

type Attempt = Extract<ReceivedReport["body"], { kind: "attempt" }>["attempt"];

function attemptFields({ startedAtMs, tookMs, ...attempt }: Attempt, monoMs: number): Record<string, unknown> {
  return { kind: "attempt", ...attempt, took_ms: tookMs, delay_ms: Math.round(monoMs - startedAtMs) };
}

function reportLine({ stamp, body }: ReceivedReport): Record<string, unknown> {
  const { boot, seq, wallMs, monoMs, clock } = stamp;
  const record = { boot, seq, wall_ms: wallMs, mono_ms: monoMs, clock };
  if (body.kind === "attempt") return { ...attemptFields(body.attempt, monoMs), ...record };
  if (body.kind === "command") return { kind: "command", ...body.update, ...record };
  if (body.kind === "chunk") {
    const { data, ...place } = body.chunk;
    return { kind: "chunk", ...place, size: data.length, ...record };
  }
  if (body.kind === "measures") {
    const { spanS, ...measures } = body.measures;
    return { kind: "measures", span_s: spanS, ...measures, ...record };
  }
  if (body.kind !== "case") return { ...body, ...record };
  const { event, snapshot, leftOut, recurrence } = body;
  const { verdict, id, occurrence, ruledOut } = event.case;
  return {
    kind: "case",
    event: event.kind,
    fault: verdict.fault,
    probability: verdict.probability,
    severity: verdict.severity,
    party: verdict.party,
    case: id,
    occurrence,
    ...(recurrence ? { raises_24h: recurrence.raisesDay, untold: recurrence.untold } : {}),
    /** From what happened to when the record was made. */
    delay_ms: Math.round(monoMs - event.atMs),
    evidence: verdict.evidence,
    ruled_out: ruledOut,
    snapshot,
    left_out: leftOut,
    ...record,
  };
}

function saidLine({ said }: Heard): Record<string, unknown> {
  switch (said.kind) {
    case "report":
      return reportLine(said.report);
    case "birth":
      return { kind: "birth", ...said.birth };
    case "alive":
      return { kind: "alive", ...said.alive };
    case "faults":
      return { kind: "faults", ...said.faults };
    case "unreadable":
      return { kind: "unreadable", reason: said.reason };
  }
}

export function lineOf(heard: Heard, receivedMs: number): string {
  const { topic, from, bytes, retained } = heard;
  const { kind, ...rest } = saidLine(heard);
  const envelope = { kind, tenant: from?.tenant, terminal: from?.serial, topic, bytes, retained };
  return JSON.stringify({ ...envelope, received_ms: receivedMs, ...rest });
}
