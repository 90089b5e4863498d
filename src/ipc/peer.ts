/** One connection to the local socket: what it may still do, and the only way to write to it. */
import type { Socket } from "node:net";
import { type Bucket, createBucket } from "../base/bucket.ts";
import type { Language } from "../model/text.ts";
import { createFrameReader, type FrameReader, longestRequest } from "./frames.ts";
import type { Occupant } from "./places.ts";
import type { Tally } from "./tally.ts";

/** A payment application says a score of things around one payment. */
const burst = 100;
const perSecond = 20;

/** Beside what the kernel holds; a diagnosis has some kilobytes. */
const mostUnread = 262_144;

export interface Peer extends Occupant {
  readonly socket: Socket;
  readonly frames: FrameReader;
  readonly bucket: Bucket;
  /** Language of its subscription. */
  subscribed: Language | undefined;
  /** Language in which it shows questions, where it follows them. */
  following: Language | undefined;
  /** Diagnoses that it still waits for. */
  waiting: number;
}

export function createPeer(socket: Socket, nowMs: number): Peer {
  return {
    socket,
    frames: createFrameReader(longestRequest),
    bucket: createBucket(burst, perSecond),
    bornMs: nowMs,
    heardMs: nowMs,
    clean: 0,
    refused: 0,
    leaving: false,
    subscribed: undefined,
    following: undefined,
    waiting: 0,
  };
}

/** Whether the peer may be written to; one that does not read what it gets is cut. */
export function isWritable(peer: Peer, tally: Tally): boolean {
  if (peer.socket.destroyed || peer.socket.writableEnded) return false;
  if (peer.socket.writableLength <= mostUnread) return true;
  tally.cut("slow_reader");
  peer.socket.destroy();
  return false;
}
