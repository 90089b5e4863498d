/**
 * Since when each level has said what it says. The book's pages are too short to know: a trouble of minutes fills them with
 * one answer, and where it began is gone.
 */
import type { Evidence } from "../model/evidence.ts";

export interface Turns {
  /** Takes note of what the levels say now. */
  follow(levels: readonly Evidence[]): void;
  /** When an observation took its present answer, monotonic milliseconds; undefined where it never had another. */
  turnedMs(observation: string): number | undefined;
}

export function createTurns(): Turns {
  const held = new Map<string, { readonly holds: boolean; readonly turnedMs: number | undefined }>();
  return {
    follow: (levels) => {
      for (const { id, holds, sinceMs } of levels) {
        const before = held.get(id);
        if (before?.holds !== holds) held.set(id, { holds, turnedMs: before && sinceMs });
      }
    },
    turnedMs: (observation) => held.get(observation)?.turnedMs,
  };
}
