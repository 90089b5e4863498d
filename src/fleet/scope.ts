/** What terminals can have in common: the dimensions, and one value in one of them. */
import type { Concern } from "../model/hint.ts";
import type { Look } from "./trouble.ts";

export const dimensionNames = ["fleet", "carrier", "place", "region", "acquirer", "version", "shop"] as const;
/** `fleet`: all of a tenant. `place`: one carrier in one region. */
export type Dimension = (typeof dimensionNames)[number];

/** Which of a terminal's properties it is. Issuers are no property of a terminal, and have their own reasoning. */
export interface Scope extends Concern {
  readonly issuer?: string;
}

interface DimensionWords {
  readonly look: Look;
  readonly of: readonly (keyof Concern)[];
  /** How much rarer than a single's trouble it is that a value of this dimension fails, in nats: what evidence must overcome first. */
  readonly costs: number;
  /** Fewer of those that could fail, and it is not named. */
  readonly leastShare: number;
}

/** A router breaks as often as terminals do: a shop costs nothing. A whole fleet that fails is most often our own broker. */
export const dimensions: Readonly<Record<Dimension, DimensionWords>> = {
  fleet: { look: "any", of: [], costs: 5, leastShare: 0.8 },
  carrier: { look: "air", of: ["carrier"], costs: 3, leastShare: 0.04 },
  place: { look: "air", of: ["carrier", "region"], costs: 4, leastShare: 0.08 },
  region: { look: "way", of: ["region"], costs: 4, leastShare: 0.1 },
  acquirer: { look: "host", of: ["acquirer"], costs: 3, leastShare: 0.04 },
  version: { look: "any", of: ["version"], costs: 3, leastShare: 0.05 },
  shop: { look: "way", of: ["shop"], costs: 0, leastShare: 0.6 },
};

export function scopeOf(dimension: Dimension, member: Concern): Scope | undefined {
  const values = dimensions[dimension].of.map((name) => [name, member[name]] as const);
  if (values.some(([, value]) => value === undefined || value === "")) return undefined;
  return Object.fromEntries(values);
}

export function isWithin(member: Concern, scope: Scope): boolean {
  return (
    (scope.carrier === undefined || scope.carrier === member.carrier) &&
    (scope.region === undefined || scope.region === member.region) &&
    (scope.acquirer === undefined || scope.acquirer === member.acquirer) &&
    (scope.version === undefined || scope.version === member.version) &&
    (scope.shop === undefined || scope.shop === member.shop)
  );
}
