/** The generated ring: thousands of incidents drawn from the catalogue, and from copies of it that are off; the target table. */
import { createEngine } from "../../src/diagnose/engine.ts";
import { catalogue } from "../../src/faults/index.ts";
import { reliability } from "../ring/calibration.ts";
import { ceilingOf, createBench, shareTold } from "../ring/ceiling.ts";
import type { Circumstances } from "../ring/incident.ts";
import { ringEvidence } from "../ring/reading-window.ts";
import {
  type Arena,
  meanCost,
  meanTests,
  scoreCalibration,
  scoreHealthy,
  scoreNaming,
  scorePairs,
  scoreSpeaking,
  scoreTests,
  scoreUnknown,
} from "../ring/score.ts";
import type { Run } from "../ring/series.ts";
import { ratio, strata, type Tally } from "../ring/tally.ts";
import { type Figure, isMissed, targetTable } from "../ring/targets.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import { percentile } from "./statistics.ts";
import type { Table } from "./table.ts";

type Say = (line: string) => void;

/** The sizes of one whole measurement. */
interface Size {
  readonly incidents: number;
  readonly seed: number;
  readonly say: Say;
}

const circumstances = (missing: number): Circumstances => ({ ...ringEvidence, missing, blips: 0.05 });

function runOf({ incidents, seed }: Size, change: Partial<Run> = {}): Run {
  return { incidents, seed, mismatched: true, cast: "one", circumstances: circumstances(0.2), ...change };
}

function createArena(): Arena {
  const places = createBench(catalogue).stages;
  const engines = places.map(({ stage: { deployment } }) => {
    const engine = createEngine(catalogue, deployment.capabilities, deployment.way);
    return [deployment.name, engine] as const;
  });
  return { catalogue, places, engines: new Map(engines) };
}

/** Metrics come twice: in a world as the catalogue says, told and not judged, and in one that is off, against the gate. */
const worlds = [
  { name: "matched", mismatched: false },
  { name: "mismatched", mismatched: true },
] as const;

const naming: readonly (readonly [number, Pick<Figure, "gate" | "stretch">, Pick<Figure, "gate" | "stretch">])[] = [
  [0, { gate: 0.975, stretch: 0.995 }, {}],
  [0.2, { gate: 0.92, stretch: 0.97 }, { gate: 0.975, stretch: 0.99 }],
  [0.5, { gate: 0.78, stretch: 0.85 }, { gate: 0.88, stretch: 0.93 }],
];

interface Part {
  readonly figures: readonly Figure[];
  readonly tables?: readonly Table[];
}

function share(metric: string, tally: Tally, name: string): Figure {
  return { metric, measured: ratio(tally.share(name)), unit: "%" };
}

function ceilingPart({ incidents, seed, say }: Size): Part {
  say("ring: linter ceiling");
  const bench = createBench(catalogue);
  const draws = Math.max(4, Math.round(incidents / 40));
  const judged = Object.entries(catalogue.faults).filter(
    ([, { knownBy }]) => knownBy !== "hint" && knownBy !== "people",
  );
  const shares = judged.map(([fault]) => shareTold(ceilingOf(catalogue, bench, { fault, draws, seed })));
  const measured = shares.reduce((sum, each) => sum + each, 0) / shares.length;
  return { figures: [{ metric: "linter ceiling, D X R", measured, unit: "%", gate: 0.99, stretch: 0.995 }] };
}

function stratumRow(name: string, tally: Tally): readonly string[] {
  const cell = (metric: string) => (ratio(tally.share(metric)) * 100).toFixed(1);
  return [name, ...strata.flatMap((stratum) => [cell(`top-1 ${stratum}`), cell(`top-3 ${stratum}`)])];
}

function namingPart(arena: Arena, size: Size): Part {
  const figures: Figure[] = [];
  const rows: (readonly string[])[] = [];
  for (const [missing, first, three] of naming) {
    for (const { name, mismatched } of worlds) {
      const where = `${missing * 100} % missing, ${name}`;
      size.say(`ring: ${where}`);
      const tally = scoreNaming(arena, runOf(size, { mismatched, circumstances: circumstances(missing) }));
      figures.push({ ...share(`top-1, ${where}`, tally, "top-1"), ...(mismatched ? first : {}) });
      figures.push({ ...share(`top-3, ${where}`, tally, "top-3"), ...(mismatched ? three : {}) });
      rows.push(stratumRow(where, tally));
    }
  }
  const columns = ["top-1 and top-3, %", ...strata.flatMap((stratum) => [stratum, "·3"])];
  return { figures, tables: [{ title: "By how a fault can be known; a hint is judged on top-3 only", columns, rows }] };
}

