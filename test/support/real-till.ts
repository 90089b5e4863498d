/**
 * A till beside the real agent, as a process of its own: the simulated payment application sells over real sockets to the
 * simulated acquirer, and tells the agent on its socket. Only the shop's network is this machine's.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bank, createBank } from "../../hw-sim/acquirer/bank.ts";
import { createLine } from "../../hw-sim/cashier/exchange.ts";
import { createWay } from "../../hw-sim/cashier/way.ts";
import type { HostMode } from "../../hw-sim/host.ts";
import { type NetworkPaths, openNetwork } from "../../hw-sim/network.ts";
import { startChild } from "../../hw-sim/rig/child.ts";
import { awaitDoor, type Door } from "../../hw-sim/rig/door.ts";
import { layMobileRoot } from "../../hw-sim/rig/mobile-root.ts";
import { type Program, sourceProgram } from "../../hw-sim/rig/program.ts";
import { createBody } from "../../hw-sim/shop/body.ts";
import type { Ended } from "../../hw-sim/shop/prompts.ts";
import { openShop, type Shop } from "../../hw-sim/shop/shop.ts";
import type { Shopper } from "../../hw-sim/shop/shopper.ts";
import { HEALTHY_SHOP, type ShopState } from "../../hw-sim/shop/state.ts";
import type { Telling } from "../../hw-sim/shop/statement.ts";
import { createRealTime } from "../../hw-sim/shop/time.ts";
import { HEALTHY_WORLD } from "../../hw-sim/world.ts";
import { type Look, lookAt, type Named } from "./agent-view.ts";

export interface RealTillSetup {
  readonly seed: number;
  /** The agent from its source when nothing is said. */
  readonly program?: Program;
  /** How the shop is from the morning on; what is not said is in good health. */
  readonly was?: Partial<ShopState>;
  /** Hears what the agent is told. */
  readonly hear?: (telling: Telling) => void;
}

export interface RealTill {
  /** What is set here, body, acquirer and line follow. */
  readonly shop: Shop;
  readonly bank: Bank;
  readonly door: Door;
  set(state: Partial<ShopState>): void;
  /** What the merchant reads now, in Chinese. */
  look(): Promise<Look>;
  /** Serves a customer; with what the merchant reads after the last payment. */
  serve(shopper: Shopper): Promise<{ readonly ended: Ended; readonly named: readonly Named[] }>;
  /** What the agent's log said last. */
  log(): readonly string[];
  close(): Promise<void>;
}

/** How many times as fast as life payments go. */
const pace = 14;
/** Thirty seconds of life. */
const answerMs = 2_100;
/** The agent thinks at most five times a second. */
const thoughtMs = 500;
const busyTimes = 8;
const startLimitMs = 60_000;
const hostModes = { up: "up", refuses: "down", silent: "silent" } as const satisfies Record<
  ShopState["line"],
  HostMode
>;

const dayMs = 86_400_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function configIn(folder: string, root: string, { host, reference, dns, dns_alt }: NetworkPaths): string {
  const file = join(folder, "config.json");
  const generous = { connections_per_hour: 120, connections_per_day: 1_000, kb_per_hour: 1_024, kb_per_day: 10_240 };
  const config = {
    terminal: { tenant: "bench", serial: "PX7-00042" },
    modem: { source: "none" },
    acquirer: { host: host.name, port: host.port, address: host.address, connect_timeout_s: 1 },
    reference: { portal_url: `http://${reference.name}:${reference.port}/generate_204` },
    network: { dns, dns_alt, check_quick_s: 1 },
    probes: { spread_s: 0, ...generous, hold_file: join(folder, "hold") },
    system: { root },
    feed: { file: join(root, "feed.json") },
    uplink: { url: "mqtt://127.0.0.1:9" },
    outbox: { dir: join(folder, "outbox") },
    ipc: { socket: join(folder, "agent.sock") },
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

export async function openRealTill({ seed, program, was = {}, hear = () => {} }: RealTillSetup): Promise<RealTill> {
  // The terminal's clock is this machine's: where it is wrong, the rest of the world has another time.
  let aheadDays = 0;
  const trueNow = () => new Date(Date.now() - aheadDays * dayMs);
  const bank = createBank(() => trueNow().toDateString());
  const network = await openNetwork({ seed, move: () => {}, now: trueNow, authorise: bank.authorise });
  const folder = mkdtempSync(join(tmpdir(), "posdiag-till-"));
  const root = layMobileRoot(folder);
  // Before the agent: what its first look does not find it holds the next minute against.
  const body = createBody(root, { ...HEALTHY_SHOP, ...was });
  const agent = startChild(program ?? sourceProgram(), ["agent", "--config", configIn(folder, root, network.paths)]);
  const leave = async (): Promise<void> => {
    await agent.end();
    await network.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const door = await awaitDoor(join(folder, "agent.sock"), startLimitMs).catch(async (error) => {
    await leave();
    throw new Error(`the agent does not listen:\n${agent.lines.join("\n")}`, { cause: error });
  });
  const line = createLine(createWay({ host: network.paths.host }), answerMs);
  const tell = (telling: Telling): void => {
    hear(telling);
    body.hear(telling);
    door.tell("posdiag.tell", telling);
  };
  const { masterKey } = network.acquirer;
  const time = { ...createRealTime(pace), now: trueNow };
  const counter = openShop({ seed, bank, masterKey, line, tell, time });
  let moved = Promise.resolve();
  const set = (changed: Partial<ShopState>): void => {
    counter.set(changed);
    aheadDays = counter.state().clock_ahead_days;
    body.follow(counter.state());
    moved = network.follow("clear", { ...HEALTHY_WORLD, host: hostModes[counter.state().line] });
  };
  const shop: Shop = {
    ...{ ...counter, set },
    serve: async (...customer) => {
      await moved;
      return counter.serve(...customer);
    },
  };
  const look = async (): Promise<Look> => {
    // On a busy machine the agent takes longer to think, as it does to answer.
    const askedMs = performance.now();
    await lookAt(door, "zh-CN");
    await pause(Math.max(thoughtMs, busyTimes * (performance.now() - askedMs)));
    return lookAt(door, "zh-CN");
  };
  return {
    ...{ shop, bank, door, set, look },
    serve: async (shopper) => {
      const ended = await shop.serve(shopper);
      return { ended, named: (await look()).verdicts };
    },
    log: () => agent.lines,
    close: async () => {
      door.close();
      await leave();
    },
  };
}
