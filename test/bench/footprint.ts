/** What the agent costs a terminal, beside bare Node and beside its packages alone, all in one run. */
import { statSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { copyShippedProgram, type Program, shippedEnv, shippedFlags, sourceProgram } from "../../hw-sim/rig/program.ts";
import { agentRow, codeRow, type Row, type Started, type Startup } from "./footprint-rows.ts";
import { type Measurement, numberOf, type Outcome } from "./measurement.ts";
import { type Memory, memoryOf, ticksOf, ticksPerSecond } from "./proc.ts";
import { median } from "./statistics.ts";

const packages = ["serialport", "@serialport/parser-readline", "mqtt", "protobufjs/minimal", "node-ipc"] as const;
const shipped = "agent as shipped";
const aims = { residentMb: 64, cpuPercent: 0.3, firstReadingMs: 250 } as const;

interface Sample extends Startup, Memory {
  readonly cpuPercent: number;
}

interface Weighed {
  readonly row: Row;
  readonly samples: readonly Sample[];
}

interface Plan {
  readonly settleS: number;
  readonly windowS: number;
}

function rowsOf(copy: Program): readonly Row[] {
  const plain: Program = { words: [process.execPath], env: {} };
  const tuned: Program = { words: [process.execPath, ...shippedFlags], env: shippedEnv };
  const [file, ...rest] = copy.words;
  const lite: Program = { words: [file, "--lite-mode", ...rest], env: copy.env };
  return [
    codeRow("bare node", "", plain),
    codeRow("bare node, the unit's flags", "", tuned),
    codeRow("five packages imported", packages.map((name) => `require(${JSON.stringify(name)})`).join(";"), plain),
    agentRow("agent from source (development)", sourceProgram()),
    agentRow(shipped, copy),
    agentRow("agent as shipped, --lite-mode", lite),
  ];
}

/** Processor time of all, over the same window, as percent of one core. */
async function restingCpu(all: readonly Started[], windowS: number): Promise<readonly number[]> {
  const before = all.map(({ pid }) => ticksOf(pid));
  const startMs = performance.now();
  await delay(windowS * 1000);
  const seconds = (performance.now() - startMs) / 1000;
  return all.map(({ pid }, at) => (100 * (ticksOf(pid) - (before[at] ?? 0))) / ticksPerSecond / seconds);
}

/** Every row once: started one after the other, then at rest side by side. */
async function sampleAll(rows: readonly Row[], seed: number, { settleS, windowS }: Plan): Promise<readonly Sample[]> {
  const all: Started[] = [];
  try {
    for (const row of rows) {
      all.push(await row.start(seed));
      await delay(500); // The next one starts on a machine at rest.
    }
    await delay(settleS * 1000);
    const memory = all.map(({ pid }) => memoryOf(pid));
    const cpu = await restingCpu(all, windowS);
    return all.flatMap(({ startup }, at) => {
      const own = memory[at];
      return own ? [{ ...startup, ...own, cpuPercent: cpu[at] ?? Number.NaN }] : [];
    });
  } finally {
    await Promise.all(all.map((one) => one.end()));
  }
}

const megabytes = (kb: number): number => kb / 1024;

function middle(samples: readonly Sample[], of: (sample: Sample) => number | undefined): number | undefined {
  const values = samples.flatMap((sample) => of(sample) ?? []);
  return values.length === 0 ? undefined : median(values);
}

const shown = (value: number | undefined, digits: number): string => (value === undefined ? "" : value.toFixed(digits));

function cellsOf({ row, samples }: Weighed): readonly string[] {
  return [
    row.name,
    shown(
      middle(samples, ({ readyMs }) => readyMs),
      0,
    ),
    shown(
      middle(samples, ({ answerMs }) => answerMs),
      0,
    ),
    shown(
      middle(samples, ({ simMs }) => simMs),
      0,
    ),
    shown(
      middle(samples, ({ residentKb }) => megabytes(residentKb)),
      1,
    ),
    shown(
      middle(samples, ({ privateKb }) => megabytes(privateKb)),
      1,
    ),
    shown(
      middle(samples, ({ cpuPercent }) => cpuPercent),
      2,
    ),
  ];
}

function aimRows(samples: readonly Sample[]): readonly (readonly string[])[] {
  const judged = (what: string, aim: number, [value, digits]: readonly [number | undefined, number]) => [
    what,
    `≤ ${aim}`,
    shown(value, digits),
    value !== undefined && value <= aim ? "met" : "MISSED",
  ];
  const ready = middle(samples, ({ readyMs }) => readyMs);
  const answer = middle(samples, ({ answerMs }) => answerMs);
  return [
    judged("first Reading (port open), ms", aims.firstReadingMs, [ready, 0]),
    judged("first answer of the modem, ms", aims.firstReadingMs, [answer, 0]),
    judged("resident, MB", aims.residentMb, [middle(samples, ({ residentKb }) => megabytes(residentKb)), 1]),
    judged("CPU at rest, % of a core", aims.cpuPercent, [middle(samples, ({ cpuPercent }) => cpuPercent), 2]),
  ];
}

export const footprint: Measurement = {
  name: "footprint",
  summary: "start-up, memory and processor time beside bare Node and the packages alone",
  options: {
    runs: { text: "how often everything is measured; the table has medians", default: "5" },
    settle: { text: "seconds from the last start to the look at memory", default: "8" },
    window: { text: "seconds over which processor time is taken", default: "30" },
  },
  run: async (values, say): Promise<Outcome> => {
    const runs = numberOf(values, "runs", [1, 1_000]);
    const plan = { settleS: numberOf(values, "settle", [0, 3_600]), windowS: numberOf(values, "window", [1, 3_600]) };
    using copy = copyShippedProgram();
    const rows = rowsOf(copy.program);
    const samples: (readonly Sample[])[] = [];
    for (let run = 1; run <= runs; run += 1) {
      say(`footprint: run ${run} of ${runs}`);
      samples.push(await sampleAll(rows, run, plan));
    }
    const weighed = rows.map((row, at) => ({ row, samples: samples.flatMap((run) => run[at] ?? []) }));
    const asShipped = weighed.find(({ row }) => row.name === shipped)?.samples ?? [];
    return {
      tables: [
        {
          title: `Footprint, median of ${runs} (agents poll the modem once a second; CPU over ${plan.windowS} s)`,
          columns: ["what", "ready ms", "modem answers ms", "SIM read ms", "resident MB", "private MB", "CPU %"],
          rows: weighed.map(cellsOf),
        },
        {
          title: "The agent as shipped and its aims",
          columns: ["what", "aim", "measured", ""],
          rows: aimRows(asShipped),
        },
      ],
      notes: [
        `The bundle has ${statSync(copy.bundle).size} bytes.`,
        "Ready: it runs; of an agent: the serial port is open and the first Reading made. MB are 2^20 bytes.",
      ],
      data: {
        bundleBytes: statSync(copy.bundle).size,
        rows: weighed.map(({ row, samples: all }) => ({ name: row.name, samples: all })),
      },
      failed: false,
    };
  },
};
