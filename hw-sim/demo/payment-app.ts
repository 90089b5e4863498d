/**
 * A payment application as small as can be: every few seconds a sale over the simulated network, and what became of it
 * told to posdiag in three words. It knows nothing about posdiag but the socket, and never waits for it.
 */
import { Resolver } from "node:dns/promises";
import { createConnection } from "node:net";
import type { ServedPaths } from "../bench.ts";
import type { Door } from "../rig/door.ts";

/** What its own screen shows; the names of the outcomes are posdiag's. */
export type Sale = "approved" | "timeout" | "aborted";

export const prompts: Readonly<Record<Sale, string>> = {
  approved: "交易成功",
  timeout: "交易失败：超时",
  aborted: "连接失败",
};

const salesKept = 20;
const lookUpLimitMs = 1_500;
const connectLimitMs = 2_000;
const answerLimitMs = 4_000;

async function lookUp({ host, dns }: ServedPaths): Promise<string | undefined> {
  const resolver = new Resolver({ timeout: lookUpLimitMs, tries: 1 });
  resolver.setServers(dns);
  try {
    return (await resolver.resolve4(host.name))[0];
  } catch {
    // Whatever the name server said or did not say, there is no address.
    return undefined;
  }
}

/** One message out, one message back. */
function exchange(address: string, port: number): Promise<Sale> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: address, port });
    let sent = false;
    const end = (sale: Sale): void => {
      socket.destroy();
      resolve(sale);
    };
    socket.setTimeout(connectLimitMs, () => end(sent ? "timeout" : "aborted"));
    socket.once("connect", () => {
      socket.setTimeout(answerLimitMs);
      socket.write("SALE 0200");
      sent = true;
    });
    socket.once("data", () => end("approved"));
    socket.once("error", () => end(sent ? "timeout" : "aborted"));
  });
}

export interface PaymentApp {
  /** The newest sale's outcome. */
  last(): Sale | undefined;
  /** The newest sales, oldest first: how it went at the counter. */
  recent(): readonly Sale[];
  close(): Promise<void>;
}

export function startPaymentApp(paths: ServedPaths, door: Door, everyMs = 2_000): PaymentApp {
  const observe = (signal: string, value: unknown) => door.tell("posdiag.observe", { signal, value });
  const sales: Sale[] = [];
  let open = true;
  let wake = (): void => {};

  async function sell(): Promise<void> {
    observe("txn.running", true);
    const address = await lookUp(paths);
    const sale = address === undefined ? "aborted" : await exchange(address, paths.host.port);
    sales.push(sale);
    if (sales.length > salesKept) sales.shift();
    observe("txn.outcome", sale);
    observe("txn.running", false);
  }

  async function run(): Promise<void> {
    while (open) {
      await sell();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const running = run();
  return {
    last: () => sales.at(-1),
    recent: () => sales,
    close: async () => {
      open = false;
      wake();
      await running;
    },
  };
}
