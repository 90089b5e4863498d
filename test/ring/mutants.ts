/** The catalogue with one link spoilt: gone, weaker, or leading elsewhere. A suite that notices none of it proves nothing. */
import type { Catalogue, Effects, Likelihood } from "../../src/model/catalogue.ts";

export type Spoiling = "delete" | "weaken" | "rewire";

export interface Link {
  readonly layer: "faults" | "conditions";
  readonly cause: string;
  readonly effect: string;
  readonly word: Likelihood;
}

export interface Mutant {
  readonly link: Link;
  readonly kind: Spoiling;
  /** Where a rewired link leads. */
  readonly to?: string;
}

/** Two words down; what is rare already cannot be weakened so that it matters. */
const weaker: Readonly<Partial<Record<Likelihood, Likelihood>>> = {
  always: "often",
  usually: "sometimes",
  often: "rarely",
};

function linksIn(layer: Link["layer"], rows: Readonly<Record<string, { readonly causes: Effects }>>): readonly Link[] {
  return Object.entries(rows).flatMap(([cause, { causes }]) =>
    Object.entries(causes).map(([effect, word]) => ({ layer, cause, effect, word })),
  );
}

export function linksOf({ faults, conditions }: Catalogue): readonly Link[] {
  return [...linksIn("faults", faults), ...linksIn("conditions", conditions)];
}

/** Another observation that the cause does not bring about: the next in the table, so that every run spoils alike. */
function elsewhere({ observations }: Catalogue, causes: Effects, { effect, cause }: Link): string | undefined {
  const all = Object.keys(observations);
  const from = Math.max(0, all.indexOf(effect)) + cause.length;
  return [...all.slice(from % all.length), ...all].find((id) => !(id in causes));
}

export function mutantsOf(catalogue: Catalogue, link: Link): readonly Mutant[] {
  const to = elsewhere(catalogue, catalogue[link.layer][link.cause]?.causes ?? {}, link);
  return [
    { link, kind: "delete" },
    ...(weaker[link.word] ? [{ link, kind: "weaken" } as const] : []),
    ...(to === undefined ? [] : [{ link, kind: "rewire", to } as const]),
  ];
}

function spoilt(causes: Effects, { link, kind, to }: Mutant): Effects {
  const { [link.effect]: word, ...rest } = causes;
  if (word === undefined || kind === "delete") return rest;
  const less = weaker[word];
  if (kind === "weaken") return less === undefined ? rest : { ...rest, [link.effect]: less };
  return to === undefined ? rest : { ...rest, [to]: word };
}

export function mutated(catalogue: Catalogue, mutant: Mutant): Catalogue {
  const { layer, cause } = mutant.link;
  if (layer === "faults") {
    const row = catalogue.faults[cause];
    return row
      ? { ...catalogue, faults: { ...catalogue.faults, [cause]: { ...row, causes: spoilt(row.causes, mutant) } } }
      : catalogue;
  }
  const row = catalogue.conditions[cause];
  return row
    ? { ...catalogue, conditions: { ...catalogue.conditions, [cause]: { ...row, causes: spoilt(row.causes, mutant) } } }
    : catalogue;
}

export const mutantText = ({ link, kind, to }: Mutant): string =>
  `${kind} ${link.cause} → ${link.effect} (${link.word})${to === undefined ? "" : ` to ${to}`}`;
