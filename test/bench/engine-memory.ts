/**
 * What a diagnosis holds at one time, measured in a process of its own whose young generation is as small as the agent's
 * (--max-semi-space-size=1): garbage is collected many times while one diagnosis is made, and what is left is in use, or
 * was until a moment ago. Run by `engine.ts`, which hears the result by IPC.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { GCProfiler, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createEngine } from "../../src/diagnose/engine.ts";
import { catalogue } from "../../src/faults/index.ts";
import type { Capability } from "../../src/model/catalogue.ts";
import { goldenIncidents } from "../support/golden.ts";
import { type Posed, perTerminal, whole } from "./posed.ts";
import { median } from "./statistics.ts";

/** KiB. */
export interface EngineMemory {
  /** The compiled catalogue: the mean of many that are alive together. */
  readonly catalogue: number;
  /** Beside it, of each diagnosis. */
  readonly median: number;
  readonly most: number;
}

const enginesWeighed = 30;

function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("no garbage collector to call");
  return () => void collect();
}

function weighed(collect: () => void): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const engines = Array.from({ length: enginesWeighed }, () =>
    createEngine(catalogue, new Set<Capability>(["cellular", "lan", "ethernet", "wifi", "printer"])),
  );
  collect();
  return (process.memoryUsage().heapUsed - before) / engines.length / 1024;
}

function held(rows: readonly Posed[], collect: () => void): readonly number[] {
  const engine = perTerminal((capabilities) => createEngine(catalogue, capabilities));
  for (const row of rows) engine(row).diagnose(row.evidence, row.newest, 0);
  return rows.map((row) => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const profiler = new GCProfiler();
    profiler.start();
    engine(row).diagnose(row.evidence, row.newest, 0);
    const left = profiler.stop().statistics.map(({ afterGC }) => afterGC.heapStatistics.usedHeapSize);
    // One that needed no collection made less than one does.
    const most = left.length > 0 ? Math.max(...left) : process.memoryUsage().heapUsed;
    return Math.max(0, most - before) / 1024;
  });
}

/** Rejects where the other process ends without an answer. */
export async function measureMemory(): Promise<EngineMemory> {
  const child = fork(import.meta.filename, { execArgv: [...process.execArgv, "--max-semi-space-size=1"] });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`the measurement ended with ${code}`)));
  const [answer]: [EngineMemory] = await Promise.race([once(child, "message"), ended] as Promise<[EngineMemory]>[]);
  return answer;
}

if (process.send && process.argv[1] === import.meta.filename) {
  const collect = collector();
  const catalogueKb = weighed(collect);
  const rows = goldenIncidents().map(whole);
  const all = held(rows, collect);
  const answer: EngineMemory = { catalogue: catalogueKb, median: median(all), most: Math.max(...all) };
  process.send(answer, () => process.disconnect());
}
