/**
 * Evidence × catalogue → Diagnosis. Pure: the same evidence gives the same diagnosis.
 */
import type { Diagnosis } from "../model/case.ts";
import type { Capability, Catalogue, WayKind } from "../model/catalogue.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Reading } from "../model/reading.ts";
import { compile } from "./compile.ts";
import { createComplaints } from "./complaint.ts";
import { createOmission, ruledOut, verdictOn } from "./explain.ts";
import type { Graph } from "./graph.ts";
import { createScorer, evoked, infer, type Posterior } from "./infer.ts";
import { nextTests } from "./next-test.ts";
import { progressOf } from "./progress.ts";

/** Below this a fault is not worth naming, not even as a candidate. */
const leastProbability = 0.1;
const verdictsShown = 5;

export interface Engine {
  /** `newest`: the newest reading of every signal, for how far the transaction got. */
  diagnose(evidence: readonly Evidence[], newest: readonly Reading[], nowMs: number): Diagnosis;
}

/** By probability; money comes before, or after, all that is as near certain. */
function createRanking({ faults }: Catalogue, { faultIds }: Graph): (fault: number, posterior: Posterior) => number {
  return (fault, posterior) => {
    const probability = posterior.fault[fault] ?? 0;
    const own = faults[faultIds[fault] ?? ""]?.rank;
    if (probability < 0.5 || own === undefined) return probability;
    return own === "first" ? 1 + probability : probability / 2;
  };
}

export function createEngine(catalogue: Catalogue, capabilities: ReadonlySet<Capability>, way?: WayKind): Engine {
  const graph = compile(catalogue, capabilities, way);
  const rank = createRanking(catalogue, graph);
  const index = new Map(graph.observations.map((node, at) => [node.id, at] as const));
  const complaintOf = createComplaints(catalogue, graph, index);

  return {
    diagnose: (evidence, newest, nowMs) => {
      const findings = new Map(
        evidence.flatMap((item) => {
          const observation = index.get(item.id);
          return observation === undefined ? [] : [[observation, item.likelihood] as const];
        }),
      );
      const scorer = createScorer(graph, findings);
      const progress = progressOf(newest);
      const isComplaint = complaintOf({ evidence, newest, progress });
      const posterior = infer(graph, { findings, isComplaint }, scorer);
      const scorerWithout = createOmission(graph, findings);
      const reasoning = { catalogue, graph, evidence, findings, scorer, scorerWithout, posterior };
      const troubled = posterior.beliefs.filter(({ healthy }) => healthy < 0.5);
      const wrong = troubled.length > 0;
      const named = troubled
        .flatMap(({ cluster }) => cluster.faults)
        .filter((fault) => (posterior.fault[fault] ?? 0) >= leastProbability)
        .toSorted((a, b) => rank(b, posterior) - rank(a, posterior))
        .slice(0, verdictsShown);
      const verdicts = named.map((fault) => verdictOn(fault, reasoning));
      const suggested = wrong ? evoked(graph, findings).filter((fault) => !named.includes(fault)) : [];
      return {
        atMs: nowMs,
        progress,
        verdicts,
        ruledOut: ruledOut(reasoning, suggested),
        unknown: wrong && (verdicts[0]?.probability ?? 0) < 0.5,
        nextTests: nextTests(reasoning),
      };
    },
  };
}
