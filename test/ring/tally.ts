/** Shares that are counted, by stratum: how a fault can be known decides how it is judged. */
import type { KnownBy } from "../../src/model/catalogue.ts";

export interface Share {
  readonly right: number;
  readonly of: number;
}

export const ratio = ({ right, of }: Share): number => (of === 0 ? Number.NaN : right / of);

/** Counts yes and no under several names. */
export interface Tally {
  count(name: string, isRight: boolean): void;
  share(name: string): Share;
  names(): readonly string[];
}

export function createTally(): Tally {
  const shares = new Map<string, Share>();
  const share = (name: string): Share => shares.get(name) ?? { right: 0, of: 0 };
  return {
    count: (name, isRight) => {
      const { right, of } = share(name);
      shares.set(name, { right: right + (isRight ? 1 : 0), of: of + 1 });
    },
    share,
    names: () => [...shares.keys()],
  };
}

export const strata = ["direct", "comparison", "code", "hint"] as const satisfies readonly KnownBy[];

export interface Answered {
  readonly truth: string;
  readonly knownBy: KnownBy;
  /** Likeliest first, without money that is open beside. */
  readonly named: readonly string[];
}

/** What only people know leaves the denominator; a hint need only be among the first three. */
export function countAnswer(tally: Tally, { truth, knownBy, named }: Answered): void {
  if (knownBy === "people") return;
  const isFirst = named[0] === truth;
  const isAmong = named.slice(0, 3).includes(truth);
  if (knownBy !== "hint") tally.count("top-1", isFirst);
  tally.count("top-3", isAmong);
  tally.count(`top-1 ${knownBy}`, isFirst);
  tally.count(`top-3 ${knownBy}`, isAmong);
}
