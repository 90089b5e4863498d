/**
 * A shop with one terminal: its counter in some physical state, people who come, and the payment application that serves
 * them and tells posdiag. Over which line the host is reached, and how time passes, is given.
 */
import type { Bank } from "../acquirer/bank.ts";
import { Errands } from "../cashier/errands.ts";
import type { Line } from "../cashier/exchange.ts";
import { createDice } from "../random.ts";
import { createAliases } from "./aliases.ts";
import type { Card } from "./card.ts";
import type { Counter } from "./counter.ts";
import { pay } from "./payment.ts";
import type { Ended } from "./prompts.ts";
import type { Shopper } from "./shopper.ts";
import { print, printerState } from "./slip-printer.ts";
import { HEALTHY_SHOP, type ShopState } from "./state.ts";
import { createStatement, type TellAll } from "./statement.ts";
import type { ShopTime } from "./time.ts";

export interface ShopSetup {
  readonly seed: number;
  readonly time: ShopTime;
  readonly line: Line;
  readonly bank: Bank;
  /** The one that the acquirer has, too; 16 bytes. */
  readonly masterKey: Buffer;
  readonly tell: TellAll;
}

export interface Shop {
  state(): ShopState;
  /** Hours since it is as it is; undefined: since the shop opened. */
  hoursSince(what: "app_version" | "os_version"): number | undefined;
  /** What is not named stays. */
  set(changed: Partial<ShopState>): void;
  /** Serves one customer, again where a PIN was wrong or no slip came; each payment ends as `ended` is told. */
  serve(shopper: Shopper, ended?: (end: Ended) => void | Promise<void>): Promise<Ended>;
  /** The last slip once more; whether it came. */
  reprint(): Promise<boolean>;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WHO = { terminal: "POS00001", merchant: "MERCHANT0000001" };
/** Nobody types a fourth one. */
const MOST_PAYMENTS = 4;
const PRINT_MS = 2_000;

export function openShop({ seed, time, line, bank, masterKey, tell }: ShopSetup): Shop {
  let state = HEALTHY_SHOP;
  const statement = createStatement(tell);
  const wiped = new Set<string>();
  const changedMs = new Map<string, number>();
  const hoursSince: Shop["hoursSince"] = (what) => {
    const ms = changedMs.get(what);
    return ms === undefined ? undefined : (time.now().getTime() - ms) / HOUR_MS;
  };
  const terminalNow = () => new Date(time.now().getTime() + state.clock_ahead_days * DAY_MS);
  const cardNow = (card: Card): Card =>
    card.chip === "dirty" && wiped.has(card.account.alias) ? { ...card, chip: "good" } : card;
  const counter: Counter = {
    ...{ statement, aliases: createAliases(), pass: time.pass, cardNow, hoursSince, dice: createDice(seed, "counter") },
    state: () => state,
    errands: new Errands({ line, masterKey, tell: statement.add, now: terminalNow, who: WHO }),
    wipe: ({ account }) => void wiped.add(account.alias),
  };
  return {
    state: () => state,
    hoursSince,
    set: (changed) => {
      for (const what of ["app_version", "os_version"] as const) {
        if (changed[what] !== undefined && changed[what] !== state[what]) changedMs.set(what, time.now().getTime());
      }
      state = { ...state, ...changed };
    },
    serve: async (shopper, ended = () => {}) => {
      bank.keep(shopper.card.account);
      let end: Ended = { outcome: "aborted" };
      for (let payments = 0; payments < MOST_PAYMENTS; payments += 1) {
        end = await pay(shopper, payments < shopper.wrongPins, counter);
        await ended(end);
        if (!paysAgain(shopper, end, payments)) break;
        await time.pass(8_000);
      }
      return end;
    },
    reprint: async () => {
      await time.pass(PRINT_MS);
      const job = print(state);
      const printed = job === "printed";
      statement.say({ "printer.state": printerState(state), "printer.job": job, "txn.receipt_printed": printed });
      return printed;
    },
  };
}

/** After a wrong PIN it is typed again; a clerk who does not know better rings up anew what had no slip. */
function paysAgain({ wrongPins, chargedTwice }: Shopper, { rc, outcome, printer }: Ended, payments: number): boolean {
  if (rc === "55") return payments < Math.max(wrongPins, 1);
  return chargedTwice && payments === 0 && outcome === "approved" && printer !== undefined;
}
