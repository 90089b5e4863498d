/**
 * The alarms of this terminal: fed with what is thought, spoken of by people, kept in one small file that is written soon
 * after something happened, but seldom when much does.
 */
import { type Bucket, createBucket } from "../base/bucket.ts";
import type { Clock } from "../base/clock.ts";
import { createNap, type Nap } from "../base/nap.ts";
import type { Operation } from "../model/alarm.ts";
import type { CaseEvent } from "../model/case.ts";
import type { ClockQuality } from "../model/record.ts";
import type { Alarm } from "./alarm.ts";
import { Doubts, type Seen } from "./doubts.ts";
import type { Now } from "./instant.ts";
import { Inventory, nothingKept } from "./inventory.ts";
import type { Store } from "./store.ts";
import { type Notice, Telling, type TellingTerms } from "./telling.ts";

/** What happens within so long goes to disk together. */
const gatherMs = 10_000;
const periodMs = 60_000;
/** Flash wears out: six writes at once, then one in a quarter of an hour, whatever flaps. */
const writes = { atOnce: 6, perSecond: 1 / 900 } as const;

export interface AlarmsOptions extends TellingTerms {
  readonly store: Store;
  readonly clock: Clock;
  clockQuality(): ClockQuality;
}

export interface AlarmCounts {
  /** Raises of which support was not told at once, since the agent started. */
  readonly withheld: number;
  /** Entries that had to go for others, ever. */
  readonly forgotten: number;
  readonly file: { readonly written: number; readonly failed: number; readonly setAside: number };
}

export interface Alarms {
  /** What is thought, before its cases are heard: it may speak against what was open before a restart. */
  see(seen: Seen): void;
  /** What becomes of cases, and whether support is to be told. */
  hear(events: readonly CaseEvent[]): readonly Notice[];
  /** Undefined when there is no alarm of that number. */
  operate(operation: Operation): Alarm | undefined;
  /** The one that was touched last at the end. */
  all(): readonly Alarm[];
  of(fault: string): Alarm | undefined;
  now(): Now;
  counts(): AlarmCounts;
  /** Tells what is due later, and keeps the file. Runs until the signal aborts; then all is on disk, if the disk takes it. */
  run(stop: AbortSignal, tell: (notices: readonly Notice[]) => void): Promise<void>;
}

class Keeper implements Alarms {
  readonly #options: AlarmsOptions;
  readonly #inventory: Inventory;
  readonly #telling: Telling;
  readonly #doubts: Doubts;
  readonly #nap: Nap;
  readonly #budget: Bucket = createBucket(writes.atOnce, writes.perSecond);
  #saved: number;

  constructor(options: AlarmsOptions, inventory: Inventory) {
    this.#options = options;
    this.#inventory = inventory;
    this.#telling = new Telling(inventory, options);
    this.#doubts = new Doubts(inventory);
    this.#nap = createNap(options.clock);
    this.#saved = inventory.revision;
  }

  see(seen: Seen): void {
    this.#doubts.settle(seen, this.#telling.open(), this.now());
    this.#wakeIfChanged();
  }

  hear(events: readonly CaseEvent[]): readonly Notice[] {
    const notices = this.#telling.hear(events, this.now());
    this.#wakeIfChanged();
    return notices;
  }

  operate(operation: Operation): Alarm | undefined {
    const alarm = this.#inventory.operate(operation, this.now());
    this.#wakeIfChanged();
    return alarm;
  }

  all(): readonly Alarm[] {
    return this.#inventory.all();
  }

  of(fault: string): Alarm | undefined {
    return this.#inventory.of(fault);
  }

  now(): Now {
    const { clock, clockQuality } = this.#options;
    return { monoMs: clock.monoMs(), wallMs: clock.wallMs(), clock: clockQuality() };
  }

  counts(): AlarmCounts {
    const { written, failed, setAside } = this.#options.store.counts();
    const { forgotten } = this.#inventory.kept();
    return { withheld: this.#telling.withheld, forgotten, file: { written, failed, setAside } };
  }

  async run(stop: AbortSignal, tell: (notices: readonly Notice[]) => void): Promise<void> {
    const { clock } = this.#options;
    while (!stop.aborted) {
      this.#inventory.date(this.now());
      const due = this.#telling.due(this.now());
      if (due.length > 0) tell(due);
      if (this.#isUnsaved && this.#budget.take(clock.monoMs())) await this.#save();
      await this.#nap.sleep(periodMs, stop);
      await clock.sleep(gatherMs, stop);
    }
    if (this.#isUnsaved) await this.#save();
  }

  get #isUnsaved(): boolean {
    return this.#saved !== this.#inventory.revision;
  }

  #wakeIfChanged(): void {
    if (this.#isUnsaved) this.#nap.wake();
  }

  async #save(): Promise<void> {
    const { revision } = this.#inventory;
    if (await this.#options.store.write(this.#inventory.kept())) this.#saved = revision;
  }
}

/** Reads the file. Never rejects for what is in it, or because it cannot be read: then the inventory begins empty. */
export async function openAlarms(options: AlarmsOptions): Promise<Alarms> {
  return new Keeper(options, new Inventory((await options.store.read()) ?? nothingKept));
}
