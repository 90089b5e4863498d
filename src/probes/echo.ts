/**
 * Asks the acquirer's host for an echo (0820/301): level 4 of host-link 8, only with the acquirer's consent, and only when a
 * person asks. One connection, one message of 54 bytes, one answer; whatever else the host does is bounded in bytes and time.
 */
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { connect as startTls } from "node:tls";
import type { Clock } from "../base/clock.ts";
import { decodeEchoAnswer, type EchoAnswer, type EchoIdentity, encodeEcho } from "../iso8583/echo.ts";
import { createGatherer } from "../iso8583/frame.ts";
import { skewS } from "../iso8583/host-time.ts";
import { absent, type Reading, reading } from "../model/reading.ts";
import { dial, hangUp, type Target } from "./connection.ts";
import { countedStream } from "./way/counted-stream.ts";
import type { TlsOptions } from "./way/tls.ts";

/** Connection, question, answer and close. */
export const echoCost = { connections: 1, bytes: 1_000 } as const;

export interface EchoOptions {
  readonly target: Target;
  readonly identity: EchoIdentity;
  /** Undefined for a host that speaks plain TCP. */
  readonly tls: Pick<TlsOptions, "name" | "trust" | "identity"> | undefined;
  /** Of the connection, TLS included. */
  readonly connectTimeoutMs: number;
  /** From the question to the whole answer. */
  readonly answerTimeoutMs: number;
  readonly clock: Clock;
}

/** A TLS handshake and an echo are far below. */
const mostBytes = 65_536;

type Outcome =
  | { readonly kind: "answered"; readonly answer: EchoAnswer; readonly tookMs: number }
  /** Nothing, or a part only: silence, an end, a reset. */
  | { readonly kind: "unanswered" }
  /** Something that is no answer to an echo. */
  | { readonly kind: "nonsense" }
  | { readonly kind: "not_connected" };

/** A stream to the host's application; undefined when the handshake does not come to its end. */
function secured(socket: Socket, options: EchoOptions, leftMs: number): Promise<Duplex | undefined> {
  const { name, trust, identity } = options.tls ?? {};
  const over = new AbortController();
  const stream = startTls({
    socket: countedStream(socket, mostBytes),
    rejectUnauthorized: true,
    ...(name !== undefined && !/^[\d.]+$|:/.test(name) && { servername: name }),
    ...(trust !== undefined && { ca: trust }),
    ...identity,
  });
  return new Promise((resolve) => {
    const end = (result: Duplex | undefined): void => {
      over.abort();
      resolve(result);
    };
    stream.once("secureConnect", () => end(stream));
    stream.on("error", () => end(undefined));
    void options.clock.sleep(leftMs, over.signal).then(() => end(undefined));
  });
}

function exchange(stream: Duplex, { identity, clock, answerTimeoutMs }: EchoOptions): Promise<Outcome> {
  const startedMs = clock.monoMs();
  const gather = createGatherer();
  const over = new AbortController();
  return new Promise((resolve) => {
    const end = (outcome: Outcome): void => {
      over.abort();
      stream.removeAllListeners("data").pause();
      resolve(outcome);
    };
    stream.on("data", (chunk: Buffer) => {
      const gathered = gather(chunk);
      if (gathered.kind === "part") return;
      const answer = gathered.kind === "frame" ? decodeEchoAnswer(gathered.bytes, identity) : undefined;
      end(answer ? { kind: "answered", answer, tookMs: clock.monoMs() - startedMs } : { kind: "nonsense" });
    });
    for (const event of ["end", "error", "close"]) stream.on(event, () => end({ kind: "unanswered" }));
    // Reset in the moment in which it stood.
    if (stream.destroyed) end({ kind: "unanswered" });
    // Drops in time do not count: the whole answer has to be there.
    void clock.sleep(answerTimeoutMs, over.signal).then(() => end({ kind: "unanswered" }));
    stream.write(encodeEcho(identity));
  });
}

async function ask(options: EchoOptions): Promise<Outcome> {
  const { target, connectTimeoutMs, clock } = options;
  const startedMs = clock.monoMs();
  const dialled = await dial(target, connectTimeoutMs, clock.monoMs);
  if (dialled.kind !== "ok") return { kind: "not_connected" };
  const { socket } = dialled;
  try {
    const leftMs = Math.max(0, connectTimeoutMs - (clock.monoMs() - startedMs));
    const stream = options.tls ? await secured(socket, options, leftMs) : socket;
    return stream ? await exchange(stream, options) : { kind: "not_connected" };
  } finally {
    hangUp(socket);
  }
}

function answerReadings({ answer, tookMs }: Extract<Outcome, { kind: "answered" }>, clock: Clock): readonly Reading[] {
  const nowMs = clock.monoMs();
  const skew = answer.time && skewS(answer.time, clock.wallMs());
  return [
    reading("host.echo_0820", answer.code === "00" ? "ok" : `rc:${answer.code}`, nowMs),
    reading("host.resp_ms", tookMs, nowMs),
    reading("host.header_proc_req", answer.request, nowMs),
    ...(skew === undefined ? [] : [reading("clock.skew_s", skew, nowMs)]),
  ];
}

/** `host.echo_0820`; of an answer also `host.resp_ms`, `host.header_proc_req` and, where it has a time, `clock.skew_s`. */
export async function echo(options: EchoOptions): Promise<readonly Reading[]> {
  const outcome = await ask(options);
  const nowMs = options.clock.monoMs();
  switch (outcome.kind) {
    case "answered":
      return answerReadings(outcome, options.clock);
    case "unanswered":
      return [reading("host.echo_0820", "timeout", nowMs)];
    case "nonsense":
      return [absent("host.echo_0820", nowMs)];
    case "not_connected":
      return [reading("host.echo_0820", "not_run", nowMs)];
  }
}
