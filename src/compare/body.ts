/**
 * What the terminal's body goes through, from the course of its gauges. What lasts is said again now and then; what is over
 * is said once, because a second look at the same history is no second witness.
 */
import { type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { compareBattery } from "./battery.ts";
import { compareCharger } from "./charger.ts";
import { compareClimate } from "./climate.ts";
import { compareCourses } from "./course.ts";
import type { Drawn } from "./drawn.ts";
import { createGauges, type Gauges } from "./gauges.ts";

export interface BodyComparison {
  /** In order of time. */
  hear(reading: Reading): void;
  /** What has changed since this was asked last. */
  drawn(): readonly Reading[];
}

const againMs = 600_000;
const overSignals: readonly SignalId[] = ["compare.battery_drop", "compare.shutdown", "compare.brought_in"];
const overValues: readonly Scalar[] = ["was_hot", "was_cold", "replaced", "passed", "ghost", "cooled"];

const isOver = (signal: SignalId, value: Scalar): boolean => overSignals.includes(signal) || overValues.includes(value);

function draw(gauges: Gauges): Drawn {
  return [...compareBattery(gauges), ...compareCharger(gauges), ...compareClimate(gauges), ...compareCourses(gauges)];
}

export function createBodyComparison(): BodyComparison {
  const gauges = createGauges();
  const said = new Map<SignalId, { readonly value: Scalar; readonly atMs: number }>();
  let levels: Drawn = [];
  let isNew = false;
  let heardMs = Number.NEGATIVE_INFINITY;

  function isNews(signal: SignalId, value: Scalar): boolean {
    const before = said.get(signal);
    if (before?.value !== value) return true;
    return !isOver(signal, value) && heardMs - before.atMs >= againMs;
  }

  return {
    hear: (heard) => {
      if (!gauges.keeps(heard.signal)) return;
      isNew = gauges.hear(heard) || isNew;
      heardMs = Math.max(heardMs, heard.atMs);
    },
    drawn: () => {
      if (isNew) levels = draw(gauges);
      isNew = false;
      return levels.flatMap(([signal, value]) => {
        if (!isNews(signal, value)) return [];
        said.set(signal, { value, atMs: heardMs });
        return [reading(signal, value, heardMs)];
      });
    },
  };
}
