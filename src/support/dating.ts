/**
 * Dates what a terminal told while it did not know the time, or knew it badly: within one boot its monotonic clock runs on, so one
 * record with a better wall clock dates all of them.
 */
import type { Heard } from "./inbox.ts";

export interface Dated {
  readonly boot: string;
  readonly seq: number;
  /** When it was written, milliseconds since 1970. */
  readonly wallMs: number;
  /** The clock by which it is known. */
  readonly by: string;
}

export interface Dating {
  /** Records that this message dates: told before without a date, or with one that was wrong. */
  hear(heard: Heard): readonly Dated[];
}

/** What is trusted more is higher. Words of a newer agent are trusted as a clock that was set by somebody. */
const ranks: Readonly<Record<string, number>> = { none: 0, rtc: 1, host: 2, network: 3, ntp: 4 };
export const rankOf = (clock: string): number => ranks[clock] ?? 1;
/** Less is not worth a word. */
const worthMs = 5_000;
/** Boots at a time, and records of one that may wait for a date; the oldest are forgotten first. */
const mostBoots = 1_000;
const mostRecords = 256;

interface Waiting {
  /** Of the clock that it is dated by. */
  readonly rank: number;
  readonly seq: number;
  readonly monoMs: number;
  /** As it is known so far; undefined: not at all. */
  readonly wallMs: number | undefined;
}

interface Boot {
  /** Of the best clock so far, and what it says. */
  rank: number;
  offsetMs: number;
  clock: string;
  waiting: readonly Waiting[];
}

export function createDating(): Dating {
  const boots = new Map<string, Boot>();

  function bootOf(name: string): Boot {
    const known = boots.get(name) ?? { rank: 0, offsetMs: 0, clock: "none", waiting: [] };
    boots.delete(name);
    boots.set(name, known);
    const [oldest] = boots.keys();
    if (boots.size > mostBoots && oldest !== undefined) boots.delete(oldest);
    return known;
  }

  return {
    hear: ({ from, said }) => {
      if (!from || said.kind !== "report") return [];
      const { boot, seq, wallMs, monoMs, clock } = said.report.stamp;
      const rank = rankOf(clock);
      const known = bootOf(`${from.tenant}/${from.serial}/${boot}`);
      const own = { rank, seq, monoMs, wallMs: rank === 0 ? undefined : wallMs };
      known.waiting = [...known.waiting, own].slice(-mostRecords);
      if (rank > known.rank) Object.assign(known, { rank, clock, offsetMs: wallMs - monoMs });
      // History comes late: it may be dated by what came before it.
      const moved = known.rank > 0 ? date(known) : [];
      return moved.map((each) => ({ boot, seq: each.seq, wallMs: each.wallMs, by: known.clock }));
    },
  };
}

/** Gives every record with a worse clock its date by the best one; returns those that had none, or another. */
function date(boot: Boot): readonly (Waiting & { readonly wallMs: number })[] {
  const { rank, offsetMs } = boot;
  const worse = boot.waiting.filter((each) => each.rank < rank);
  boot.waiting = boot.waiting.map((each) =>
    each.rank < rank ? { ...each, rank, wallMs: each.monoMs + offsetMs } : each,
  );
  return worse.filter((each) => isNews(each, offsetMs)).map((each) => ({ ...each, wallMs: each.monoMs + offsetMs }));
}

function isNews({ wallMs, monoMs }: Waiting, offsetMs: number): boolean {
  return wallMs === undefined || Math.abs(monoMs + offsetMs - wallMs) > worthMs;
}
