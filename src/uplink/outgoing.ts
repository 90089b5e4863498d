/**
 * Which record is sent next, on which of two lanes. Live is what came lately; it goes at once, the highest class first. What
 * has waited is history: it goes beside, at a rate, so that a backlog neither delays what is new nor floods the broker.
 */
import { createBucket } from "../base/bucket.ts";
import type { Clock } from "../base/clock.ts";
import type { DataRung } from "../model/data-use.ts";
import { type RecordClass, recordClasses } from "../model/record.ts";
import type { Appended, Outbox, RecordId, WaitingRecord } from "../outbox/outbox.ts";
import type { UplinkOptions } from "./options.ts";
import { createRecentRecords } from "./recent-records.ts";
import { createUnconfirmed, nameOf, type Unconfirmed } from "./unconfirmed.ts";

export type Lane = "live" | "history";

export interface Outgoing {
  /** A new connection: what was refused, or was on its way, may be tried again. */
  begin(): void;
  /** It counts as on its way until `took`, `refused` or `begin`. */
  next(lane: Lane, rung: DataRung): WaitingRecord | undefined;
  appended(record: Appended): void;
  /** The broker has it. */
  took(record: WaitingRecord): void;
  /** The broker will not have it; it is passed over until the next connection. */
  refused(record: WaitingRecord): void;
  /** The collector has everything of this boot up to this number. */
  confirmed(id: RecordId): void;
  /** Something is on its way, or waits for its turn in the rate of history. */
  isBusy(): boolean;
  /** Milliseconds after which to look for history again. */
  historyDueInMs(rung: DataRung): number;
}

type Pick = (among: readonly RecordClass[]) => WaitingRecord | undefined;

export interface OutgoingOptions {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly ack: UplinkOptions["ack"];
  /** Records of history a second. */
  readonly historyPerS: number;
}

const mostRefused = 1000;
const leastBurst = 10;
const patienceMs = 60_000;
const leastWaitMs = 100;

/** What is sent at all, by rung. */
const sendable: Readonly<Record<Lane, Readonly<Record<DataRung, readonly RecordClass[]>>>> = {
  live: { full: recordClasses, events: ["fault", "reply", "state"], snapshot: ["fault"] },
  history: { full: recordClasses, events: ["fault", "reply"], snapshot: ["fault"] },
};

/** Whatever `pick` gives, at the rate of history. */
function createHistory({ clock, historyPerS }: OutgoingOptions, pick: Pick) {
  const bucket = createBucket(Math.max(leastBurst, historyPerS), historyPerS);
  let held = false;
  return {
    isHeld: () => held,
    waitMs: () => (held ? 1_000 / historyPerS : patienceMs),
    next: (among: readonly RecordClass[]): WaitingRecord | undefined => {
      held = false;
      const record = pick(among);
      if (!record || bucket.take(clock.monoMs())) return record;
      held = true;
      return undefined;
    },
  };
}

interface Again {
  readonly outbox: Outbox;
  readonly unconfirmed: Unconfirmed;
  isPassedOver(id: RecordId): boolean;
}

/** What is to be sent again; that goes before what was never sent. */
function again(among: readonly RecordClass[], { outbox, unconfirmed, isPassedOver }: Again): WaitingRecord | undefined {
  for (;;) {
    const id = unconfirmed.due(among);
    if (!id || isPassedOver(id)) return undefined;
    const record = outbox.get(id);
    if (record) return record;
    unconfirmed.forget(id);
  }
}

export function createOutgoing(options: OutgoingOptions): Outgoing {
  const { outbox, clock, ack } = options;
  const refused = new Set<string>();
  const flying = new Set<string>();
  const live = createRecentRecords(outbox, clock);
  const unconfirmed = createUnconfirmed(clock);
  const isPassedOver = (id: RecordId) => refused.has(nameOf(id)) || flying.has(nameOf(id));
  const isExcepted = (id: RecordId) => live.has(id) || isPassedOver(id) || unconfirmed.has(id);

  const history = createHistory(
    options,
    (among) =>
      again(among, { outbox, unconfirmed, isPassedOver }) ??
      (unconfirmed.isFull ? undefined : outbox.next(isExcepted, among)),
  );

  function pick(lane: Lane, rung: DataRung): WaitingRecord | undefined {
    if (lane === "history") return history.next(sendable.history[rung]);
    return unconfirmed.isOverfull ? undefined : live.next(sendable.live[rung], isPassedOver);
  }

  return {
    begin: () => {
      refused.clear();
      flying.clear();
    },
    next: (lane, rung) => {
      const record = pick(lane, rung);
      if (record) flying.add(nameOf(record));
      return record;
    },
    appended: live.add,
    took: (record) => {
      flying.delete(nameOf(record));
      live.remove(record);
      if (ack === "puback") outbox.ack(record);
      else unconfirmed.took(record);
    },
    refused: (record) => {
      flying.delete(nameOf(record));
      if (refused.size < mostRefused) refused.add(nameOf(record));
    },
    confirmed: (id) => {
      outbox.ack(id, "up_to");
      unconfirmed.confirmed(id);
    },
    isBusy: () => flying.size > 0 || history.isHeld(),
    historyDueInMs: (rung) => {
      // What is due and was refused, or is on its way, is not to be asked for without end.
      const dueMs = Math.max(leastWaitMs, unconfirmed.dueInMs(sendable.history[rung]));
      return Math.min(history.waitMs(), dueMs);
    },
  };
}
