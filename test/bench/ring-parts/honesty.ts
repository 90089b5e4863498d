/** What tests cost, how far a probability can be believed, and what is said where nothing listed is wrong. */
import { reliability } from "../../ring/calibration.ts";
import {
  type Arena,
  meanCost,
  meanTests,
  scoreCalibration,
  scoreHealthy,
  scoreTests,
  scoreUnknown,
} from "../../ring/score.ts";
import type { Figure } from "../../ring/targets.ts";
import { circumstances, type Part, runOf, type Size, share, worlds } from "./part.ts";

export function testsPart(arena: Arena, size: Size): Part {
  size.say("ring: active tests, chosen and up a fixed ladder");
  const run = runOf(size, { circumstances: { ...circumstances(0.2), passiveOnly: true } });
  const { chosen, ladder, tally } = scoreTests(arena, run);
  return {
    figures: [
      share("before any test: top-1", tally, "passive"),
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

export function calibrationPart(arena: Arena, size: Size): Part {
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

export function unknownPart(arena: Arena, size: Size): Part {
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
