/** The generated ring: thousands of incidents drawn from the catalogue, and from copies of it that are off; the target table. */
import { isMissed, targetTable } from "../ring/targets.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import { ceilingPart, namingPart, pairsPart, speakingPart } from "./ring-parts/accuracy.ts";
import { calibrationPart, testsPart, unknownPart } from "./ring-parts/honesty.ts";
import { createArena, type Part } from "./ring-parts/part.ts";

export const ring: Measurement = {
  name: "ring",
  summary: "incidents drawn from the catalogue and from copies that are off, against the target table",
  options: {
    incidents: { text: "incidents of each run", default: "400" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "7" },
  },
  run: async (values, say): Promise<Outcome> => {
    const size = { incidents: numberOf(values, "incidents", [8, 100_000]), seed: seedOf(values), say };
    const arena = createArena();
    const parts: readonly Part[] = [
      ceilingPart(size),
      namingPart(arena, size),
      speakingPart(arena, size),
      pairsPart(arena, size),
      testsPart(arena, size),
      calibrationPart(arena, size),
      unknownPart(arena, size),
    ];
    const figures = parts.flatMap((part) => part.figures);
    const missed = figures.filter(isMissed);
    return {
      tables: [
        ...parts.flatMap(({ tables = [] }) => tables),
        targetTable(`Target table: ${size.incidents} incidents a run, seed ${size.seed}`, figures),
      ],
      notes: [
        `${missed.length} gates missed${missed.length > 0 ? `: ${missed.map(({ metric }) => metric).join("; ")}` : ""}.`,
        "Money that is open beside the cause (a reversal that failed) is told first by design, and counts neither way.",
        "Not here: false alarms a day and re-raises want days of a terminal's life; mutation: npm run bench -- mutation.",
      ],
      data: { ...size, figures },
      failed: missed.length > 0,
    };
  },
};
