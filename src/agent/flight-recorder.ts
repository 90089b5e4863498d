/**
 * What was measured before a fault: when a case opens, the readings of the minutes before it are kept, because by the time somebody
 * asks they would be gone. In memory, and of the newest few cases only; who wants more configures a recording.
 */
import type { Clock } from "../base/clock.ts";
import { createRing } from "../base/ring.ts";
import { viewReading } from "../diagnosis-view.ts";
import type { CaseEvent } from "../model/case.ts";
import type { Reading } from "../model/reading.ts";
import type { ReadingView } from "../model/view.ts";
import type { Book } from "../signals/book.ts";

export interface Flight {
  readonly fault: string;
  /** The case opened so long ago. */
  readonly age_s: number;
  /** Oldest first; ages are of the moment in which the case opened. */
  readonly readings: readonly ReadingView[];
}

export interface FlightRecorder {
  note(events: readonly CaseEvent[]): void;
  flights(): readonly Flight[];
}

const flightsKept = 4;
const beforeMs = 300_000;
const readingsKept = 500;

interface Kept {
  readonly fault: string;
  readonly atMs: number;
  readonly readings: readonly Reading[];
}

export function createFlightRecorder(book: Pick<Book, "newest" | "of">, clock: Pick<Clock, "monoMs">): FlightRecorder {
  const kept = createRing<Kept>(flightsKept);

  function before(atMs: number): readonly Reading[] {
    const all = book.newest().flatMap(({ signal }) => book.of(signal));
    return all
      .filter((reading) => reading.atMs >= atMs - beforeMs)
      .toSorted((a, b) => a.atMs - b.atMs)
      .slice(-readingsKept);
  }

  return {
    note: (events) => {
      const opened = events.filter(({ kind }) => kind === "opened");
      // Cases that open together have the same minutes before them.
      const readings = opened.length > 0 ? before(clock.monoMs()) : [];
      for (const { atMs, case: subject } of opened) kept.push({ fault: subject.verdict.fault, atMs, readings });
    },
    flights: () =>
      kept.items().map(({ fault, atMs, readings }) => ({
        fault,
        age_s: Math.round((clock.monoMs() - atMs) / 1_000),
        readings: readings.map((reading) => viewReading(reading, atMs)),
      })),
  };
}
