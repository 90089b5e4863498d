/**
 * A whole terminal on the bench: the simulated world and the real agent in it, as a process of its own. The demo, the
 * measurements and the durability harness stand on it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, startBench } from "../bench.ts";
import { type Child, startChild } from "./child.ts";
import { awaitDoor, type Door } from "./door.ts";
import { layMobileRoot } from "./mobile-root.ts";
import { type Program, sourceProgram } from "./program.ts";

export interface RigOptions {
  readonly seed: number;
  readonly program?: Program;
  /** A broker that is already there; without one the bench's own (MQTT 3.1.1). */
  readonly broker?: string;
  readonly serial?: string;
  /** A modem that announces nothing by itself. */
  readonly quiet?: boolean;
  /** Sections of the configuration to add or change. */
  readonly config?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Rig {
  readonly bench: Bench;
  readonly broker: string;
  readonly socket: string;
  readonly configFile: string;
  readonly folder: string;
  startAgent(): Child;
  /** Resolves when the agent has recognised the modem and reached the broker. */
  ready(door: Door, limitMs?: number): Promise<void>;
  close(): Promise<void>;
}

export const tenant = "bench";

const generous = {
  ...{ connections_per_hour: 120, connections_per_day: 1_000 },
  ...{ kb_per_hour: 1_024, kb_per_day: 10_240 },
};

function settings(options: RigOptions, bench: Bench, folder: string): Record<string, Record<string, unknown>> {
  const { host, reference, dns, dns_alt, modem, broker } = bench.paths;
  const base: Record<string, Record<string, unknown>> = {
    terminal: { tenant, serial: options.serial ?? "PX7-00042" },
    modem: { port: modem, apn: "cmnet" },
    acquirer: { host: host.name, port: host.port, connect_timeout_s: 2 },
    reference: { portal_url: `http://${reference.name}:${reference.port}/generate_204` },
    network: { dns, dns_alt },
    // On a bench troubles follow each other faster than in life, and there is no fleet.
    probes: { spread_s: 1, ...generous, hold_file: join(folder, "hold") },
    uplink: { url: options.broker ?? broker, keepalive_s: 60 },
    system: { root: layMobileRoot(folder) },
    // Every raise is told: what is measured here is raised again and again.
    alarms: { rearm_min: 0 },
    outbox: { dir: join(folder, "outbox") },
    ipc: { socket: join(folder, "agent.sock") },
  };
  for (const [section, change] of Object.entries(options.config ?? {})) {
    base[section] = { ...base[section], ...change };
  }
  return base;
}

interface Health {
  readonly modem?: { readonly profile?: unknown };
  readonly uplink?: { readonly state?: unknown };
}

async function isReady(door: Door): Promise<boolean> {
  const { status } = await door.ask("posdiag.status");
  const { modem, uplink }: Health = typeof status === "object" && status !== null ? status : {};
  return typeof modem?.profile === "string" && uplink?.state === "connected";
}

export async function openRig(options: RigOptions): Promise<Rig> {
  const { seed, quiet = false } = options;
  const bench = await startBench({ seed, quiet, broker: options.broker === undefined });
  const folder = mkdtempSync(join(tmpdir(), "posdiag-rig-"));
  const configFile = join(folder, "config.json");
  writeFileSync(configFile, JSON.stringify(settings(options, bench, folder), null, 2));
  const children = new Set<Child>();
  return {
    bench,
    folder,
    configFile,
    broker: options.broker ?? bench.paths.broker ?? "",
    socket: join(folder, "agent.sock"),
    startAgent: () => {
      const child = startChild(options.program ?? sourceProgram(), ["agent", "--config", configFile]);
      children.add(child);
      void child.ended.then(() => children.delete(child));
      return child;
    },
    ready: async (door, limitMs = 20_000) => {
      const endMs = Date.now() + limitMs;
      while (!(await isReady(door))) {
        if (Date.now() > endMs) throw new Error(`the agent was not ready within ${limitMs / 1_000} s`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    close: async () => {
      await Promise.all([...children].map((child) => child.end()));
      await bench.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the agent and waits until it listens. */
export async function bringUp(rig: Rig): Promise<{ readonly agent: Child; readonly door: Door }> {
  const agent = rig.startAgent();
  const door = await Promise.race([
    awaitDoor(rig.socket),
    agent.ended.then((code) => {
      throw new Error(`the agent ended with ${code}:\n${agent.lines.join("\n")}`);
    }),
  ]);
  await rig.ready(door);
  return { agent, door };
}
