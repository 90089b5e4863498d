/** The book: the newest readings of every signal, in order of time, bounded. Counts what it could not take. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";

/** Enough to see a run and a flap; older history belongs to signals that count. */
const readingsKept = 16;

export interface Book {
  see(reading: Reading): void;
  /** Oldest first. */
  of(signal: SignalId): readonly Reading[];
  /** The newest reading of every signal ever seen. */
  newest(): readonly Reading[];
  /** Readings whose value did not fit their signal. */
  readonly implausible: number;
}

export function createBook(): Book {
  const pages = new Map<SignalId, Reading[]>();
  let implausible = 0;

  function insert(page: Reading[], reading: Reading): void {
    let place = page.length;
    while (place > 0 && (page[place - 1]?.atMs ?? 0) > reading.atMs) place -= 1;
    page.splice(place, 0, reading);
    if (page.length > readingsKept) page.shift();
  }

  return {
    see: (reading) => {
      if (reading.quality === "implausible") {
        // A value that cannot be says nothing about the terminal, only about its source.
        implausible += 1;
        return;
      }
      const page = pages.get(reading.signal) ?? [];
      pages.set(reading.signal, page);
      insert(page, reading);
    },
    of: (signal) => pages.get(signal) ?? [],
    newest: () => [...pages.values()].flatMap((page) => page.slice(-1)),
    get implausible() {
      return implausible;
    },
  };
}
