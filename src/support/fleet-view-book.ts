/** What a broker keeps of terminals, put together: each one's newest birth, whether it is there, and its open cases. */

import type { Moment } from "../report/moment.ts";
import type { Received, ReceivedAlive, ReceivedBirth, ReceivedFaultSet } from "../report/received.ts";
import type { TerminalName } from "../uplink/topics.ts";
import { byWeight, type FleetCase, type FleetDoubt, type FleetTerminal } from "./fleet-view.ts";
import type { Heard } from "./inbox.ts";

export interface KeptStates extends TerminalName {
  readonly birth?: ReceivedBirth;
  readonly alive?: ReceivedAlive;
  readonly faults?: ReceivedFaultSet;
}

export interface FleetBook {
  hear(heard: Heard): void;
  /** In the order in which they were heard of. */
  readonly terminals: readonly KeptStates[];
  /** Messages that could not be read, and those of terminals beyond the bound. */
  readonly unreadable: number;
  readonly passedOver: number;
}

/** Some 2 KB each. */
const mostTerminals = 200_000;

/** Reports are left aside: what they say of faults is in the states as well. */
export function createFleetBook(most = mostTerminals): FleetBook {
  const known = new Map<string, KeptStates>();
  let [unreadable, passedOver] = [0, 0];

  function note({ tenant, serial }: TerminalName, news: Partial<KeptStates>): void {
    const name = `${tenant}/${serial}`;
    if (known.has(name) || known.size < most) known.set(name, { tenant, serial, ...known.get(name), ...news });
    else passedOver += 1;
  }

  return {
    hear: ({ from, said }) => {
      if (said.kind === "unreadable") unreadable += 1;
      if (!from) return;
      if (said.kind === "birth") note(from, { birth: said.birth });
      if (said.kind === "alive") note(from, { alive: said.alive });
      if (said.kind === "faults") note(from, { faults: said.faults });
    },
    get terminals() {
      return [...known.values()];
    },
    get unreadable() {
      return unreadable;
    },
    get passedOver() {
      return passedOver;
    },
  };
}

/** Nothing more that the broker keeps of it can come. */
export function isWhole({ birth, alive, faults }: KeptStates): boolean {
  return birth !== undefined && alive !== undefined && faults !== undefined;
}

/** A time of its monotonic clock; undefined where it did not know the time of day. */
function wallOf({ wallMs, monoMs, clock }: Received<Moment>, atMs: number): number | undefined {
  return clock === "none" ? undefined : wallMs - (monoMs - atMs);
}

/** Open, gravest first. A set of faults has no readings and nothing of what was ruled out. */
export function casesIn({ faults }: KeptStates): readonly FleetCase[] {
  if (!faults) return [];
  const cases = faults.cases.map(({ id, verdict, openedAtMs, changedAtMs, occurrence }): FleetCase => {
    const { fault, severity, probability, party, evidence } = verdict;
    return {
      ...{ id, fault, severity, probability, party, evidence, occurrence },
      openedMs: wallOf(faults.moment, openedAtMs),
      changedMs: wallOf(faults.moment, changedAtMs),
    };
  });
  return cases.toSorted(byWeight);
}

function doubtIn({ faults }: KeptStates): { readonly unsure?: FleetDoubt } {
  if (!faults?.unsure) return {};
  const { sinceMs, candidates } = faults.unsure;
  return { unsure: { sinceMs: wallOf(faults.moment, sinceMs), candidates } };
}

export function terminalIn(states: KeptStates): FleetTerminal {
  const { tenant, serial, birth, alive, faults } = states;
  const told = [birth, alive, faults].flatMap((each) => (each ? (wallOf(each.moment, each.moment.monoMs) ?? []) : []));
  return {
    ...{ tenant, serial, online: alive?.online },
    seenMs: told.length === 0 ? undefined : Math.max(...told),
    version: birth?.terminal.agentVersion,
    place: birth?.terminal.place ?? {},
    open: casesIn(states),
    ...doubtIn(states),
  };
}