function speakingPart(arena: Arena, size: Size): Part {
  const figures = worlds.flatMap(({ name, mismatched }): readonly Figure[] => {
    size.say(`ring: what the engine says, ${name}`);
    const { tally, times } = scoreSpeaking(arena, runOf(size, { mismatched }));
    const judged = (figure: Figure, bounds: Pick<Figure, "gate" | "stretch" | "atMost">) => ({
      ...figure,
      ...(mismatched ? bounds : {}),
    });
    return [
      judged(share(`right when P ≥ .9, ${name}`, tally, "right when sure"), { gate: 0.98, stretch: 0.995 }),
      judged(share(`coverage of P ≥ .9, ${name}`, tally, "covered"), { gate: 0.75, stretch: 0.85 }),
      share(`says nothing at all, ${name}`, tally, "says nothing"),
      judged(share(`explanation 1: names a sign, ${name}`, tally, "names a sign"), { gate: 1 }),
      judged(share(`explanation 2: rests on its three strongest, ${name}`, tally, "rests on its signs"), {
        gate: 0.95,
      }),
      share(`explanation 3: mentions a rival, ${name}`, tally, "mentions a rival"),
      share(`explanation 4: signs that a verdict explains, ${name}`, tally, "sign is explained"),
      judged(
        { metric: `p95 of a diagnosis, this machine, ${name}`, measured: percentile(times, 0.95), unit: "ms" },
        { gate: 200, stretch: 50, atMost: true },
      ),
    ];
  });
  return { figures };
}

function pairsPart(arena: Arena, size: Size): Part {
  const figures = worlds.flatMap(({ name, mismatched }): readonly Figure[] => {
    size.say(`ring: two faults, ${name}`);
    const tally = scorePairs(arena, runOf(size, { mismatched, cast: "two" }));
    return [
      {
        ...share(`two faults: both in top-3, ${name}`, tally, "both in top-3"),
        ...(mismatched ? { gate: 0.91, stretch: 0.95 } : {}),
      },
      {
        ...share(`two faults: exact set, ${name}`, tally, "exact set"),
        ...(mismatched ? { gate: 0.65, stretch: 0.78 } : {}),
      },
      share(`  exact set in one cluster, ${name}`, tally, "exact set near"),
      share(`  exact set in different clusters, ${name}`, tally, "exact set far"),
    ];
  });
  return { figures };
}

function testsPart(arena: Arena, size: Size): Part {
  size.say("ring: active tests, chosen and up a fixed ladder");
  const run = runOf(size, {
    incidents: Math.max(8, Math.round(size.incidents / 3)),
    circumstances: { ...circumstances(0.2), passiveOnly: true },
  });
  const { passive, chosen, ladder, tally } = scoreTests(arena, run);
  return {
    figures: [
      share("before any test: top-1", passive, "top-1"),
      { ...share("after active tests: top-1", tally, "chosen"), gate: 0.95, stretch: 0.98 },
      { metric: "after active tests: tests", measured: meanTests(chosen), unit: "", gate: 8, stretch: 5, atMost: true },
      {
        metric: "after active tests: cost",
        measured: meanCost(chosen),
        unit: "s",
        gate: 30,
        stretch: 16,
        atMost: true,
      },
      share("fixed ladder: top-1", tally, "ladder"),
      { metric: "fixed ladder: tests", measured: meanTests(ladder), unit: "" },
      {
        metric: "probing cost over that of the fixed ladder",
        measured: meanCost(chosen) / meanCost(ladder),
        unit: "",
        gate: 0.25,
        stretch: 0.125,
        atMost: true,
      },
    ],
  };
}

function calibrationPart(arena: Arena, size: Size): Part {
  const parts = worlds.map(({ name, mismatched }) => {
    size.say(`ring: calibration, ${name}`);
    const { top, error, brier } = scoreCalibration(
      arena,
      runOf(size, { mismatched, cast: "by_rate", incidents: 2 * size.incidents }),
    );
    const gate = mismatched ? ({ gate: 0.03, stretch: 0.015, atMost: true } as const) : {};
    const figures: readonly Figure[] = [
      { metric: `calibration error of the top answer, ${name}`, measured: error, unit: "", ...gate },
      { metric: `Brier per incident, ${name}`, measured: brier, unit: "" },
    ];
    const rows = reliability(top).map(({ from, count, said, was }) => [
      from.toFixed(1),
      String(count),
      said.toFixed(3),
      was.toFixed(3),
    ]);
    return {
      figures,
      tables: [
        { title: `What is said and what comes true, ${name}`, columns: ["from", "answers", "said", "was"], rows },
      ],
    };
  });
  return { figures: parts.flatMap(({ figures }) => figures), tables: parts.flatMap(({ tables }) => tables) };
}

function unknownPart(arena: Arena, size: Size): Part {
  size.say("ring: faults that are not in the catalogue, and healthy terminals");
  const unknown = scoreUnknown(arena, runOf(size));
  const healthy = scoreHealthy(arena, runOf(size, { cast: "none" }));
  return {
    figures: [
      {
        ...share("unknown fault, confidently wrong", unknown, "confidently wrong"),
        gate: 0.07,
        stretch: 0.05,
        atMost: true,
      },
      share("unknown fault, an unlisted cause first", unknown, "an unlisted cause first"),
      share("healthy look, something named at .5", healthy, "named at .5"),
      share("healthy look, something named at .9", healthy, "named at .9"),
    ],
  };
}

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
