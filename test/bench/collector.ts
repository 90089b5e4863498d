/**
 * Whether collectors keep up with 100,000 terminals, at their usual rate and at ten times that, while one of them is killed again and again;
 * and what the database could take at most. In the end the database is looked through: nothing twice, nothing missing.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../src/base/random.ts";
import { createCrew } from "./collector/crew.ts";
import { childNamed, createBroker, fill, openWhenUp, secondsOf, startPostgres, stored } from "./collector/ground.ts";
import { copyPlainly, type Plain } from "./collector/plain.ts";
import { createWorld, usualDay } from "./collector/world.ts";
import { type Measurement, numberOf, type Outcome, seedOf, wordOf } from "./measurement.ts";
import { percentile, worst } from "./statistics.ts";
import type { Table } from "./table.ts";

const cameBefore = 500;
const minuteMs = 60_000;

interface Phase {
  readonly name: string;
  readonly seconds: number;
  readonly messages: number;
  readonly latencies: readonly number[];
  /** Processor seconds by who spent them. */
  readonly cpu: Readonly<Record<"collectors" | "database" | "broker", number>>;
}

function rowOf({ name, seconds, messages, latencies, cpu }: Phase): readonly string[] {
  const at = (share: number) => (latencies.length === 0 ? "–" : percentile(latencies, share).toFixed(0));
  const percent = (spent: number) => ((100 * spent) / seconds).toFixed(0);
  return [
    name,
    seconds.toFixed(0),
    (messages / seconds).toFixed(0),
    `${latencies.length}`,
    ...[at(0.5), at(0.95), latencies.length === 0 ? "–" : worst(latencies).toFixed(0)],
    ...[percent(cpu.collectors), percent(cpu.database), percent(cpu.broker)],
  ];
}

const columns = [
  ...["phase", "s", "messages/s", "reports", "p50 ms", "p95 ms", "worst ms"],
  ...["collectors % CPU", "PostgreSQL % CPU", "Mosquitto % CPU"],
];

interface Trial {
  readonly terminals: number;
  readonly minutes: number;
  readonly burst: number;
  readonly flood: number;
  readonly seed: number;
  readonly program: "shipped" | "source";
}

interface Findings {
  readonly phases: readonly Phase[];
  readonly kills: number;
  readonly resent: number;
  readonly peakMb: number;
  readonly said: number;
  readonly rows: number;
  readonly twice: number;
  readonly missing: number;
  readonly samples: number;
  readonly plain: Plain;
}

/** One is killed at random moments, and is away for some seconds each time, until told to stop. */
async function unrest(
  kill: (at: number, awayMs: number) => Promise<void>,
  seed: number,
  stop: AbortSignal,
): Promise<void> {
  const random = seededRandom(seed);
  while (!stop.aborted) {
    const waitMs = 8_000 + random() * 20_000;
    for (let waited = 0; waited < waitMs && !stop.aborted; waited += 200)
      await new Promise((resolve) => setTimeout(resolve, 200));
    if (!stop.aborted) await kill(Math.floor(random() * 2), 500 + random() * 4_000);
  }
}

