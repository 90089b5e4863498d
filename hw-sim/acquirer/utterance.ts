/** How an answer leaves: whole, or in one of the ways in which answers go wrong on the line. */
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Dice } from "../random.ts";
import type { HostBehaviour } from "./behaviour.ts";

export interface Mouth {
  readonly stream: Socket;
  readonly open: () => boolean;
  readonly dice: Dice;
}

const DRIP_MS = 200;
const FLOOD_BYTES = 4 * 1024 * 1024;
const CHUNK_BYTES = 16 * 1024;
const NONSENSE_BYTES = 200;
/** How much shorter a frame says that it is than it is. */
const LENGTH_ERROR = 5;

/** Resolves with whether a whole, right frame left on a connection that still stood. */
export async function utter(mouth: Mouth, manner: HostBehaviour["manner"], frame: Buffer): Promise<boolean> {
  const { stream, dice } = mouth;
  switch (manner) {
    case "half_frame":
      stream.end(frame.subarray(0, frame.length >> 1));
      return false;
    case "wrong_length":
      stream.write(Buffer.concat([shortened(frame), frame.subarray(2)]));
      return false;
    case "nonsense":
      stream.write(Buffer.from(Array.from({ length: NONSENSE_BYTES }, () => dice.between([0x80, 0xff]))));
      return false;
    case "drip":
      return drip(mouth, frame);
    case "flood":
      stream.write(frame);
      await flood(mouth);
      return true;
    default:
      stream.write(frame);
      return manner !== "wrong_tpdu";
  }
}

function shortened(frame: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(frame.readUInt16BE() - LENGTH_ERROR);
  return length;
}

async function drip({ stream, open }: Mouth, frame: Buffer): Promise<boolean> {
  for (const byte of frame) {
    if (!open() || !stream.writable) return false;
    stream.write(Buffer.of(byte));
    await wait(DRIP_MS);
  }
  return true;
}

/** As fast as it is taken; ends with the connection, or at the limit. */
async function flood({ stream, open, dice }: Mouth): Promise<void> {
  const chunk = Buffer.alloc(CHUNK_BYTES, dice.between([0x80, 0xff]));
  for (let sent = 0; sent < FLOOD_BYTES && open() && stream.writable; sent += chunk.length) {
    // Reset by whoever has had enough: the loop sees it.
    if (!stream.write(chunk)) await room(stream);
  }
}

/** Resolves when the stream takes more, or is no more. */
function room(stream: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off("drain", done).off("close", done);
      resolve();
    };
    stream.once("drain", done).once("close", done);
  });
}
