/**
 * What a payment application imports: what happens at the counter, in its own words, and the diagnosis for its screen. No
 * call waits, throws or blocks, whether the agent is there or not (docs/payment-application.md).
 */
import { connect as connectClient } from "./client.ts";
import type { Client, ClientOptions } from "./contract.ts";
import { createReader, type Reader } from "./reader.ts";
import { createTerminal, type Terminal } from "./terminal.ts";
import { beginTransaction, type Say, type Transaction, type TransactionStart } from "./transaction.ts";

export interface Posdiag extends Client, Terminal {
  /** A payment begins. From here to its end the agent takes it that one runs. */
  transaction(start: TransactionStart): Transaction;
  readonly reader: Reader;
}

/** Connects when something is first asked or said, and again whenever the agent was away. */
export function connect(options: ClientOptions): Posdiag {
  const client = connectClient(options);
  const say: Say = (facts) => client.tell(facts);
  return {
    tell: say,
    observe: (signal, value) => client.observe(signal, value),
    status: () => client.status(),
    diagnose: (asked) => client.diagnose(asked),
    alarms: (asked) => client.alarms(asked),
    code: () => client.code(),
    operate: (operation) => client.operate(operation),
    question: () => client.question(),
    followQuestions: (listener) => client.followQuestions(listener),
    answer: (question, answer) => client.answer(question, answer),
    subscribe: (listener) => client.subscribe(listener),
    counters: () => client.counters(),
    close: () => client.close(),
    transaction: (start) => beginTransaction(say, start),
    reader: createReader(say),
    ...createTerminal(say),
  };
}
