/**
 * By how much counters grew in the last 24 hours, in steps of an hour. A counter that falls was set back and has begun at
 * zero; one that was never seen before says nothing yet.
 */
import { type TotalName, type Totals, totalNames } from "../model/device-fact.ts";
import { bounds, type KnownTotals } from "./remembered.ts";

const hourS = 3_600;

export class DayTotals {
  #known: KnownTotals;

  constructor(known: KnownTotals) {
    this.#known = known;
  }

  get known(): KnownTotals {
    return this.#known;
  }

  /** True when a counter grew. `wallS` undefined while the clock is not set: what grows then counts as of the hour known last. */
  take(now: Totals, wallS: number | undefined): boolean {
    this.#turn(wallS);
    const before = this.#known;
    const grown = totalNames.flatMap((name) => {
      const [was, is] = [before.totals[name], now[name]];
      if (is === undefined || was === undefined || is === was) return [];
      return [[name, is < was ? is : is - was] as const];
    });
    this.#known = { ...before, totals: { ...before.totals, ...now }, grown: withGrowth(before.grown, grown) };
    return grown.length > 0 || totalNames.some((name) => now[name] !== undefined && before.totals[name] === undefined);
  }

  /** Undefined of a counter that was never told. */
  grown(name: TotalName, wallS: number | undefined): number | undefined {
    this.#turn(wallS);
    if (this.#known.totals[name] === undefined) return undefined;
    return (this.#known.grown[name] ?? []).reduce((sum, each) => sum + each, 0);
  }

  /** Begins as many new hours as have passed. A clock that is set back begins none, and is followed. */
  #turn(wallS: number | undefined): void {
    if (wallS === undefined) return;
    const hour = Math.floor(wallS / hourS);
    const passed = Math.min(hour - (this.#known.hour ?? hour), bounds.hours);
    const fresh = Array.from({ length: Math.max(0, passed) }, () => 0);
    const shifted = Object.entries(this.#known.grown).map(([name, hours]) => {
      return [name, [...fresh, ...hours].slice(0, bounds.hours)] as const;
    });
    this.#known = { ...this.#known, hour, grown: fresh.length > 0 ? Object.fromEntries(shifted) : this.#known.grown };
  }
}

function withGrowth(
  grown: KnownTotals["grown"],
  more: readonly (readonly [TotalName, number])[],
): KnownTotals["grown"] {
  const added = more.map(([name, growth]) => {
    const [newest = 0, ...older] = grown[name] ?? [];
    return [name, [newest + growth, ...older]] as const;
  });
  return { ...grown, ...Object.fromEntries(added) };
}
