/** How far the catalogue itself lets faults be told apart, and what is wrong with it. */
import { catalogue } from "../../src/faults/index.ts";
import type { KnownBy } from "../../src/model/catalogue.ts";
import { type Bench, ceilingOf, createBench, type FaultCeiling, placesOf, shareTold } from "../ring/ceiling.ts";
import { unexercised } from "../ring/exercise.ts";
import { innocents } from "../ring/innocent.ts";
import { laws } from "../ring/laws.ts";
import { differences, differenceText } from "../ring/rows.ts";
import { goldenIncidents } from "../support/golden.ts";
import { type Measurement, numberOf, type Outcome, seedOf, wordOf } from "./measurement.ts";
import type { Table } from "./table.ts";

const percent = (share: number): string => (share * 100).toFixed(1);
const strata = ["direct", "comparison", "code", "hint", "people"] as const satisfies readonly KnownBy[];
const wanted = 0.97;
const rivalsShown = 3;
const differencesShown = 6;
/** Of signs seen less often than this, all together are seen once in hundreds of looks. */
const loudLeak = 5e-4;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function stratumTable(ceilings: readonly FaultCeiling[], draws: number): Table {
  const row = (name: string, of: readonly FaultCeiling[]) => [
    name,
    String(of.length),
    percent(mean(of.map(({ first, draws: n }) => first / Math.max(1, n)))),
    percent(mean(of.map(({ amongThree, draws: n }) => amongThree / Math.max(1, n)))),
    String(of.filter((each) => shareTold(each) < wanted).length),
  ];
  const of = (...kinds: readonly KnownBy[]) => ceilings.filter(({ knownBy }) => kinds.includes(knownBy));
  return {
    title: `Ceiling: full evidence, world as the catalogue says, ${draws} incidents a fault, uniform over faults`,
    columns: ["known by", "faults", "first %", "among three %", "below 97 %"],
    rows: [...strata.map((name) => row(name, of(name))), row("D X R together", of("direct", "comparison", "code"))],
  };
}

/** One fault that is not told often enough: what it is taken for, and what tells the two apart. */
function accountOf(ceiling: FaultCeiling, bench: Bench): readonly string[] {
  const definition = catalogue.faults[ceiling.fault];
  const graph = definition && placesOf(definition, bench)[0]?.solver.graph;
  const rivals = [...ceiling.rivals].toSorted((a, b) => b[1] - a[1]).slice(0, rivalsShown);
  const head = `${ceiling.fault} (${ceiling.knownBy}, ${definition?.rate}): first ${percent(ceiling.first / Math.max(1, ceiling.draws))} %, among three ${percent(ceiling.amongThree / Math.max(1, ceiling.draws))} %`;
  return [
    head,
    ...rivals.flatMap(([rival, times]) => {
      const telling = graph ? differences(catalogue, graph, [ceiling.fault, rival]).slice(0, differencesShown) : [];
      const apart = telling.map(differenceText).join(", ");
      return [
        `    ↔ ${rival} (${catalogue.faults[rival]?.rate ?? "leak"}) ${percent(times / ceiling.draws)} %`,
        `        own/rival: ${apart || "nothing tells them apart"}`,
      ];
    }),
  ];
}

/** What is broken without drawing anything; and links that no golden incident shows. */
function lawNotes(bench: Bench): readonly string[] {
  const alone = bench.stages.slice(0, 1).flatMap((place) => innocents(catalogue, place));
  const loud = alone.filter(({ leak }) => leak >= loudLeak);
  const often = loud.reduce((sum, { leak }) => sum + leak, 0);
  const broken = laws.flatMap(({ name, broken: by }) => {
    const lines = by(catalogue);
    return lines.length === 0 ? [] : [`law: ${name}: ${lines.length}`, ...lines.map((line) => `    ${line}`)];
  });
  const links = unexercised(catalogue, goldenIncidents());
  const unseen = links.map(({ cause, effect, word }) => `    ${cause} → ${effect} (${word})`);
  return [
    ...broken,
    `signs of healthy life that name a fault alone after a complaint (cellular; ${percent(often)} false answers in a hundred incidents): ${loud.length}`,
    ...loud.map(
      ({ observation, leak, fault, probability }) =>
        `    ${observation} leak ${leak} → ${fault} ${probability.toFixed(2)}`,
    ),
    `links that no golden incident exercises: ${links.length}`,
    ...unseen,
  ];
}

export const catalogueLint: Measurement = {
  name: "catalogue",
  summary: "how far the catalogue lets each fault be told from its rivals, and what is wrong with it",
  options: {
    draws: { text: "incidents of each fault", default: "60" },
    laws: {
      text: "yes, or no: what is broken without drawing anything, and links no golden incident shows",
      default: "yes",
    },
    fault: { text: "only faults whose id starts so", default: "" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "7" },
  },
  run: async (values, say): Promise<Outcome> => {
    const draws = numberOf(values, "draws", [1, 100_000]);
    const seed = seedOf(values);
    const bench = createBench(catalogue);
    const asked = Object.keys(catalogue.faults).filter((id) => id.startsWith(values["fault"] ?? ""));
    const ceilings = asked.map((fault, at) => {
      if (at % 25 === 0) say(`catalogue: ${at} of ${asked.length} faults, ${draws} incidents each`);
      return ceilingOf(catalogue, bench, { fault, draws, seed });
    });
    const low = ceilings.filter((each) => shareTold(each) < wanted && each.knownBy !== "people");
    return {
      tables: [stratumTable(ceilings, draws)],
      notes: [
        ...low.toSorted((a, b) => shareTold(a) - shareTold(b)).flatMap((each) => accountOf(each, bench)),
        ...(wordOf(values, "laws", ["yes", "no"]) === "yes" ? lawNotes(bench) : []),
      ],
      data: { seed, draws, ceilings: ceilings.map((each) => ({ ...each, rivals: Object.fromEntries(each.rivals) })) },
      failed: false,
    };
  },
};
