/** The terminal's way to the world: the interface that its packets leave by, or left by while it worked. */
import type { LinkKind } from "./link-kind.ts";
import type { Link } from "./links.ts";
import type { Route } from "./routes.ts";

export interface Way {
  readonly name: string;
  readonly kind: LinkKind;
  /** Address of the router; undefined on a point-to-point link, and while it was never known. */
  readonly gateway: string | undefined;
  /** Other interfaces with a carrier and a default route of their own, best first. */
  readonly others: readonly string[];
}

export interface WayChoice {
  /** Of one look; what went away since the last one is not among them. */
  readonly links: readonly Link[];
  readonly routes: readonly Route[];
  readonly last: Way | undefined;
  /** The interface that the configuration names. */
  readonly configured: string | undefined;
  /** The terminal has no modem: its way is in the shop even while no cable is in. */
  readonly lanOnly: boolean;
}

export function isLan(kind: LinkKind): boolean {
  return kind === "ethernet" || kind === "wifi";
}

/**
 * Before any route was seen: the one interface that can be meant. While it has no carrier it is meant only where there is no
 * other way, because many terminals have a socket that nobody uses.
 */
function likely({ links, lanOnly }: WayChoice): Link | undefined {
  const found = links.filter((link) => link.isPhysical && link.isOn && isLan(link.kind));
  const alive = found.filter(({ carrier }) => carrier);
  const meant = alive.length > 0 || !lanOnly ? alive : found;
  return meant.length === 1 ? meant[0] : undefined;
}

interface Named {
  readonly name: string;
  readonly kind: LinkKind;
}

/** A tunnel has no cable of its own: what it goes through is the way, where that is to be seen. */
function routed({ links, routes }: WayChoice): Named | undefined {
  const names = routes.filter(({ isHalf }) => !isHalf).map(({ name }) => name);
  const found = names.flatMap((name) => links.find((link) => link.name === name) ?? []);
  return found.find(({ kind }) => kind !== "tunnel") ?? found[0];
}

function chosen(choice: WayChoice): Named | undefined {
  const { links, last, configured } = choice;
  if (configured !== undefined) {
    return links.find(({ name }) => name === configured) ?? (last?.name === configured ? last : undefined);
  }
  return routed(choice) ?? last ?? likely(choice);
}

/** Undefined when nothing leads out, nothing did before, and it is not clear what should. */
export function chooseWay(choice: WayChoice): Way | undefined {
  const { links, routes, last } = choice;
  const found = chosen(choice);
  if (!found) return undefined;
  const { name, kind } = found;
  const full = routes.filter(({ isHalf }) => !isHalf);
  const alive = (other: string): boolean => links.some((link) => link.name === other && link.isReady);
  const others = full.map((route) => route.name).filter((other) => other !== name && alive(other));
  const gateway = full.find((route) => route.name === name && route.gateway !== undefined)?.gateway;
  return {
    name,
    kind,
    gateway: gateway ?? (last?.name === name ? last.gateway : undefined),
    others: [...new Set(others)],
  };
}
