/** Whether the scenarios notice a spoilt catalogue: every link deleted, weakened, and led elsewhere. */
import { catalogue } from "../../src/faults/index.ts";
import { createBench } from "../ring/ceiling.ts";
import { linksOf, mutantsOf, mutantText, type Spoiling } from "../ring/mutants.ts";
import { type Fate, fateOf, type Suite } from "../ring/mutation.ts";
import { drawnScenarios, goldenScenarios, type Scenario, some } from "../ring/scenarios.ts";
import { goldenIncidents } from "../support/golden.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import type { Table } from "./table.ts";

const wanted = 0.95;
const kinds = ["delete", "weaken", "rewire"] as const satisfies readonly Spoiling[];
const ways = ["golden", "drawn", "made", "equivalent", "nothing"] as const satisfies readonly Fate["by"][];

function byFault(scenarios: readonly Scenario[]): ReadonlyMap<string, readonly Scenario[]> {
  const map = new Map<string, Scenario[]>();
  for (const scenario of scenarios) map.set(scenario.fault, [...(map.get(scenario.fault) ?? []), scenario]);
  return map;
}

const shareOf = (fates: readonly Fate[]): number =>
  fates.filter(({ by }) => by !== "nothing").length / Math.max(1, fates.length);

function fateTable(fates: readonly Fate[]): Table {
  const row = (name: string, own: readonly Fate[]) => [
    name,
    String(own.length),
    ...ways.map((way) => String(own.filter(({ by }) => by === way).length)),
    (shareOf(own) * 100).toFixed(1),
  ];
  return {
    title: "Mutants and what noticed them: golden incidents, drawn ones, ones made for the link; or nothing",
    columns: ["kind", "mutants", ...ways, "noticed %"],
    rows: [
      ...kinds.map((kind) =>
        row(
          kind,
          fates.filter(({ mutant }) => mutant.kind === kind),
        ),
      ),
      row("all", fates),
    ],
  };
}

export const mutation: Measurement = {
  name: "mutation",
  summary: "how much of a spoilt catalogue the scenarios notice; survivors by name",
  options: {
    scenarios: { text: "drawn for each fault", default: "6" },
    links: { text: "how many links are spoilt; 0: all, a quarter of an hour", default: "100" },
    cause: { text: "only links of causes whose id starts so", default: "" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "7" },
  },
  run: async (values, say): Promise<Outcome> => {
    const count = numberOf(values, "scenarios", [1, 1000]);
    const seed = seedOf(values);
    const bench = createBench(catalogue);
    const suite: Suite = {
      catalogue,
      bench,
      drawn: byFault(
        Object.keys(catalogue.faults).flatMap((fault) => drawnScenarios(catalogue, bench, { fault, count, seed })),
      ),
      golden: byFault(goldenScenarios(catalogue, bench, goldenIncidents())),
    };
    const asked = linksOf(catalogue).filter(({ cause }) => cause.startsWith(values["cause"] ?? ""));
    const most = numberOf(values, "links", [0, 100_000]);
    const links = most === 0 ? asked : some(asked, most, seed);
    const fates = links.flatMap((link, at) => {
      if (at % 50 === 0) say(`mutation: ${at} of ${links.length} links`);
      return mutantsOf(catalogue, link).map((mutant) => fateOf(suite, mutant));
    });
    const survivors = fates.filter(({ by }) => by === "nothing").map(({ mutant }) => `survives: ${mutantText(mutant)}`);
    return {
      tables: [fateTable(fates)],
      notes: [
        `Noticed: another first name, or the expected fault off by more than 0.2. Wanted ≥ ${wanted * 100} %, found ${(shareOf(fates) * 100).toFixed(1)} %.`,
        ...survivors,
      ],
      data: { seed, fates: fates.map(({ mutant, by }) => ({ mutant: mutantText(mutant), by })) },
      failed: shareOf(fates) < wanted,
    };
  },
};
