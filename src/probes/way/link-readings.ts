/** What one look at the interfaces and routes says: the state of the way, without the state of the world behind it. */
import { measured, type Reading } from "../../model/reading.ts";
import { type AddressTable, addressesOf } from "./addresses.ts";
import type { Link } from "./links.ts";
import type { Route } from "./routes.ts";
import { isLan, type Way } from "./way.ts";

export interface LinkView {
  readonly links: readonly Link[];
  /** Undefined where they may not be read. */
  readonly routes: readonly Route[] | undefined;
  readonly addresses: AddressTable | undefined;
  readonly way: Way | undefined;
  /** How often the way's link was lost in ten minutes. */
  readonly flaps: number;
  readonly hasProxy: boolean;
}

function carrierOf({ links, way }: LinkView): "up" | "down" | undefined {
  const link = links.find(({ name }) => name === way?.name);
  // An interface that is gone altogether was pulled out with its cable.
  if (!link) return way && "down";
  if (link.carrier !== undefined) return link.carrier ? "up" : "down";
  // Switched off: a radio is not associated then; whether a cable is in, nobody knows.
  return link.kind === "wifi" ? "down" : undefined;
}

function usable({ links, addresses }: LinkView): number | undefined {
  if (!addresses) return undefined;
  const ways = links.filter(({ kind, isReady }) => isReady && kind !== "tunnel");
  return ways.filter(({ name }) => addressesOf(addresses, name).length > 0).length;
}

function isTunnelled({ links, routes, hasProxy }: LinkView): boolean | undefined {
  if (hasProxy) return true;
  const tunnels = links.filter(({ kind }) => kind === "tunnel").map(({ name }) => name);
  const best = routes?.find(({ isHalf }) => isHalf) ?? routes?.[0];
  return best && tunnels.includes(best.name);
}

const signals = [
  "net.default_iface",
  "net.usable_ifaces",
  "net.proxy_or_vpn",
  "lan.link_carrier",
  "lan.wifi_link",
  "lan.link_flaps_10min",
] as const;

/** What cannot be told is absent: of a way that is no cable and no Wi-Fi everything that is said of those. */
export function linkReadings(view: LinkView, nowMs: number): readonly Reading[] {
  const { routes, way, flaps } = view;
  const carrier = carrierOf(view);
  const values = [
    routes && (routes.find(({ isHalf }) => !isHalf)?.name ?? "none"),
    usable(view),
    isTunnelled(view),
    way?.kind === "ethernet" ? carrier : undefined,
    way?.kind === "wifi" ? carrier : undefined,
    way && isLan(way.kind) ? flaps : undefined,
  ];
  return signals.map((signal, at) => measured(signal, values[at], nowMs));
}
