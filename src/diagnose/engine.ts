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
import { infer, type Posterior } from "./infer.ts";
import { nextTests } from "./next-test.ts";
import { progressOf } from "./progress.ts";
import { isTellable, rankOf } from "./rank.ts";
import { createScorer } from "./scorer.ts";
import { tellingOf } from "./telling.ts";

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

interface Choice {
  /** Something is likelier wrong than not. */
  readonly wrong: boolean;
  /** What it may be, in the order of telling. */
  readonly likely: readonly number[];
  /** Nothing is likelier than not: what is named are candidates. */
  readonly unknown: boolean;
  readonly named: readonly number[];
}

function createChooser(catalogue: Catalogue, { faultIds }: Graph): (posterior: Posterior) => Choice {
  const idOf = (fault: number): string => faultIds[fault] ?? "";
  const worthNaming = (fault: number): number =>
    catalogue.faults[idOf(fault)]?.knownBy === "hint" ? worthAHint : likelierThanNot;
  return (posterior) => {
    const of = (fault: number): number => probabilityOf(fault, posterior);
    const rank = (fault: number): number => rankOf(catalogue, idOf(fault), of(fault));
    const troubled = posterior.beliefs.filter(({ healthy }) => healthy < 0.5);
    const possible = [...new Set(troubled.flatMap(({ cluster }) => cluster.faults))]
      .filter((fault) => of(fault) >= leastProbability)
      .toSorted((a, b) => rank(b) - rank(a));
    const tellable = possible.filter((fault) => isTellable(catalogue, idOf(fault), of(fault)));
    const likely = tellable.length > 0 ? tellable : possible;
    const wrong = troubled.length > 0;
    const unknown = wrong && !tellable.some((fault) => of(fault) >= likelierThanNot);
    const named = likely.filter((fault) => unknown || of(fault) >= worthNaming(fault)).slice(0, verdictsShown);
    return { wrong, likely, unknown, named };
  };
}

export function createEngine(catalogue: Catalogue, capabilities: ReadonlySet<Capability>, way?: WayKind): Engine {
  const graph = compile(catalogue, capabilities, way);
  const choose = createChooser(catalogue, graph);
  const telling = tellingOf(catalogue, graph);
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
      const complaints = complaintOf({ evidence, newest, progress });
      const posterior = infer(graph, { findings, ...complaints }, scorer);
      const scorerWithout = createOmission(graph, findings, scorer);
      const reasoning = { catalogue, graph, index, evidence, findings, scorer, scorerWithout, posterior };
      const { wrong, likely, unknown, named } = choose(posterior);
      const others = likely.filter((fault) => !named.includes(fault)).slice(0, verdictsShown);
      const spokenFor = posterior.beliefs.flatMap(({ cluster }) => cluster.faults);
      const isLikely = new Set(likely);
      const suggested = wrong ? spokenFor.filter((fault) => !isLikely.has(fault)) : [];
      return {
        atMs: nowMs,
        progress,
        verdicts: named.map((fault) => verdictOn(fault, reasoning)),
        rivals: others.map((fault) => rivalOf(fault, reasoning)),
        ruledOut: ruledOut(reasoning, suggested),
        unknown,
        nextTests: nextTests(reasoning, {
          ...{ capabilities, telling },
          read: new Set(newest.map(({ signal }) => signal)),
          now: circumstancesIn(newest, nowMs),
          isComplaint: complaints.isSpoken,
        }),
      };
    },
  };
}
