/**
 * Which numbers were dropped, exactly and in few words. A count and its two ends cannot prove that nothing else is missing between
 * them when a record came and was dropped as well; the numbers themselves can.
 */

/** First and last number of some without a gap. */
export type Run = readonly [first: number, last: number];
/** Ascending, with a gap between each and the next. */
export type Runs = readonly Run[];

/** So many numbers, all between these two; which ones is not said. */
export interface Counted {
  readonly count: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** What one list says of a boot and class: the highest numbers exactly, and a count of what lies below them. */
export interface Told {
  readonly runs: Runs;
  readonly rest: Counted | undefined;
}

/** As it is told; `runs` is left away where it says no more than the count. */
export interface DroppedNumbers extends Counted {
  readonly runs?: Runs;
}

/** Runs that contradict their count are passed over. */
export function toldOf({ count, firstSeq, lastSeq, runs = [] }: DroppedNumbers): Told {
  const size = sizeOf(runs);
  const isSound = size <= count && isAscending(runs) && (runs[0]?.[0] ?? 0) >= firstSeq && runs.at(-1)?.[1] === lastSeq;
  const exact = isSound ? runs : [];
  const rest = isSound ? restOf(count - size, firstSeq, (runs[0]?.[0] ?? 0) - 1) : restOf(count, firstSeq, lastSeq);
  if (rest?.count !== width(rest)) return { runs: exact, rest };
  return { runs: rest ? union([[rest.firstSeq, rest.lastSeq]], exact) : exact, rest: undefined };
}

function restOf(count: number, firstSeq: number, lastSeq: number): Counted | undefined {
  return count > 0 ? { count, firstSeq, lastSeq } : undefined;
}

function width(range: Counted | undefined): number | undefined {
  return range && range.lastSeq - range.firstSeq + 1;
}

function isAscending(runs: Runs): boolean {
  return runs.every(([first, last], place) => last >= first && first > (runs[place - 1]?.[1] ?? -1) + 1);
}

/** The other way; nothing when there is nothing to tell. */
export function numbersOf({ runs, rest }: Told): DroppedNumbers | undefined {
  const firstSeq = rest?.firstSeq ?? runs[0]?.[0];
  const lastSeq = runs.at(-1)?.[1] ?? rest?.lastSeq;
  if (firstSeq === undefined || lastSeq === undefined) return undefined;
  const counted = { count: sizeOf(runs) + (rest?.count ?? 0), firstSeq, lastSeq };
  return runs.length === 0 || counted.count === width(counted) ? counted : { ...counted, runs };
}

export function union(...all: readonly Runs[]): Runs {
  const joined: Run[] = [];
  for (const run of all.flat().sort(([a], [b]) => a - b)) {
    const before = joined.at(-1);
    if (before && run[0] <= before[1] + 1) joined[joined.length - 1] = [before[0], Math.max(before[1], run[1])];
    else joined.push(run);
  }
  return joined;
}

export function sizeOf(runs: Runs): number {
  return runs.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** What of the runs is above the first number, and not above the second. */
export function between(runs: Runs, above: number, upTo: number): Runs {
  return runs.flatMap(([first, last]): Runs => {
    const [from, to] = [Math.max(first, above + 1), Math.min(last, upTo)];
    return from <= to ? [[from, to]] : [];
  });
}

export function includes(runs: Runs, seq: number): boolean {
  return runs.some(([first, last]) => seq >= first && seq <= last);
}

/** How many are passed over from this number on, how many follow, how many are passed over again …: small numbers take few bytes. */
export function stepsOf(runs: Runs, from: number): readonly number[] {
  return runs.flatMap(([first, last], place) => [first - (runs[place - 1]?.[1] ?? from - 1) - 1, last - first + 1]);
}

export function runsFrom(steps: readonly number[], from: number): Runs {
  const runs: Run[] = [];
  let next = from;
  for (let place = 0; place + 1 < steps.length; place += 2) {
    const first = next + (steps[place] ?? 0);
    next = first + (steps[place + 1] ?? 0);
    runs.push([first, next - 1]);
  }
  return runs;
}
