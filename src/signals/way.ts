/**
 * By what the terminal reaches the world: by the interface of its default route, and where nobody told that, by the link
 * over which its router answers.
 */
import type { WayKind } from "../model/catalogue.ts";
import type { Reading } from "../model/reading.ts";
import { wayOf } from "../model/way.ts";

/** The link in the shop that a reading shows to stand. */
function linkIn({ signal, value }: Reading): WayKind | undefined {
  if (signal === "lan.link_carrier" && value === "up") return "cable";
  if (signal === "lan.wifi_link" && value === "up") return "wifi";
  if (signal === "lan.wifi_auth" && value === "ok") return "wifi";
  return signal === "lan.wifi_rssi_dbm" ? "wifi" : undefined;
}

const showsRouter = ({ signal, value }: Reading): boolean =>
  (signal === "net.gateway_ping" || signal === "lan.arp_gateway") && value === "ok";

export interface Way {
  /** In order of time. */
  hear(reading: Reading): void;
  now(): WayKind | undefined;
}

export function createWay(): Way {
  let told: WayKind | undefined;
  let link: WayKind | undefined;
  let hasRouter = false;
  return {
    hear: (reading) => {
      // Without a route it is still the way that was lost.
      if (reading.signal === "net.default_iface") told = wayOf(reading.value) ?? told;
      link = linkIn(reading) ?? link;
      hasRouter ||= showsRouter(reading);
    },
    now: () => told ?? (hasRouter ? link : undefined),
  };
}
