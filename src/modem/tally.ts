/** What a session counts, and the last lines that nobody knew. */
import { createRing } from "../base/ring.ts";
import type { LineCounts } from "./line-reader.ts";

interface Events {
  /** Commands without an answer in time. */
  readonly timeouts: number;
  /** Answers after that time. */
  readonly late: number;
  readonly unknown: number;
  /** Lines of a GPS stream. */
  readonly nmea: number;
  /** Lines that are no text. */
  readonly binary: number;
  readonly resets: number;
  /** Lines taken as whole although the modem never ended them. */
  readonly unended: number;
}

export type SessionCounts = LineCounts & Events;

export interface Tally {
  count(event: keyof Events): void;
  unknown(text: string): void;
  readonly counts: Events;
  /** Newest last, digits masked. */
  readonly unknownLines: readonly string[];
}

const unknownKept = 5;
const unknownWidth = 80;

const noEvents: Events = { timeouts: 0, late: 0, unknown: 0, nmea: 0, binary: 0, resets: 0, unended: 0 };
export const noCounts: SessionCounts = { bytes: 0, noise: 0, overlong: 0, ...noEvents };

/** Identities hide in any line: every digit goes, the shape stays. */
function masked(text: string): string {
  return text.slice(0, unknownWidth).replace(/\d/g, "#");
}

export function createTally(): Tally {
  const counts = { ...noEvents };
  const lines = createRing<string>(unknownKept);
  return {
    count: (event) => {
      counts[event] += 1;
    },
    unknown: (text) => {
      counts.unknown += 1;
      lines.push(masked(text));
    },
    get counts() {
      return { ...counts };
    },
    get unknownLines() {
      return lines.items();
    },
  };
}

export function addCounts(a: SessionCounts, b: SessionCounts): SessionCounts {
  return {
    bytes: a.bytes + b.bytes,
    noise: a.noise + b.noise,
    overlong: a.overlong + b.overlong,
    timeouts: a.timeouts + b.timeouts,
    late: a.late + b.late,
    unknown: a.unknown + b.unknown,
    nmea: a.nmea + b.nmea,
    binary: a.binary + b.binary,
    resets: a.resets + b.resets,
    unended: a.unended + b.unended,
  };
}
