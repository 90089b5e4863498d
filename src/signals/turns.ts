/**
 * Since when each level has said what it says. The book's pages are too short to know: a trouble of minutes fills them with
 * one answer, and where it began is gone.
 */
export interface Level {
  readonly id: string;
  readonly holds: boolean;
  readonly sinceMs: number;
  /** The book still has the reading before, and it said the contrary. */
  readonly turned: boolean;
}

export interface Turns {
  /** Takes note of what the levels say now. */
  follow(levels: readonly Level[]): void;
  /** When an observation took its present answer, monotonic milliseconds; undefined where it never had another. */
  turnedMs(observation: string): number | undefined;
}

export function createTurns(): Turns {
  const held = new Map<string, { readonly holds: boolean; readonly turnedMs: number | undefined }>();
  return {
    follow: (levels) => {
      for (const { id, holds, sinceMs, turned } of levels) {
        const before = held.get(id);
        if (before?.holds !== holds) held.set(id, { holds, turnedMs: before || turned ? sinceMs : undefined });
      }
    },
    turnedMs: (observation) => held.get(observation)?.turnedMs,
  };
}
