/**
 * Catalogue → network, for a terminal with given capabilities. Most of a condition's leak becomes a fault of its own,
 * `unlisted.<condition>`: "something we do not list causes this" is an answer, and competes like every other.
 */
import { AgentError } from "../base/errors.ts";
import { type Capability, type Catalogue, type Effects, likelihoods, rates, type WayKind } from "../model/catalogue.ts";
import { componentsOf, touchesOf } from "./components.ts";
import { type Graph, type GraphNode, predict } from "./graph.ts";
import { narrowOrder } from "./order.ts";
import { isAside, isShared } from "./ways.ts";

const unlistedPrefix = "unlisted.";
/** The part of a leak that stays inside the condition, so that three unlisted causes at once are not impossible. */
const leakInside = 0.1;

/** The condition of an `unlisted.…` fault; undefined for a fault of the catalogue. */
export function unlistedCondition(fault: string): string | undefined {
  return fault.startsWith(unlistedPrefix) ? fault.slice(unlistedPrefix.length) : undefined;
}

function broken(why: string): AgentError {
  return new AgentError("CATALOGUE_BROKEN", why);
}

/** Condition ids, causes before effects. */
function topological(conditions: Catalogue["conditions"]): readonly string[] {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (id: string): void => {
    if (state.get(id) === "done") return;
    if (state.get(id) === "open") throw broken(`conditions cause each other in a circle through ${id}`);
    state.set(id, "open");
    for (const effect of Object.keys(conditions[id]?.causes ?? {})) if (effect in conditions) visit(effect);
    state.set(id, "done");
    order.unshift(id);
  };
  for (const id of Object.keys(conditions)) visit(id);
  return order;
}

interface Draft {
  readonly id: string;
  readonly calm: number;
  /** It is of the way in use: what is wrong with another way does not bring it about. */
  readonly inUse: boolean;
  readonly faults: Map<number, number>;
  readonly conditions: Map<number, number>;
}

interface Cause {
  readonly layer: "faults" | "conditions";
  readonly index: number;
  /** Of another way than the one in use. */
  readonly aside: boolean;
}

/** Writes one cause's effects into the nodes it reaches. */
function link(nodes: ReadonlyMap<string, Draft>, cause: Cause, effects: Effects) {
  for (const [effect, word] of Object.entries(effects)) {
    const node = nodes.get(effect);
    if (!node) throw broken(`something causes ${effect}, which is not defined`);
    if (cause.aside && node.inUse) continue;
    node[cause.layer].set(cause.index, 1 - likelihoods[word]);
  }
}

function draftNodes(catalogue: Catalogue, way: WayKind | undefined): Map<string, Draft> {
  const nodes = new Map<string, Draft>();
  const add = (id: string, leak: number, inUse: boolean): void => {
    nodes.set(id, { id, calm: 1 - leak, inUse, faults: new Map(), conditions: new Map() });
  };
  for (const [id, { leak, way: own }] of Object.entries(catalogue.conditions)) {
    add(id, leak * leakInside, !isAside([own], way));
  }
  for (const [id, { leak, when }] of Object.entries(catalogue.observations)) add(id, leak, isShared(when));
  return nodes;
}

function isPossible(needs: readonly Capability[] | undefined, capabilities: ReadonlySet<Capability>): boolean {
  return (needs ?? []).every((need) => capabilities.has(need));
}

/** A fault speaks for what it makes more than twice as likely. */
function foretelling(calm: Float64Array, predicted: readonly Float64Array[]): Pick<Graph, "foretold" | "foretoldBy"> {
  const foretold = predicted.map((row) => new Set([...row.keys()].filter((o) => (row[o] ?? 0) > 2 * (calm[o] ?? 0))));
  const foretoldBy = [...calm.keys()].map((o) => foretold.flatMap((signs, fault) => (signs.has(o) ? [fault] : [])));
  return { foretold, foretoldBy };
}

/** By fault: whether something that it brings about stops payments. */
function stopping({ conditions }: Catalogue, nodes: readonly GraphNode[], faultCount: number): readonly boolean[] {
  const stops = nodes.map(({ id }) => conditions[id]?.impact === "no_payments");
  // Effects come after their causes, so the last are known first.
  for (const [at, node] of [...nodes.entries()].toReversed()) {
    if (stops[at]) for (const cause of node.conditions.keys()) stops[cause] = true;
  }
  return Array.from({ length: faultCount }, (_, fault) =>
    nodes.some((node, at) => stops[at] && node.faults.has(fault)),
  );
}

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));

/**
 * `way`: how the terminal reaches the world; unknown, everything may touch everything.
 * Throws CATALOGUE_BROKEN on a circle of conditions or an effect that is not defined.
 */
export function compile(catalogue: Catalogue, capabilities: ReadonlySet<Capability>, way?: WayKind): Graph {
  const conditionIds = topological(catalogue.conditions);
  const listed = Object.entries(catalogue.faults).filter(([, fault]) => isPossible(fault.needs, capabilities));
  const nodes = draftNodes(catalogue, way);
  const aside = listed.map(([, { needs = [] }]) => isAside(needs, way));
  for (const [index, [, { causes }]] of listed.entries()) {
    link(nodes, { layer: "faults", index, aside: aside[index] ?? false }, causes);
  }
  for (const [index, id] of conditionIds.entries()) {
    const condition = catalogue.conditions[id];
    link(nodes, { layer: "conditions", index, aside: isAside([condition?.way], way) }, condition?.causes ?? {});
    link(nodes, { layer: "faults", index: listed.length + index, aside: false }, { [id]: "always" });
  }
  const pick = (ids: readonly string[]): GraphNode[] => ids.flatMap((id) => nodes.get(id) ?? []);
  const layers = { conditions: pick(conditionIds), observations: pick(Object.keys(catalogue.observations)) };
  const components = componentsOf(layers.conditions, layers.observations).map((component) => ({
    ...component,
    conditions: narrowOrder(component, layers),
  }));
  const leaks = conditionIds.map((id) => catalogue.conditions[id]?.leak ?? 0);
  const faultCount = listed.length + conditionIds.length;
  const touches = touchesOf(faultCount, layers, components);
  const calm = predict(layers, []);
  const predicted = Array.from({ length: faultCount }, (_, fault) => predict(layers, [fault]));
  return {
    ...layers,
    components,
    faultIds: [...listed.map(([id]) => id), ...conditionIds.map((id) => unlistedPrefix + id)],
    prior: [
      ...listed.map(([, fault]) => logOdds(rates[fault.rate])),
      ...leaks.map((leak) => logOdds(leak * (1 - leakInside))),
    ],
    aside: [...aside, ...conditionIds.map((id) => isAside([catalogue.conditions[id]?.way], way))],
    touches,
    ...foretelling(calm, predicted),
    stopsPayments: stopping(catalogue, layers.conditions, faultCount),
    calm,
    predicted,
  };
}
