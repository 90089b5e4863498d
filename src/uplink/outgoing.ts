/**
 * Which record is sent next, and what is waited for. A new fault or reply goes before the backlog; else the highest class
 * first, the oldest first. With a collector a record that it does not confirm is sent again, later and later.
 */
import type { Clock } from "../base/clock.ts";
import type { Outbox, RecordId, WaitingRecord } from "../outbox/outbox.ts";
import type { UplinkOptions } from "./options.ts";

export interface Outgoing {
  /** A new connection: what was refused may be tried again. */
  begin(): void;
  next(): WaitingRecord | undefined;
  appended(id: RecordId): void;
  /** The broker has it. */
  took(record: WaitingRecord): void;
  /** The broker will not have it; it is passed over until the next connection. */
  refused(record: WaitingRecord): void;
  /** The collector has everything of this boot up to this number. */
  confirmed(id: RecordId): void;
  /** Milliseconds until something unconfirmed is due again; undefined when nothing is. */
  dueInMs(): number | undefined;
}

/** Unconfirmed records at a time, and new ones that may wait for their turn. */
const mostUnconfirmed = 1000;
const mostFresh = 256;
const firstResendMs = 60_000;
const lastResendMs = 3_600_000;

interface Sent extends RecordId {
  readonly dueMs: number;
  readonly waitMs: number;
}

export function createOutgoing(outbox: Outbox, clock: Clock, ack: UplinkOptions["ack"]): Outgoing {
  const sent = new Map<string, Sent>();
  const refused = new Set<string>();
  let fresh: RecordId[] = [];

  const isWaitedFor = (id: RecordId) => {
    const known = sent.get(nameOf(id));
    return known ? known.dueMs > clock.monoMs() : sent.size >= mostUnconfirmed;
  };
  const isPassedOver = (id: RecordId) => refused.has(nameOf(id)) || isWaitedFor(id);

  function nextFresh(): WaitingRecord | undefined {
    for (;;) {
      const id = fresh.shift();
      if (!id) return undefined;
      const record = isPassedOver(id) ? undefined : outbox.get(id);
      if (record?.class === "fault" || record?.class === "reply") return record;
    }
  }

  return {
    begin: () => {
      refused.clear();
      fresh = [];
    },
    next: () => nextFresh() ?? outbox.next(isPassedOver),
    appended: (id) => {
      if (fresh.length < mostFresh) fresh.push(id);
    },
    took: (record) => {
      if (ack === "puback") return void outbox.ack(record);
      const waitMs = Math.min((sent.get(nameOf(record))?.waitMs ?? firstResendMs / 2) * 2, lastResendMs);
      sent.set(nameOf(record), { boot: record.boot, seq: record.seq, waitMs, dueMs: clock.monoMs() + waitMs });
    },
    refused: (record) => {
      if (refused.size < mostUnconfirmed) refused.add(nameOf(record));
    },
    confirmed: (id) => {
      outbox.ack(id, "up_to");
      for (const [name, { boot, seq }] of sent) if (boot === id.boot && seq <= id.seq) sent.delete(name);
    },
    dueInMs: () => {
      if (sent.size === 0) return undefined;
      return Math.max(0, Math.min(...[...sent.values()].map(({ dueMs }) => dueMs)) - clock.monoMs());
    },
  };
}

function nameOf({ boot, seq }: RecordId): string {
  return `${boot} ${seq}`;
}
