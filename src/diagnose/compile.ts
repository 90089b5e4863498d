/** Catalogue → network, for a terminal with given capabilities. Most of a condition's leak becomes a fault of its own. */
import { AgentError } from "../base/errors.ts";
import { type Capability, type Catalogue, likelihoods, rates, type WayKind } from "../model/catalogue.ts";
import { isMet } from "../model/need.ts";
import { familyOf, unlistedId } from "../model/unlisted.ts";
import { componentsOf, touchesOf } from "./components.ts";
import { type Graph, type GraphNode, predict } from "./graph.ts";
import { narrowOrder } from "./order.ts";
import { strangersOf } from "./strangers.ts";
import { isAside, isShared } from "./ways.ts";
import { worthOf } from "./worth.ts";

/** The part of a leak that stays inside the condition, so that three unlisted causes at once are not impossible. */
const leakInside = 0.1;

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
function link(nodes: ReadonlyMap<string, Draft>, cause: Cause, effects: ReadonlyMap<string, number>) {
  for (const [effect, chance] of effects) {
    const node = nodes.get(effect);
    if (!node) throw broken(`something causes ${effect}, which is not defined`);
    if (cause.aside && node.inUse) continue;
    node[cause.layer].set(cause.index, 1 - chance);
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

/** A fault speaks for what it makes more than twice as likely. */
function foretelling(calm: Float64Array, predicted: readonly Float64Array[]): Pick<Graph, "foretold" | "foretoldBy"> {
  const foretold = predicted.map((row) => new Set([...row.keys()].filter((o) => (row[o] ?? 0) > 2 * (calm[o] ?? 0))));
  const foretoldBy = Array.from(calm, (): number[] => []);
  for (const [fault, signs] of foretold.entries()) for (const sign of signs) foretoldBy[sign]?.push(fault);
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

function movers(calm: Float64Array, predicted: readonly Float64Array[]): Graph["movedBy"] {
  const of = (observation: number): number[] =>
    [...predicted.keys()].filter((fault) => predicted[fault]?.[observation] !== calm[observation]);
  return Array.from(calm, (_, observation) => of(observation));
}

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));

/** What competes: a fault of the catalogue, or what it does not list. */
interface Rival {
  readonly id: string;
  readonly chance: number;
  readonly aside: boolean;
  readonly effects: ReadonlyMap<string, number>;
}

function rivalsOf(catalogue: Catalogue, capabilities: ReadonlySet<Capability>, way: WayKind | undefined) {
  const possible = Object.entries(catalogue.faults).filter(([, fault]) => isMet(fault.needs, capabilities));
  const listed = possible.map(([id, { rate, needs = [], causes }]): Rival => {
    return { id, chance: rates[rate], aside: isAside(needs, way), effects: worthOf(causes) };
  });
  const others = Object.entries(catalogue.conditions).map(([id, { leak, way: own }]): Rival => {
    const effects = new Map([[id, likelihoods.always]]);
    return { id: unlistedId(id), chance: leak * (1 - leakInside), aside: isAside([own], way), effects };
  });
  const strangers = strangersOf(catalogue, possible).map(({ family, chance, effects }): Rival => {
    const isOfOtherWay = listed.every(({ id, aside }) => aside || familyOf(id) !== family);
    return { id: unlistedId(family), chance, aside: isOfOtherWay, effects };
  });
  return { known: [...listed, ...others], strangers };
}

/**
 * `way`: how the terminal reaches the world; unknown, everything may touch everything.
 * Throws CATALOGUE_BROKEN on a circle of conditions or an effect that is not defined.
 */
export function compile(catalogue: Catalogue, capabilities: ReadonlySet<Capability>, way?: WayKind): Graph {
  const conditionIds = topological(catalogue.conditions);
  const { known, strangers } = rivalsOf(catalogue, capabilities, way);
  const rivals = [...known, ...strangers];
  const nodes = draftNodes(catalogue, way);
  for (const [index, { aside, effects }] of rivals.entries()) link(nodes, { layer: "faults", index, aside }, effects);
  for (const [index, id] of conditionIds.entries()) {
    const condition = catalogue.conditions[id];
    const aside = isAside([condition?.way], way);
    link(nodes, { layer: "conditions", index, aside }, worthOf(condition?.causes ?? {}));
  }
  const pick = (ids: readonly string[]): GraphNode[] => ids.flatMap((id) => nodes.get(id) ?? []);
  const layers = { conditions: pick(conditionIds), observations: pick(Object.keys(catalogue.observations)) };
  const components = componentsOf(layers.conditions, layers.observations).map((component) => ({
    ...component,
    conditions: narrowOrder(component, layers),
  }));
  const calm = predict(layers, []);
  const predicted = rivals.map((_, fault) => predict(layers, [fault]));
  return {
    ...layers,
    components,
    faultIds: rivals.map(({ id }) => id),
    firstStranger: known.length,
    prior: rivals.map(({ chance }) => logOdds(chance)),
    aside: rivals.map(({ aside }) => aside),
    touches: touchesOf(rivals.length, layers, components),
    ...foretelling(calm, predicted),
    stopsPayments: stopping(catalogue, layers.conditions, rivals.length),
    calm,
    predicted,
    movedBy: movers(calm, predicted),
  };
}
