/** The book: the newest readings of every signal, in order of time, bounded. Counts what it could not take. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";

/** Enough to see a run and a flap; older history belongs to signals that count. */
const readingsKept = 16;
const unread: readonly Reading[] = [];

export interface Book {
  see(reading: Reading): void;
  /** Oldest first. A page is never changed: with every reading another takes its place. */
  of(signal: SignalId): readonly Reading[];
  /** The newest reading of every signal ever seen. */
  newest(): readonly Reading[];
  /** Readings whose value did not fit their signal. */
  readonly implausible: number;
}

export function createBook(): Book {
  const pages = new Map<SignalId, readonly Reading[]>();
  let implausible = 0;

  function inserted(page: readonly Reading[], reading: Reading): readonly Reading[] {
    let place = page.length;
    while (place > 0 && (page[place - 1]?.atMs ?? 0) > reading.atMs) place -= 1;
    return page.toSpliced(place, 0, reading).slice(-readingsKept);
  }

  return {
    see: (reading) => {
      if (reading.quality === "implausible") {
        // A value that cannot be says nothing about the terminal, only about its source.
        implausible += 1;
        return;
      }
      pages.set(reading.signal, inserted(pages.get(reading.signal) ?? unread, reading));
    },
    of: (signal) => pages.get(signal) ?? unread,
    newest: () => [...pages.values()].flatMap((page) => page.at(-1) ?? []),
    get implausible() {
      return implausible;
    },
  };
}
