/**
 * What of one boot has come and what is known never to come: a value, so that a collector can keep it in a database and another one go on
 * with it. Reports do not come in the order of their numbers (a fault goes before an older metric), so a number is accounted for only when
 * each one below it has come, is known to be freed (`Birth.first_seq`) or was told as dropped: by its number, or counted among others.
 */
import {
  between,
  type Counted,
  type DroppedNumbers,
  type Run,
  type Runs,
  sizeOf,
  toldOf,
  union,
} from "../model/dropped.ts";
import type { RecordClass } from "../model/record.ts";
import type { ReceivedBody } from "../report/received.ts";
import type { Leaf } from "../uplink/topics.ts";

/** By class; under {@link anyClass} what may be of any. */
export type ByClass<T> = Readonly<Record<string, T>>;
export const anyClass = "";

export interface DroppedOfClass {
  readonly runs: Runs;
  /** Told by their count only; none lies in another. */
  readonly rests: readonly Counted[];
}

export interface Account {
  /** Everything up to it is accounted for. */
  readonly upTo: number;
  /** Whether it is known where the numbers that concern us begin. */
  readonly begun: boolean;
  /** Everything up to these is accounted for by something else than counting: where it began, and what the newest birth says. */
  readonly bases: readonly number[];
  readonly came: ByClass<Runs>;
  readonly dropped: ByClass<DroppedOfClass>;
  /** Up to it nobody remembers which came: all counts as come. */
  readonly settled: number;
}

/** Of one boot: runs of what came, classes, ranges and runs of one class. */
const mostRuns = 10_000;
const mostClasses = 16;
const mostRanges = 1_000;

export const emptyAccount: Account = { upTo: 0, begun: false, bases: [0], came: {}, dropped: {}, settled: 0 };

export const allThatCame = ({ came }: Account): Runs => union(...Object.values(came));

/** Whether this number came before. */
export function hasCome({ came, settled }: Account, seq: number): boolean {
  return seq <= settled || Object.values(came).some((runs) => runOf(runs, seq) !== undefined);
}

/** The terminal itself says that nothing below its first number waits. */
export function begin(account: Account, firstSeq: number): Account {
  const [first = 0] = account.bases;
  const upTo = Math.max(account.upTo, firstSeq - 1);
  return advance({ ...account, upTo, bases: account.begun ? [first, upTo] : [upTo], begun: true });
}

/** A number came. An account that is full stays as it is: the number may come again. */
export function take(account: Account, seq: number, recordClass: RecordClass | undefined): Account {
  const name = recordClass ?? anyClass;
  const begun = account.begun || seq === 1;
  const came = { ...account.came, [name]: withNumber(account.came[name] ?? [], seq) };
  const taken = advance({ ...account, begun, came });
  return isFull(taken) ? settle(taken, account) : taken;
}

/** A list that is told again is told with what came to it, so of two counts one of which lies in the other only the larger counts. */
export function tell(account: Account, range: DroppedNumbers & { readonly class: string }): Account {
  const { dropped } = account;
  const known = dropped[range.class];
  if (!known && Object.keys(dropped).length >= mostClasses) return account;
  const { runs, rest } = toldOf(range);
  const told = {
    runs: union(known?.runs ?? [], runs).slice(-mostRuns),
    rests: withRest(known?.rests ?? [], rest),
  };
  const begun = account.begun || range.firstSeq === 1;
  return advance({ ...account, begun, dropped: { ...dropped, [range.class]: told } });
}

/** Where the topic says it, or the body is sent in one class only. */
export function classOf({ kind }: ReceivedBody, leaf: Leaf): RecordClass | undefined {
  if (leaf === "up/met") return "metric";
  if (kind === "case") return "fault";
  if (kind === "command" || kind === "chunk") return "reply";
  return kind === "dropped" || kind === "started" || kind === "attempt" ? "state" : undefined;
}

