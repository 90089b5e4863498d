/**
 * Why: how much each observation weighs for a verdict, and which one spoke against the faults that were ruled out.
 * The weight of an observation is the change of log-odds when it alone is taken away.
 */
import type { Rival, RuledOut, Support, Verdict } from "../model/case.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Evidence } from "../model/evidence.ts";
import { told } from "../model/told.ts";
import { unlistedOf } from "../model/unlisted.ts";
import type { Graph } from "./graph.ts";
import { beliefAbout, type Posterior } from "./infer.ts";
import type { Findings } from "./plan.ts";
import { createScorer, type Scorer } from "./scorer.ts";

/** Of two expectations that matter to a choice. */
const leastDifference = 0.1;

/** Everything one diagnosis is computed from. */
export interface Reasoning {
  readonly catalogue: Catalogue;
  readonly graph: Graph;
  /** The number of each observation. */
  readonly index: ReadonlyMap<string, number>;
  readonly evidence: readonly Evidence[];
  readonly findings: Findings;
  readonly scorer: Scorer;
  /** Scores against the same findings but this one. */
  readonly scorerWithout: (observation: number) => Scorer;
  readonly posterior: Posterior;
}

/** The likeliest sets carry all but a thousandth of the weight. */
const setsWeighed = 30;
const ruledOutShown = 6;
/** Each costs as much as a good part of the diagnosis: the commonest are looked at. */
const suspectsConsidered = 14;

/** Each scorer is made once and shared by all that is explained, because most of what it computes is asked for again. */
export function createOmission(graph: Graph, findings: Findings, scorer: Scorer): (observation: number) => Scorer {
  const made = new Map<number, Scorer>();
  return (observation) => {
    const known = made.get(observation);
    if (known) return known;
    const component = graph.components.findIndex(({ observations }) => observations.includes(observation));
    const others = graph.components[component]?.observations.filter((other) => other !== observation) ?? [];
    // Of the other components the scorer is asked, so their findings need not be known here.
    const rest = new Map(
      others.flatMap((other) => {
        const finding = findings.get(other);
        return finding ? [[other, finding] as const] : [];
      }),
    );
    const without = createScorer(graph, rest, { scorer, component });
    made.set(observation, without);
    return without;
  };
}

/** Log-odds of a fault over the likeliest sets, with scores taken from `scorer`. */
function logOdds(fault: number, { graph, posterior }: Reasoning, scorer: Scorer): number {
  let [present, missing] = [0, 0];
  const belief = beliefAbout(fault, posterior);
  const sets = belief?.hypotheses.slice(0, setsWeighed) ?? [];
  const elsewhere = belief?.cluster.elsewhere;
  const scores = sets.map(
    ({ faults }) =>
      scorer.gain(faults, elsewhere) + faults.reduce((sum, member) => sum + (graph.prior[member] ?? 0), 0),
  );
  const top = Math.max(...scores);
  for (const [index, { faults }] of sets.entries()) {
    const weight = Math.exp((scores[index] ?? top) - top);
    if (faults.includes(fault)) present += weight;
    else missing += weight;
  }
  return Math.log((present + 1e-12) / (missing + 1e-12));
}

/** What speaks for a fault, strongest first: observations that hold and that it makes likelier. */
export function supportFor(fault: number, reasoning: Reasoning): readonly Support[] {
  const { graph, index, evidence, scorer, scorerWithout } = reasoning;
  const all = logOdds(fault, reasoning, scorer);
  return evidence
    .filter((item) => item.holds)
    .flatMap((item) => {
      const observation = index.get(item.id) ?? -1;
      const predicted = graph.predicted[fault]?.[observation] ?? 0;
      if (predicted <= 2 * (graph.calm[observation] ?? 0)) return [];
      const weight = all - logOdds(fault, reasoning, scorerWithout(observation));
      return [{ id: item.id, readings: item.readings, weight: Math.round(weight * 100) / 100 }];
    })
    .toSorted((a, b) => b.weight - a.weight);
}

/** The observation that most prefers the winning set to this fault alone. */
function strongestObjection(fault: number, reasoning: Reasoning): Evidence | undefined {
  const { graph, index, evidence, scorer, scorerWithout, posterior } = reasoning;
  const belief = beliefAbout(fault, posterior);
  const winner = belief?.hypotheses[0]?.faults ?? [];
  const elsewhere = belief?.cluster.elsewhere;
  const lead = scorer.gain(winner, elsewhere) - scorer.gain([fault], elsewhere);
  const expects = (observation: number, which: readonly number[]) =>
    which.reduce(
      (most, each) => Math.max(most, graph.predicted[each]?.[observation] ?? 0),
      graph.calm[observation] ?? 0,
    );
  const objections = evidence.flatMap((item) => {
    const observation = index.get(item.id) ?? -1;
    if (!belief?.cluster.observations.has(observation)) return [];
    // What both expect alike prefers neither, and is not worth a look without it.
    if (Math.abs(expects(observation, winner) - expects(observation, [fault])) < leastDifference) return [];
    const rest = scorerWithout(observation);
    return [{ item, drop: lead - (rest.gain(winner, elsewhere) - rest.gain([fault], elsewhere)) }];
  });
  const strongest = objections.toSorted((a, b) => b.drop - a.drop)[0];
  return strongest && strongest.drop > 0.5 ? strongest.item : undefined;
}

/**
 * Faults that some finding suggested and the rest of the evidence rejects. A fault that stays near its prior is neither
 * accused nor cleared (a dead link hides the host), and is not listed.
 */
export function ruledOut(reasoning: Reasoning, suggested: readonly number[]): readonly RuledOut[] {
  const { graph, posterior } = reasoning;
  const priorOf = (fault: number) => graph.prior[fault] ?? 0;
  const suspects = suggested
    .filter((fault) => {
      const isListed = unlistedOf(graph.faultIds[fault] ?? "") === undefined;
      return isListed && (posterior.fault[fault] ?? 0) < Math.exp(priorOf(fault)) / 2;
    })
    .toSorted((a, b) => priorOf(b) - priorOf(a));
  const cleared: RuledOut[] = [];
  for (const fault of suspects.slice(0, suspectsConsidered)) {
    if (cleared.length === ruledOutShown) break;
    const objection = strongestObjection(fault, reasoning);
    const id = graph.faultIds[fault];
    if (!objection || id === undefined) continue;
    cleared.push({ fault: id, because: objection.id, readings: objection.readings, holds: objection.holds });
  }
  return cleared;
}

const rounded = (probability: number): number => Math.round(probability * 10_000) / 10_000;

export function rivalOf(fault: number, { graph, posterior }: Reasoning): Rival {
  return { fault: graph.faultIds[fault] ?? "", probability: rounded(told(posterior.fault[fault] ?? 0)) };
}

/** The verdict on one fault of the network. */
export function verdictOn(fault: number, reasoning: Reasoning): Verdict {
  const { graph, posterior, catalogue } = reasoning;
  const id = graph.faultIds[fault] ?? "";
  const listed = catalogue.faults[id];
  return {
    fault: id,
    probability: rounded(told(posterior.fault[fault] ?? 0)),
    severity: listed?.severity ?? "major",
    party: listed?.party ?? ["vendor"],
    evidence: supportFor(fault, reasoning),
  };
}
