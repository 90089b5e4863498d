/** The look under way: what it has found so far, and whether money on the way has broken it off. */
import type { Clock } from "../base/clock.ts";
import type { Reading } from "../model/reading.ts";
import type { LookKind, RungId } from "./rungs.ts";

export interface CurrentLook {
  /** Another kind of look than the one that was broken off begins anew. */
  begin(kind: LookKind): void;
  found(rung: RungId): readonly Reading[] | undefined;
  note(rung: RungId, readings: readonly Reading[]): void;
  breakOff(): void;
  /** Whether it was whole. */
  end(): boolean;
}

/** What was found before counts for so long: a payment takes a minute or two, and then the look goes on. */
const goodMs = 120_000;

export function createCurrentLook(clock: Clock): CurrentLook {
  const found = new Map<RungId, { readonly readings: readonly Reading[]; readonly atMs: number }>();
  let brokenOff: LookKind | undefined;
  let current: LookKind | undefined;
  return {
    begin: (kind) => {
      if (brokenOff !== kind) found.clear();
      current = kind;
      brokenOff = undefined;
    },
    found: (rung) => {
      const before = found.get(rung);
      return before && clock.monoMs() - before.atMs < goodMs ? before.readings : undefined;
    },
    note: (rung, readings) => void found.set(rung, { readings, atMs: clock.monoMs() }),
    breakOff: () => {
      brokenOff = current;
    },
    end: () => brokenOff === undefined,
  };
}
