/** Records that came lately and have not been sent: at most so many, and none for longer than some minutes. */
import type { Clock } from "../base/clock.ts";
import type { RecordClass } from "../model/record.ts";
import type { Appended, Outbox, RecordId, WaitingRecord } from "../outbox/outbox.ts";
import { nameOf } from "./unconfirmed.ts";

export interface RecentRecords {
  add(record: Appended): void;
  has(id: RecordId): boolean;
  remove(id: RecordId): void;
  /** The first that still waits, of the first class that has one. */
  next(among: readonly RecordClass[], isExcepted: (id: RecordId) => boolean): WaitingRecord | undefined;
}

const most = 256;
const patienceMs = 300_000;

type Recent = Appended & { readonly atMs: number };

export function createRecentRecords(outbox: Outbox, clock: Clock): RecentRecords {
  const records = new Map<string, Recent>();

  /** The oldest are the first. */
  function forgetOld(): void {
    for (const [name, { atMs }] of records) {
      if (clock.monoMs() - atMs < patienceMs) return;
      records.delete(name);
    }
  }

  function firstOf(wanted: readonly Recent[]): WaitingRecord | undefined {
    for (const each of wanted) {
      const record = outbox.get(each);
      if (record) return record;
      records.delete(nameOf(each)); // Dropped, or freed by the collector's word on a later one.
    }
    return undefined;
  }

  return {
    add: (record) => {
      if (records.size < most) records.set(nameOf(record), { ...record, atMs: clock.monoMs() });
    },
    has: (id) => records.has(nameOf(id)),
    remove: (id) => void records.delete(nameOf(id)),
    next: (among, isExcepted) => {
      forgetOld();
      const free = [...records.values()].filter((each) => !isExcepted(each));
      for (const name of among) {
        const record = firstOf(free.filter((each) => each.class === name));
        if (record) return record;
      }
      return undefined;
    },
  };
}
