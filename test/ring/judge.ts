/** Whether an answer is right. */
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";

/**
 * Faults about money that are true besides: a payment that got no answer leaves a reversal that failed, whatever stopped it.
 * They are told before their cause by design, and count neither for nor against it.
 */
export function moneyBeside({ faults }: Catalogue, evidence: readonly Evidence[]): ReadonlySet<string> {
  const holding = new Set(evidence.filter(({ holds }) => holds).map(({ id }) => id));
  const beside = Object.entries(faults).filter(
    ([, { rank, causes }]) =>
      rank === "first" && Object.entries(causes).some(([effect, word]) => word === "always" && holding.has(effect)),
  );
  return new Set(beside.map(([id]) => id));
}

/** The answers that are about the truth: without the money that is open beside it. */
export function answersFor(
  truth: readonly string[],
  named: readonly string[],
  beside: ReadonlySet<string>,
): readonly string[] {
  return named.filter((fault) => truth.includes(fault) || !beside.has(fault));
}
