/** Two faults side by side: what each makes seen, and which observation or test tells them apart. */
import type { Graph } from "../../src/diagnose/graph.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";

export interface Difference {
  readonly observation: string;
  readonly test: string | undefined;
  /** P(observation | each fault alone). */
  readonly own: number;
  readonly rival: number;
}

const leastDifference = 0.05;

/** Observations that two faults do not expect alike, the most telling first. */
export function differences(
  { observations }: Catalogue,
  graph: Graph,
  pair: readonly [string, string],
): readonly Difference[] {
  const [own, rival] = pair.map((id) => graph.predicted[graph.faultIds.indexOf(id)]);
  return graph.observations
    .map(({ id }, at) => ({
      observation: id,
      test: observations[id]?.test,
      own: own?.[at] ?? graph.calm[at] ?? 0,
      rival: rival?.[at] ?? graph.calm[at] ?? 0,
    }))
    .filter((each) => Math.abs(each.own - each.rival) >= leastDifference)
    .toSorted((a, b) => Math.abs(b.own - b.rival) - Math.abs(a.own - a.rival));
}

export function differenceText({ observation, test, own, rival }: Difference): string {
  return `${observation} ${own.toFixed(2)}/${rival.toFixed(2)}${test ? ` [${test}]` : ""}`;
}
