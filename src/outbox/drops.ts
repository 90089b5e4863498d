/** What was dropped, by boot and class: how two accounts of it become one, within bounds. */
import {
  type Counted,
  type DroppedNumbers,
  numbersOf,
  type Runs,
  runsFrom,
  sizeOf,
  stepsOf,
  type Told,
  toldOf,
  union,
} from "../model/dropped.ts";
import { type RecordClass, recordClasses } from "../model/record.ts";

export interface DroppedRange extends DroppedNumbers {
  readonly boot: string;
  readonly class: RecordClass;
}

export interface Numbered {
  readonly boot: string;
  readonly seq: number;
}

/** As many as one report can tell of. More boots than that without one connection: the oldest entry is forgotten. */
const mostRanges = 32;
/** Runs of numbers told one by one, of all ranges together: some 1.5 KB of a report. The lowest above that are only counted. */
export const mostRuns = 256;

interface Held extends Told {
  readonly boot: string;
  readonly class: RecordClass;
}

/** The oldest boot and class first. */
export type Drops = ReadonlyMap<string, Held>;

/** Of ranges of which several may be of one boot and class. */
export function dropsOf(ranges: readonly DroppedRange[]): Drops {
  return together(...ranges.map((range) => new Map([[keyOf(range), heldOf(range)]])));
}

export function together(...all: readonly Drops[]): Drops {
  const joined = new Map<string, Held>();
  for (const held of all.flatMap((drops) => [...drops.values()])) {
    const known = joined.get(keyOf(held));
    joined.set(keyOf(held), known ? join(known, held) : held);
  }
  return fitted(new Map([...joined].slice(-mostRanges)));
}

export function withOne(drops: Drops, { boot, class: name, seq }: Numbered & { readonly class: RecordClass }): Drops {
  const key = keyOf({ boot, class: name });
  const one: Held = { boot, class: name, runs: [[seq, seq]], rest: undefined };
  const held = drops.get(key);
  const [first, last] = held?.runs.at(-1) ?? [0, 0];
  if (!held || first === 0 || seq <= last) return together(drops, new Map([[key, one]]));
  // The usual case, thousands of times in a row when a backlog becomes too old.
  const runs: Runs = seq === last + 1 ? [...held.runs.slice(0, -1), [first, seq]] : [...held.runs, [seq, seq]];
  return fitted(new Map([...drops, [key, { ...held, runs }]]));
}

export function rangesOf(drops: Drops): readonly DroppedRange[] {
  return [...drops.values()].flatMap((held) => {
    const numbers = numbersOf(held);
    return numbers ? [{ boot: held.boot, class: held.class, ...numbers }] : [];
  });
}

export function countOf(drops: Drops): number {
  return [...drops.values()].reduce((sum, { runs, rest }) => sum + sizeOf(runs) + (rest?.count ?? 0), 0);
}

function heldOf(range: DroppedRange): Held {
  return { boot: range.boot, class: range.class, ...toldOf(range) };
}

/** What lies below a number that is only counted is only counted too. */
function join(a: Held, b: Held): Held {
  const rests = [a.rest, b.rest].flatMap((rest) => rest ?? []);
  const runs = union(a.runs, b.runs);
  const top = Math.max(...rests.map(({ lastSeq }) => lastSeq));
  const below = runs.filter(([first]) => first <= top);
  return { ...a, ...counting({ runs, rest: sumOf(rests) }, below.length) };
}

function sumOf(rests: readonly Counted[]): Counted | undefined {
  const [first, ...others] = rests;
  return others.reduce(
    (sum, { count, firstSeq, lastSeq }) =>
      sum && {
        count: sum.count + count,
        firstSeq: Math.min(sum.firstSeq, firstSeq),
        lastSeq: Math.max(sum.lastSeq, lastSeq),
      },
    first,
  );
}

/**
 * The lowest so many runs are counted only. A rest ends where the runs begin, here as well as for who is told it: of two lists one must
 * lie in the other.
 */
function counting({ runs, rest }: Told, howMany: number): Told {
  const counted = runs.slice(0, howMany);
  const exact = runs.slice(howMany);
  const [lowest] = counted;
  const sum = sumOf([
    ...(rest ? [rest] : []),
    ...(lowest ? [{ count: sizeOf(counted), firstSeq: lowest[0], lastSeq: counted.at(-1)?.[1] ?? lowest[1] }] : []),
  ]);
  const end = exact[0] ? exact[0][0] - 1 : sum?.lastSeq;
  return { runs: exact, rest: sum && { ...sum, lastSeq: end ?? sum.lastSeq } };
}

function fitted(drops: Map<string, Held>): Drops {
  for (;;) {
    const held = [...drops.values()];
    if (held.reduce((sum, { runs }) => sum + runs.length, 0) <= mostRuns) return drops;
    const [longest] = held.sort((a, b) => b.runs.length - a.runs.length);
    if (!longest) return drops;
    drops.set(keyOf(longest), { ...longest, ...counting(longest, 1) });
  }
}

function keyOf({ boot, class: recordClass }: Pick<DroppedRange, "boot" | "class">): string {
  return `${boot} ${recordClass}`;
}

/** For JSON. */
export function plainOf({ runs, ...range }: DroppedRange): object {
  return runs ? { ...range, steps: stepsOf(runs, range.firstSeq) } : range;
}

/** From a parsed JSON value, passing over whatever is not a range. */
export function rangesFrom(value: unknown): readonly DroppedRange[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => rangeFrom(item) ?? []) : [];
}

function rangeFrom(item: unknown): DroppedRange | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { boot, class: name, count, firstSeq, lastSeq, steps }: Record<string, unknown> = { ...item };
  const recordClass = recordClasses.find((known) => known === name);
  if (typeof boot !== "string" || !/^[0-9a-f]{16}$/.test(boot) || !recordClass) return undefined;
  if (!isCount(count) || !isCount(firstSeq) || !isCount(lastSeq)) return undefined;
  const range = { boot, class: recordClass, count, firstSeq, lastSeq };
  return isSteps(steps) ? { ...range, runs: runsFrom(steps, firstSeq) } : range;
}

function isSteps(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= 2 * mostRuns && value.every((step) => step === 0 || isCount(step));
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 4_294_967_295;
}
