/**
 * What the way to the broker has cost, by what it was for: of the present month and day, and of those before, because a
 * clock that jumps ahead and back must find the old ones again. Pure.
 */
import { type UseKind, type Uses, useKinds } from "../model/data-use.ts";
import type { Direction } from "./meter.ts";

export interface Span {
  /** As the calendar names it; such names compare as texts do. */
  readonly name: string;
  readonly uses: Uses;
}

/** What survives a restart. The newest span is the last. */
export interface KeptUse {
  readonly months: readonly Span[];
  readonly days: readonly Span[];
  /** What came while the clock was never set. */
  readonly unbooked: Uses;
}

export const nothingUsed: KeptUse = { months: [], days: [], unbooked: {} };

/** Undefined while the clock is not set. */
export interface Calendar {
  month(wallMs: number): string | undefined;
  day(wallMs: number): string | undefined;
}

export interface Now {
  readonly wallMs: number;
  readonly monoMs: number;
}

/** A new month is believed after so long in it: it gives the budget back, and a clock may step for a moment. */
const patienceMs = 3_600_000;
const keptSpans = 2;

export class DataBook {
  readonly #calendar: Calendar;
  #kept: KeptUse;
  #next: { readonly name: string; readonly sinceMs: number } | undefined;

  constructor(calendar: Calendar, restored: KeptUse = nothingUsed) {
    this.#calendar = calendar;
    this.#kept = restored;
  }

  get kept(): KeptUse {
    return this.#kept;
  }

  count(kind: UseKind, [direction, bytes]: readonly [Direction, number], now: Now): void {
    this.turn(now);
    const more: Uses = { [kind]: { up: 0, down: 0, [direction]: bytes } };
    const { months, days, unbooked } = this.#kept;
    if (months.length === 0) this.#kept = { ...this.#kept, unbooked: sum(unbooked, more) };
    else this.#kept = { ...this.#kept, months: addTo(months, more), days: addTo(days, more) };
  }

  /** Follows the calendar. */
  turn({ wallMs, monoMs }: Now): void {
    const [month, day] = [this.#calendar.month(wallMs), this.#calendar.day(wallMs)];
    if (month === undefined || day === undefined) return;
    this.#kept = { ...this.#kept, days: begin(this.#kept.days, day) };
    const present = this.#kept.months.at(-1);
    if (present === undefined) this.#open(month);
    else if (present.name === month) this.#next = undefined;
    else if (this.#next?.name !== month) this.#next = { name: month, sinceMs: monoMs };
    else if (monoMs - this.#next.sinceMs >= patienceMs) this.#open(month);
  }

  #open(month: string): void {
    this.#next = undefined;
    const { unbooked, days } = this.#kept;
    const months = addTo(begin(this.#kept.months, month), unbooked);
    this.#kept = { months, days: addTo(days, unbooked), unbooked: {} };
  }

  get monthUses(): Uses {
    return this.#kept.months.at(-1)?.uses ?? this.#kept.unbooked;
  }

  get monthBytes(): number {
    return total(this.monthUses);
  }

  get dayBytes(): number {
    return total(this.#kept.days.at(-1)?.uses ?? this.#kept.unbooked);
  }
}

/** Puts this span last, as it was if it is known. */
function begin(spans: readonly Span[], name: string): readonly Span[] {
  if (spans.at(-1)?.name === name) return spans;
  const known = spans.find((span) => span.name === name) ?? { name, uses: {} };
  return [...spans.filter((span) => span.name !== name), known].slice(-keptSpans);
}

function addTo(spans: readonly Span[], more: Uses): readonly Span[] {
  const last = spans.at(-1);
  return last ? [...spans.slice(0, -1), { ...last, uses: sum(last.uses, more) }] : spans;
}

function sum(uses: Uses, more: Uses): Uses {
  const entries = useKinds.flatMap((kind) => {
    const [a, b] = [uses[kind], more[kind]];
    if (!a && !b) return [];
    return [[kind, { up: (a?.up ?? 0) + (b?.up ?? 0), down: (a?.down ?? 0) + (b?.down ?? 0) }] as const];
  });
  return Object.fromEntries(entries);
}

function total(uses: Uses): number {
  return Object.values(uses).reduce((bytes, { up, down }) => bytes + up + down, 0);
}
