/**
 * Which way to the world a thing is about. A terminal with a modem and a cable goes by one of them at a time: a barred SIM
 * beside a working cable is a fault, but not why a payment failed.
 */
import type { ConditionDefinition, Need, Predicate, WayKind } from "../model/catalogue.ts";

type Equipment = Need | NonNullable<ConditionDefinition["way"]>;

/** The ways for which each is used; what is not here serves none in particular. */
const ways: Readonly<Partial<Record<Equipment, readonly WayKind[]>>> = {
  cellular: ["cellular"],
  lan: ["cable", "wifi"],
  ethernet: ["cable"],
  wifi: ["wifi"],
};

/** Whether a thing that needs this equipment is of another way than the one in use. Never, while that is not known. */
export function isAside(needs: readonly (Equipment | undefined)[], way: WayKind | undefined): boolean {
  if (way === undefined) return false;
  return needs.some((need) => need !== undefined && ways[need]?.includes(way) === false);
}

/** Groups of signals that tell of the way in use, whichever it is. */
const sharedGroups: readonly string[] = ["net", "host", "txn"];

/** Whether an observation tells of the way in use, and not of one way's own equipment. */
export function isShared(when: Predicate): boolean {
  if ("all" in when) return when.all.every(isShared);
  if ("any" in when) return when.any.every(isShared);
  return sharedGroups.includes(when.signal.split(".")[0] ?? "");
}
