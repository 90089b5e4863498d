/**
 * What active probes may cost, in connections and in bytes, in any hour and in any day. Counted on the monotonic clock, so
 * that a clock that is set renews nothing; over restarts by the day (`day-count.ts`).
 */
import type { Clock } from "../../base/clock.ts";
import { createDayCount, type Ledger } from "./day-count.ts";
import type { Cost } from "./permit.ts";

export interface Limits {
  readonly hour: Cost;
  readonly day: Cost;
}

export interface Spent {
  readonly hour: Cost;
  readonly day: Cost;
}

export interface Budget {
  /** Which limit this would exceed. */
  exceeded(cost: Cost): "hour" | "day" | undefined;
  /** Resolves when a restart will not forget it, as far as the disk takes it. */
  book(cost: Cost): Promise<void>;
  /** What was booked and not used after all. */
  giveBack(bytes: number): void;
  spent(): Spent;
}

export interface BudgetOptions {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly ledger: Ledger;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** All that was spent within one minute. A day has 1,440 of them, which bounds the list. */
interface Minute extends Cost {
  readonly startMs: number;
}

const sum = (a: Cost, b: Cost): Cost => ({ connections: a.connections + b.connections, bytes: a.bytes + b.bytes });
const fits = (spent: Cost, limit: Cost): boolean =>
  spent.connections <= limit.connections && spent.bytes <= limit.bytes;

export function createBudget({ limits, clock, ledger }: BudgetOptions): Budget {
  const days = createDayCount(ledger, clock.monoMs());
  let minutes: readonly Minute[] = [];

  /** A minute counts until its end is that long ago: never too little. */
  function within(spanMs: number): Cost {
    const nowMs = clock.monoMs();
    const recent = minutes.filter(({ startMs }) => nowMs - startMs < spanMs + minuteMs);
    return recent.reduce<Cost>(sum, { connections: 0, bytes: 0 });
  }

  function spent(): Spent {
    return { hour: within(hourMs), day: sum(within(dayMs), days.before(clock.monoMs(), clock.wallMs())) };
  }

  function count(cost: Cost): void {
    const nowMs = clock.monoMs();
    const kept = minutes.filter(({ startMs }) => nowMs - startMs < dayMs + minuteMs);
    const last = kept.at(-1);
    minutes =
      last && nowMs - last.startMs < minuteMs
        ? [...kept.slice(0, -1), { startMs: last.startMs, ...sum(last, cost) }]
        : [...kept, { startMs: nowMs, ...cost }];
  }

  return {
    spent,
    exceeded: (cost) => {
      const { hour, day } = spent();
      if (!fits(sum(day, cost), limits.day)) return "day";
      return fits(sum(hour, cost), limits.hour) ? undefined : "hour";
    },
    giveBack: (bytes) => {
      count({ connections: 0, bytes: -bytes });
      days.giveBack(bytes);
    },
    book: async (cost) => {
      count(cost);
      await days.note(cost, clock.wallMs());
    },
  };
}
