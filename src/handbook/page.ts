/** All that the catalogue knows of one fault, put together for a person who looks it up. */
import type { Catalogue, FaultDefinition, Likelihood } from "../model/catalogue.ts";
import { type Appearance, appearances, type Likeness, likelihoodWord, likenesses } from "./likeness.ts";

export interface Effect {
  readonly kind: "sign" | "condition";
  readonly id: string;
  readonly likelihood: Likelihood;
}

export interface FaultPage {
  readonly id: string;
  readonly definition: FaultDefinition;
  /** What it brings about by itself, surest first. */
  readonly effects: readonly Effect[];
  /** Signs that come of its conditions, surest first: without those that hardly ever come. */
  readonly follows: readonly Effect[];
  readonly like: readonly Likeness[];
}

const order: readonly Likelihood[] = ["always", "usually", "often", "sometimes", "rarely"];

/** Effects of a fault or a condition, surest first. */
export function effectsOf(catalogue: Catalogue, causes: FaultDefinition["causes"]): readonly Effect[] {
  const effects = Object.entries(causes).map(([id, likelihood]): Effect => {
    return { kind: id in catalogue.conditions ? "condition" : "sign", id, likelihood };
  });
  return effects.toSorted((a, b) => order.indexOf(a.likelihood) - order.indexOf(b.likelihood));
}

function followsOf(own: Appearance | undefined, causes: FaultDefinition["causes"]): readonly Effect[] {
  return [...(own ?? [])].flatMap(([id, probability]): readonly Effect[] => {
    const likelihood = likelihoodWord(probability);
    if (id in causes || likelihood === undefined || likelihood === "rarely") return [];
    return [{ kind: "sign", id, likelihood }];
  });
}

export interface Handbook {
  /** In the order of the catalogue. */
  readonly pages: readonly FaultPage[];
  page(fault: string): FaultPage | undefined;
}

export function createHandbook(catalogue: Catalogue): Handbook {
  const all = appearances(catalogue);
  const pages = Object.entries(catalogue.faults).map(([id, definition]): FaultPage => {
    return {
      id,
      definition,
      effects: effectsOf(catalogue, definition.causes),
      follows: followsOf(all.get(id), definition.causes),
      like: likenesses(id, all),
    };
  });
  const byId = new Map(pages.map((page) => [page.id, page]));
  return { pages, page: (fault) => byId.get(fault) };
}

/** The part of an id before its point. */
export function familyOf(fault: string): string {
  return fault.split(".")[0] ?? fault;
}
