/**
 * A terminal in a shop's network: the lab's namespaces, the acquirer's host with its second address and an independent one in
 * the world, and the real agent on the terminal, as a process of its own.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Acquirer, createAcquirer } from "../acquirer.ts";
import { createHost, type Host } from "../host.ts";
import { type Lab, type LabOptions, openLab } from "../lab/lab.ts";
import { ADDRESSES } from "../lab/state.ts";
import { createReference } from "../reference.ts";
import { type Child, startChild } from "./child.ts";
import { awaitDoor, type Door } from "./door.ts";
import { type Program, sourceProgram } from "./program.ts";

/** Sections of the agent's configuration, to add or change. */
export type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface ShopOptions extends Omit<LabOptions, "names"> {
  readonly program?: Program;
  /** Whether the host speaks TLS, and the agent is to know. */
  readonly tls?: boolean;
  /** Words before the agent's, such as those of `faketime`. */
  readonly wrapper?: readonly string[];
  readonly config?: Sections;
}

export interface Shop {
  readonly lab: Lab;
  readonly acquirer: Acquirer;
  /** The host's second address. */
  readonly alternate: Host;
  readonly folder: string;
  /** Starts the agent, or starts it anew with another configuration; resolves when it listens. */
  startAgent(changes?: Sections): Promise<Door>;
  /** What the agent's log said last. */
  log(): readonly string[];
  close(): Promise<void>;
}

export const SHOP_HOST = "host.acquirer.test";

type Parties = Pick<Shop, "acquirer" | "alternate"> & { readonly reference: Host };

async function invite(lab: Lab, { seed, tls }: ShopOptions): Promise<Parties> {
  const now = () => new Date();
  const [acquirer, alternate, reference] = await Promise.all([
    createAcquirer({ name: SHOP_HOST, seed, now, place: lab.world(ADDRESSES.host) }),
    createHost({ name: SHOP_HOST, place: lab.world(ADDRESSES.hostAlt) }),
    createReference({ name: "reference.test", now, place: lab.world(ADDRESSES.reference) }),
  ]);
  if (tls) acquirer.set({ tls: "good" });
  return { acquirer, alternate, reference };
}

interface Site extends Parties {
  readonly lab: Lab;
  readonly folder: string;
}

function settings({ lab, folder, acquirer, alternate, reference }: Site, { tls }: ShopOptions): Sections {
  const ca = join(folder, "ca.pem");
  writeFileSync(ca, acquirer.root);
  return {
    terminal: { tenant: "bench", serial: "PX7-00042" },
    modem: { source: "none" },
    acquirer: {
      ...{ host: SHOP_HOST, port: acquirer.port, address: ADDRESSES.host, connect_timeout_s: 3 },
      ...{ alt_address: ADDRESSES.hostAlt, alt_port: alternate.port },
      ...(tls ? { tls: "on", ca_file: ca, consent: true } : {}),
    },
    reference: { portal_url: `http://${ADDRESSES.reference}:${reference.port}/generate_204` },
    network: { dns: [ADDRESSES.dns], dns_alt: [ADDRESSES.dnsAlt], wpa_dir: lab.wpa },
    probes: { level: tls ? 3 : 2, hold_file: join(folder, "hold") },
    system: { root: lab.root },
    // Nobody is there: the shop's trouble is not to be told to anybody.
    uplink: { url: "mqtt://127.0.0.1:9" },
    outbox: { dir: join(folder, "outbox") },
    ipc: { socket: join(folder, "agent.sock") },
  };
}

function merge(base: Sections, changes: Sections = {}): Sections {
  const changed = Object.entries(changes).map(([section, part]) => [section, { ...base[section], ...part }] as const);
  return { ...base, ...Object.fromEntries(changed) };
}

export async function openShop(options: ShopOptions): Promise<Shop> {
  const lab = await openLab({ ...options, names: { [SHOP_HOST]: ADDRESSES.host } });
  const folder = join(lab.root, "agent");
  mkdirSync(folder);
  const parties = await invite(lab, options);
  const base = merge(settings({ lab, folder, ...parties }, options), options.config);
  const program = options.program ?? sourceProgram();
  const [enter = "", ...rest] = [...lab.enter, ...(options.wrapper ?? []), ...program.words];
  const configFile = join(folder, "config.json");
  let agent: Child | undefined;
  let door: Door | undefined;
  const stop = async (): Promise<void> => {
    door?.close();
    await agent?.end();
  };
  return {
    ...{ lab, folder, acquirer: parties.acquirer, alternate: parties.alternate },
    log: () => agent?.lines ?? [],
    startAgent: async (changes) => {
      await stop();
      writeFileSync(configFile, JSON.stringify(merge(base, changes), null, 2));
      agent = startChild({ words: [enter, ...rest], env: program.env }, ["agent", "--config", configFile]);
      const child = agent;
      door = await Promise.race([
        awaitDoor(join(folder, "agent.sock"), 60_000),
        child.ended.then((code) =>
          Promise.reject(new Error(`the agent ended with ${code}:\n${child.lines.join("\n")}`)),
        ),
      ]);
      return door;
    },
    close: async () => {
      await stop();
      await Promise.all([parties.acquirer.close(), parties.alternate.close(), parties.reference.close()]);
      await lab.close();
    },
  };
}
