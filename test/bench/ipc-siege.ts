/** A million hostile inputs on the local socket of the real agent, beside a good client; and node-ipc as it comes under the same. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { copyShippedProgram } from "../../hw-sim/rig/program.ts";
import { bringUp, openRig } from "../../hw-sim/rig/rig.ts";
import type { AgentStatus } from "../../src/model/view.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import { memoryOf } from "./proc.ts";
import { type Army, countOf, raise, start } from "./siege/army.ts";
import { comeAnew, createGoodClient, noWaits, type Waits } from "./siege/good-client.ts";
import { median, percentile, worst } from "./statistics.ts";
import type { Table } from "./table.ts";

const options = {
  inputs: { text: "how many the agent must have judged", default: "1000000" },
  seed: { text: "0 draws one", default: "2026" },
  minutes: { text: "the siege ends then, whatever was judged", default: "4" },
} as const;

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What went through the guard's hands: taken, and refused by kind. */
const judgedBy = ({ ipc }: AgentStatus): number => ipc.accepted + total(ipc.refused);

/** Highest resident memory of a process, in MB, looked at ten times a second. */
function watchMemory(pid: number) {
  const look = () => memoryOf(pid).residentKb / 1_024;
  const before = look();
  let peak = before;
  const timer = setInterval(() => {
    try {
      peak = Math.max(peak, look());
    } catch {
      clearInterval(timer); // It is gone.
    }
  }, 100);
  return { before, look, peak: () => peak, end: () => clearInterval(timer) };
}

function tripRow(what: string, { trips, failures }: Waits): readonly string[] {
  const shown = (of: (values: readonly number[]) => number) => (trips.length === 0 ? "" : of(trips).toFixed(1));
  const failed = Object.entries(failures).map(([kind, count]) => `${count} ${kind}`);
  return [
    what,
    String(trips.length),
    shown(median),
    shown((v) => percentile(v, 0.99)),
    shown(worst),
    failed.join(", ") || "0",
  ];
}

interface Siege {
  readonly alone: Waits;
  /** Beside as many programs that only count, which shows what is the socket's and what the processor's. */
  readonly beside: Waits;
  readonly under: Waits;
  readonly newcomers: Waits;
  readonly sent: ReturnType<Army["sent"]>;
  readonly status: AgentStatus | undefined;
  readonly seconds: number;
  readonly memory: { readonly before: number; readonly peak: number; readonly after: number };
  readonly alive: boolean;
}

interface Plan {
  readonly inputs: number;
  readonly seed: number;
  readonly limitMs: number;
  say(line: string): void;
}

function inTime(ms: number): () => boolean {
  const endMs = performance.now() + ms;
  return () => performance.now() > endMs;
}

async function besideBusyPrograms(work: () => Promise<void>): Promise<void> {
  const busy = Array.from({ length: 4 }, () => start(["-e", "for (;;);"]));
  await work();
  for (const child of busy) child.kill("SIGKILL");
}

async function besiege({ inputs, seed, limitMs, say }: Plan): Promise<Siege> {
  using copy = copyShippedProgram();
  const rig = await openRig({ seed, program: copy.program, quiet: true });
  try {
    const { agent, door } = await bringUp(rig);
    door.close();
    let alive = true;
    void agent.ended.then(() => {
      alive = false;
    });
    const good = createGoodClient(rig.socket);
    const [alone, beside, under, newcomers] = [noWaits(), noWaits(), noWaits(), noWaits()];
    await good.work(alone, inTime(15_000));
    await besideBusyPrograms(() => good.work(beside, inTime(15_000)));
    const memory = watchMemory(agent.pid);
    const beganMs = performance.now();
    const { socket } = rig;
    const army = raise([
      ...[1, 2, 3].map((at) => ({ socket, seed: seed + at, peers: 8 })),
      { socket, seed: seed + 4, peers: 24, sits: true },
    ]);
    const stop = new AbortController();
    const coming = comeAnew(socket, newcomers, stop.signal);
    let status: AgentStatus | undefined;
    await good.work(under, (seen) => {
      status = seen ?? status;
      const judged = seen ? judgedBy(seen) : 0;
      say(
        `${Math.round((performance.now() - beganMs) / 1_000)} s: ${judged} judged, ${countOf(army.sent())} sent, ${memory.peak().toFixed(0)} MB at most`,
      );
      return !alive || judged >= inputs || performance.now() - beganMs > limitMs;
    });
    stop.abort();
    const seconds = (performance.now() - beganMs) / 1_000;
    await Promise.all([army.end(), coming]);
    await delay(5_000);
    const after = alive ? memory.look() : 0;
    memory.end();
    good.close();
    return {
      ...{ alone, beside, under, newcomers, status, seconds, alive },
      sent: army.sent(),
      memory: { before: memory.before, peak: memory.peak(), after },
    };
  } finally {
    await rig.close();
  }
}

