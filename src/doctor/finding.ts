/** What a check says. */
import type { Both, Outcome } from "./text.ts";
import { type CheckId, type ReasonOf, saidOf } from "./texts.ts";

/** Figures and names by the words that stand for them in the texts. What ends in `_s` are seconds. */
export type Values = Readonly<Record<string, string | number>>;

export interface Finding {
  readonly check: CheckId;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly values: Values;
  /** What it is about one by one, such as files or errors. */
  readonly details: readonly (string | Both)[];
}

export interface Said {
  readonly values?: Values;
  readonly details?: readonly (string | Both)[];
}

/** What a check found, by its reason; the table of texts has the outcome. */
export function createFinder<C extends CheckId>(check: C): (reason: ReasonOf<C>, said?: Said) => Finding {
  return (reason, { values = {}, details = [] } = {}) => {
    return { check, outcome: saidOf(check, reason).is, reason, values, details };
  };
}
