/**
 * What a collector was sent and has not confirmed. It confirms everything up to a number, so of each boot the lowest is the one
 * that it waits for, or its word was lost: that one is sent again, later and later, and the others after it.
 */
import type { Clock } from "../base/clock.ts";
import type { RecordClass } from "../model/record.ts";
import type { Appended, RecordId } from "../outbox/outbox.ts";

export interface Unconfirmed {
  has(id: RecordId): boolean;
  /** So many that no history is sent. */
  readonly isFull: boolean;
  /** So many that not even new records are sent. */
  readonly isOverfull: boolean;
  /** What is to be sent again now, of these classes. */
  due(among: readonly RecordClass[]): RecordId | undefined;
  took(record: Appended): void;
  /** Everything of this boot up to this number. */
  confirmed(id: RecordId): void;
  /** It waits no more. */
  forget(id: RecordId): void;
  /** Milliseconds until something of these classes is due; infinite when nothing is waited for. */
  dueInMs(among: readonly RecordClass[]): number;
}

const most = 1000;
const firstResendMs = 60_000;
const lastResendMs = 3_600_000;

type Sent = Appended & { readonly dueMs: number; readonly waitMs: number };

export function createUnconfirmed(clock: Clock): Unconfirmed {
  const sent = new Map<string, Sent>();

  /** Of each boot. */
  function lowest(among: readonly RecordClass[]): readonly Sent[] {
    const first = new Map<string, Sent>();
    for (const each of sent.values()) {
      if (among.includes(each.class) && each.seq < (first.get(each.boot)?.seq ?? Number.POSITIVE_INFINITY)) {
        first.set(each.boot, each);
      }
    }
    return [...first.values()];
  }

  return {
    has: (id) => sent.has(nameOf(id)),
    get isFull() {
      return sent.size >= most;
    },
    get isOverfull() {
      return sent.size >= 2 * most;
    },
    due: (among) => lowest(among).find(({ dueMs }) => dueMs <= clock.monoMs()),
    took: ({ boot, seq, class: recordClass }) => {
      const name = nameOf({ boot, seq });
      const before = sent.get(name);
      const waitMs = Math.min(before ? before.waitMs * 2 : firstResendMs, lastResendMs);
      sent.set(name, { boot, seq, class: recordClass, waitMs, dueMs: clock.monoMs() + waitMs });
    },
    confirmed: ({ boot, seq }) => {
      for (const [name, each] of sent) if (each.boot === boot && each.seq <= seq) sent.delete(name);
    },
    forget: (id) => void sent.delete(nameOf(id)),
    dueInMs: (among) => Math.max(0, Math.min(...lowest(among).map(({ dueMs }) => dueMs)) - clock.monoMs()),
  };
}

/** Names a record for ever. */
export function nameOf({ boot, seq }: RecordId): string {
  return `${boot} ${seq}`;
}