interface Fall {
  readonly sent: number;
  readonly seconds: number;
  readonly peakMb: number;
  readonly alive: boolean;
}

/** node-ipc with its usual settings under the first process of the same siege. */
async function besiegeUnguarded(seed: number, without: readonly string[]): Promise<Fall> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-unguarded-"));
  const socket = join(folder, "s.sock");
  const child = start([fileURLToPath(new URL("siege/unguarded.ts", import.meta.url)), socket]);
  let alive = true;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void gone.then(() => {
    alive = false;
  });
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  const memory = watchMemory(child.pid ?? 0);
  const beganMs = performance.now();
  const army = raise([{ socket, seed: seed + 1, peers: 8, without }]);
  await Promise.race([gone, delay(20_000)]);
  const seconds = (performance.now() - beganMs) / 1_000;
  const stillAlive = alive;
  await army.end();
  memory.end();
  child.kill("SIGKILL");
  await gone;
  rmSync(folder, { recursive: true, force: true });
  return { sent: countOf(army.sent()), seconds, peakMb: memory.peak(), alive: stillAlive };
}

function tablesOf(siege: Siege, falls: readonly (readonly [string, Fall])[]): readonly Table[] {
  const { sent, status, memory } = siege;
  const ipc = status?.ipc;
  const mb = (value: number) => value.toFixed(1);
  const counted = (counts: Readonly<Record<string, number>> = {}) =>
    Object.entries(counts).map(([kind, n]) => [kind, String(n)]);
  return [
    {
      title: "The agent and node-ipc as it comes",
      columns: ["what", "inputs", "seconds", "alive", "MB before", "MB at most", "MB after"],
      rows: [
        [
          "the agent, judged",
          String(status ? judgedBy(status) : 0),
          siege.seconds.toFixed(0),
          siege.alive ? "yes" : "NO",
          mb(memory.before),
          mb(memory.peak),
          mb(memory.after),
        ],
        ...falls.map(([what, fall]) => [
          what,
          String(fall.sent),
          fall.seconds.toFixed(1),
          fall.alive ? "yes" : "no",
          "",
          mb(fall.peakMb),
          "",
        ]),
      ],
    },
    {
      title: "Milliseconds from question to answer",
      columns: ["who", "answers", "median", "99 %", "worst", "without answer"],
      rows: [
        tripRow("good client, alone", siege.alone),
        tripRow("the same, beside four busy programs", siege.beside),
        tripRow("the same, besieged", siege.under),
        tripRow("a newcomer each time, besieged", siege.newcomers),
      ],
    },
    {
      title: "Sent, by kind",
      columns: ["kind", "inputs"],
      rows: [...counted(sent.inputs), ["all", String(countOf(sent))], ["MB", (sent.bytes / 2 ** 20).toFixed(0)]],
    },
    {
      title: "Refused, by kind",
      columns: ["kind", "messages"],
      rows: [["taken", String(ipc?.accepted ?? 0)], ...counted(ipc?.refused)],
    },
    {
      title: "Connections",
      columns: ["what", "count"],
      rows: [
        ["made by hostile peers", String(sent.connections)],
        ["not made", String(sent.refused)],
        ...counted(ipc?.cut),
      ],
    },
  ];
}

export const ipcSiege: Measurement = {
  name: "ipc-siege",
  summary: "a million hostile inputs on the local socket, beside a good client; and node-ipc without the guard",
  options,
  run: async (values, say): Promise<Outcome> => {
    const [inputs, seed] = [numberOf(values, "inputs", [1_000, 1e8]), seedOf(values)];
    const limitMs = 60_000 * numberOf(values, "minutes", [0.1, 600]);
    const siege = await besiege({ ...{ inputs, seed, limitMs, say } });
    say("node-ipc as it comes");
    const falls = [
      ["node-ipc as it comes", await besiegeUnguarded(seed, [])],
      ["the same, without an id that is no text", await besiegeUnguarded(seed, ["an id that is no text"])],
      ["and without a type that is none", await besiegeUnguarded(seed, ["an id that is no text", "no type"])],
    ] as const;
    const served = siege.under.trips.length > 0 && Object.keys(siege.under.failures).length === 0;
    const judged = siege.status ? judgedBy(siege.status) : 0;
    return {
      tables: tablesOf(siege, falls),
      notes: [`Seed ${seed}. MB are 2^20 bytes, resident.`],
      data: { seed, siege, falls },
      failed: !siege.alive || !served || judged < inputs,
    };
  },
};
