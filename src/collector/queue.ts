/** What has come and is not in the database yet. Bounded by number and bytes: who brings more waits. */
import type { Judged } from "./arrival.ts";

export interface Waiting {
  readonly judged: Judged;
  readonly bytes: number;
  /** Tells the broker that it is stored. */
  release(): void;
}

export interface Queue {
  readonly length: number;
  /** Takes it in any case; a promise when more should wait until it resolves. */
  add(waiting: Waiting): Promise<void> | undefined;
  /** The oldest, as many as go into one batch. */
  take(): readonly Waiting[];
  /** Resolves when something is there, or was woken. */
  filled(): Promise<void>;
  wake(): void;
}

export interface QueueBounds {
  readonly messages: number;
  readonly bytes: number;
}

export const batchBounds: QueueBounds = { messages: 500, bytes: 2_000_000 };

/** How many fit into one batch; at least one. */
function fitting(waiting: readonly Waiting[], { messages, bytes }: QueueBounds): number {
  let sum = 0;
  const end = waiting.findIndex((each, place) => {
    sum += each.bytes;
    return place >= messages || (place > 0 && sum > bytes);
  });
  return end < 0 ? waiting.length : end;
}

export function createQueue(bounds: QueueBounds, batch: QueueBounds = batchBounds): Queue {
  const waiting: Waiting[] = [];
  let bytes = 0;
  let wake = () => {};
  let giveRoom = () => {};
  let room: Promise<void> | undefined;
  const isFull = () => waiting.length >= bounds.messages || bytes >= bounds.bytes;

  return {
    get length() {
      return waiting.length;
    },
    add: (one) => {
      waiting.push(one);
      bytes += one.bytes;
      wake();
      if (!isFull()) return undefined;
      room ??= new Promise((resolve) => {
        giveRoom = resolve;
      });
      return room;
    },
    take: () => {
      const taken = waiting.splice(0, fitting(waiting, batch));
      bytes -= taken.reduce((sum, each) => sum + each.bytes, 0);
      if (room && !isFull()) {
        room = undefined;
        giveRoom();
      }
      return taken;
    },
    filled: () =>
      new Promise((resolve) => {
        if (waiting.length > 0) resolve();
        else wake = resolve;
      }),
    wake: () => wake(),
  };
}
