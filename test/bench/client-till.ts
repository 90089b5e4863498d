/**
 * The till whose calls `client-calls.ts` measures, as a process of its own: the client library and nothing else in its heap.
 * Arguments: socket (none: only the machine is measured), sales. Says `ready`, waits for a line, says `half`, and at the end the figures.
 */
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { setTimeout as delay, setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { connect, type Posdiag } from "../../src/client/posdiag.ts";

export const calls = [
  "transaction",
  "card",
  "sent",
  "answered",
  "ended",
  "reader",
  "printer",
  "observe",
  "diagnose",
] as const;
export type Call = (typeof calls)[number];

export interface Figures {
  /** Microseconds, call by call. */
  readonly times: Readonly<Record<Call, readonly number[]>>;
  /** The most processor time of one call, microseconds: what other programs took of its time is not in it. */
  readonly busyUs: number;
  readonly sent: number;
  readonly lost: number;
  /** Growth of the heap after a collection of garbage, kilobytes. */
  readonly keptKb: number;
}

const times: Record<Call, number[]> = {
  ...{ transaction: [], card: [], sent: [], answered: [], ended: [] },
  ...{ reader: [], printer: [], observe: [], diagnose: [] },
};
let busyUs = 0;

function time<T>(call: Call, act: () => T): T {
  const before = process.cpuUsage();
  const startedMs = performance.now();
  const result = act();
  times[call].push((performance.now() - startedMs) * 1_000);
  const { user, system } = process.cpuUsage(before);
  busyUs = Math.max(busyUs, user + system);
  return result;
}

/** One sale as an application tells it; the screen asks for the diagnosis now and then. */
function sell(posdiag: Posdiag, count: number): void {
  const sale = time("transaction", () => posdiag.transaction({ type: "sale", amountFen: 100 + count }));
  time("reader", () => posdiag.reader.chip("inserted"));
  time("card", () => sale.card({ ref: `c${1 + (count % 50)}`, issuer: "bankX", entry: "icc" }));
  time("sent", () => sale.sent());
  time("answered", () => sale.answered(count % 9 === 0 ? "51" : "00", 250));
  time("printer", () => posdiag.printer.state(count % 50 === 0 ? "paper_low" : "ok"));
  time("ended", () => sale.ended("approved", { receiptPrinted: true }));
  time("observe", () => posdiag.observe("txn.last_ic_failed_flag", "0"));
  if (count % 10 === 0) void time("diagnose", () => posdiag.diagnose());
}

/** The same rhythm with calls that only take time: what this machine adds by itself. */
export const spinUs = 20;

function spin(): void {
  for (let call = 0; call < 8; call += 1) {
    time("observe", () => {
      const endMs = performance.now() + spinUs / 1_000;
      while (performance.now() < endMs);
    });
  }
}

/** A tenth of the sales come in a bunch; all come faster than from any cashier. */
async function run(sales: number, act: (count: number) => void, half: () => void): Promise<void> {
  for (let count = 0; count < sales; count += 1) {
    act(count);
    if (count === Math.floor(sales / 2)) half();
    if (count % 10 > 0) await delay(1);
    else await turn();
  }
}

function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

async function main([socket = "", sales = ""]: readonly string[]): Promise<void> {
  const posdiag = connect({ socket });
  const act = socket === "" ? spin : (count: number) => sell(posdiag, count);
  if (socket !== "") {
    posdiag.subscribe(() => {});
    // Connected, where there is anybody to connect to.
    await Promise.race([posdiag.diagnose(), delay(1_000)]);
  }
  process.stdout.write("ready\n");
  await once(process.stdin, "data");
  await run(50, act, () => {});
  for (const all of Object.values(times)) all.length = 0;
  busyUs = 0;
  const before = heapBytes();
  await run(Number(sales), act, () => process.stdout.write("half\n"));
  const own = Object.values(times).reduce((sum, { length }) => sum + length, 0) * 8;
  const keptKb = (heapBytes() - before - own) / 1_024;
  const { sent, dropped, unconfirmed, refused } = posdiag.counters();
  const figures: Figures = { times, busyUs, sent, lost: dropped + unconfirmed + refused, keptKb };
  process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0));
}

if (process.argv[1]?.endsWith("client-till.cjs")) void main(process.argv.slice(2));
