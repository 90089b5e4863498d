/**
 * A world: what brings about what, how often. It follows the catalogue, or a copy of it that is off by as much as an author's
 * numbers are: the engine never sees the copy.
 */
import type { Random } from "../../src/base/random.ts";
import { type Catalogue, type Effects, likelihoods, rates } from "../../src/model/catalogue.ts";

export interface Cause {
  /** By id of the condition or observation: P(effect | this cause alone). */
  readonly effects: ReadonlyMap<string, number>;
  /** Weight in a draw by frequency: its prior; for conditions P(true for no listed reason). */
  readonly chance: number;
}

export interface World {
  readonly faults: ReadonlyMap<string, Cause>;
  /** Causes before effects. */
  readonly conditions: ReadonlyMap<string, Cause>;
  /** By observation: P(seen for no reason). */
  readonly leaks: ReadonlyMap<string, number>;
}

/** Conditions, causes before effects; a circle ends where it began. */
function inOrder(conditions: Catalogue["conditions"]): readonly string[] {
  const order: string[] = [];
  const met = new Set<string>();
  const visit = (id: string): void => {
    if (met.has(id)) return;
    met.add(id);
    for (const effect of Object.keys(conditions[id]?.causes ?? {})) if (effect in conditions) visit(effect);
    order.unshift(id);
  };
  for (const id of Object.keys(conditions)) visit(id);
  return order;
}

const linksOf = (causes: Effects): Map<string, number> =>
  new Map(Object.entries(causes).map(([effect, word]) => [effect, likelihoods[word]]));

/** The world that the catalogue describes. */
export function matchedWorld(catalogue: Catalogue): World {
  const faults = Object.entries(catalogue.faults).map(
    ([id, { causes, rate }]) => [id, { effects: linksOf(causes), chance: rates[rate] }] as const,
  );
  const conditions = inOrder(catalogue.conditions).map(
    (id) =>
      [
        id,
        { effects: linksOf(catalogue.conditions[id]?.causes ?? {}), chance: catalogue.conditions[id]?.leak ?? 0 },
      ] as const,
  );
  const leaks = Object.entries(catalogue.observations).map(([id, { leak }]) => [id, leak] as const);
  return { faults: new Map(faults), conditions: new Map(conditions), leaks: new Map(leaks) };
}

/** Standard normal, by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A probability moved by noise of its log-odds, sd 1. */
function shaken(probability: number, random: Random): number {
  const odds = (probability / (1 - probability)) * Math.exp(normal(random));
  return odds / (1 + odds);
}

const deleted = 0.03;
/** Links that no author knows of, in a hundred of those that are known: 9 of about 300. */
const unlisted = 0.03;

export const chosen = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];

function shakenCause({ effects, chance }: Cause, random: Random, prior: (chance: number) => number): Cause {
  const kept = [...effects].filter(() => random() >= deleted);
  return { effects: new Map(kept.map(([id, p]) => [id, shaken(p, random)])), chance: prior(chance) };
}

/** A copy that is off: links and leaks by log-odds noise, priors by a lognormal factor, links gone and links unheard of. */
export function mismatchedWorld({ faults, conditions, leaks }: World, random: Random): World {
  const off = (chance: number) => Math.min(0.5, chance * Math.exp(normal(random)));
  const causes = [...faults].map(([id, cause]) => [id, shakenCause(cause, random, off)] as const);
  const middle = [...conditions].map(
    ([id, cause]) => [id, shakenCause(cause, random, (chance) => shaken(chance, random))] as const,
  );
  const links = causes.reduce((sum, [, { effects }]) => sum + effects.size, 0);
  const observations = [...leaks.keys()];
  const added = Array.from({ length: Math.round(links * unlisted) }, () => ({
    fault: chosen(causes, random)?.[0] ?? "",
    effect: chosen(observations, random) ?? "",
    p: [likelihoods.sometimes, likelihoods.often][Math.floor(random() * 2)] ?? likelihoods.sometimes,
  }));
  const extra = (id: string) => added.filter(({ fault }) => fault === id).map(({ effect, p }) => [effect, p] as const);
  return {
    faults: new Map(
      causes.map(([id, cause]) => [id, { ...cause, effects: new Map([...extra(id), ...cause.effects]) }]),
    ),
    conditions: new Map(middle),
    leaks: new Map([...leaks].map(([id, leak]) => [id, shaken(leak, random)])),
  };
}
