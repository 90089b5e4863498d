/**
 * A shop's network of its own, in network namespaces of this machine: the terminal, the shop's router, the mobile carrier's,
 * and the world with its name servers. Hosts stand in the world's places; programs run on the terminal with `enter` before
 * them. Linux only, and needs root.
 */
import { createDnsServer, type Names } from "../dns.ts";
import type { Place } from "../place.ts";
import { enterAddresses } from "./address-plan.ts";
import { createDhcp } from "./dhcp.ts";
import { type Dress, dress } from "./dress.ts";
import { type LineEnd, layLines } from "./line.ts";
import { createLoginPage, LOGIN_HOST } from "./login-page.ts";
import { createMovement } from "./mechanics.ts";
import { createPlug } from "./plug.ts";
import { ADDRESSES, type LabOptions, type LabState, QUIET_SHOP } from "./state.ts";
import { sweep } from "./sweep.ts";
import { addMachines, cableUp, joinLines, type Topology } from "./topology.ts";
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
  readonly router: Place;
  world(address: string): Place;
  /** Resolves when the network is as it is said to be; one change after the other. */
  set(change: Partial<LabState>): Promise<void>;
  state(): LabState;
  /** Leaves no namespace, no process and no file behind. */
  close(): Promise<void>;
}

/** What has to be ended, in the order in which it began. */
type Closers = Array<() => Promise<void> | void>;

let opened = 0;

/** What stands in the world and on the router, and listens. */
async function openServers({ world, router }: Topology, names: Names, closers: Closers) {
  const known = { [LOGIN_HOST]: ADDRESSES.gateway, ...names };
  const dns = await createDnsServer({ names: known, place: world.place(ADDRESSES.dns) });
  closers.push(dns.close);
  const dnsAlt = await createDnsServer({ names: known, place: world.place(ADDRESSES.dnsAlt) });
  closers.push(dnsAlt.close);
  const login = await createLoginPage(router.place("0.0.0.0"));
  closers.push(login.close);
  return { dns, dnsAlt, login };
}

/** The provider's line, and the carrier's. */
async function openLines({ router, carrier, world }: Topology, seed: number, closers: Closers) {
  const span = (near: LineEnd["in"], far: string) =>
    [
      { in: near, interface: "wan0" },
      { in: world, interface: far },
    ] as const;
  const pairs = [span(router, "wan0"), ...(carrier ? [span(carrier, "wan1")] : [])];
  const { lines, close } = await layLines(seed, pairs);
  closers.push(close);
  const [wan, mobile] = lines;
  if (!wan) throw new Error("no line was laid");
  return { wan, mobile };
}

async function openMachines(options: LabOptions, closers: Closers): Promise<Topology> {
  opened += 1;
  const topology = await addMachines(opened, options);
  const { terminal, router, carrier, world } = topology;
  closers.push(async () => {
    await Promise.all([terminal, router, world, ...(carrier ? [carrier] : [])].map((machine) => machine.remove()));
  });
  terminal.useNameServer(ADDRESSES.dns);
  return topology;
}

/** The first's result when both have ended: what has begun is not left alone because the other one failed. */
async function both<T>(first: Promise<T>, second: Promise<void>): Promise<T> {
  await Promise.allSettled([first, second]);
  await second;
  return first;
}

/** The machines, and on them everything that moves. */
async function assemble(options: LabOptions, state: () => LabState, closers: Closers) {
  const topology = await openMachines(options, closers);
  const dressed: Dress = dress(topology.uplink, options.mobile === true);
  closers.push(dressed.remove);
  const lines = await both(openLines(topology, options.seed, closers), cableUp(topology));
  await joinLines(topology);
  const servers = await openServers(topology, options.names ?? {}, closers);
  const byHand = options.addressing !== "dhcp";
  await enterAddresses(topology, byHand);
  const dhcp = byHand ? undefined : createDhcp(topology, dressed.root);
  if (dhcp) closers.push(dhcp.close);
  const isWifi = topology.uplink === "wlan0";
  const supplicant = isWifi ? startSupplicant(dressed.wpa, topology.uplink, () => state().wifi) : undefined;
  if (supplicant) closers.push(supplicant.close);
  const plug = createPlug(topology, options.seed);
  closers.push(plug.stop);
  const movement = createMovement({ topology, dress: dressed, plug, dhcp, supplicant, ...lines, ...servers });
  closers.push(movement.stop);
  return { topology, dressed, movement };
}

/** Everything is tried to be closed; the first thing that could not be is thrown. */
async function closeAll(closers: Closers): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers.splice(0).toReversed()) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Rejects, and says so, where namespaces or TUN devices may not be made: only root may. */
export async function openLab(options: LabOptions): Promise<Lab> {
  await sweep();
  const closers: Closers = [];
  let state = QUIET_SHOP;
  try {
    const { topology, dressed, movement } = await assemble(options, () => state, closers);
    const { terminal, router, world, uplink } = topology;
    await movement.follow(undefined, state);
    let turn: Promise<void> = Promise.resolve();
    const change = async (wanted: Partial<LabState>): Promise<void> => {
      const before = state;
      state = { ...state, ...wanted };
      await movement.follow(before, state);
    };
    return {
      ...{ enter: terminal.enter, root: dressed.root, wpa: dressed.wpa, uplink, addresses: ADDRESSES },
      terminal: terminal.place(ADDRESSES.terminal),
      router: router.place(ADDRESSES.gateway),
      world: world.place,
      state: () => state,
      set: (wanted) => {
        const done = turn.then(() => change(wanted));
        turn = done.catch(() => {}); // told to who asked for it; the next change is another matter
        return done;
      },
      close: () => closeAll(closers),
    };
  } catch (error) {
    await closeAll(closers).catch(() => {}); // the first failure is the one to tell
    throw error;
  }
}
