/** Frames that wait for a connection: few, and not for long. The oldest goes first, and what is lost is counted. */
import type { Clock } from "../base/clock.ts";

export interface WaitingRoom {
  add(frame: string): void;
  /** Hands over what is still worth sending; stops at the first that is not taken. */
  flush(write: (frame: string) => boolean): void;
  /** Whether anything in it is still worth a connection. */
  readonly occupied: boolean;
  readonly dropped: number;
}

const mostFrames = 128;
/** The agent dates an observation when it hears it, so one that waited is as good as wrong. */
const freshMs = 5_000;

export function createWaitingRoom(clock: Clock): WaitingRoom {
  const frames: { readonly frame: string; readonly atMs: number }[] = [];
  let dropped = 0;
  const drop = () => {
    frames.shift();
    dropped += 1;
  };
  const dropStale = () => {
    const limit = clock.monoMs() - freshMs;
    while (frames[0] && frames[0].atMs < limit) drop();
  };
  return {
    add: (frame) => {
      frames.push({ frame, atMs: clock.monoMs() });
      if (frames.length > mostFrames) drop();
    },
    flush: (write) => {
      dropStale();
      while (frames[0] && write(frames[0].frame)) frames.shift();
    },
    get occupied() {
      dropStale();
      return frames.length > 0;
    },
    get dropped() {
      return dropped;
    },
  };
}
