/**
 * In which order a component's conditions are best taken: causes before effects, and so that few matter at once, because
 * the table of combinations doubles with each that does. A beam search over orders; the network is small and this is done
 * once.
 */
import type { Component, Layers } from "./graph.ts";

interface Partial {
  readonly order: readonly number[];
  /** Sum over the steps of the combinations carried along. */
  readonly cost: number;
}

const beamWidth = 24;

/** Sets of conditions that must have been met together before the first of them can be forgotten. */
function meetingsOf(component: Component, { conditions, observations }: Layers): readonly ReadonlySet<number>[] {
  const ofConditions = component.conditions.map((id) => new Set([id, ...(conditions[id]?.conditions.keys() ?? [])]));
  const ofObservations = component.observations.map((id) => new Set(observations[id]?.conditions.keys() ?? []));
  return [...ofConditions, ...ofObservations];
}

export function narrowOrder(component: Component, layers: Layers): readonly number[] {
  const meetings = meetingsOf(component, layers);
  const isReady = (id: number, placed: ReadonlySet<number>) =>
    !placed.has(id) && [...(layers.conditions[id]?.conditions.keys() ?? [])].every((parent) => placed.has(parent));
  /** Conditions still needed: those that are to meet one that has not come yet. */
  const width = (placed: ReadonlySet<number>) =>
    [...placed].filter((id) => meetings.some((meeting) => meeting.has(id) && [...meeting].some((m) => !placed.has(m))))
      .length;
  const grow = ({ order, cost }: Partial): Partial[] => {
    const before = new Set(order);
    const carried = 2 ** (width(before) + 1);
    return component.conditions
      .filter((id) => isReady(id, before))
      .map((id) => ({ order: [...order, id], cost: cost + carried }));
  };
  const promise = ({ order, cost }: Partial) => cost + 2 ** (width(new Set(order)) + 1);
  let beam: readonly Partial[] = [{ order: [], cost: 0 }];
  for (let step = 0; step < component.conditions.length; step += 1) {
    const bySet = new Map<string, Partial>();
    for (const next of beam.flatMap(grow)) {
      const key = next.order.toSorted((a, b) => a - b).join();
      if ((bySet.get(key)?.cost ?? Number.POSITIVE_INFINITY) > next.cost) bySet.set(key, next);
    }
    beam = [...bySet.values()].toSorted((a, b) => promise(a) - promise(b)).slice(0, beamWidth);
  }
  return beam[0]?.order ?? component.conditions;
}
