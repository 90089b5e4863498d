/** A fleet to reason about: shops in two regions, two carriers in each, and a mind that is asked every ten seconds. */
import type { HintOrder } from "../../src/fleet/hints.ts";
import type { Incident } from "../../src/fleet/incident.ts";
import type { Member, Told } from "../../src/fleet/member.ts";
import { createFleetMind, type FleetMind, type FleetMindOptions } from "../../src/fleet/mind.ts";

export const startMs = Date.UTC(2026, 2, 3, 11);

/** Forty shops with three terminals each: the first two have the shop's carrier, the third has none and goes by line. */
export function members(tenant = "acme", firstId = 1): readonly Member[] {
  return Array.from({ length: 120 }, (_, place) => {
    const shop = Math.floor(place / 3);
    return {
      ...{ id: firstId + place, tenant, shop: `s${shop}`, region: shop % 2 === 0 ? "north" : "south" },
      ...{ acquirer: shop % 3 === 0 ? "a1" : "a2", version: place % 5 === 0 ? "2.0" : "1.9" },
      ...(place % 3 < 2 && { carrier: shop % 4 < 2 ? "46000" : "46001" }),
    };
  });
}

export interface SmallFleet {
  readonly mind: FleetMind;
  readonly all: readonly Member[];
  readonly told: Incident[];
  readonly hints: HintOrder[];
  nowMs: number;
  /** Terminals with such properties. */
  of(filter: (member: Member) => boolean): readonly Member[];
  say(to: readonly Member[], told: (nowMs: number) => Told): void;
  /** Seconds, judged every ten. */
  pass(seconds: number): void;
  /** The newest word on each incident that has not ended. */
  underWay(): readonly Incident[];
}

export const opened =
  (fault: string) =>
  (atMs: number): Told => ({ kind: "opened", fault, atMs });
export const closed =
  (fault: string) =>
  (atMs: number): Told => ({ kind: "closed", fault, atMs });
export const gone = (atMs: number): Told => ({ kind: "presence", online: false, atMs });
export const back = (atMs: number): Told => ({ kind: "presence", online: true, atMs });

export function ids(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `i${last}`;
  };
}

export function createSmallFleet(all = members(), options: Partial<FleetMindOptions> = {}): SmallFleet {
  const mind = createFleetMind({ newId: ids(), ...options });
  const fleet: SmallFleet = {
    ...{ mind, all, told: [], hints: [], nowMs: startMs },
    of: (filter) => all.filter(filter),
    say: (to, told) => {
      for (const { id } of to) mind.hear(id, told(fleet.nowMs));
    },
    pass: (seconds) => {
      for (const endMs = fleet.nowMs + seconds * 1_000; fleet.nowMs < endMs; ) {
        fleet.nowMs += 10_000;
        const { incidents, hints } = mind.judge(fleet.nowMs);
        fleet.told.push(...incidents);
        fleet.hints.push(...hints);
      }
    },
    underWay: () => {
      const newest = new Map(fleet.told.map((incident) => [incident.id, incident]));
      return [...newest.values()].filter(({ endedMs }) => endedMs === undefined);
    },
  };
  for (const member of all) mind.enrol(member);
  mind.judge(startMs);
  fleet.say(all, back);
  fleet.pass(60);
  return fleet;
}
