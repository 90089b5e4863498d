/**
 * A terminal that reaches the world by its modem alone: the simulated modem on a pseudo-terminal, hosts and name servers on
 * real sockets, the real agent as a process of its own, and a cashier who sells by that way and tells the agent of it.
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Bench, startBench } from "../../hw-sim/bench.ts";
import { createWay } from "../../hw-sim/cashier/way.ts";
import { createCashier } from "../../hw-sim/cashier.ts";
import { startChild } from "../../hw-sim/rig/child.ts";
import { awaitDoor, type Door } from "../../hw-sim/rig/door.ts";
import { layMobileRoot } from "../../hw-sim/rig/mobile-root.ts";
import { type Program, sourceProgram } from "../../hw-sim/rig/program.ts";
import type { SetRequest } from "../../hw-sim/world-input.ts";
import { statusOf } from "./agent-view.ts";
import type { Terms } from "./living-terminal.ts";
import { VirtualClock } from "./virtual-clock.ts";

export interface ModemPlaceSetup {
  readonly seed: number;
  readonly terms: Terms;
  /** The agent from its source when nothing is said. */
  readonly program?: Program;
}

export interface ModemPlace {
  readonly bench: Bench;
  readonly door: Door;
  set(request: SetRequest): Promise<void>;
  /** What the agent's log said last. */
  log(): readonly string[];
  close(): Promise<void>;
}

/** Shorter than in life: a poll each second instead of ten, so that what waits for two missed looks waits for seconds. */
const quick = {
  modem: { poll_slow_s: 1, poll_quick_s: 0.5 },
  network: { check_slow_s: 10, check_quick_s: 1 },
  probes: {
    spread_s: 0,
    connections_per_hour: 120,
    connections_per_day: 1_000,
    kb_per_hour: 1_024,
    kb_per_day: 10_240,
  },
} as const;
const betweenSalesMs = 4_000;
const answerMs = 6_000;
const betweenLooksMs = 250;
const readyLimitMs = 60_000;
const dayMs = 86_400_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The stories are told by a clock of their own: a card that was a month old there is a month old today. */
function today(day: string): string {
  const told = new VirtualClock().wallMs();
  const aged = Date.now() - (told - Date.parse(day));
  return new Date(Math.floor(aged / dayMs) * dayMs).toISOString().slice(0, 10);
}

interface Folder {
  readonly path: string;
  /** A name of the port that outlives its number, as udev keeps one. */
  readonly port: string;
}

function configIn({ path, port }: Folder, { paths }: Bench, terms: Terms): string {
  const { host, reference, dns, dns_alt } = paths;
  const { planMb, activated, apn } = terms;
  const config = {
    terminal: { tenant: "bench", serial: "PX7-00042" },
    modem: { port, ...quick.modem, ...(apn !== undefined && { apn }) },
    sim: {
      ...(planMb !== undefined && { plan_mb: planMb }),
      ...(activated !== undefined && { activated: today(activated) }),
    },
    acquirer: { host: host.name, port: host.port, connect_timeout_s: 2 },
    reference: { portal_url: `http://${reference.name}:${reference.port}/generate_204` },
    network: { dns, dns_alt, ...quick.network },
    probes: { ...quick.probes, hold_file: join(path, "hold") },
    system: { root: layMobileRoot(path) },
    // Nobody is there: the terminal's trouble is not to be told to anybody.
    uplink: { url: "mqtt://127.0.0.1:9" },
    outbox: { dir: join(path, "outbox") },
    ipc: { socket: join(path, "agent.sock") },
  };
  const file = join(path, "config.json");
  writeFileSync(file, JSON.stringify(config));
  return file;
}

/** Sells one thing after the other until it is told to stop. */
function sell(bench: Bench, door: Door): () => Promise<void> {
  const { host, dns } = bench.paths;
  const cashier = createCashier({
    dial: createWay({ host, dns }),
    masterKey: bench.acquirer.masterKey,
    answerMs,
    tell: ({ signal, value }) => door.tell("posdiag.observe", { signal, value }),
  });
  let open = true;
  const run = async (): Promise<void> => {
    for (let customer = 0; open; customer += 1) {
      await cashier.sell({ group: customer % 2 === 0 ? "g1" : "g2" });
      await pause(betweenSalesMs);
    }
  };
  const running = run();
  return async () => {
    open = false;
    await running;
  };
}

async function recognised(door: Door): Promise<void> {
  const endMs = Date.now() + readyLimitMs;
  while ((await statusOf(door)).profile === undefined) {
    if (Date.now() > endMs) throw new Error(`the agent did not recognise the modem within ${readyLimitMs / 1_000} s`);
    await pause(betweenLooksMs);
  }
}

/** Resolves when the agent has recognised the modem. */
export async function openModemPlace({ seed, terms, program }: ModemPlaceSetup): Promise<ModemPlace> {
  const { persona } = terms;
  const bench = await startBench({ seed, broker: false, ...(persona !== undefined && { persona }) });
  const path = mkdtempSync(join(tmpdir(), "posdiag-modem-"));
  const folder = { path, port: join(path, "modem-by-id") };
  symlinkSync(bench.paths.modem, folder.port);
  const agent = startChild(program ?? sourceProgram(), ["agent", "--config", configIn(folder, bench, terms)]);
  const leave = async (): Promise<void> => {
    await agent.end();
    await bench.close();
    rmSync(path, { recursive: true, force: true });
  };
  const ended = agent.ended.then((code) =>
    Promise.reject(new Error(`the agent ended with ${code}:\n${agent.lines.join("\n")}`)),
  );
  // Told to whoever waits for the door, and to nobody later.
  ended.catch(() => {});
  try {
    const door = await Promise.race([awaitDoor(join(path, "agent.sock")), ended]);
    await recognised(door);
    const stop = sell(bench, door);
    return {
      ...{ bench, door },
      set: async (request) => {
        await bench.set(request);
        const { renumber } = request as { renumber?: unknown };
        if (typeof renumber === "string") follow(folder.port, join(dirname(bench.paths.modem), renumber));
      },
      log: () => agent.lines,
      close: async () => {
        await stop();
        door.close();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** As udev does when a port comes back under another number. */
function follow(link: string, target: string): void {
  rmSync(link);
  symlinkSync(target, link);
}
