/** What has to be done to the network when the state of the shop changes. */
import type { DnsServer } from "../dns.ts";
import type { Dhcp } from "./dhcp.ts";
import type { Dress } from "./dress.ts";
import type { Line } from "./line.ts";
import type { Plug } from "./plug.ts";
import { type Rival, startRival } from "./rival.ts";
import { routerRules } from "./router-rules.ts";
import { ADDRESSES, type LabState, lineQuality } from "./state.ts";
import { SHOP_METRIC, type Topology } from "./topology.ts";

/** Everything that a change is applied to. */
export interface Mechanics {
  readonly topology: Topology;
  readonly dress: Dress;
  readonly line: Line;
  readonly plug: Plug;
  readonly dhcp: Dhcp | undefined;
  readonly dns: DnsServer;
  readonly dnsAlt: DnsServer;
  readonly portalPort: number;
}

type Follow = (state: LabState) => Promise<void> | void;
type Follower = readonly [keys: readonly (keyof LabState)[], follow: Follow];

function routeLine({ route }: LabState, { uplink }: Topology): string {
  if (route === "none") return `route del default dev ${uplink}`;
  const via = route === "ok" ? ADDRESSES.gateway : ADDRESSES.astray;
  return `route replace default via ${via} dev ${uplink} metric ${SHOP_METRIC}`;
}

/** A little more than the line carries, so that its queue stays full. */
const GREED = 1.1;

function createRivalry({ router }: Topology) {
  let rival: Rival | undefined;
  const stop = (): void => {
    rival?.stop();
    rival = undefined;
  };
  return {
    stop,
    follow: (state: LabState): void => {
      stop();
      const kbps = lineQuality(state)?.kbps ?? 0;
      if (state.rival && kbps > 0) rival = startRival(router.place(ADDRESSES.gateway), kbps * GREED);
    },
  };
}

export interface Movement {
  /** Does what the difference asks for, in an order in which it works. */
  follow(before: LabState | undefined, now: LabState): Promise<void>;
  stop(): void;
}

export function createMovement(parts: Mechanics): Movement {
  const { topology, line, plug, dhcp, dress } = parts;
  const { terminal, router, uplink } = topology;
  const isWifi = uplink === "wlan0";
  const rivalry = createRivalry(topology);
  const own = `${ADDRESSES.gateway}/24 dev lan0`;
  const followers: readonly Follower[] = [
    [["dns"], ({ dns }) => parts.dns.setMode(dns)],
    [["dns_alt"], ({ dns_alt: dns }) => parts.dnsAlt.setMode(dns)],
    [["cable"], ({ cable }) => plug.set(cable)],
    [["router"], (state) => router.ip(state.router === "dead" ? "addr flush dev lan0" : `addr replace ${own}`)],
    [["wifi"], ({ wifi }) => dress.setSignal(wifi.auth === "ok" ? wifi.rssi_dbm : null)],
    [["wifi"], ({ wifi }) => (isWifi ? router.ip(`link set lan0 ${wifi.auth === "ok" ? "up" : "down"}`) : undefined)],
    [
      ["firewall", "portal", "wifi"],
      (state) => router.nft(routerRules(state, { isWifi, portalPort: parts.portalPort })),
    ],
    [["dhcp"], (state) => dhcp?.begin(state.dhcp)],
    [["route"], (state) => (dhcp ? undefined : terminal.ip(routeLine(state, topology)))],
    [["wan"], (state) => line.set(lineQuality(state))],
    [["wan", "rival"], rivalry.follow],
  ];
  return {
    stop: rivalry.stop,
    follow: async (before, now) => {
      for (const [keys, follow] of followers) {
        if (keys.some((key) => before?.[key] !== now[key])) await follow(now);
      }
    },
  };
}
