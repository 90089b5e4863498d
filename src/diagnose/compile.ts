/**
 * Catalogue → network, for a terminal with given capabilities. Most of a condition's leak becomes a fault of its own,
 * `unlisted.<condition>`: "something we do not list causes this" is an answer, and competes like every other.
 */
import { AgentError } from "../base/errors.ts";
import { type Capability, type Catalogue, type Effects, likelihoods, rates } from "../model/catalogue.ts";
import { componentsOf, touchesOf } from "./components.ts";
import { type Graph, type GraphNode, predict } from "./graph.ts";

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
  readonly faults: Map<number, number>;
  readonly conditions: Map<number, number>;
}

/** Writes one cause's effects into the nodes it reaches. */
function link(
  nodes: ReadonlyMap<string, Draft>,
  cause: { layer: "faults" | "conditions"; index: number },
  effects: Effects,
) {
  for (const [effect, word] of Object.entries(effects)) {
    const node = nodes.get(effect);
    if (!node) throw broken(`something causes ${effect}, which is not defined`);
    node[cause.layer].set(cause.index, 1 - likelihoods[word]);
  }
}

function draftNodes(catalogue: Catalogue): Map<string, Draft> {
  const nodes = new Map<string, Draft>();
  const add = (id: string, leak: number): void => {
    nodes.set(id, { id, calm: 1 - leak, faults: new Map(), conditions: new Map() });
  };
  for (const [id, { leak }] of Object.entries(catalogue.conditions)) add(id, leak * leakInside);
  for (const [id, { leak }] of Object.entries(catalogue.observations)) add(id, leak);
  return nodes;
}

function isPossible(needs: readonly Capability[] | undefined, capabilities: ReadonlySet<Capability>): boolean {
  return (needs ?? []).every((need) => capabilities.has(need));
}

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));

/** Throws CATALOGUE_BROKEN on a circle of conditions or an effect that is not defined. */
export function compile(catalogue: Catalogue, capabilities: ReadonlySet<Capability>): Graph {
  const conditionIds = topological(catalogue.conditions);
  const listed = Object.entries(catalogue.faults).filter(([, fault]) => isPossible(fault.needs, capabilities));
  const nodes = draftNodes(catalogue);
  for (const [index, [, fault]] of listed.entries()) link(nodes, { layer: "faults", index }, fault.causes);
  for (const [index, id] of conditionIds.entries()) {
    link(nodes, { layer: "conditions", index }, catalogue.conditions[id]?.causes ?? {});
    link(nodes, { layer: "faults", index: listed.length + index }, { [id]: "always" });
  }
  const pick = (ids: readonly string[]): GraphNode[] => ids.flatMap((id) => nodes.get(id) ?? []);
  const layers = { conditions: pick(conditionIds), observations: pick(Object.keys(catalogue.observations)) };
  const components = componentsOf(layers.conditions, layers.observations);
  const leaks = conditionIds.map((id) => catalogue.conditions[id]?.leak ?? 0);
  return {
    ...layers,
    components,
    faultIds: [...listed.map(([id]) => id), ...conditionIds.map((id) => unlistedPrefix + id)],
    prior: [
      ...listed.map(([, fault]) => logOdds(rates[fault.rate])),
      ...leaks.map((leak) => logOdds(leak * (1 - leakInside))),
    ],
    touches: touchesOf(listed.length + conditionIds.length, layers, components),
    calm: predict(layers, []),
    predicted: Array.from({ length: listed.length + conditionIds.length }, (_, fault) => predict(layers, [fault])),
  };
}
