/** One message out and one back, on a connection of its own. */

import type { Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { createFrameCutter, decodeFrame, encodeFrame, type Tpdu } from "../iso8583/frame.ts";
import { decodeMessage, encodeMessage, type Message } from "../iso8583/message.ts";
import type { Fact } from "./fact.ts";
import { codeOf, tcpTrouble } from "./trouble.ts";
import type { Dial } from "./way.ts";

export type Exchange =
  /** Nothing left the terminal: safe to try again. */
  | { readonly kind: "unsent"; readonly facts: readonly Fact[] }
  /** Sent, and no answer: what the host did is not known. */
  | { readonly kind: "unanswered"; readonly facts: readonly Fact[] }
  /** Sent, and what came back is no answer to it. */
  | { readonly kind: "garbled"; readonly facts: readonly Fact[] }
  | {
      readonly kind: "answered";
      readonly facts: readonly Fact[];
      readonly message: Message;
      /** Processing request of the header. */
      readonly asks: number;
    };

/** How a message gets to the host and its answer back: over sockets, or within a program. */
export type Line = (request: Message) => Promise<Exchange>;

/** A connection for every message; `limitMs` is how long an answer is waited for. */
export function createLine(dial: Dial, limitMs: number): Line {
  return (request) => exchange(dial, request, limitMs);
}

/** From the terminal to the host's network; samples of real terminals have NII 0003. */
const TPDU: Tpdu = { to: "0003", from: "0000" };

export async function exchange(dial: Dial, request: Message, limitMs: number): Promise<Exchange> {
  const { stream, facts } = await dial();
  if (!stream) return { kind: "unsent", facts };
  // Hung up on before a word: nothing was sent.
  if (stream.destroyed) return { kind: "unsent", facts: [...facts, ...troubleOf(stream.errored)] };
  const startedMs = performance.now();
  const came = await answerOn(stream, encodeFrame({ tpdu: TPDU, asks: 0, body: encodeMessage(request) }), limitMs);
  stream.destroy();
  if (came.kind === "nothing") return { kind: "unanswered", facts: [...facts, ...came.facts] };
  const timed = [...facts, { signal: "host.resp_ms", value: Math.round(performance.now() - startedMs) }];
  const read = came.kind === "whole" ? decodeFrame(came.bytes) : undefined;
  if (read?.kind !== "ok") return { kind: "garbled", facts: timed };
  const { tpdu, asks, body } = read.frame;
  const decoded = decodeMessage(body);
  const routed = tpdu.to === TPDU.from && tpdu.from === TPDU.to;
  if (!routed || decoded.kind === "bad" || decoded.message.mti !== answerTo(request.mti)) {
    return { kind: "garbled", facts: timed };
  }
  const told = [...timed, { signal: "host.header_proc_req", value: asks }];
  return { kind: "answered", facts: told, message: decoded.message, asks };
}

type Came =
  | { readonly kind: "whole"; readonly bytes: Buffer }
  | { readonly kind: "bad" }
  | { readonly kind: "nothing"; readonly facts: readonly Fact[] };

/** The first frame that comes, however slowly, within the limit: bytes that trickle in do not prolong it. */
function answerOn(stream: Socket, frame: Buffer, limitMs: number): Promise<Came> {
  const cutter = createFrameCutter();
  return new Promise((resolve) => {
    const done = (came: Came): void => {
      clearTimeout(timer);
      resolve(came);
    };
    const nothing = (facts: readonly Fact[]) => done({ kind: "nothing", facts });
    const timer = setTimeout(() => nothing([]), limitMs);
    stream.on("error", (error) => nothing(troubleOf(error)));
    stream.on("close", () => nothing([]));
    stream.on("data", (bytes) => {
      const [cut] = cutter.take(bytes);
      if (cut) done(cut.kind === "whole" ? cut : { kind: "bad" });
    });
    stream.write(frame);
  });
}

/** An alert after the handshake is how TLS 1.3 refuses a client (RFC 8446 §4.4.2.4). */
function troubleOf(error: Error | null): readonly Fact[] {
  if (!error) return [];
  if (codeOf(error).startsWith("ERR_SSL")) return [{ signal: "host.tls", value: "handshake_failure" }];
  return [{ signal: "net.tcp_host", value: tcpTrouble(error) }];
}

export function answerTo(mti: string): string {
  return `${mti.slice(0, 2)}${Number(mti[2]) + 1}${mti.slice(3)}`;
}
