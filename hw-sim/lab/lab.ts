/**
 * A shop's network of its own, in three network namespaces of this machine: the terminal, the shop's router, and the world with
 * its name servers. Hosts stand in the world's places; programs run on the terminal with `enter` before them. Needs root.
 */
import { createDnsServer } from "../dns.ts";
import type { Place } from "../place.ts";
import { createReference } from "../reference.ts";
import { createDhcp } from "./dhcp.ts";
import { dress } from "./dress.ts";
import { layLine } from "./line.ts";
import { createMovement } from "./mechanics.ts";
import { createPlug } from "./plug.ts";
import { ADDRESSES, type LabOptions, type LabState, QUIET_SHOP } from "./state.ts";
import { addressLines, buildTopology, joinLine, type Topology } from "./topology.ts";
import { startSupplicant } from "./wpa.ts";

export type { LabOptions, LabState } from "./state.ts";

export interface Lab {
  /** Words before a command that make it run on the terminal. */
  readonly enter: readonly string[];
  /** Folder with `sys` and `proc` as the terminal sees them. */
  readonly root: string;
  /** Folder with the control socket of its wpa_supplicant. */
  readonly wpa: string;
  readonly uplink: string;
  readonly addresses: typeof ADDRESSES;
  readonly terminal: Place;
  world(address: string): Place;
  /** Resolves when the network is as it is said to be. */
  set(change: Partial<LabState>): Promise<void>;
  state(): LabState;
  /** Leaves no namespace, no process and no file behind. */
  close(): Promise<void>;
}

type Close = () => Promise<void> | void;

let opened = 0;

/** What stands in the world and on the router, and listens. */
async function openServers({ world, router }: Topology, names: Readonly<Record<string, string>>) {
  const [dns, dnsAlt, portal] = await Promise.all([
    createDnsServer({ names, place: world.place(ADDRESSES.dns) }),
    createDnsServer({ names, place: world.place(ADDRESSES.dnsAlt) }),
    createReference({ name: "login", place: router.place("0.0.0.0"), now: () => new Date() }),
  ]);
  portal.setPortal(true);
  const close = async (): Promise<void> => {
    await Promise.all([dns.close(), dnsAlt.close(), portal.close()]);
  };
  return { dns, dnsAlt, portalPort: portal.port, close };
}

/** The machines, and on them everything that moves; what has to be ended is put on `closers`. */
async function assemble(options: LabOptions, closers: Close[]) {
  opened += 1;
  const topology = await buildTopology(opened, options);
  const { terminal, router, world, uplink } = topology;
  closers.push(async () => void (await Promise.all([terminal.remove(), router.remove(), world.remove()])));
  const dressed = dress(uplink, options.mobile === true);
  closers.push(dressed.remove);
  const line = await layLine(options.seed, { in: router, interface: "wan0" }, { in: world, interface: "wan0" });
  closers.push(line.close);
  await joinLine(topology);
  const servers = await openServers(topology, options.names ?? {});
  closers.push(servers.close);
  const dhcp = options.addressing === "dhcp" ? createDhcp(topology, dressed.root) : undefined;
  if (dhcp) closers.push(dhcp.close);
  else await terminal.ip(...addressLines(topology));
  const plug = createPlug(topology, options.seed);
  closers.push(plug.stop);
  const movement = createMovement({ topology, dress: dressed, line, plug, dhcp, ...servers });
  closers.push(movement.stop);
  return { topology, dressed, movement };
}

/** Rejects where namespaces may not be made: only root may. */
export async function openLab(options: LabOptions): Promise<Lab> {
  const closers: Close[] = [];
  const close = async (): Promise<void> => {
    for (const each of closers.splice(0).toReversed()) await each();
  };
  try {
    const { topology, dressed, movement } = await assemble(options, closers);
    const { terminal, world, uplink } = topology;
    let state = QUIET_SHOP;
    if (uplink === "wlan0") closers.push(startSupplicant(dressed.wpa, uplink, () => state.wifi).close);
    await movement.follow(undefined, state);
    return {
      ...{ enter: terminal.enter, root: dressed.root, wpa: dressed.wpa, uplink, addresses: ADDRESSES, close },
      terminal: terminal.place(ADDRESSES.terminal),
      world: world.place,
      state: () => state,
      set: async (change) => {
        const before = state;
        state = { ...state, ...change };
        await movement.follow(before, state);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
