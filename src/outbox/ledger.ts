/** What had to be dropped and is not known to have been heard: counts and sequence ranges by boot and class. */
import { type RecordClass, recordClasses } from "../model/record.ts";

export interface DroppedRange {
  readonly boot: string;
  readonly class: RecordClass;
  readonly count: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

interface Numbered {
  readonly boot: string;
  readonly seq: number;
}

export interface Ledger {
  note(dropped: Numbered & { readonly class: RecordClass }): void;
  /**
   * Everything that is to be told, if anything of it is new. What was told before is in it once more until a record that told it has been
   * freed: a later list holds the earlier ones. While such a record waits and was not read to be sent, there is another list only when
   * there is as much again to tell: lists would else crowd out what they tell of.
   */
  take(): readonly DroppedRange[];
  /** It is on its way to be sent. */
  read(record: Numbered): void;
  /** This record is durable and tells what was taken last. */
  toldBy(record: Numbered): void;
  /** A record will not come again. True when it told of drops and arrived: what is kept has changed. */
  settled(record: Numbered, fate: "arrived" | "dropped"): boolean;
  /** Not in any record that waits. */
  readonly untold: readonly DroppedRange[];
  /** Told or not: what must survive a restart. */
  readonly kept: readonly DroppedRange[];
}

/** As many as one report can tell of. More boots than that without one connection: the oldest entry is forgotten. */
const capacity = 32;

type Ranges = Map<string, DroppedRange>;

function merge(ranges: Ranges, range: DroppedRange): void {
  const old = ranges.get(keyOf(range)) ?? { ...range, count: 0 };
  const firstSeq = Math.min(old.firstSeq, range.firstSeq);
  const lastSeq = Math.max(old.lastSeq, range.lastSeq);
  ranges.set(keyOf(range), { ...old, count: old.count + range.count, firstSeq, lastSeq });
  const [oldest] = ranges.keys();
  if (ranges.size > capacity && oldest !== undefined) ranges.delete(oldest);
}

function together(...lists: readonly Iterable<DroppedRange>[]): Ranges {
  const ranges: Ranges = new Map();
  for (const list of lists) for (const range of list) merge(ranges, range);
  return ranges;
}

export function createLedger(restored: readonly DroppedRange[] = []): Ledger {
  /** Noted since the last list was taken; in that list; and told by the newest record that tells, which waits. */
  let fresh = together(restored);
  let taken: Ranges = new Map();
  let told: Ranges = new Map();
  let teller: Numbered | undefined;
  let isRead = false;
  const isTeller = ({ boot, seq }: Numbered) => teller?.boot === boot && teller.seq === seq;
  const count = (...lists: readonly Ranges[]) =>
    lists.flatMap((list) => [...list.values()]).reduce((n, r) => n + r.count, 0);
  return {
    note: ({ boot, class: recordClass, seq }) =>
      merge(fresh, { boot, class: recordClass, count: 1, firstSeq: seq, lastSeq: seq }),
    read: (record) => {
      isRead ||= isTeller(record);
    },
    take: () => {
      if (teller && !isRead && count(taken, fresh) < count(told)) return [];
      taken = together(taken.values(), fresh.values());
      fresh = new Map();
      return taken.size === 0 ? [] : [...together(told.values(), taken.values()).values()];
    },
    toldBy: ({ boot, seq }) => {
      told = together(told.values(), taken.values());
      taken = new Map();
      teller = { boot, seq };
      isRead = false;
    },
    settled: (record, fate) => {
      if (!isTeller(record)) return false;
      if (fate === "dropped") fresh = together(told.values(), fresh.values());
      told = new Map();
      teller = undefined;
      return fate === "arrived";
    },
    get untold() {
      return [...together(taken.values(), fresh.values()).values()];
    },
    get kept() {
      return [...together(told.values(), taken.values(), fresh.values()).values()];
    },
  };
}

function keyOf({ boot, class: recordClass }: DroppedRange): string {
  return `${boot} ${recordClass}`;
}

/** From a parsed JSON value, passing over whatever is not a range. */
export function rangesFrom(value: unknown): readonly DroppedRange[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => rangeFrom(item) ?? []) : [];
}

function rangeFrom(item: unknown): DroppedRange | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { boot, class: name, count, firstSeq, lastSeq }: Record<string, unknown> = { ...item };
  const recordClass = recordClasses.find((known) => known === name);
  if (typeof boot !== "string" || !/^[0-9a-f]{16}$/.test(boot) || !recordClass) return undefined;
  if (!isCount(count) || !isCount(firstSeq) || !isCount(lastSeq)) return undefined;
  return { boot, class: recordClass, count, firstSeq, lastSeq };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 4_294_967_295;
}
