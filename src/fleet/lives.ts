/** The life of the incidents of one tenant: terminals join and leave, one incident turns out to be part of another, and it ends. */

import { familyOf } from "../model/unlisted.ts";
import { type Choice, gather, gatherMs } from "./choice.ts";
import type { Life } from "./incident.ts";
import { nameOf } from "./naming.ts";
import type { Roll } from "./roll.ts";
import { dimensions, isWithin } from "./scope.ts";
import { isShopsOwn } from "./shop.ts";
import type { Slot } from "./slot.ts";

/** Two that began within so long may be one. */
const togetherMs = 1_800_000;
/** Of an incident, what another must account for to take its place. */
const covers = 0.8;
/** So few of the most are left, for so long: it is over. */
const lowShare = 0.1;
const lowMs = 180_000;

const failsSince = (slot: Slot, { look }: Pick<Life, "look">): number | undefined => slot.views[look].sinceMs;

function isOneOf(roll: Roll, slot: Slot, life: Pick<Life, "look" | "scope">): boolean {
  if (failsSince(slot, life) === undefined || !isWithin(slot.member, life.scope)) return false;
  return life.look !== "air" || !isShopsOwn(roll, slot, life.scope);
}

export function leave(roll: Roll, life: Life, slot: Slot): void {
  life.members.delete(slot);
  roll.explain(slot, undefined);
}

export function join(roll: Roll, life: Life, slot: Slot): void {
  life.members.add(slot);
  roll.explain(slot, life.id);
}

/** A terminal to which something happened: does its incident still explain it, or does one of those under way? */
export function place(roll: Roll, lives: ReadonlyMap<string, Life>, slot: Slot): void {
  const own = slot.incident === undefined ? undefined : lives.get(slot.incident);
  if (own && isOneOf(roll, slot, own)) return;
  if (own) leave(roll, own, slot);
  if (slot.spent) return;
  for (const life of lives.values()) {
    const sinceMs = failsSince(slot, life);
    if (sinceMs === undefined || sinceMs < life.beganMs - gatherMs || !isOneOf(roll, slot, life)) continue;
    join(roll, life, slot);
    return;
  }
}

/** Who blames the shop's line says so for the terminals beside it. */
export function placeShop(roll: Roll, lives: ReadonlyMap<string, Life>, slot: Slot): void {
  if (slot.troubles.line + slot.troubles.power === 0) return;
  for (const mate of roll.shopmates(slot)) if (mate !== slot && mate.incident !== undefined) place(roll, lives, mate);
}

/** Began when the first twentieth of them did: a single that failed before is no part of it. */
function beginning(slots: readonly Slot[], life: Pick<Life, "look">): number {
  const times = slots.flatMap((slot) => failsSince(slot, life) ?? []).toSorted((a, b) => a - b);
  return times[Math.floor(times.length / 20)] ?? 0;
}

function isPartOf(roll: Roll, small: Life, large: Life): boolean {
  if (Math.abs(small.beganMs - large.beganMs) > togetherMs || small.members.size === 0) return false;
  if (small.dimension === "shop" && familyOf(small.fault) !== familyOf(large.fault)) return false;
  const covered = [...small.members].filter((slot) => isOneOf(roll, slot, large)).length;
  return covered >= covers * small.members.size;
}

interface Opened {
  readonly life: Life;
  /** Ended as parts of it. */
  readonly absorbed: readonly Life[];
}

/** The oldest incident that it accounts for goes on under what is now known; others end as parts of it. */
export function open(roll: Roll, lives: Map<string, Life>, { choice, id }: { choice: Choice; id: string }): Opened {
  const { cell } = choice.suspect;
  const { look } = dimensions[cell.dimension];
  const fault = nameOf(cell.dimension, choice.slots);
  const { dimension, scope } = cell;
  const beganMs = beginning(choice.slots, { look });
  const fresh: Life = {
    ...{ id, dimension, scope, look, fault, beganMs, confidence: choice.confidence, peak: 0, members: new Set() },
    ...{ lowSinceMs: undefined, toldAffected: -1, toldMs: 0 },
  };
  const parts = [...lives.values()]
    .filter((each) => isPartOf(roll, each, fresh))
    .toSorted((a, b) => a.beganMs - b.beganMs);
  const [eldest] = parts;
  const life = eldest ?? fresh;
  if (eldest) Object.assign(eldest, { dimension, scope, look, fault, confidence: choice.confidence, toldAffected: -1 });
  life.beganMs = Math.min(life.beganMs, beganMs);
  lives.set(life.id, life);
  const absorbed = parts.slice(1);
  for (const part of absorbed) {
    lives.delete(part.id);
    for (const slot of [...part.members]) leave(roll, part, slot);
  }
  for (const slot of [...life.members]) if (!isOneOf(roll, slot, life)) leave(roll, life, slot);
  for (const slot of gather(roll, choice.suspect)) join(roll, life, slot);
  return { life, absorbed };
}

/** True when it is over: whoever still fails is left to itself, and starts no second incident. */
export function age(roll: Roll, life: Life, nowMs: number): boolean {
  const affected = life.members.size;
  life.peak = Math.max(life.peak, affected);
  const isLow = affected < 2 || affected <= lowShare * life.peak;
  life.lowSinceMs = isLow ? (life.lowSinceMs ?? nowMs) : undefined;
  if (life.lowSinceMs === undefined || nowMs - life.lowSinceMs < lowMs) return false;
  for (const slot of life.members) roll.explain(slot, undefined, true);
  return true;
}
