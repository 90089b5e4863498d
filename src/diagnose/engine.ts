/**
 * Evidence × catalogue → Diagnosis. Pure: the same evidence gives the same diagnosis.
 */
import type { Diagnosis } from "../model/case.ts";
import type { Capability, Catalogue, WayKind } from "../model/catalogue.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Reading } from "../model/reading.ts";
import { circumstancesIn } from "./circumstance.ts";
import { compile } from "./compile.ts";
import { createComplaints } from "./complaint.ts";
import { createOmission, rivalOf, ruledOut, verdictOn } from "./explain.ts";
import type { Graph } from "./graph.ts";
import { createScorer, infer, type Posterior } from "./infer.ts";
import { nextTests } from "./next-test.ts";
import { progressOf } from "./progress.ts";

/** Below this a fault is not worth naming, not even as a candidate. */
const leastProbability = 0.1;
/** From here on a fault is told as what it is, and not as one that may be. */
const likelierThanNot = 0.5;
/** A hint is told as one, so it need not be. */
const worthAHint = 0.3;
const verdictsShown = 5;

const probabilityOf = (fault: number, posterior: Posterior): number => posterior.fault[fault] ?? 0;

export interface Engine {
  /** `newest`: the newest reading of every signal, for how far the transaction got. */
  diagnose(evidence: readonly Evidence[], newest: readonly Reading[], nowMs: number): Diagnosis;
}

/** By probability; money comes before, or after, all that is as near certain. */
function createRanking({ faults }: Catalogue, { faultIds }: Graph): (fault: number, posterior: Posterior) => number {
  return (fault, posterior) => {
    const probability = probabilityOf(fault, posterior);
    const own = faults[faultIds[fault] ?? ""]?.rank;
    if (probability < 0.5 || own === undefined) return probability;
    return own === "first" ? 1 + probability : probability / 2;
  };
}

export function createEngine(catalogue: Catalogue, capabilities: ReadonlySet<Capability>, way?: WayKind): Engine {
  const graph = compile(catalogue, capabilities, way);
  const rank = createRanking(catalogue, graph);
  const index = new Map(graph.observations.map((node, at) => [node.id, at] as const));
  const isHint = (fault: number): boolean => catalogue.faults[graph.faultIds[fault] ?? ""]?.knownBy === "hint";
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
      const posterior = infer(graph, { findings, ...complaintOf({ evidence, newest, progress }) }, scorer);
      const scorerWithout = createOmission(graph, findings, scorer);
      const reasoning = { catalogue, graph, evidence, findings, scorer, scorerWithout, posterior };
      const troubled = posterior.beliefs.filter(({ healthy }) => healthy < 0.5);
      const wrong = troubled.length > 0;
      const likely = troubled
        .flatMap(({ cluster }) => cluster.faults)
        .filter((fault) => probabilityOf(fault, posterior) >= leastProbability)
        .toSorted((a, b) => rank(b, posterior) - rank(a, posterior));
      const unknown = wrong && !likely.some((fault) => probabilityOf(fault, posterior) >= likelierThanNot);
      const named = likely
        .filter((fault) => unknown || probabilityOf(fault, posterior) >= (isHint(fault) ? worthAHint : likelierThanNot))
        .slice(0, verdictsShown);
      const others = likely.filter((fault) => !named.includes(fault)).slice(0, verdictsShown);
      const spokenFor = posterior.beliefs.flatMap(({ cluster }) => cluster.faults);
      const suggested = wrong ? spokenFor.filter((fault) => !likely.includes(fault)) : [];
      return {
        atMs: nowMs,
        progress,
        verdicts: named.map((fault) => verdictOn(fault, reasoning)),
        rivals: others.map((fault) => rivalOf(fault, reasoning)),
        ruledOut: ruledOut(reasoning, suggested),
        unknown,
        nextTests: nextTests(reasoning, { capabilities, now: circumstancesIn(newest, nowMs) }),
      };
    },
  };
}
