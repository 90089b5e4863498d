/**
 * Records of what was measured and counted: by default hourly, and a last one when the agent ends in good order. Where
 * measurements are not sent they are let go.
 */
import type { Config } from "../config/config.ts";
import type { DataRung } from "../model/data-use.ts";
import type { MeasureBook } from "./measures.ts";
import type { Reporter } from "./reporter.ts";
import type { Site } from "./site.ts";

const minuteMs = 60_000;

export interface Measuring {
  readonly measures: MeasureBook;
  readonly append: Reporter["append"];
  /** What is sent now. */
  rung(): DataRung;
}

interface MeasuringSite extends Pick<Site, "clock" | "random" | "stop"> {
  readonly config: Pick<Config, "uplink.measures_min">;
}

/** Runs until the agent stops. The first comes at a random moment of the period, so that a fleet does not tell in step. */
export async function reportMeasures(site: MeasuringSite, { measures, append, rung }: Measuring): Promise<void> {
  const { config, clock, random, stop } = site;
  const periodMs = config["uplink.measures_min"] * minuteMs;
  if (periodMs === 0) return;
  await clock.sleep(random() * periodMs, stop);
  for (;;) {
    const taken = measures.take(clock.monoMs());
    if (taken && rung() === "full") await append("metric", { kind: "measures", measures: taken });
    if (stop.aborted) return;
    await clock.sleep(periodMs, stop);
  }
}
