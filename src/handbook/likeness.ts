/** How faults look from outside: what each shows in the end, through all the states it brings about, and what looks alike. */
import { compile } from "../diagnose/compile.ts";
import { worth } from "../diagnose/worth.ts";
import type { Capability, Catalogue, Likelihood } from "../model/catalogue.ts";

/** How surely each observation is brought about, by observation id; those that a fault does not touch are not in it. */
export type Appearance = ReadonlyMap<string, number>;

export interface Likeness {
  readonly fault: string;
  /** 0: nothing in common, 1: the same. */
  readonly alike: number;
  /** The observation that speaks most for the fault itself, and that which speaks most for the other; undefined where none does. */
  readonly forThis: string | undefined;
  readonly forOther: string | undefined;
}

const everything: readonly Capability[] = ["cellular", "lan", "ethernet", "wifi", "dial_up", "printer"];

/** Less is not brought about but seen by chance. */
const least = 0.04;
/** A difference below this tells nobody anything. */
const telling = 0.2;
const leastAlike = 0.25;
const mostShown = 3;

const scale = (["always", "usually", "often", "sometimes", "rarely"] as const).map(
  (word, at, words) => [word, ((worth[words[at + 1] ?? word] ?? 0) + worth[word]) / 2] as const,
);

/** The word of the scale that is nearest; undefined where a thing is hardly ever brought about. */
export function likelihoodWord(probability: number): Likelihood | undefined {
  if (probability < least) return undefined;
  return scale.find(([, from]) => probability >= from)?.[0] ?? "rarely";
}

/** On a terminal that has everything: by fault, then by observation, what the fault adds to what is seen in healthy life. */
export function appearances(catalogue: Catalogue): ReadonlyMap<string, Appearance> {
  const graph = compile(catalogue, new Set(everything));
  const faults = Object.keys(catalogue.faults);
  return new Map(
    faults.map((fault) => {
      const predicted = graph.predicted[graph.faultIds.indexOf(fault)];
      const seen = graph.observations.flatMap(({ id }, at) => {
        const calm = graph.calm[at] ?? 0;
        const added = ((predicted?.[at] ?? 0) - calm) / (1 - calm);
        return added < least ? [] : [[id, added] as const];
      });
      return [fault, new Map(seen.toSorted(([, a], [, b]) => b - a))];
    }),
  );
}

/** The first of `own` that the other shows least. */
function mostTelling(own: Appearance, other: Appearance): string | undefined {
  let best: string | undefined;
  let margin = telling;
  for (const [id, probability] of own) {
    const difference = probability - (other.get(id) ?? 0);
    if (difference <= margin) continue;
    best = id;
    margin = difference;
  }
  return best;
}

/** Share of what both show in what either shows, each sign counted by how surely it shows. */
function alikeness(a: Appearance, b: Appearance): number {
  let [both, either] = [0, 0];
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const [p, q] = [a.get(id) ?? 0, b.get(id) ?? 0];
    both += Math.min(p, q);
    either += Math.max(p, q);
  }
  return either === 0 ? 0 : both / either;
}

/** The faults that look most like this one, most alike first. */
export function likenesses(fault: string, all: ReadonlyMap<string, Appearance>): readonly Likeness[] {
  const own = all.get(fault) ?? new Map<string, number>();
  return [...all]
    .filter(([id]) => id !== fault)
    .map(([id, other]) => ({
      fault: id,
      alike: alikeness(own, other),
      forThis: mostTelling(own, other),
      forOther: mostTelling(other, own),
    }))
    .filter(({ alike }) => alike >= leastAlike)
    .toSorted((a, b) => b.alike - a.alike || (a.fault < b.fault ? -1 : 1))
    .slice(0, mostShown);
}
