/** What every part of the ring's measurement shares: its size, its runs, and the two worlds. */
import { createEngine } from "../../../src/diagnose/engine.ts";
import { catalogue } from "../../../src/faults/index.ts";
import { createBench } from "../../ring/ceiling.ts";
import type { Circumstances } from "../../ring/incident.ts";
import { ringEvidence } from "../../ring/reading-window.ts";
import type { Arena } from "../../ring/score.ts";
import type { Run } from "../../ring/series.ts";
import { ratio, type Tally } from "../../ring/tally.ts";
import type { Figure } from "../../ring/targets.ts";
import type { Table } from "../table.ts";

export type Say = (line: string) => void;

/** The sizes of one whole measurement. */
export interface Size {
  readonly incidents: number;
  readonly seed: number;
  readonly say: Say;
}

export const circumstances = (missing: number): Circumstances => ({ ...ringEvidence, missing, blips: 0.05 });

export function runOf({ incidents, seed }: Size, change: Partial<Run> = {}): Run {
  return { incidents, seed, mismatched: true, cast: "one", circumstances: circumstances(0.2), ...change };
}

export function createArena(): Arena {
  const places = createBench(catalogue).stages;
  const engines = places.map(({ stage: { deployment } }) => {
    const engine = createEngine(catalogue, deployment.capabilities, deployment.way);
    return [deployment.name, engine] as const;
  });
  return { catalogue, places, engines: new Map(engines) };
}

/** Metrics come twice: in a world as the catalogue says, told and not judged, and in one that is off, against the gate. */
export const worlds = [
  { name: "matched", mismatched: false },
  { name: "mismatched", mismatched: true },
] as const;

export interface Part {
  readonly figures: readonly Figure[];
  readonly tables?: readonly Table[];
}

export function share(metric: string, tally: Tally, name: string): Figure {
  return { metric, measured: ratio(tally.share(name)), unit: "%" };
}
