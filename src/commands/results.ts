/**
 * The newest results, for who has lost one on the way: bounded, and each given again a few times only. They are kept on disk as well, so that a
 * sender whose connection broke finds them after a restart of the agent.
 */
import type { Packed } from "./result.ts";
import type { ResultFiles } from "./result-files.ts";

export type PackedResult = Extract<Packed, { kind: "packed" }>;

export interface Results {
  keep(id: string, result: PackedResult): void;
  /** Undefined: not kept any more, or given again as often as it may be. */
  again(id: string): PackedResult | undefined;
}

export const mostResults = 4;
const mostBytes = 524_288;
/** A result may be 256 KB of a SIM's data. */
const mostTimes = 2;

interface Kept {
  readonly result: PackedResult;
  readonly timesLeft: number;
}

/** With those that an earlier run of the agent has kept, if there are files. */
export async function openResults(files?: ResultFiles): Promise<Results> {
  const newest = new Map<string, Kept>();
  const bytes = () => [...newest.values()].reduce((sum, { result }) => sum + result.digest.bytes, 0);

  function remember(id: string, result: PackedResult): void {
    newest.set(id, { result, timesLeft: mostTimes });
    for (const oldest of newest.keys()) {
      if (newest.size <= mostResults && bytes() <= mostBytes) break;
      newest.delete(oldest);
    }
  }

  for (const { id, result } of (await files?.read()) ?? []) remember(id, result);
  return {
    keep: (id, result) => {
      remember(id, result);
      files?.write(id, result);
    },
    again: (id) => {
      const kept = newest.get(id);
      if (!kept || kept.timesLeft < 1) return undefined;
      newest.set(id, { ...kept, timesLeft: kept.timesLeft - 1 });
      return kept.result;
    },
  };
}
