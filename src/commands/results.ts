/** The newest results, for who has lost one on the way: in memory, bounded, and each given again a few times only. */
import type { Packed } from "./result.ts";

export type PackedResult = Extract<Packed, { kind: "packed" }>;

export interface Results {
  keep(id: string, result: PackedResult): void;
  /** Undefined: not kept any more, or given again as often as it may be. */
  again(id: string): PackedResult | undefined;
}

const mostResults = 4;
const mostBytes = 524_288;
/** A result may be 256 KB of a SIM's data. */
const mostTimes = 2;

interface Kept {
  readonly result: PackedResult;
  readonly timesLeft: number;
}

export function createResults(): Results {
  const newest = new Map<string, Kept>();
  const bytes = () => [...newest.values()].reduce((sum, { result }) => sum + result.digest.bytes, 0);

  return {
    keep: (id, result) => {
      newest.set(id, { result, timesLeft: mostTimes });
      for (const oldest of newest.keys()) {
        if (newest.size <= mostResults && bytes() <= mostBytes) break;
        newest.delete(oldest);
      }
    },
    again: (id) => {
      const kept = newest.get(id);
      if (!kept || kept.timesLeft < 1) return undefined;
      newest.set(id, { ...kept, timesLeft: kept.timesLeft - 1 });
      return kept.result;
    },
  };
}
