/**
 * Which records wait, and where they lie: an index without payloads. By class, oldest first; a record that was freed in
 * the middle stays in its queue as a settled entry until it reaches the front.
 */
import { type RecordClass, recordClasses } from "../model/record.ts";

export interface Entry {
  readonly boot: string;
  readonly seq: number;
  readonly class: RecordClass;
  /** Monotonic seconds when it was written, or when it was first found after the terminal's last boot. */
  monoS: number;
  /** Head and payload. */
  readonly bytes: number;
  segment: number;
  offset: number;
  settled: boolean;
}

export interface Pending {
  add(entry: Entry): void;
  /** Of a class; with a boot, of that boot's. */
  oldest(recordClass: RecordClass, boot?: string): Entry | undefined;
  /** The oldest of the highest of these classes; of all when none are named. */
  first(except?: (entry: Entry) => boolean, among?: readonly RecordClass[]): Entry | undefined;
  /** The oldest of the lowest class, but of no class above this one. */
  leastWanted(notAbove: RecordClass): Entry | undefined;
  find(boot: string, seq: number): Entry | undefined;
  /** Oldest first within each class. */
  all(): readonly Entry[];
  settle(entry: Entry): void;
  readonly count: number;
  readonly bytes: number;
  countOf(recordClass: RecordClass): number;
}

interface Queue {
  entries: Entry[];
  /** Entries before it are settled. */
  head: number;
  count: number;
}

export function createPending(): Pending {
  const newQueue = (): Queue => ({ entries: [], head: 0, count: 0 });
  const queues = { fault: newQueue(), reply: newQueue(), state: newQueue(), metric: newQueue() };
  let bytes = 0;
  return {
    add: (entry) => {
      const queue = queues[entry.class];
      queue.entries.push(entry);
      queue.count += 1;
      bytes += entry.bytes;
    },
    oldest: (name, boot) => firstOf(queues[name], (entry) => boot !== undefined && entry.boot !== boot),
    first: (except, among = recordClasses) => {
      for (const name of among) {
        const entry = firstOf(queues[name], except);
        if (entry) return entry;
      }
      return undefined;
    },
    leastWanted: (notAbove) => {
      for (const name of recordClasses.slice(recordClasses.indexOf(notAbove)).reverse()) {
        const entry = firstOf(queues[name]);
        if (entry) return entry;
      }
      return undefined;
    },
    find: (boot, seq) => {
      for (const name of recordClasses) {
        const entry = findIn(queues[name], boot, seq);
        if (entry) return entry;
      }
      return undefined;
    },
    all: () => recordClasses.flatMap((name) => queues[name].entries.filter((entry) => !entry.settled)),
    settle: (entry) => {
      if (entry.settled) return;
      entry.settled = true;
      queues[entry.class].count -= 1;
      bytes -= entry.bytes;
      trim(queues[entry.class]);
    },
    get count() {
      return recordClasses.reduce((sum, name) => sum + queues[name].count, 0);
    },
    get bytes() {
      return bytes;
    },
    countOf: (name) => queues[name].count,
  };
}

function firstOf(queue: Queue, except?: (entry: Entry) => boolean): Entry | undefined {
  for (let place = queue.head; place < queue.entries.length; place++) {
    const entry = queue.entries[place];
    if (entry && !entry.settled && !except?.(entry)) return entry;
  }
  return undefined;
}

/** From the front: what is freed is nearly always the oldest. */
function findIn(queue: Queue, boot: string, seq: number): Entry | undefined {
  return firstOf(queue, (entry) => entry.seq !== seq || entry.boot !== boot);
}

function trim(queue: Queue): void {
  while (queue.entries[queue.head]?.settled) queue.head += 1;
  if (queue.head < 64 || queue.head * 2 < queue.entries.length) return;
  queue.entries = queue.entries.slice(queue.head);
  queue.head = 0;
}
