/** What had to be dropped and has not been told yet: counts and sequence ranges by boot and class. */
import { type RecordClass, recordClasses } from "../model/record.ts";

export interface DroppedRange {
  readonly boot: string;
  readonly class: RecordClass;
  readonly count: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export interface Ledger {
  note(dropped: { readonly boot: string; readonly class: RecordClass; readonly seq: number }): void;
  /** Hands the list over; what is noted from now on belongs to the next one. */
  take(): readonly DroppedRange[];
  /** What was handed over is durable elsewhere. */
  told(): void;
  readonly handed: boolean;
  /** Handed over or not: what must survive a restart. */
  readonly untold: readonly DroppedRange[];
}

/** As many as one report can tell of. More boots than that without one connection: the oldest entry is forgotten. */
const capacity = 32;

export function createLedger(restored: readonly DroppedRange[] = []): Ledger {
  const ranges = new Map<string, DroppedRange>();
  let handed: readonly DroppedRange[] = [];
  const merge = (range: DroppedRange) => {
    const old = ranges.get(keyOf(range)) ?? { ...range, count: 0 };
    const firstSeq = Math.min(old.firstSeq, range.firstSeq);
    const lastSeq = Math.max(old.lastSeq, range.lastSeq);
    ranges.set(keyOf(range), { ...old, count: old.count + range.count, firstSeq, lastSeq });
    const [oldest] = ranges.keys();
    if (ranges.size > capacity && oldest !== undefined) ranges.delete(oldest);
  };
  for (const range of restored) merge(range);
  return {
    note: ({ boot, class: recordClass, seq }) =>
      merge({ boot, class: recordClass, count: 1, firstSeq: seq, lastSeq: seq }),
    take: () => {
      const taken = [...handed, ...ranges.values()];
      ranges.clear();
      handed = taken;
      return taken;
    },
    told: () => {
      handed = [];
    },
    get handed() {
      return handed.length > 0;
    },
    get untold() {
      return [...handed, ...ranges.values()];
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
