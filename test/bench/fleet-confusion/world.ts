/** A seeded fleet: shops of one to eight terminals in regions, by line or by radio, with carriers, acquirers and opening hours. */
import type { Random } from "../../../src/base/random.ts";
import type { Member } from "../../../src/fleet/member.ts";

export interface Terminal {
  readonly member: Member;
  /** By which it goes first; `spare`: it has the other as well. */
  readonly way: "line" | "radio";
  readonly spare: boolean;
  /** Minutes of the day at which it is switched on and off; undefined: never. */
  readonly hours: readonly [number, number] | undefined;
}

export interface World {
  readonly terminals: readonly Terminal[];
  readonly shops: ReadonlyMap<string, readonly Terminal[]>;
}

export const tenant = "acme";
export const smallCarrier = "46015";
export const carriers: readonly (readonly [string, number])[] = [
  ["46000", 0.5],
  ["46001", 0.28],
  ["46011", 0.22],
];
export const acquirers = ["a1", "a2", "a3"] as const;
export const regions = ["r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"] as const;
export const issuers = Array.from({ length: 12 }, (_, place) => `b${place + 1}`);
export const versions = ["2.3.0", "2.3.1"] as const;
export const newVersion = "2.4.0";

export const pick = <T>(from: readonly [T, ...T[]] | readonly T[], random: Random): T => {
  const { [Math.floor(random() * from.length)]: found } = from;
  if (found === undefined) throw new RangeError("nothing to pick from");
  return found;
};

export function pickBy<T>(shares: readonly (readonly [T, number])[], random: Random): T {
  let left = random() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of shares) {
    left -= share;
    if (left <= 0) return value;
  }
  return pick(shares, random)[0];
}

export const between = (low: number, high: number, random: Random): number => low + random() * (high - low);
/** Waiting times of what happens by chance. */
export const waiting = (mean: number, random: Random): number => -mean * Math.log(1 - random());

const sizes: readonly (readonly [number, number])[] = [
  [1, 45],
  [2, 20],
  [3, 12],
  [4, 9],
  [5, 6],
  [6, 4],
  [8, 4],
];

interface ShopPlan {
  readonly shop: string;
  readonly region: string;
  readonly carrier: string;
  readonly acquirer: string;
  readonly kind: "radio" | "line with a card" | "line";
  readonly opensMin: number;
  readonly closesMin: number;
}

function planShop(place: number, random: Random): ShopPlan {
  const region = pick(regions, random);
  // Regions have habits: here they close earlier, there later.
  const habitMin = 15 * regions.indexOf(region);
  return {
    shop: `s${place}`,
    region,
    carrier: pickBy(carriers, random),
    acquirer: pick(acquirers, random),
    kind: pickBy([["radio", 0.45] as const, ["line with a card", 0.3] as const, ["line", 0.25] as const], random),
    opensMin: between(420, 540, random) + habitMin,
    closesMin: pickBy([[1_200, 1] as const, [1_260, 2] as const, [1_320, 2] as const], random) - 60 + habitMin,
  };
}

function terminalOf(id: number, { shop, region, ...plan }: ShopPlan, random: Random): Terminal {
  const carrier = random() < 0.8 ? plan.carrier : pickBy(carriers, random);
  const isOff = random() < 0.45;
  return {
    member: {
      ...{ id, tenant, shop, region, acquirer: plan.acquirer, version: pick(versions, random) },
      ...(plan.kind !== "line" && { carrier }),
    },
    way: plan.kind === "radio" ? "radio" : "line",
    spare: plan.kind === "line with a card",
    hours: isOff ? [plan.opensMin + between(-10, 10, random), plan.closesMin + between(0, 12, random)] : undefined,
  };
}

/** Twelve of those who go by radio, each in a shop of its own, have the small carrier. */
function withSmallCarrier(terminals: readonly Terminal[]): readonly Terminal[] {
  const shops = new Set<string | undefined>();
  return terminals.map((terminal) => {
    const { shop } = terminal.member;
    if (terminal.way !== "radio" || shops.has(shop) || shops.size >= 12) return terminal;
    shops.add(shop);
    return { ...terminal, member: { ...terminal.member, carrier: smallCarrier } };
  });
}

export function createWorld(size: number, random: Random): World {
  const made: Terminal[] = [];
  for (let place = 0; made.length < size; place += 1) {
    const plan = planShop(place, random);
    const count = Math.min(pickBy(sizes, random), size - made.length);
    for (let each = 0; each < count; each += 1) made.push(terminalOf(made.length + 1, plan, random));
  }
  const terminals = withSmallCarrier(made);
  const shops = new Map<string, Terminal[]>();
  for (const terminal of terminals) {
    const { shop = "" } = terminal.member;
    shops.set(shop, [...(shops.get(shop) ?? []), terminal]);
  }
  return { terminals, shops };
}
