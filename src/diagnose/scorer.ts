/**
 * Scores sets of at most two faults against fixed findings. Components multiply, so a set is scored component by component,
 * and what was computed of one is remembered: most of it is asked for again.
 */
import type { Component, Graph, GraphNode } from "./graph.ts";
import { type Finding, type Findings, type Plan, plan } from "./plan.ts";
import { sweep } from "./sweep.ts";

export interface Scorer {
  /**
   * log P(findings | exactly these faults) − log P(findings | none). What is in no catalogue answers for the findings of its
   * cluster only: not for those `elsewhere`.
   */
  gain(faults: readonly number[], elsewhere?: ReadonlySet<number>): number;
  /** log P(findings of one component | exactly these of the faults that touch it), up to a constant. */
  value(component: number, faults: readonly number[]): number;
  /** Whether anything was found in a component. */
  isKnown(component: number): boolean;
}

/** Another scorer of the same graph whose findings differ in one component only: the rest is asked of it. */
export interface Kin {
  readonly scorer: Scorer;
  readonly component: number;
}

const none: readonly number[] = [];
const nowhere: ReadonlySet<number> = new Set();

/** What P(node = 0) is multiplied by with these faults. */
function silenceOf({ faults: causes }: GraphNode, faults: readonly number[]): number {
  let silent = 1;
  for (const fault of faults) silent *= causes.get(fault) ?? 1;
  return silent;
}

/** Of one observation that faults bring about without a condition between: most components are of this kind. */
function valueAlone(node: GraphNode, { ifTrue, ifFalse }: Finding, faults: readonly number[]): number {
  const off = node.calm * silenceOf(node, faults);
  return Math.log(ifFalse * off + ifTrue * (1 - off));
}

const isAlone = ({ conditions, observations }: Component): boolean =>
  conditions.length === 0 && observations.length === 1;

/** Of components with conditions, remembered by set. */
function createSwept(graph: Graph, findings: Findings): Scorer["value"] {
  const plans: (Plan | undefined)[] = [];
  const known = new Map<number, number>();
  const base = graph.faultIds.length + 1;
  return (part, faults) => {
    const [first = -1, second = -1] = faults;
    const key = (part * base + first + 1) * base + second + 1;
    const remembered = known.get(key);
    const component = graph.components[part];
    if (remembered !== undefined || component === undefined) return remembered ?? 0;
    const prepared = plans[part] ?? plan(graph, component, findings);
    plans[part] = prepared;
    const result = sweep(prepared, faults);
    known.set(key, result);
    return result;
  };
}

function createValue(graph: Graph, findings: Findings, kin: Kin | undefined): Scorer["value"] {
  const swept = createSwept(graph, findings);
  return (part, faults) => {
    if (kin !== undefined && part !== kin.component) return kin.scorer.value(part, faults);
    const component = graph.components[part];
    if (component === undefined || !isAlone(component)) return swept(part, faults);
    const [only = -1] = component.observations;
    const [node, finding] = [graph.observations[only], findings.get(only)];
    return node && finding ? valueAlone(node, finding, faults) : 0;
  };
}

function createIsKnown({ components }: Graph, findings: Findings, kin: Kin | undefined): Scorer["isKnown"] {
  const isFound = (part: number): boolean => components[part]?.observations.some((each) => findings.has(each)) === true;
  if (kin === undefined) {
    const known = components.map((_, part) => isFound(part));
    return (part) => known[part] === true;
  }
  const own = isFound(kin.component);
  return (part) => (part === kin.component ? own : kin.scorer.isKnown(part));
}

export function createScorer(graph: Graph, findings: Findings, kin?: Kin): Scorer {
  const value = createValue(graph, findings, kin);
  const isKnown = createIsKnown(graph, findings, kin);
  const remembered = new WeakMap<ReadonlySet<number>, Map<number, number>>();
  const touches = (fault: number): readonly number[] => graph.touches[fault] ?? none;
  const isApart = (part: number, elsewhere: ReadonlySet<number>): boolean =>
    elsewhere.size > 0 && graph.components[part]?.observations.some((each) => elsewhere.has(each)) === true;
  const speaksIn = (fault: number, part: number, elsewhere: ReadonlySet<number>): boolean =>
    isKnown(part) && (fault < graph.firstStranger || !isApart(part, elsewhere));

  function gainOf(fault: number, elsewhere: ReadonlySet<number>): number {
    const gains = remembered.get(elsewhere) ?? new Map<number, number>();
    remembered.set(elsewhere, gains);
    const before = gains.get(fault);
    if (before !== undefined) return before;
    const alone = [fault];
    let sum = 0;
    for (const part of touches(fault)) {
      if (speaksIn(fault, part, elsewhere)) sum += value(part, alone) - value(part, none);
    }
    gains.set(fault, sum);
    return sum;
  }

  /** What two bring about together is not what each brings about: the difference, in the components of both. */
  function joint(first: number, second: number, elsewhere: ReadonlySet<number>): number {
    const [a, b, both] = [[first], [second], [first, second]];
    const others = touches(second);
    let sum = 0;
    for (const part of touches(first)) {
      if (!others.includes(part) || !speaksIn(first, part, elsewhere) || !speaksIn(second, part, elsewhere)) continue;
      sum += value(part, both) - value(part, a) - value(part, b) + value(part, none);
    }
    return sum;
  }

  return {
    value,
    isKnown,
    gain: ([first, second], elsewhere = nowhere) => {
      if (first === undefined) return 0;
      const alone = gainOf(first, elsewhere);
      return second === undefined ? alone : alone + gainOf(second, elsewhere) + joint(first, second, elsewhere);
    },
  };
}
