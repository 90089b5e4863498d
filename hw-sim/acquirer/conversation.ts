/** One connection at the acquirer: frames in, answers out, and everything that may go wrong in between. */
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createFrameCutter, decodeFrame, encodeFrame, type Frame } from "../iso8583/frame.ts";
import { decodeMessage, encodeMessage } from "../iso8583/message.ts";
import type { Dice } from "../random.ts";
import type { HostBehaviour } from "./behaviour.ts";
import type { Desk } from "./desk.ts";
import { utter } from "./utterance.ts";

export interface Conversation {
  /** Where the bytes are: the socket, or TLS over it. */
  readonly stream: Socket;
  /** The connection itself. */
  readonly socket: Socket;
  /** Whether what is said now would go out. */
  readonly open: () => boolean;
  readonly behaviour: () => HostBehaviour;
  readonly desk: Desk;
  readonly dice: Dice;
  /** Is told of every whole frame, length included, as it comes and goes. */
  readonly tap: (way: "in" | "out", frame: Buffer) => void;
}

/** Answers at one time on one connection; whoever asks faster is hung up on. */
const UNANSWERED = 4;

export function converse(conversation: Conversation): void {
  const { stream, tap } = conversation;
  const cutter = createFrameCutter();
  let unanswered = 0;
  const hear = async (bytes: Buffer): Promise<void> => {
    const read = decodeFrame(bytes);
    unanswered += 1;
    if (read.kind === "bad" || unanswered > UNANSWERED) stream.end();
    else await reply(conversation, read.frame);
    unanswered -= 1;
  };
  stream.on("data", (bytes) => {
    for (const cut of cutter.take(bytes)) {
      // A host hangs up on what it cannot read: ISO 8583 has no way to say so.
      if (cut.kind === "bad") stream.end();
      else {
        tap("in", withLength(cut.bytes));
        void hear(cut.bytes);
      }
    }
  });
  stream.on("end", () => {
    if (conversation.behaviour().manner !== "never_closes") stream.end();
  });
}

async function reply(conversation: Conversation, { tpdu, body }: Frame): Promise<void> {
  const { stream, socket, open, behaviour, desk, dice, tap } = conversation;
  const decoded = decodeMessage(body);
  const now = behaviour();
  const answer = decoded.kind === "ok" ? desk.answer(decoded.message, now) : undefined;
  if (now.manner === "reset_on_request") socket.resetAndDestroy();
  else if (!answer) stream.end();
  if (now.manner === "reset_on_request" || !answer) return;
  await pause(stream, now.delay.ms + dice.between([0, now.delay.jitter]));
  if (!open() || !stream.writable) return;
  const back = now.manner === "wrong_tpdu" ? tpdu : { to: tpdu.from, from: tpdu.to };
  const frame = encodeFrame({ tpdu: back, asks: now.asks, body: encodeMessage(answer.message) });
  tap("out", frame);
  if (await utter({ stream, open, dice }, now.manner, frame)) answer.delivered();
}

/** Over at once when the connection has gone. */
async function pause(stream: Socket, ms: number): Promise<void> {
  if (ms === 0) return;
  const gone = new AbortController();
  const leave = () => gone.abort();
  stream.once("close", leave);
  await wait(ms, undefined, { signal: gone.signal }).catch(() => {}); // called off: whoever waited has gone
  stream.off("close", leave);
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
