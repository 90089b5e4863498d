/** A payment application that goes on working: what it says, what it asks, and how long it waits. */
import { setTimeout as delay } from "node:timers/promises";
import { type Client, connect } from "../../../src/client/client.ts";
import type { AgentStatus } from "../../../src/model/view.ts";

export interface Waits {
  /** Milliseconds from question to answer. */
  readonly trips: number[];
  /** Questions without an answer, by reason. */
  readonly failures: Record<string, number>;
}

export const noWaits = (): Waits => ({ trips: [], failures: {} });

async function ask(client: Client, waits: Waits): Promise<void> {
  const before = performance.now();
  const { kind } = await client.diagnose();
  if (kind === "answer") waits.trips.push(performance.now() - before);
  else waits.failures[kind] = (waits.failures[kind] ?? 0) + 1;
}

/** The agent takes twenty messages a second from one peer. */
const paceMs = 125;

type Done = (status: AgentStatus | undefined) => boolean;

export interface GoodClient {
  /** Sells, and asks for the diagnosis after each step, until the time is over or `done` says so. */
  work(waits: Waits, done: Done): Promise<void>;
  close(): void;
}

export function createGoodClient(socket: string): GoodClient {
  const client = connect({ socket });
  return { close: () => client.close(), work: (waits, done) => sell(client, waits, done) };
}

/** Eight steps of sales, a question after each; then a look at the agent. */
async function sell(client: Client, waits: Waits, done: Done): Promise<void> {
  let status: AgentStatus | undefined;
  do {
    for (let step = 0; step < 8; step += 1) {
      client.tell({ "txn.card_ref": `c${1 + (step >> 1)}`, "txn.stage": "sent", "txn.amount_fen": 100 + step });
      await Promise.all([ask(client, waits), delay(paceMs)]);
    }
    const reply = await client.status();
    status = reply.kind === "answer" ? reply.value : undefined;
  } while (!done(status));
}

/** Somebody who comes anew each second, as `posdiag status` does, and goes. */
export async function comeAnew(socket: string, waits: Waits, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const client = connect({ socket });
    await ask(client, waits);
    client.close();
    await delay(500);
  }
}
