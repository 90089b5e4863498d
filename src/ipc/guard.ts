/**
 * Stands between a socket and node-ipc's parser, which has no bound, lets a peer forge any event, and dies from some JSON.
 * What gets through is one complete frame, of a known event, within the peer's rate, without a card number.
 */
import type { Clock } from "../base/clock.ts";
import { holdsCardData } from "./card-data.ts";
import { formatFrame, parseFrame } from "./frames.ts";
import { isEventName, type Refusal, type RequestNumber, requestNumber } from "./messages.ts";
import type { Peer } from "./peer.ts";
import type { Cut, Tally } from "./tally.ts";

export interface GuardContext {
  readonly clock: Clock;
  readonly tally: Tally;
  /** Tells the peer. Must not throw. */
  refuse(peer: Peer, refused: Refusal, request: RequestNumber): void;
}

/** So many messages over the rate without a pause, and nobody is listening there. */
const mostIgnored = 1_000;

/** Takes over the `data` listeners that node-ipc has just attached. Chunks are strings: node-ipc sets the encoding. */
export function guard(peer: Peer, context: GuardContext): void {
  const { socket } = peer;
  const inner = socket.listeners("data");
  const deliver = (frame: string) => {
    for (const listener of inner) Reflect.apply(listener, socket, [frame]);
  };
  socket.removeAllListeners("data");
  let ignored = 0;
  const close = (reason: Cut) => {
    socket.removeAllListeners("data");
    context.tally.cut(reason);
    // What the peer sent on is never read, but the refusal before it is.
    socket.destroySoon();
  };
  const take = (frame: string) => {
    const verdict = examine(frame, peer, context);
    if (verdict.kind === "clean") return deliver(verdict.frame);
    context.refuse(peer, verdict.refused, verdict.request);
    ignored = verdict.refused === "too_often" ? ignored + 1 : 0;
    if (ignored > mostIgnored) close("flood");
  };
  socket.on("data", (chunk: Buffer | string) => {
    const { frames, overflow } = peer.frames.push(String(chunk));
    for (const frame of frames) {
      if (socket.destroyed || socket.writableEnded) return;
      take(frame);
    }
    if (!overflow || socket.writableEnded) return;
    context.refuse(peer, "too_large", null);
    close("too_large");
  });
}

type Verdict =
  | { readonly kind: "clean"; readonly frame: string }
  | { readonly kind: "refused"; readonly refused: Refusal; readonly request: RequestNumber };

function examine(frame: string, peer: Peer, { clock }: GuardContext): Verdict {
  const nowMs = clock.monoMs();
  const timely = peer.bucket.take(nowMs);
  const message = parseFrame(frame);
  const request = requestNumber(message?.data);
  const refused = (kind: Refusal): Verdict => ({ kind: "refused", refused: kind, request });
  if (!timely) return refused("too_often");
  if (!message || !isEventName(message.type)) return refused("malformed");
  if (holdsCardData(message.data)) return refused("card_data");
  const data = withoutId(message.data);
  if (!isFlat(data)) return refused("malformed");
  peer.heardMs = nowMs;
  return { kind: "clean", frame: formatFrame(message.type, data) };
}

/** Nothing that a peer may say is nested, and JSON.stringify would run out of stack on what JSON.parse still takes. */
function isFlat(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return true;
  return Object.values(data).every((value) => typeof value !== "object" || value === null);
}

/** node-ipc keeps `data.id` as the socket's name and calls its `toString` when the socket closes. */
function withoutId(data: unknown): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  const { id: _, ...rest }: { readonly id?: unknown } = data;
  return rest;
}
