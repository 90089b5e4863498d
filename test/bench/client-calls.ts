/** How long a call of the client library holds up the payment application, whatever has become of the agent. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { type AgentState, agentStates } from "./client-states.ts";
import { calls, type Figures, spinUs } from "./client-till.ts";
import { type Measurement, numberOf, type Outcome } from "./measurement.ts";
import { percentile, worst } from "./statistics.ts";
import type { Table } from "./table.ts";

const aimMs = 5;

interface Row extends Figures {
  readonly title: string;
}

/** The till as one file, so that no loader shares its process. */
async function buildTill(folder: string): Promise<string> {
  const outfile = join(folder, "client-till.cjs");
  await build({
    ...{ entryPoints: ["test/bench/client-till.ts"], outfile, bundle: true },
    ...{ platform: "node", target: "node20", format: "cjs", logLevel: "warning" },
  });
  return outfile;
}

interface Moments {
  ready(): void;
  half(): void;
}

async function runTill(args: readonly string[], moments: Moments): Promise<Figures> {
  const till = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const closed = once(till, "close");
  let last = "{}";
  createInterface({ input: till.stdout }).on("line", (line) => {
    last = line;
    if (line === "half") moments.half();
    if (line !== "ready") return;
    moments.ready();
    till.stdin.write("go\n");
  });
  await closed;
  return JSON.parse(last);
}

async function measure({ title, open }: AgentState, till: string, sales: number): Promise<Row> {
  await using state = await open();
  return { title, ...(await runTill([till, state.socket, String(sales)], state)) };
}

const nobody = { ready: () => {}, half: () => {} };
const figure = (us: number): string => us.toFixed(0);

function rowOf({ title, times, busyUs, sent, lost, keptKb }: Row): readonly string[] {
  const all = Object.values(times).flat();
  const late = all.filter((us) => us > aimMs * 1_000).length;
  return [
    ...[title, `${all.length}`, ...[0.5, 0.99, 0.9999].map((share) => figure(percentile(all, share)))],
    ...[(worst(all) / 1_000).toFixed(2), (busyUs / 1_000).toFixed(2), late === 0 ? "met" : `missed ${late} times`],
    ...[`${sent}`, `${lost}`, keptKb.toFixed(0)],
  ];
}

function byCall(rows: readonly Row[]): Table {
  return {
    title: "The same by call, all states together",
    columns: ["call", "calls", "median", "99 %", "worst, ms"],
    rows: calls.map((call) => {
      const all = rows.flatMap(({ times }) => times[call]);
      return [
        call,
        `${all.length}`,
        figure(percentile(all, 0.5)),
        figure(percentile(all, 0.99)),
        (worst(all) / 1_000).toFixed(2),
      ];
    }),
  };
}

const heads = [
  "agent",
  "calls",
  "median",
  "99 %",
  "99.99 %",
  "worst, ms",
  "busy, ms",
  `aim: worst ≤ ${aimMs} ms`,
  "sent",
  "lost",
  "kept, KB",
];
const notes = [
  "Sales come some hundred times as fast as in a shop: what is more than the agent takes is thrown away and counted.",
  "worst: by the clock, with what other programs took; busy: the most processor time of one call, with collection of garbage.",
  "lost: messages thrown away, unconfirmed or refused. kept: growth of the heap after a collection of garbage.",
];

export const clientCalls: Measurement = {
  name: "client",
  summary: "how long calls of the client library take while the agent is well, away, hanging or dying",
  options: { sales: { text: "sales in each state of the agent", default: "2000" } },
  run: async (values, say): Promise<Outcome> => {
    const sales = numberOf(values, "sales", [10, 100_000]);
    const folder = mkdtempSync(join(tmpdir(), "posdiag-till-"));
    try {
      const till = await buildTill(folder);
      const machine = await runTill([till, "", String(sales)], nobody);
      const rows: Row[] = [];
      for (const state of agentStates) {
        say(`client: ${state.title}`);
        rows.push(await measure(state, till, sales));
      }
      const control = { title: `(no client: calls that only take ${spinUs} µs)`, ...machine };
      const title = `Calls of the client library, microseconds (${sales} sales in each state)`;
      const tables = [{ title, columns: heads, rows: [control, ...rows].map(rowOf) }, byCall(rows)];
      return { tables, notes, data: { sales, rows }, failed: false };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
