/** The counter of `npm run sim`: sells on the bench's host over sockets, one customer after the other. */
import { type Bank, createBank } from "../acquirer/bank.ts";
import { createLine } from "../cashier/exchange.ts";
import { createWay, type WayOptions } from "../cashier/way.ts";
import { layMobileRoot } from "../rig/mobile-root.ts";
import { createAdviser } from "./adviser.ts";
import { createBody } from "./body.ts";
import type { ShopChange } from "./fields.ts";
import { type Ended, promptOf } from "./prompts.ts";
import type { ScreenView } from "./screen.ts";
import { openShop } from "./shop.ts";
import type { Shopper } from "./shopper.ts";
import type { ShopState } from "./state.ts";
import type { Telling } from "./statement.ts";
import { createRealTime } from "./time.ts";

export interface SimTillSetup {
  readonly seed: number;
  readonly pace: number;
  readonly bank: Bank;
  readonly masterKey: Buffer;
  readonly way: Pick<WayOptions, "host" | "dns">;
  /** Socket of an agent to tell and to ask; without one the screen has the application's own prompt only. */
  readonly agent?: string;
  readonly lang: "zh-CN" | "en";
  /** A folder that gets the terminal's own files, as Linux shows them. */
  readonly root?: string;
  readonly show: (view: ScreenView) => void;
}

export interface SimTill {
  /** Resolves when the customer has been served; shown after every payment. One at a time. */
  sell(shopper: Shopper): Promise<void>;
  reprint(): Promise<void>;
  change(change: ShopChange): void;
  state(): Omit<ShopState, "line"> & { readonly behind: ReturnType<Bank["circumstances"]> };
  /** Hurries whoever is served. */
  close(): void;
}

const ANSWER_MS = 30_000;

/** A bank whose days are this machine's. */
export function createSimBank(): Bank {
  return createBank(() => new Date().toDateString());
}

export function createSimTill({ seed, pace, bank, masterKey, way, agent, lang, root, show }: SimTillSetup): SimTill {
  const adviser = createAdviser(agent, lang);
  const leave = new AbortController();
  const line = createLine(createWay(way), ANSWER_MS);
  const tell = (telling: Telling): void => {
    body?.hear(telling);
    adviser.tell(telling);
  };
  const shop = openShop({ seed, bank, masterKey, line, time: createRealTime(pace, leave.signal), tell });
  const body = root === undefined ? undefined : createBody(layMobileRoot(root), shop.state());
  const present = async (ended: Ended): Promise<void> => {
    const { outcome, rc, hindrance } = ended;
    const said = { ...(rc !== undefined && { rc }), ...(hindrance !== undefined && { hindrance }) };
    show({ prompt: promptOf(ended), outcome, ...said, advice: await adviser.ask() });
  };
  return {
    sell: async (shopper) => {
      await shop.serve(shopper, present);
    },
    reprint: async () => {
      const isOut = await shop.reprint();
      show({ prompt: isOut ? "重打印完成" : "重打印失败", outcome: "none", advice: await adviser.ask() });
    },
    change: ({ shop: parts, bank: circumstances }) => {
      if (parts) shop.set(parts);
      body?.follow(shop.state());
      if (circumstances) bank.set(circumstances);
    },
    state: () => {
      const { line: _, ...state } = shop.state();
      return { ...state, behind: bank.circumstances() };
    },
    close: () => {
      leave.abort();
      adviser.close();
    },
  };
}
