/**
 * What lies between the terminal and its hosts: the data bearer and the plan behind it. Without a bearer nothing passes,
 * whatever the hosts do; when it is back, a host that is itself down stays down.
 */

import type { Acquirer } from "./acquirer.ts";
import type { DnsMode, DnsServer } from "./dns.ts";
import type { HostMode } from "./host.ts";
import type { Dice } from "./random.ts";
import type { Reference } from "./reference.ts";
import type { World } from "./world.ts";

/** "lossy": the edge of the cell, packets are late or lost. "slow": throttled, all of them arrive, late. */
export type PathState = "clear" | "lossy" | "slow" | "dead";

/** Below these LTE is in retransmissions most of the time. */
const LOSSY_RSRP_DBM = -115;
const LOSSY_SINR_DB = -3;
const LOSS = 0.3;
const LATE_MS = [300, 1_500] as const;
/** A plan throttled to some 16 kbit/s fills its queue with seconds of packets. */
const THROTTLED_MS = [1_200, 4_000] as const;

export function pathState(world: World, bearer: boolean): PathState {
  const { signal } = world;
  if (!bearer || world.data === "dry" || world.power === "off" || signal === "none") return "dead";
  if (signal.rsrp < LOSSY_RSRP_DBM || signal.sinr < LOSSY_SINR_DB) return "lossy";
  return world.data === "throttled" ? "slow" : "clear";
}

/** How the next packet fares: its delay, or undefined when it is lost. */
export function packetDelay(state: PathState, dice: Dice): number | undefined {
  if (state === "dead") return undefined;
  if (state === "clear") return 0;
  if (state === "slow") return dice.between(THROTTLED_MS);
  return dice.roll() < LOSS ? undefined : dice.between(LATE_MS);
}

export interface Endpoints {
  readonly host: Acquirer;
  readonly reference: Reference;
  readonly dns: DnsServer;
  readonly dnsAlt: DnsServer;
}

/** Puts every endpoint into the mode that its own state and the path make of it. */
export async function applyPath(state: PathState, world: World, ends: Endpoints): Promise<void> {
  const dead = state === "dead";
  const hostMode = (own: HostMode): HostMode => {
    if (dead) return "blackhole";
    // A SYN that is lost or late is sent again after a second, and after three: connects take that long.
    return state !== "clear" && own === "up" ? "slow" : own;
  };
  const dnsMode = (own: DnsMode): DnsMode => (dead ? "silent" : own);
  ends.dns.setMode(dnsMode(world.dns));
  ends.dnsAlt.setMode(dnsMode(world.dns_alt));
  ends.host.set(world.acquirer);
  ends.reference.setPortal(world.portal);
  await Promise.all([ends.host.setMode(hostMode(world.host)), ends.reference.setMode(hostMode(world.reference))]);
}
