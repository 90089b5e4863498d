/** What one day's incidents are worth beside the truth. */
import type { Incident } from "../../../src/fleet/incident.ts";
import type { Scope } from "../../../src/fleet/scope.ts";
import type { Truth } from "./background.ts";
import type { Day } from "./day.ts";

export interface Named {
  /** Kind of what is named at the end of the watch: `carrier`, `carrier+region`, `shop` …, or `nothing`. */
  readonly as: string;
  readonly isRight: boolean;
  /** Seconds from the trouble's beginning until it was named as it is. */
  readonly afterS: number | undefined;
  /** Until anything was named that has to do with it. */
  readonly firstS: number | undefined;
}

/** Terminals that go by the line of a shop whose router is dead, and how many of them were taken for a carrier's. */
export interface Swept {
  readonly of: number;
  readonly counted: number;
  readonly hinted: number;
}

export interface Verdict {
  /** One for each truth. */
  readonly named: readonly Named[];
  /** Incidents that nothing accounts for. */
  readonly wrong: readonly Incident[];
  readonly swept: Swept;
}

const keyOf = (scope: Scope): string => JSON.stringify(Object.entries(scope).toSorted());
export const kindOf = (scope: Scope): string => Object.keys(scope).join("+") || "fleet";

/** The last state of each incident, and all states. */
function histories({ told }: Day): ReadonlyMap<string, readonly Incident[]> {
  const all = new Map<string, Incident[]>();
  for (const each of told) all.set(each.id, [...(all.get(each.id) ?? []), each]);
  return all;
}

const overlaps = (incident: Incident, { fromMs, toMs }: Truth): boolean =>
  incident.updatedMs >= fromMs && incident.beganMs <= toMs + 600_000;

/** Of the incidents that began with it: how the truth was named, best first. */
function namedOf(truth: Truth, watched: readonly (readonly Incident[])[]): Named {
  const right = watched.filter((states) => keyOf(states.at(-1)?.scope ?? {}) === keyOf(truth.scope));
  const since = (states: readonly Incident[]): number =>
    Math.min(...states.filter(({ scope }) => keyOf(scope) === keyOf(truth.scope)).map(({ updatedMs }) => updatedMs));
  const [best] = right.toSorted((a, b) => since(a) - since(b));
  const first = Math.min(...watched.map(([state]) => state?.updatedMs ?? Number.POSITIVE_INFINITY));
  const seconds = (ms: number): number | undefined => (Number.isFinite(ms) ? (ms - truth.fromMs) / 1_000 : undefined);
  const other = watched[0]?.at(-1)?.scope;
  return {
    as: best ? kindOf(truth.scope) : other ? kindOf(other) : "nothing",
    isRight: best !== undefined,
    afterS: best ? seconds(since(best)) : undefined,
    firstS: seconds(first),
  };
}

function sweptOf({ world, truths, told, hints, watched }: Day): Swept {
  const shops = truths.flatMap(({ scope }) => scope.shop ?? []);
  const own = shops.flatMap((shop) => world.shops.get(shop) ?? []).filter(({ way }) => way === "line");
  const ids = new Set(own.map(({ member }) => member.id));
  const carriers = told.filter(({ scope, updatedMs }) => scope.carrier !== undefined && updatedMs >= watched.fromMs);
  const hinted = hints.filter(({ hint }) => hint.concerns.carrier !== undefined);
  const count = (all: readonly number[]): number => new Set(all.filter((id) => ids.has(id))).size;
  return {
    of: ids.size,
    counted: count(carriers.flatMap(({ members }) => members)),
    hinted: count(hinted.flatMap(({ to }) => to)),
  };
}

export function verdictOf(day: Day): Verdict {
  const { watched, truths, everyday } = day;
  const all = [...histories(day).values()].filter((states) => (states.at(-1)?.updatedMs ?? 0) >= watched.fromMs);
  const own = all.filter((states) => {
    const last = states.at(-1);
    return last && !everyday.some((truth) => keyOf(truth.scope) === keyOf(last.scope) && overlaps(last, truth));
  });
  // A part of another is no incident of its own.
  const whole = own.filter((states) => states.at(-1)?.partOf === undefined);
  const begun = whole.filter((states) => (states[0]?.updatedMs ?? 0) >= watched.fromMs);
  const named = truths.map((truth) => {
    const others = truths.filter((each) => each !== truth).map(({ scope }) => keyOf(scope));
    return namedOf(
      truth,
      begun.filter((states) => !others.includes(keyOf(states.at(-1)?.scope ?? {}))),
    );
  });
  const wrong = begun
    .map((states) => states.at(-1))
    .filter((last) => last !== undefined)
    .filter(({ scope }) => !truths.some((truth) => keyOf(truth.scope) === keyOf(scope)));
  return { named, wrong, swept: sweptOf(day) };
}
