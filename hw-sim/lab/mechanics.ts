/** What has to be done to the network when the state of the shop changes. */
import type { DnsServer } from "../dns.ts";
import { enterRoute } from "./address-plan.ts";
import type { Dhcp } from "./dhcp.ts";
import type { Dress } from "./dress.ts";
import type { Line } from "./line.ts";
import type { LoginPage } from "./login-page.ts";
import type { Plug } from "./plug.ts";
import { createRivalry } from "./rival.ts";
import { routerRules } from "./router-rules.ts";
import { type LabState, lineQuality } from "./state.ts";
import type { Topology } from "./topology.ts";
import type { Supplicant } from "./wpa.ts";

/** Everything that a change is applied to. */
export interface Mechanics {
  readonly topology: Topology;
  readonly dress: Dress;
  readonly wan: Line;
  /** There with a second way only. */
  readonly mobile: Line | undefined;
  readonly plug: Plug;
  readonly dhcp: Dhcp | undefined;
  readonly supplicant: Supplicant | undefined;
  readonly dns: DnsServer;
  readonly dnsAlt: DnsServer;
  readonly login: LoginPage;
}

type Follow = (state: LabState) => Promise<void> | void;
type Follower = readonly [keys: readonly (keyof LabState)[], follow: Follow];

/** Whoever has no address has no route, and none can be entered. */
async function route({ topology, dhcp }: Mechanics, state: LabState): Promise<void> {
  if (!dhcp || state.dhcp === "ok") await enterRoute(topology, state.route);
}

async function bear({ topology: { carrier }, mobile }: Mechanics, state: LabState): Promise<void> {
  await mobile?.set(lineQuality(state.mobile));
  await carrier?.ip(`link set mob0 ${state.mobile === "cut" ? "down" : "up"}`);
}

function signal({ dress, supplicant }: Mechanics, { wifi }: LabState): void {
  dress.setSignal(wifi.auth === "ok" ? wifi.rssi_dbm : null);
  supplicant?.follow(wifi);
}

function rules({ topology: { router, uplink }, login }: Mechanics, state: LabState): Promise<void> {
  login.setManner(state.portal === "page" ? "page" : "redirect");
  return router.nft(routerRules(state, { isWifi: uplink === "wlan0", portalPort: login.port }));
}

export interface Movement {
  /** Does what the difference asks for, in an order in which it works. */
  follow(before: LabState | undefined, now: LabState): Promise<void>;
  stop(): void;
}

export function createMovement(parts: Mechanics): Movement {
  const rivalry = createRivalry(parts.topology);
  const followers: readonly Follower[] = [
    [["dns"], ({ dns }) => parts.dns.setMode(dns)],
    [["dns_alt"], ({ dns_alt: dns }) => parts.dnsAlt.setMode(dns)],
    [["cable", "wifi"], (state) => parts.plug.follow(state)],
    [["wifi"], (state) => signal(parts, state)],
    [["router", "firewall", "portal", "wifi"], (state) => rules(parts, state)],
    [["dhcp"], (state) => parts.dhcp?.begin(state.dhcp)],
    [["dhcp", "route"], (state) => route(parts, state)],
    [["wan"], ({ wan }) => parts.wan.set(lineQuality(wan))],
    [["mobile"], (state) => bear(parts, state)],
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
