/** The engine's inference without its explanations, which cost more than the answer: every fault with its probability. */
import { compile } from "../../src/diagnose/compile.ts";
import type { Cluster, Graph } from "../../src/diagnose/graph.ts";
import { createScorer, infer } from "../../src/diagnose/infer.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { Deployment } from "./deployments.ts";

export interface Suspect {
  /** Fault id, or `unlisted.<condition>`. */
  readonly fault: string;
  readonly probability: number;
}

export interface Solver {
  readonly graph: Graph;
  /**
   * Likeliest first, as the engine ranks: money before what is as near certain, a consequence after it. `unlisted`: a fault
   * that is to count as not in the catalogue.
   */
  solve(evidence: readonly Evidence[], unlisted?: string): readonly Suspect[];
}

/** Log-odds of a fault that the catalogue is to know nothing of. */
const never = -60;

function createRank({ faults }: Catalogue): (suspect: Suspect) => number {
  return ({ fault, probability }) => {
    const own = faults[fault]?.rank;
    if (probability < 0.5 || own === undefined) return probability;
    return own === "first" ? 1 + probability : probability / 2;
  };
}

/** Somebody says that it does not work: an incident is a fact. */
export function createSolver(catalogue: Catalogue, { capabilities, way }: Deployment): Solver {
  const graph = compile(catalogue, capabilities, way);
  const index = new Map(graph.observations.map(({ id }, at) => [id, at] as const));
  const rank = createRank(catalogue);
  return {
    graph,
    solve: (evidence, unlisted) => {
      const prior = graph.prior.map((odds, at) => (graph.faultIds[at] === unlisted ? never : odds));
      const known = unlisted === undefined ? graph : { ...graph, prior };
      const findings = new Map(
        evidence.flatMap(({ id, likelihood }) => {
          const at = index.get(id);
          return at === undefined ? [] : [[at, likelihood] as const];
        }),
      );
      const holding = evidence.filter(({ holds }) => holds).map(({ id }) => index.get(id) ?? -1);
      const isComplaint = ({ observations }: Cluster) => holding.some((at) => observations.has(at));
      const { fault } = infer(known, { findings, isComplaint }, createScorer(known, findings));
      const suspects = graph.faultIds.map((id, at) => ({ fault: id, probability: fault[at] ?? 0 }));
      return suspects.filter(({ probability }) => probability > 1e-4).toSorted((a, b) => rank(b) - rank(a));
    },
  };
}
