/** What the outbox was seen to hold, and what arrived: kept over the whole run, and compared in the end. */
import type { StoredRecord } from "./store-files.ts";

export interface Balance {
  /** Distinct numbers that the files were seen to hold. */
  readonly taken: number;
  readonly arrived: number;
  /** Arrivals beyond the first of each number. */
  readonly duplicates: number;
  /** Told by the agent as given up. */
  readonly reportedDropped: number;
  /** Held, neither arrived nor told as dropped. */
  readonly lost: readonly string[];
  /** Numbers missing between 1 and the highest of their boot, wherever that was seen. */
  readonly gaps: readonly string[];
  /** Numbers seen with two contents: in the files, on arrival, or between the two. */
  readonly otherContent: readonly string[];
  readonly boots: number;
}

export interface Ledger {
  held(record: StoredRecord): void;
  arrived(record: StoredRecord): void;
  dropped(boot: string, firstSeq: number, lastSeq: number): void;
  /** Highest number up to which everything of this boot has arrived or was told as dropped; 0 when not even the first has. */
  completeUpTo(boot: string): number;
  hasArrived(name: string): boolean;
  balance(): Balance;
}

export function createLedger(): Ledger {
  const held = new Map<string, string>();
  const arrived = new Map<string, string>();
  const dropped = new Set<string>();
  const otherContent = new Set<string>();
  const highest = new Map<string, number>();
  const complete = new Map<string, number>();
  let arrivals = 0;

  function note(list: Map<string, string>, { name, digest }: StoredRecord): void {
    for (const seen of [held.get(name), arrived.get(name)]) {
      if (seen !== undefined && seen !== digest) otherContent.add(name);
    }
    list.set(name, list.get(name) ?? digest);
    const [boot = "", seq] = name.split(" ");
    highest.set(boot, Math.max(highest.get(boot) ?? 0, Number(seq)));
  }

  const isSettled = (name: string): boolean => arrived.has(name) || dropped.has(name);

  function gaps(): string[] {
    return [...highest].flatMap(([boot, last]) =>
      Array.from({ length: last }, (_, index) => `${boot} ${index + 1}`).filter((name) => !isSettled(name)),
    );
  }

  return {
    held: (record) => note(held, record),
    arrived: (record) => {
      arrivals += 1;
      note(arrived, record);
    },
    dropped: (boot, firstSeq, lastSeq) => {
      for (let seq = firstSeq; seq <= lastSeq; seq += 1) dropped.add(`${boot} ${seq}`);
    },
    completeUpTo: (boot) => {
      let seq = complete.get(boot) ?? 0;
      while (isSettled(`${boot} ${seq + 1}`)) seq += 1;
      complete.set(boot, seq);
      return seq;
    },
    hasArrived: (name) => arrived.has(name),
    balance: () => ({
      taken: held.size,
      arrived: arrived.size,
      duplicates: arrivals - arrived.size,
      reportedDropped: dropped.size,
      lost: [...held.keys()].filter((name) => !isSettled(name)),
      gaps: gaps(),
      otherContent: [...otherContent],
      boots: highest.size,
    }),
  };
}
