/**
 * A till beside the real agent, as a process of its own: the simulated payment application sells over real sockets to the
 * simulated acquirer, and tells the agent on its socket. Only the shop's network is this machine's.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bank, createBank } from "../../hw-sim/acquirer/bank.ts";
import { createAcquirer } from "../../hw-sim/acquirer.ts";
import { createLine } from "../../hw-sim/cashier/exchange.ts";
import { createWay } from "../../hw-sim/cashier/way.ts";
import { startChild } from "../../hw-sim/rig/child.ts";
import { awaitDoor } from "../../hw-sim/rig/door.ts";
import { layMobileRoot } from "../../hw-sim/rig/mobile-root.ts";
import { sourceProgram } from "../../hw-sim/rig/program.ts";
import { createBody } from "../../hw-sim/shop/body.ts";
import type { Ended } from "../../hw-sim/shop/prompts.ts";
import { openShop, type Shop } from "../../hw-sim/shop/shop.ts";
import type { Shopper } from "../../hw-sim/shop/shopper.ts";
import type { ShopState } from "../../hw-sim/shop/state.ts";
import { createRealTime } from "../../hw-sim/shop/time.ts";

export interface Named {
  readonly fault: string;
  readonly probability: number;
  readonly say: string;
  readonly do_not: readonly string[];
}

export interface RealTill {
  readonly shop: Shop;
  readonly bank: Bank;
  set(state: Partial<ShopState>): void;
  /** Serves a customer; with what the merchant reads after the last payment, in Chinese. */
  serve(shopper: Shopper): Promise<{ readonly ended: Ended; readonly named: readonly Named[] }>;
  close(): Promise<void>;
}

const pace = 14;
/** The agent thinks at most five times a second. */
const thoughtMs = 500;
const name = "host.acquirer.test";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function configIn(folder: string, root: string, port: number): string {
  const file = join(folder, "config.json");
  const config = {
    terminal: { tenant: "bench", serial: "PX7-00042" },
    modem: { source: "none" },
    acquirer: { host: name, port, address: "127.0.0.1" },
    probes: { level: 0 },
    system: { root },
    uplink: { url: "mqtt://127.0.0.1:9" },
    outbox: { dir: join(folder, "outbox") },
    ipc: { socket: join(folder, "agent.sock") },
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

export async function openRealTill(seed: number): Promise<RealTill> {
  const bank = createBank(() => new Date().toDateString());
  const acquirer = await createAcquirer({ name, seed, now: () => new Date(), authorise: bank.authorise });
  const folder = mkdtempSync(join(tmpdir(), "posdiag-till-"));
  const root = layMobileRoot(folder);
  const agent = startChild(sourceProgram(), ["agent", "--config", configIn(folder, root, acquirer.port)]);
  const door = await awaitDoor(join(folder, "agent.sock"), 20_000);
  const line = createLine(createWay({ host: acquirer }), 5_000);
  const { masterKey } = acquirer;
  const tell = (telling: object) => door.tell("posdiag.tell", telling);
  const shop = openShop({ seed, bank, masterKey, line, tell, time: createRealTime(pace) });
  const body = createBody(root, shop.state());
  const look = async (): Promise<readonly Named[]> => {
    await pause(thoughtMs);
    const { diagnosis } = await door.ask("posdiag.diagnose", { lang: "zh-CN" });
    const { verdicts = [] }: { readonly verdicts?: readonly Named[] } =
      typeof diagnosis === "object" && diagnosis !== null ? diagnosis : {};
    return verdicts;
  };
  return {
    ...{ shop, bank },
    set: (state) => {
      shop.set(state);
      body.follow(shop.state());
    },
    serve: async (shopper) => {
      const ended = await shop.serve(shopper);
      return { ended, named: await look() };
    },
    close: async () => {
      door.close();
      await agent.end();
      await acquirer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