async function run(
  { terminals, minutes, burst, flood, seed, program }: Trial,
  say: (line: string) => void,
): Promise<Findings> {
  await using postgres = await startPostgres();
  await using broker = await createBroker();
  await broker.start();
  await using store = await openWhenUp(postgres.url);
  say(`collector: ${terminals} terminals are laid down`);
  await fill(store, terminals, cameBefore);
  await using crew = await createCrew({ count: 2, port: broker.port, database: postgres.url, program });
  await using world = await createWorld({ port: broker.port, terminals, cameBefore, seed });
  const brokerPid = childNamed("mosquitto") ?? 0;
  const cpu = () => ({
    collectors: crew.seconds(),
    database: secondsOf(postgres.pid ?? 0),
    broker: secondsOf(brokerPid),
  });
  const phases: Phase[] = [];
  const phase = async (name: string, living: () => Promise<void>) => {
    say(`collector: ${name}`);
    const [before, messages, beganMs] = [cpu(), world.messages, performance.now()];
    await living();
    const [after, seconds] = [cpu(), (performance.now() - beganMs) / 1_000];
    const spent = {
      collectors: after.collectors - before.collectors,
      database: after.database - before.database,
      broker: after.broker - before.broker,
    };
    phases.push({ name, seconds, messages: world.messages - messages, latencies: world.latencies(), cpu: spent });
  };
  await phase("usual rate", () => world.live(1, (minutes * minuteMs) / 4));
  await phase(`${burst} times the usual rate`, () => world.live(burst, (minutes * minuteMs) / 4));
  const calm = new AbortController();
  const killing = unrest(crew.kill, seed, calm.signal);
  await phase(`${burst} times, one killed at random`, () => world.live(burst, minutes * minuteMs));
  calm.abort();
  await killing;
  await phase("until all is confirmed", () => world.settled());
  if (flood > 0) {
    await phase(`${flood} reports at once`, async () => {
      await world.flood(flood);
      await world.settled();
    });
  }
  say("collector: the database is looked through");
  const found = await stored(store);
  const said = [...world.said.values()].reduce((sum, count) => sum + count, 0);
  const wrong = [...world.said].filter(([serial, count]) => found.bySerial.get(serial) !== count);
  const { n } = await store.db
    .selectFrom("samples")
    .select(({ fn }) => fn.countAll().as("n"))
    .executeTakeFirstOrThrow();
  say("collector: the same rows by COPY");
  const folder = mkdtempSync(join(tmpdir(), "posdiag-copy-"));
  chmodSync(folder, 0o777);
  const perBatch = Number(n) / Math.max(1, found.rows);
  const plain = await copyPlainly(postgres.url, folder, [
    ["records", 100],
    ["samples", Math.max(1, Math.round(100 * perBatch))],
  ]);
  rmSync(folder, { recursive: true, force: true });
  return {
    ...{ phases, kills: crew.kills, resent: world.resent, peakMb: crew.peakMb, said, plain },
    ...{ rows: found.rows, twice: found.rows - found.distinct, missing: wrong.length, samples: Number(n) },
  };
}

function tablesOf(trial: Trial, findings: Findings): readonly Table[] {
  const { kills, resent, peakMb, said, rows, twice, missing, samples, plain } = findings;
  const flood = findings.phases.find(({ name }) => name.endsWith("at once"));
  return [
    {
      title: `Two collectors, ${trial.terminals} terminals, PostgreSQL with fsync`,
      columns,
      rows: findings.phases.map(rowOf),
    },
    {
      title: "In the end",
      columns: ["what", ""],
      rows: [
        ["reports said", `${said}`],
        ["reports in the database", `${rows}`],
        ["twice", `${twice}`],
        ["terminals of which one is missing", `${missing}`],
        ["rows of samples", `${samples}`],
        ["collectors killed with SIGKILL", `${kills}`],
        ["reports said again after a minute", `${resent}`],
        ["largest collector, MB resident", peakMb.toFixed(0)],
        ...(flood
          ? [["collectors at their limit, reports/s", (flood.latencies.length / flood.seconds).toFixed(0)]]
          : []),
        ["the same rows by COPY, reports/s", (rows / plain.seconds).toFixed(0)],
        ["  with their samples, rows/s", (plain.rows / plain.seconds).toFixed(0)],
        ["seed", `${trial.seed}`],
      ],
    },
  ];
}

export const collector: Measurement = {
  name: "collector",
  summary: "two collectors, a broker and PostgreSQL with 100,000 terminals, one collector killed at random (minutes)",
  options: {
    terminals: { text: "known to the database, and heard of", default: "100000" },
    minutes: { text: "of the burst with kills; a quarter of it before, usual and burst, in peace", default: "2" },
    burst: { text: "times the usual rate", default: "10" },
    flood: { text: "reports at once at the end, for the limit; 0: none", default: "20000" },
    program: { text: "shipped (dist) or source", default: "shipped" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "0" },
  },
  run: async (values, say): Promise<Outcome> => {
    const trial: Trial = {
      terminals: numberOf(values, "terminals", [100, 100_000]),
      minutes: numberOf(values, "minutes", [0.1, 600]),
      burst: numberOf(values, "burst", [1, 1_000]),
      flood: numberOf(values, "flood", [0, 10_000_000]),
      seed: seedOf(values),
      program: wordOf(values, "program", ["shipped", "source"]) === "source" ? "source" : "shipped",
    };
    const findings = await run(trial, say);
    const { said, rows, twice, missing } = findings;
    const day = Object.entries(usualDay).map(([kind, count]) => `${count} ${kind}`);
    return {
      tables: tablesOf(trial, findings),
      notes: [
        `Usual: of a terminal in a day ${day.join(", ")} (docs/data.md; a connection is four messages, a fault two).`,
        "Times are from the publish to the receipt on the terminal's topic. The terminals share 8 connections; all else is real.",
      ],
      data: {
        ...trial,
        ...findings,
        phases: findings.phases.map((each) => ({ ...each, latencies: each.latencies.length })),
      },
      failed: twice > 0 || missing > 0 || rows !== said,
    };
  },
};
