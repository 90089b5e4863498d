/**
 * A payment application as terminals in China have them: signs in, sells, judges the answer's MAC, reverses what it is not sure
 * of before it sells again, settles; and says of all this what posdiag may know. It knows nothing of posdiag but its words.
 */
import { type Customer, Errands, type Outcome } from "./cashier/errands.ts";
import { createLine } from "./cashier/exchange.ts";
import { createTeller, type Tell } from "./cashier/fact.ts";
import type { PendingReversal } from "./cashier/reversals.ts";
import type { Dial } from "./cashier/way.ts";

export interface CashierSetup {
  /** `createWay` of hw-sim/cashier/way.ts, with `createDialUp` before it on a telephone line. */
  readonly dial: Dial;
  /** The one that the acquirer has, too; 16 bytes. */
  readonly masterKey: Buffer;
  readonly tell: Tell;
  /** The terminal's wall clock; this machine's when nothing is said. */
  readonly now?: () => Date;
  /** Fields 41 and 42: eight and fifteen characters. */
  readonly terminal?: string;
  readonly merchant?: string;
  /** How long an answer is waited for: parameter 12 of UnionPay's terminals, 30 s. */
  readonly answerMs?: number;
}

/** One errand at a time: whoever asks for another one meanwhile waits. */
export interface Cashier {
  signIn(): Promise<Outcome>;
  /** Signs in and reverses first where it has to. */
  sell(customer?: Customer): Promise<Outcome>;
  settle(): Promise<Outcome>;
  /** 0820/301. */
  echo(): Promise<Outcome>;
  /** The sale that is still to be reversed. */
  pending(): PendingReversal | undefined;
}

export function createCashier(setup: CashierSetup): Cashier {
  const { dial, masterKey, now = () => new Date(), answerMs = 30_000 } = setup;
  const tell = createTeller(setup.tell);
  const who = { terminal: setup.terminal ?? "POS00001", merchant: setup.merchant ?? "MERCHANT0000001" };
  const errands = new Errands({ line: createLine(dial, answerMs), masterKey, tell, now, who });
  let turn: Promise<unknown> = Promise.resolve();
  const run = (act: () => Promise<Outcome>): Promise<Outcome> => {
    const done = turn.then(async () => {
      tell({ signal: "txn.running", value: true });
      const outcome = await act();
      tell({ signal: "txn.running", value: false });
      return outcome;
    });
    turn = done;
    return done;
  };
  const transact = (type: string, act: () => Promise<Outcome>): Promise<Outcome> =>
    run(async () => {
      tell({ signal: "txn.type", value: type });
      const outcome = await act();
      tell({ signal: "txn.outcome", value: outcome });
      return outcome;
    });
  return {
    signIn: () => transact("signin", () => errands.signIn()),
    sell: (customer = {}) => transact("sale", () => errands.sell(customer)),
    settle: () => transact("settle", () => errands.settle()),
    // No transaction: it has neither type nor outcome.
    echo: () => run(() => errands.echo()),
    pending: () => errands.pending(),
  };
}
