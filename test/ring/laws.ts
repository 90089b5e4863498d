/** What can be seen to be wrong with a catalogue without drawing a single incident. */

import { faultTexts } from "../../src/faults/text.ts";
import { signTexts } from "../../src/faults/texts/signs.ts";
import { type Catalogue, type Effects, likelihoods, rates } from "../../src/model/catalogue.ts";
import { implicationsOf } from "./implications.ts";
import { questionsOf } from "./questions.ts";

export interface Law {
  readonly name: string;
  /** One line for everything that breaks it. */
  broken(catalogue: Catalogue): readonly string[];
}

const causesOf = ({ faults, conditions }: Catalogue): readonly (readonly [string, Effects])[] =>
  [...Object.entries(faults), ...Object.entries(conditions)].map(([id, { causes }]) => [id, causes]);

function unknownNames(catalogue: Catalogue): readonly string[] {
  const isKnown = (id: string) => id in catalogue.observations || id in catalogue.conditions;
  const tests = Object.entries(catalogue.observations).filter(
    ([, { test }]) => test !== undefined && !(test in catalogue.tests),
  );
  return [
    ...causesOf(catalogue).flatMap(([id, causes]) =>
      Object.keys(causes)
        .filter((effect) => !isKnown(effect))
        .map((effect) => `${id} causes ${effect}, which is not defined`),
    ),
    ...tests.map(([id, { test }]) => `${id} names the test ${test}, which is not defined`),
  ];
}

function circles({ conditions }: Catalogue): readonly string[] {
  const reaches = (from: string, to: string, met: Set<string>): boolean =>
    Object.keys(conditions[from]?.causes ?? {}).some((next) => {
      if (next === to) return true;
      if (!(next in conditions) || met.has(next)) return false;
      met.add(next);
      return reaches(next, to, met);
    });
  return Object.keys(conditions).filter((id) => reaches(id, id, new Set()));
}

function orphans(catalogue: Catalogue): readonly string[] {
  const caused = new Set(causesOf(catalogue).flatMap(([, causes]) => Object.keys(causes)));
  return [...Object.keys(catalogue.observations), ...Object.keys(catalogue.conditions)].filter((id) => !caused.has(id));
}

const effectless = (catalogue: Catalogue): readonly string[] =>
  causesOf(catalogue)
    .filter(([, causes]) => Object.keys(causes).length === 0)
    .map(([id]) => id);

function twins({ faults }: Catalogue): readonly string[] {
  const rows = Object.entries(faults).map(
    ([id, { causes, needs = [] }]) => [id, JSON.stringify([Object.entries(causes).toSorted(), needs])] as const,
  );
  return rows.flatMap(([id, row], at) =>
    rows
      .slice(0, at)
      .filter(([, other]) => other === row)
      .map(([other]) => `${other} and ${id}`),
  );
}

/** A fault that another one, ten times as common, explains as well in every effect: it can never come first. */
function overshadowed({ faults }: Catalogue): readonly string[] {
  const covers = (causes: Effects, own: Effects) =>
    Object.entries(own).every(([effect, word]) => {
      const other = causes[effect];
      return other !== undefined && likelihoods[other] >= likelihoods[word];
    });
  return Object.entries(faults).flatMap(([id, { rate, causes }]) =>
    Object.entries(faults)
      .filter(([other, row]) => other !== id && rates[row.rate] >= 10 * rates[rate] && covers(row.causes, causes))
      .map(([other]) => `${id} behind ${other}`),
  );
}

/** Seen in healthy life more often than what it brings with it. */
function loudLeaks(catalogue: Catalogue): readonly string[] {
  const { observations } = catalogue;
  return [...implicationsOf(questionsOf(catalogue, "eth0"))].flatMap(([id, others]) =>
    others
      .filter((other) => (observations[id]?.leak ?? 0) > (observations[other]?.leak ?? 1))
      .map((other) => `${id} ${observations[id]?.leak} implies ${other} ${observations[other]?.leak}`),
  );
}

/** By fault: an effect that brings another one with it, which the row says is seen less often. */
function hiddenEffects(catalogue: Catalogue): readonly string[] {
  const implied = implicationsOf(questionsOf(catalogue, "eth0"));
  const has = (causes: Effects, id: string) => (causes[id] === undefined ? 0 : likelihoods[causes[id]]);
  return causesOf(catalogue).flatMap(([id, causes]) =>
    Object.keys(causes).flatMap((effect) =>
      (implied.get(effect) ?? [])
        .filter((other) => !reachesBy(catalogue, causes, other) && has(causes, other) < has(causes, effect))
        .map((other) => `${id} causes ${effect}, which is seen as ${other} too`),
    ),
  );
}

/** Whether an observation comes by way of a condition. */
function reachesBy({ conditions }: Catalogue, causes: Effects, observation: string): boolean {
  const met = new Set<string>();
  const visit = (id: string): boolean => {
    if (met.has(id) || !(id in conditions)) return false;
    met.add(id);
    const effects = conditions[id]?.causes ?? {};
    return observation in effects || Object.keys(effects).some(visit);
  };
  return Object.keys(causes).some(visit);
}

function wordless({ faults, observations }: Catalogue): readonly string[] {
  const untold = (["en", "zh-CN"] as const).flatMap((language) =>
    Object.keys(faults)
      .filter((id) => !(id in faultTexts[language]))
      .map((id) => `${id} ${language}`),
  );
  return [...untold, ...Object.keys(observations).filter((id) => !(id in signTexts))];
}

export const laws: readonly Law[] = [
  { name: "names that are not defined", broken: unknownNames },
  { name: "conditions in a circle", broken: circles },
  { name: "observations and conditions that nothing causes", broken: orphans },
  { name: "faults and conditions without an effect", broken: effectless },
  { name: "faults with the same row", broken: twins },
  { name: "without a text", broken: wordless },
  { name: "every effect is also that of a fault ten times as common", broken: overshadowed },
  { name: "leak larger than that of what it implies", broken: loudLeaks },
  { name: "effects that are seen as another observation too, which the row does not say", broken: hiddenEffects },
];
