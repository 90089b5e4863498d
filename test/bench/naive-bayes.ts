/**
 * What one would write instead of the engine in an afternoon: naive Bayes with one class a fault and one for "nothing is
 * wrong", every observation on its own. Same catalogue, same evidence, same priors; no sets of faults, no conditions.
 */
import { compile } from "../../src/diagnose/compile.ts";
import type { Capability, Catalogue } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";

export interface NaiveBayes {
  /** The likeliest fault, or undefined when "nothing is wrong" is likelier. */
  top(evidence: readonly Evidence[], complaint: boolean): string | undefined;
}

/** As the engine's: after a complaint the priors are those of an incident. */
const complaintBonus = Math.log(10 / 0.1);

export function createNaiveBayes(catalogue: Catalogue, capabilities: ReadonlySet<Capability>): NaiveBayes {
  const graph = compile(catalogue, capabilities);
  const index = new Map(graph.observations.map(({ id }, at) => [id, at] as const));
  const score = (chances: Float64Array, evidence: readonly Evidence[]): number =>
    evidence.reduce((sum, { id, likelihood: { ifTrue, ifFalse } }) => {
      const at = index.get(id);
      const chance = at === undefined ? undefined : chances[at];
      return chance === undefined ? sum : sum + Math.log(chance * ifTrue + (1 - chance) * ifFalse);
    }, 0);
  return {
    top: (evidence, complaint) => {
      let best = { score: score(graph.calm, evidence), fault: "" };
      for (const [at, fault] of graph.faultIds.entries()) {
        const chances = graph.predicted[at] ?? graph.calm;
        const own = score(chances, evidence) + (graph.prior[at] ?? 0) + (complaint ? complaintBonus : 0);
        if (own > best.score) best = { score: own, fault };
      }
      return best.fault === "" ? undefined : best.fault;
    },
  };
}
