/** Whether what is named is right: the ceiling, one fault with ever less known, what the engine says, two faults. */
import { catalogue } from "../../../src/faults/index.ts";
import { slopeOf } from "../../ring/calibration.ts";
import { ceilingOf, createBench, shareTold } from "../../ring/ceiling.ts";
import { type Arena, scoreNaming, scorePairs, scoreSpeaking } from "../../ring/score.ts";
import { ratio, strata, type Tally } from "../../ring/tally.ts";
import type { Figure } from "../../ring/targets.ts";
import { percentile } from "../statistics.ts";
import { circumstances, type Part, runOf, type Size, share, worlds } from "./part.ts";

const naming: readonly (readonly [number, Pick<Figure, "gate" | "stretch">, Pick<Figure, "gate" | "stretch">])[] = [
  [0, { gate: 0.975, stretch: 0.995 }, {}],
  [0.2, { gate: 0.92, stretch: 0.97 }, { gate: 0.975, stretch: 0.99 }],
  [0.5, { gate: 0.78, stretch: 0.85 }, { gate: 0.88, stretch: 0.93 }],
];

export function ceilingPart({ incidents, seed, say }: Size): Part {
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

export function namingPart(arena: Arena, size: Size): Part {
  const figures: Figure[] = [];
  const rows: (readonly string[])[] = [];
  for (const [missing, first, three] of naming) {
    for (const { name, mismatched } of worlds) {
      const where = `${missing * 100} % missing, ${name}`;
      size.say(`ring: ${where}`);
      const tally = scoreNaming(arena, runOf(size, { mismatched, circumstances: circumstances(missing) }));
      figures.push({ ...share(`top-1, ${where}`, tally, "top-1"), ...(mismatched ? first : {}) });
      figures.push({ ...share(`top-3, ${where}`, tally, "top-3"), ...(mismatched ? three : {}) });
      figures.push(share(`  a sign of it was read, ${where}`, tally, "heard of"));
      rows.push(stratumRow(where, tally));
    }
  }
  const columns = ["top-1 and top-3, %", ...strata.flatMap((stratum) => [stratum, "·3"])];
  return { figures, tables: [{ title: "By how a fault can be known; a hint is judged on top-3 only", columns, rows }] };
}

export function speakingPart(arena: Arena, size: Size): Part {
  const figures = worlds.flatMap(({ name, mismatched }): readonly Figure[] => {
    size.say(`ring: what the engine says, ${name}`);
    const { tally, said, times } = scoreSpeaking(arena, runOf(size, { mismatched }));
    const judged = (figure: Figure, bounds: Pick<Figure, "gate" | "stretch" | "atMost">) => ({
      ...figure,
      ...(mismatched ? bounds : {}),
    });
    return [
      judged(share(`right when P ≥ .9, ${name}`, tally, "right when sure"), { gate: 0.98, stretch: 0.995 }),
      judged(share(`coverage of P ≥ .9, ${name}`, tally, "covered"), { gate: 0.75, stretch: 0.85 }),
      { metric: `truth by the odds told, slope of logs, ${name}`, measured: slopeOf(said), unit: "" },
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

export function pairsPart(arena: Arena, size: Size): Part {
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