function withNumber(runs: Runs, seq: number): Runs {
  const last = runs.at(-1);
  if (!last || seq > last[1] + 1) return [...runs, [seq, seq]];
  if (seq === last[1] + 1) return [...runs.slice(0, -1), [last[0], seq]];
  return runOf(runs, seq) ? runs : union(runs, [[seq, seq]]);
}

const isFull = ({ came }: Account): boolean =>
  Object.values(came).reduce((sum, runs) => sum + runs.length, 0) >= mostRuns;

/** Counting begins anew where everything is accounted for; where that is no help, what came last is not taken. */
function settle(account: Account, before: Account): Account {
  const { upTo } = account;
  const above = (runs: Runs): Runs => between(runs, upTo, Number.MAX_SAFE_INTEGER);
  const came = Object.fromEntries(Object.entries(account.came).map(([name, runs]) => [name, above(runs)]));
  const settled = { ...account, bases: [upTo], came, settled: upTo };
  return isFull(settled) ? before : settled;
}

function withRest(known: readonly Counted[], rest: Counted | undefined): readonly Counted[] {
  if (!rest || known.some((each) => isWithin(rest, each))) return known;
  return [...known.filter((each) => !isWithin(each, rest)), rest].slice(-mostRanges);
}

function isWithin(inner: Counted, outer: Counted): boolean {
  return inner.firstSeq >= outer.firstSeq && inner.lastSeq <= outer.lastSeq && inner.count <= outer.count;
}

function advance(account: Account): Account {
  if (!account.begun) return account;
  let upTo = follow(account, account.upTo);
  for (const last of endsAbove(account, upTo)) {
    if (last <= upTo || !account.bases.some((base) => covers(account, base, last))) continue;
    upTo = follow(account, last);
  }
  return upTo === account.upTo ? account : { ...account, upTo };
}

function follow({ came, dropped }: Account, from: number): number {
  const known = [...Object.values(came), ...Object.values(dropped).map(({ runs }) => runs)];
  let upTo = from;
  for (;;) {
    const run = known.flatMap((runs) => runOf(runs, upTo + 1) ?? [])[0];
    if (!run) return upTo;
    upTo = run[1];
  }
}

/** The run in which this number is: there may be thousands, and it is looked for with every report. */
function runOf(runs: Runs, seq: number): readonly [Run] | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.[1] ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run && run[0] <= seq ? [run] : undefined;
}

function endsAbove({ dropped }: Account, upTo: number): readonly number[] {
  const ends = Object.values(dropped).flatMap(({ rests }) => rests.map(({ lastSeq }) => lastSeq));
  return [...new Set(ends)].filter((last) => last > upTo).sort((a, b) => a - b);
}

/** Whether every number above this base up to the last either came or was dropped: the counts add up. */
function covers(account: Account, base: number, last: number): boolean {
  const { dropped } = account;
  const known = union(...Object.values(dropped).map(({ runs }) => between(runs, base, last)));
  const counted = beside(between(allThatCame(account), base, last), known);
  const told = Object.entries(dropped).flatMap(([name, { runs, rests }]) =>
    rests
      .filter(({ lastSeq }) => lastSeq > base && lastSeq <= last)
      .map((rest) => {
        const own = union(account.came[name] ?? [], account.came[anyClass] ?? []);
        const from = Math.max(base, rest.firstSeq - 1);
        const came = beside(between(own, from, rest.lastSeq), known);
        return missingOf(rest, base, came + sizeOf(between(runs, from, rest.lastSeq)));
      }),
  );
  return sizeOf(known) + counted + told.reduce((sum, count) => sum + count, 0) >= last - base;
}

/** How many of these are not among those. */
function beside(these: Runs, those: Runs): number {
  return sizeOf(union(these, those)) - sizeOf(those);
}

/**
 * How many of a range must be above the base and are not known. A record may have come and been dropped all the same, while its
 * receipt was on the way: whatever of the range's class is known is taken for that, or two numbers would stand for one.
 */
function missingOf({ count, firstSeq }: Counted, base: number, known: number): number {
  const below = Math.max(0, base - firstSeq + 1);
  return Math.max(0, count - below - known);
}
