/**
 * Evidence × catalogue → Diagnosis. Pure: the same evidence gives the same diagnosis.
 */
import type { Diagnosis } from "../model/case.ts";
import type { Capability, Catalogue, WayKind } from "../model/catalogue.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Reading } from "../model/reading.ts";
import { compile } from "./compile.ts";
import { createOmission, ruledOut, verdictOn } from "./explain.ts";
import { createScorer, evoked, infer } from "./infer.ts";
import { nextTests } from "./next-test.ts";
import { progressOf } from "./progress.ts";

/** Below this a fault is not worth naming, not even as a candidate. */
const leastProbability = 0.1;
const verdictsShown = 5;

export interface Engine {
  /** `newest`: the newest reading of every signal, for how far the transaction got. */
  diagnose(evidence: readonly Evidence[], newest: readonly Reading[], nowMs: number): Diagnosis;
}

export function createEngine(catalogue: Catalogue, capabilities: ReadonlySet<Capability>, way?: WayKind): Engine {
  const graph = compile(catalogue, capabilities, way);
  const isComplaint = ({ id, holds }: Evidence) => holds && catalogue.observations[id]?.complaint === true;
  const index = new Map(graph.observations.map((node, at) => [node.id, at] as const));

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
      const complaint = progress === "not_sent" || progress === "sent_no_answer" || evidence.some(isComplaint);
      const posterior = infer(graph, { findings, complaint }, scorer);
      const scorerWithout = createOmission(graph, findings);
      const reasoning = { catalogue, graph, evidence, findings, scorer, scorerWithout, posterior };
      const wrong = posterior.healthy < 0.5;
      const named = graph.faultIds
        .map((_, fault) => fault)
        .filter((fault) => wrong && (posterior.fault[fault] ?? 0) >= leastProbability)
        .toSorted((a, b) => (posterior.fault[b] ?? 0) - (posterior.fault[a] ?? 0))
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
