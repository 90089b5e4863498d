/** The engine's inference without its explanations, which cost more than the answer: every fault with its probability. */
import { compile } from "../../src/diagnose/compile.ts";
import type { Cluster, Graph } from "../../src/diagnose/graph.ts";
import { infer } from "../../src/diagnose/infer.ts";
import { rankOf } from "../../src/diagnose/rank.ts";
import { createScorer } from "../../src/diagnose/scorer.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { told } from "../../src/model/told.ts";
import type { Deployment } from "./deployments.ts";

export interface Suspect {
  /** Fault id, or `unlisted.<condition or family>`. */
  readonly fault: string;
  readonly probability: number;
}

export interface Solver {
  readonly graph: Graph;
  /** In the order in which the engine tells them. */
  solve(evidence: readonly Evidence[]): readonly Suspect[];
}

/** Somebody says that it does not work: an incident is a fact. */
export function createSolver(catalogue: Catalogue, { capabilities, way }: Deployment): Solver {
  const graph = compile(catalogue, capabilities, way);
  const index = new Map(graph.observations.map(({ id }, at) => [id, at] as const));
  const rank = ({ fault, probability }: Suspect) => rankOf(catalogue, fault, probability);
  return {
    graph,
    solve: (evidence) => {
      const findings = new Map(
        evidence.flatMap(({ id, likelihood }) => {
          const at = index.get(id);
          return at === undefined ? [] : [[at, likelihood] as const];
        }),
      );
      const holding = evidence.filter(({ holds }) => holds).map(({ id }) => index.get(id) ?? -1);
      const isComplaint = ({ observations }: Cluster) => holding.some((at) => observations.has(at));
      const { fault } = infer(graph, { findings, isComplaint }, createScorer(graph, findings));
      const suspects = graph.faultIds.map((id, at) => ({ fault: id, probability: fault[at] ?? 0 }));
      const named = suspects.filter(({ probability }) => probability > 1e-4).toSorted((a, b) => rank(b) - rank(a));
      return named.map((suspect) => ({ ...suspect, probability: told(suspect.probability) }));
    },
  };
}
