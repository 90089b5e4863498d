/**
 * The catalogue as a leaky noisy-OR network of numbered nodes: faults → conditions → observations, with
 * P(X = 0 | parents) = (1 − leak) · Π (1 − p) over the active parents.
 */

/** A node and what can bring it about. Values are the probability that this parent alone does not: 1 − p. */
export interface GraphNode {
  readonly id: string;
  /** 1 − leak. */
  readonly calm: number;
  readonly faults: ReadonlyMap<number, number>;
  readonly conditions: ReadonlyMap<number, number>;
}

/** Nodes that share no observation with the rest: components multiply, and can be remembered apart. */
export interface Component {
  /** In topological order, and so that few matter at once. */
  readonly conditions: readonly number[];
  readonly observations: readonly number[];
}

/** Faults that share findings, with all that they make likelier: clusters are independent, and each is inferred by itself. */
export interface Cluster {
  readonly faults: readonly number[];
  readonly observations: ReadonlySet<number>;
  /** What was seen and is no sign of these: other clusters answer for it. */
  readonly elsewhere: ReadonlySet<number>;
}

export interface Graph {
  readonly faultIds: readonly string[];
  /** From here on: what is in no catalogue, by family. */
  readonly firstStranger: number;
  /** Log prior odds by fault. */
  readonly prior: readonly number[];
  /** By fault: whether it is of another way to the world than the one in use. */
  readonly aside: readonly boolean[];
  /** In topological order: causes before effects. */
  readonly conditions: readonly GraphNode[];
  readonly observations: readonly GraphNode[];
  readonly components: readonly Component[];
  /** By fault: the components that hold one of its effects. */
  readonly touches: readonly (readonly number[])[];
  /** By fault: the observations that it makes more than twice as likely. */
  readonly foretold: readonly ReadonlySet<number>[];
  /** By observation: the faults that foretell it. */
  readonly foretoldBy: readonly (readonly number[])[];
  /** By fault: whether it brings about a state in which no payment gets through. */
  readonly stopsPayments: readonly boolean[];
  /** P(observation | no fault), by observation. */
  readonly calm: Float64Array;
  /** By fault: P(observation | this fault alone), by observation. */
  readonly predicted: readonly Float64Array[];
  /** By observation: the faults with which it is likelier, or less likely, than with none. Few. */
  readonly movedBy: readonly (readonly number[])[];
}

export type Layers = Pick<Graph, "conditions" | "observations">;

/** P(node = 1) when the faults given are present and the conditions have these probabilities. */
export function activation(node: GraphNode, faults: readonly number[], conditions: Float64Array): number {
  let calm = node.calm;
  for (const fault of faults) calm *= node.faults.get(fault) ?? 1;
  for (const [condition, silent] of node.conditions) calm *= 1 - (conditions[condition] ?? 0) * (1 - silent);
  return 1 - calm;
}

/**
 * P(observation | exactly these faults), by observation, the conditions taken as independent: good enough to predict
 * the outcome of a test, and to see which faults an observation can speak for.
 */
export function predict(graph: Layers, faults: readonly number[]): Float64Array {
  const conditions = new Float64Array(graph.conditions.length);
  for (const [index, node] of graph.conditions.entries()) conditions[index] = activation(node, faults, conditions);
  return Float64Array.from(graph.observations, (node) => activation(node, faults, conditions));
}
