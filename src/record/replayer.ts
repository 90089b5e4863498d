/** Thinks once more what a recording says was seen, at the same times, and holds the outcome against what came of it then. */

import { isRefusalMeaning } from "../codes/own-codes.ts";
import { createCodeBook } from "../codes/response-codes.ts";
import type { CaseEvent } from "../model/case.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { createThinker } from "../think.ts";
import type { Entry, Header } from "./lines.ts";

/** The first thought of which something else came than was recorded. */
export interface Difference {
  readonly atMs: number;
  /** The case events as JSON. */
  readonly recorded: string;
  readonly replayed: string;
}

export interface Replayer {
  /** What came of it: nothing but after a thought. */
  take(entry: Entry): readonly CaseEvent[];
  readonly thoughts: number;
  readonly readings: number;
  /** Lines that the recording says it lost. */
  readonly lost: number;
  readonly difference: Difference | undefined;
}

export function createReplayer(header: Header, catalogue: Catalogue): Replayer {
  const own = Object.entries(header.codes.own).flatMap(([code, meaning]) =>
    isRefusalMeaning(meaning) ? [[code, meaning] as const] : [],
  );
  const thinker = createThinker({
    catalogue,
    capabilities: new Set(header.capabilities),
    holdMs: header.holdMs,
    lastCaseId: header.lastCaseId,
    codes: createCodeBook(header.codes.scheme, Object.fromEntries(own)),
  });
  let [thoughts, readings, lost] = [0, 0, 0];
  let difference: Difference | undefined;

  function think(atMs: number, before: string): readonly CaseEvent[] {
    thoughts += 1;
    const { events } = thinker.think(atMs);
    const replayed = JSON.stringify(events);
    if (replayed !== before) difference ??= { atMs, recorded: before, replayed };
    return events;
  }

  return {
    take: (entry) => {
      if (entry.kind === "thought") return think(entry.atMs, entry.events);
      if (entry.kind === "lost") lost += entry.count;
      if (entry.kind !== "reading") return [];
      readings += 1;
      thinker.see([entry.reading]);
      return [];
    },
    get thoughts() {
      return thoughts;
    },
    get readings() {
      return readings;
    },
    get lost() {
      return lost;
    },
    get difference() {
      return difference;
    },
  };
}
