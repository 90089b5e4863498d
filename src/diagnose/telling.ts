/**
 * Which test can tell which observation: the one that the observation names, and every test that has its signals told once
 * more. Of a question to several signals those that the test does not tell must be known already.
 */
import type { Catalogue, Predicate, TestDefinition } from "../model/catalogue.ts";
import type { SignalId } from "../model/signal.ts";
import type { Graph } from "./graph.ts";

export interface Teller {
  readonly test: string;
  /** Signals that the test does not tell, and without which nothing follows from it. */
  readonly needs: readonly SignalId[];
}

/** By observation. */
export type Telling = readonly (readonly Teller[])[];

interface Part {
  readonly isTold: boolean;
  readonly needs: readonly SignalId[];
}

const fewest = (a: Part, b: Part): Part => (b.needs.length < a.needs.length ? b : a);

function partOf(when: Predicate, told: ReadonlySet<SignalId>): Part {
  if ("any" in when) {
    const parts = when.any.map((each) => partOf(each, told)).filter(({ isTold }) => isTold);
    return parts.length > 0 ? parts.reduce(fewest) : { isTold: false, needs: [] };
  }
  if ("all" in when) {
    const parts = when.all.map((each) => partOf(each, told));
    return { isTold: parts.some(({ isTold }) => isTold), needs: parts.flatMap(({ needs }) => needs) };
  }
  const signals = "of" in when ? [when.signal, when.of] : [when.signal];
  const needs = signals.filter((signal) => !told.has(signal));
  return { isTold: needs.length < signals.length, needs };
}

/** What it has told once more, and what it asks for. */
function signalsOf({ tells = [], answers = {} }: TestDefinition): ReadonlySet<SignalId> {
  const asked = Object.values(answers).flatMap((meaning) => (typeof meaning === "object" ? [meaning.signal] : []));
  return new Set([...tells, ...asked]);
}

export function tellingOf({ tests, observations }: Catalogue, graph: Graph): Telling {
  const telling = Object.entries(tests).map(([test, row]) => ({ test, told: signalsOf(row) }));
  return graph.observations.map(({ id }) => {
    const { when, test: own } = observations[id] ?? {};
    const others = telling.flatMap(({ test, told }) => {
      const { isTold, needs } = when ? partOf(when, told) : { isTold: false, needs: [] };
      return isTold && test !== own ? [{ test, needs }] : [];
    });
    return own === undefined ? others : [{ test: own, needs: [] }, ...others];
  });
}
