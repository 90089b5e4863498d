/**
 * A day in a simulated shop, minutes long: real agent, real packets, a cashier who sells; then something happens, and what the
 * agent makes of it is written down.
 */
import { existsSync, readdirSync } from "node:fs";
import { createDialUp } from "../../hw-sim/cashier/dial-up.ts";
import type { Tell } from "../../hw-sim/cashier/fact.ts";
import { createWay, type Dial } from "../../hw-sim/cashier/way.ts";
import { createCashier } from "../../hw-sim/cashier.ts";
import type { Door } from "../../hw-sim/rig/door.ts";
import type { Program } from "../../hw-sim/rig/program.ts";
import { openShop, SHOP_HOST, type Shop } from "../../hw-sim/rig/shop.ts";
import type { Happening, NetworkFault } from "../scenarios/network/fault.ts";
import { knownOf, type Status, statusOf, thoughtOf } from "./agent-view.ts";

export interface Outcome {
  readonly fault: NetworkFault;
  /** The first case after it happened; undefined: none. */
  readonly named: string | undefined;
  /** Seconds from what happened to that case. */
  readonly afterS: number | undefined;
  /** Every fault that a case named, from the beginning to the end. */
  readonly all: readonly string[];
  /** What was thought at the end, likeliest first. */
  readonly thought: readonly string[];
  /** The newest readings, and the agent's log, for who has to find out why. */
  readonly story: string;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** A quick till; a card is in the reader for longer. */
const betweenSalesMs = 4_000;
const betweenLooksMs = 500;
const usualHealthyS = 14;
const usualLimitS = 60;
/** After the case, to see whether another one is made of what follows. */
const afterwardsMs = 4_000;

/** Sells, or fails to, until it is told to stop. */
interface Till {
  happen(now: Happening): void;
  stop(): Promise<void>;
}

function wayOf({ lab, acquirer }: Shop, { tls, line }: NetworkFault, port: () => number): Dial {
  const { host: address, dns } = lab.addresses;
  const way: Dial = () =>
    createWay({
      host: { name: SHOP_HOST, address, port: port() },
      ...{ dns: [dns], place: lab.terminal },
      ...(tls && { tls: { root: acquirer.root } }),
    })();
  return line ? createDialUp(line, way) : way;
}

function openTill(shop: Shop, fault: NetworkFault, door: () => Door): Till {
  const tell: Tell = ({ signal, value }) => door().tell("posdiag.observe", { signal, value });
  let port = shop.acquirer.port;
  let says: Required<Happening>["says"] = {};
  // With a clock of its own the application would fail as the agent does, before anything is sent.
  let refuses = fault.clockAheadS !== undefined;
  const cashier = createCashier({
    dial: wayOf(shop, fault, () => port),
    masterKey: shop.acquirer.masterKey,
    answerMs: fault.answerMs ?? 6_000,
    tell,
  });
  let open = true;
  const attend = async (customer: number): Promise<void> => {
    for (const [signal, value] of Object.entries(says)) tell({ signal, value });
    if (refuses && !("txn.outcome" in says)) tell({ signal: "txn.outcome", value: "aborted" });
    if (!refuses) await cashier.sell({ group: customer % 2 === 0 ? "g1" : "g2" });
  };
  const run = async (): Promise<void> => {
    for (let customer = 0; open; customer += 1) {
      await attend(customer);
      await pause(betweenSalesMs);
    }
  };
  const running = run();
  return {
    happen: (now) => {
      says = { ...says, ...now.says };
      refuses ||= now.refuses === true;
      // Application and agent get the address of the host from the same hand.
      const mistyped = now.restart?.["acquirer"]?.["port"];
      if (typeof mistyped === "number") port = mistyped;
    },
    stop: async () => {
      open = false;
      await running;
    },
  };
}

async function happen(now: Happening, shop: Shop, till: Till): Promise<void> {
  if (now.lab) await shop.lab.set(now.lab);
  if (now.acquirer) shop.acquirer.set(now.acquirer);
  if (now.host) await shop.acquirer.setMode(now.host);
  if (now.alternate) await shop.alternate.setMode(now.alternate);
  till.happen(now);
}

/** Debian's libfaketime, without its launcher: that stays in between, and ends alone. */
function faketimeLibrary(): string {
  const folders = readdirSync("/usr/lib").map((folder) => `/usr/lib/${folder}/faketime/libfaketime.so.1`);
  const found = folders.find((path) => existsSync(path));
  if (found === undefined) throw new Error("libfaketime is not here: install Debian's package faketime");
  return found;
}

function wrapperOf({ clockAheadS }: NetworkFault): readonly string[] {
  if (clockAheadS === undefined) return [];
  const days = Math.round(clockAheadS / 86_400);
  const shift = `FAKETIME=${days < 0 ? "" : "+"}${days}d`;
  return ["env", `LD_PRELOAD=${faketimeLibrary()}`, "FAKETIME_DONT_FAKE_MONOTONIC=1", shift];
}

/** The first case, and when it came; undefined when none does within the limit. */
async function firstCase(look: () => Promise<Status>, limitMs: number) {
  const startMs = Date.now();
  while (Date.now() - startMs < limitMs) {
    const [found] = (await look()).cases;
    if (found) return { named: found.fault, afterS: (Date.now() - startMs) / 1_000 };
    await pause(betweenLooksMs);
  }
  return { named: undefined, afterS: undefined };
}

/** Lives through one fault; the agent runs from its source when no program is given. Rejects only when the bench itself fails. */
export async function liveThrough(fault: NetworkFault, seed: number, program?: Program): Promise<Outcome> {
  const { tls = false, config = {}, withinS = usualLimitS, healthyS = usualHealthyS } = fault;
  const wrapper = wrapperOf(fault);
  const shop = await openShop({
    ...{ seed, uplink: "eth", ...fault.shop, tls, config, wrapper },
    ...(program && { program }),
  });
  let door = await shop.startAgent();
  const till = openTill(shop, fault, () => door);
  const all = new Set<string>();
  const look = async (): Promise<Status> => {
    const status = await statusOf(door);
    for (const { fault: named } of status.cases) all.add(named);
    return status;
  };
  try {
    if (fault.clockAheadS === undefined) await pause(healthyS * 1_000);
    await look();
    for (const now of fault.happens) {
      await happen(now, shop, till);
      if (now.restart) door = await shop.startAgent(now.restart);
    }
    const first = await firstCase(look, withinS * 1_000);
    if (first.named !== undefined) await pause(afterwardsMs);
    const story = [...knownOf(await look()), ...shop.log().slice(-12)].join("\n");
    return { fault, ...first, all: [...all], thought: await thoughtOf(door), story };
  } finally {
    await till.stop();
    await shop.close();
  }
}
