/** What an incident is called: what the terminals say themselves, as far as it can be the fault of what they have in common. */
import { familyOf } from "../model/unlisted.ts";
import type { Dimension } from "./scope.ts";
import type { Slot } from "./slot.ts";
import { type Trouble, troubleOf, troubles } from "./trouble.ts";

interface Naming {
  /** Troubles whose faults it may be called by; none: it has one name. */
  readonly by: readonly Trouble[];
  readonly otherwise: string;
}

/** Nobody can tell one fault of a version from another from outside, so it is called by whatever most of its terminals tell. */
const names: Readonly<Record<Dimension, Naming>> = {
  fleet: { by: ["radio", "path", "host", "program", "power", "own"], otherwise: "unlisted.no_path" },
  carrier: { by: [], otherwise: "cell.carrier_outage" },
  place: { by: [], otherwise: "cell.carrier_outage" },
  region: { by: ["power", "line", "radio"], otherwise: "power.mains_unstable" },
  acquirer: { by: ["host"], otherwise: "host.down" },
  version: { by: ["program", "own", "host", "radio", "path"], otherwise: "sw.app_bug" },
  shop: { by: ["line", "power", "path"], otherwise: "lan.router_fault" },
};

/** What fewer of them say is not what all of them have. */
const leastVotes = 0.05;

function nameBy({ by, otherwise }: Naming, slots: readonly Slot[]): string {
  const votes = new Map<string, number>();
  for (const { faults } of slots)
    for (const fault of faults) {
      const trouble = troubleOf(fault);
      // Where a payment stands is no cause of anything.
      if (trouble && by.includes(trouble) && familyOf(fault) !== "txn") votes.set(fault, (votes.get(fault) ?? 0) + 1);
    }
  // The catalogue's own names say more than what it does not list.
  const rank = ([fault, count]: readonly [string, number]): number => count * (fault.startsWith("unlisted.") ? 0.5 : 1);
  const heard = [...votes].filter(([, count]) => count >= leastVotes * slots.length);
  return heard.toSorted((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? otherwise;
}

export const nameOf = (dimension: Dimension, slots: Iterable<Slot>): string => nameBy(names[dimension], [...slots]);

export const nameOfIssuers = (slots: Iterable<Slot>): string =>
  nameBy({ by: ["bank"], otherwise: "issuer.unreachable" }, [...slots]);

/** How the troubles of terminals are divided when this is what they have in common; an assumption, and used between near equals only. */
const mixes: Readonly<Record<Dimension, Readonly<Record<Trouble, number>>>> = {
  fleet: mix({ silent: 60, radio: 5, path: 10, line: 2, power: 2, host: 15, program: 3, own: 3 }),
  carrier: mix({ silent: 35, radio: 35, path: 20, line: 1, power: 1, host: 7, program: 1, own: 1 }),
  place: mix({ silent: 35, radio: 35, path: 20, line: 1, power: 1, host: 7, program: 1, own: 1 }),
  region: mix({ silent: 50, radio: 10, path: 5, line: 10, power: 20, host: 3, program: 1, own: 1 }),
  acquirer: mix({ silent: 1, radio: 1, path: 20, line: 1, power: 1, host: 75, program: 1, own: 1 }),
  version: mix({ silent: 15, radio: 3, path: 10, line: 2, power: 1, host: 20, program: 30, own: 19 }),
  shop: mix({ silent: 40, radio: 5, path: 10, line: 25, power: 15, host: 3, program: 1, own: 1 }),
};

function mix(shares: Readonly<Record<Exclude<Trouble, "bank">, number>>): Readonly<Record<Trouble, number>> {
  return { ...shares, bank: 1 };
}

/** More terminals than that say nothing new about what kind of thing it is. */
const saysUpTo = 20;

/** Log likelihood of what these terminals tell if the dimension is right, beside all troubles being equally frequent. */
export function fitOf(dimension: Dimension, slots: readonly Slot[]): number {
  if (slots.length === 0) return 0;
  const each = slots.map((slot) => {
    // Who tells nothing but is silent, and who tells something before it falls silent: what is told says more.
    const told = troubles.filter((trouble) => trouble !== "silent" && slot.troubles[trouble] > 0);
    const counts = told.length > 0 ? told : (["silent"] as const);
    return (
      counts.reduce((sum, trouble) => sum + Math.log((mixes[dimension][trouble] / 100) * troubles.length), 0) /
      counts.length
    );
  });
  return each.reduce((sum, value) => sum + value, 0) * Math.min(1, saysUpTo / slots.length);
}
