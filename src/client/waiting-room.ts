/** Messages that wait for the agent: few, and not for long. The oldest goes first, and what is lost is counted. */
import type { Clock } from "../base/clock.ts";

export interface WaitingRoom<T> {
  add(message: T): void;
  /** Hands over what is still worth sending; stops at the first that is not taken. */
  flush(take: (message: T) => boolean): void;
  /** Whether anything in it is still worth a connection. */
  readonly occupied: boolean;
  readonly dropped: number;
}

const mostMessages = 128;
/** The agent dates an observation when it hears it, so one that waited is as good as wrong. */
const freshMs = 5_000;

export function createWaitingRoom<T>(clock: Clock): WaitingRoom<T> {
  const held: { readonly message: T; readonly atMs: number }[] = [];
  let dropped = 0;
  const drop = () => {
    held.shift();
    dropped += 1;
  };
  const dropStale = () => {
    const limit = clock.monoMs() - freshMs;
    while (held[0] && held[0].atMs < limit) drop();
  };
  return {
    add: (message) => {
      held.push({ message, atMs: clock.monoMs() });
      if (held.length > mostMessages) drop();
    },
    flush: (take) => {
      dropStale();
      while (held[0] && take(held[0].message)) held.shift();
    },
    get occupied() {
      dropStale();
      return held.length > 0;
    },
    get dropped() {
      dropStale();
      return dropped;
    },
  };
}
