/** A backlog at the start: how soon the first message comes, how long a new fault takes beside it, and when it has gone. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { awaitDoor } from "../../hw-sim/rig/door.ts";
import { copyShippedProgram } from "../../hw-sim/rig/program.ts";
import { openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { systemRandom } from "../../src/base/random.ts";
import { recordClasses } from "../../src/model/record.ts";
import { openOutbox } from "../../src/outbox/outbox.ts";
import { decodeReport } from "../../src/report/decode.ts";
import { encodeReport } from "../../src/report/encode.ts";
import { eventOf, pulledSim, stamp } from "../report/samples.ts";
import { createSubscriber, type Heard } from "../support/subscriber.ts";
import { type BenchBroker, createBroker, versionOf, whyNoMosquitto } from "./brokers.ts";
import { type Measurement, numberOf, type Outcome } from "./measurement.ts";
import { median, worst } from "./statistics.ts";

const batch = 500;
const firstAimMs = 2_000;
const faultAimMs = 5_000;

/** Of every class a fourth, as an agent of an earlier boot left them. Resolves to the boot. */
export async function fillOutbox(dir: string, records: number): Promise<string> {
  const limits = { bytes: 1 << 26, count: 1_000_000, ageMs: 1e12 };
  const ports = { clock: systemClock, log: silentLog, random: systemRandom };
  const outbox = await openOutbox({ dir, limits, systemBoot: "an-earlier-boot", ...ports });
  for (let done = 0; done < records; done += batch) {
    const some = Array.from({ length: Math.min(batch, records - done) }, (_, index) => index);
    await Promise.all(
      some.map((index) =>
        outbox.append(recordClasses[index % recordClasses.length] ?? "metric", (id) =>
          encodeReport({ stamp: { ...stamp, ...id }, body: { kind: "case", event: eventOf(pulledSim), snapshot: [] } }),
        ),
      ),
    );
  }
  const { boot } = outbox.position();
  await outbox.close();
  return boot;
}

interface Seen {
  firstMs: number | undefined;
  readonly history: Set<string>;
  /** From what happened to support, of faults that are new. */
  readonly faultMs: number[];
  drainedMs: number | undefined;
}

function hear(
  seen: Seen,
  { topic, payload }: Heard,
  { startedMs, records }: { startedMs: number; records: number },
): void {
  const nowMs = systemClock.wallMs();
  seen.firstMs ??= nowMs - startedMs;
  const report = topic.includes("/up/") ? decodeReport(payload) : undefined;
  if (report?.kind !== "ok") return;
  const { stamp: at, body } = report.value;
  if (topic.endsWith("/up/hist")) {
    seen.history.add(`${at.boot} ${at.seq}`);
    if (seen.history.size >= records) seen.drainedMs ??= nowMs - startedMs;
  } else if (body.kind === "case" && body.event.kind === "opened") {
    seen.faultMs.push(nowMs - (at.wallMs - (at.monoMs - body.event.atMs)));
  }
}

/** The SIM goes and comes until the backlog is gone: each time a new fault. */
async function disturb(rig: Rig, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await rig.bench.set({ sim: "absent" });
    await delay(8_000);
    await rig.bench.set({ sim: "ready" });
    await delay(8_000);
  }
}

interface Trial {
  readonly records: number;
  readonly perSecond: number;
  readonly limitS: number;
  readonly say: (line: string) => void;
}

async function measure(rig: Rig, broker: BenchBroker, { records, limitS, say }: Trial): Promise<Seen> {
  await fillOutbox(join(rig.folder, "outbox"), records);
  say(`backlog: ${records} records lie in ${rig.folder}/outbox`);
  await using support = await createSubscriber(broker.port, versionOf.mosquitto, "pos/v1/#");
  const seen: Seen = { firstMs: undefined, history: new Set(), faultMs: [], drainedMs: undefined };
  const startedMs = systemClock.wallMs();
  support.onHeard((message) => hear(seen, message, { startedMs, records }));
  const agent = rig.startAgent();
  void agent.ended.then((code) => say(`backlog: the agent ended with ${code}`));
  (await awaitDoor(rig.socket)).close();
  const isOver = () => seen.drainedMs !== undefined || systemClock.wallMs() - startedMs > limitS * 1_000;
  const watch = setInterval(
    () => say(`  ${seen.history.size} of ${records}, ${seen.faultMs.length} new faults`),
    20_000,
  );
  await disturb(rig, isOver);
  clearInterval(watch);
  return seen;
}

function outcome({ firstMs = Number.NaN, history, faultMs, drainedMs }: Seen, { records, perSecond }: Trial): Outcome {
  const rows = [
    ["first message after the start, ms", `${firstMs}`, `≤ ${firstAimMs}`],
    ["history that arrived, records", `${history.size}`, `${records}`],
    ["all of it after, s", drainedMs === undefined ? "not" : (drainedMs / 1_000).toFixed(0), ""],
    ["new faults meanwhile", `${faultMs.length}`, ""],
    ["a new fault, from happening to support: median, ms", median(faultMs).toFixed(0), ""],
    ["worst, ms", worst(faultMs).toFixed(0), `≤ ${faultAimMs}`],
  ];
  return {
    tables: [
      {
        title: `Backlog of ${records} records, history at ${perSecond} a second, Mosquitto, agent shipped`,
        columns: ["what", "measured", "aim"],
        rows,
      },
    ],
    notes: [`At the default of 5 a second they take ${(records / 5 / 3_600).toFixed(1)} h.`],
    data: { records, perSecond, firstMs, arrived: history.size, drainedMs, faultMs },
    failed: history.size < records,
  };
}

export const backlog: Measurement = {
  name: "backlog",
  summary: "records that wait at the start: the first message, a new fault beside them, and the end of them",
  options: {
    records: { text: "that wait", default: "50000" },
    rate: { text: "records of history a second", default: "500" },
    limit: { text: "seconds at most", default: "900" },
  },
  run: async (values, say): Promise<Outcome> => {
    const records = numberOf(values, "records", [100, 200_000]);
    const trial: Trial = {
      ...{
        records,
        perSecond: numberOf(values, "rate", [0.1, 1_000]),
        limitS: numberOf(values, "limit", [10, 86_400]),
      },
      say,
    };
    const missing = whyNoMosquitto();
    if (missing) return { tables: [], notes: [`Not measured: ${missing}.`], data: {}, failed: false };
    await using broker = await createBroker("mosquitto");
    await broker.start();
    using copy = copyShippedProgram();
    const rig = await openRig({
      ...{ seed: 1, program: copy.program, broker: `mqtt://127.0.0.1:${broker.port}` },
      config: { uplink: { history_per_s: trial.perSecond }, outbox: { max_records: records + 10_000, max_mb: 64 } },
    });
    try {
      if (existsSync(join(rig.folder, "outbox"))) throw new Error("there is an outbox already");
      return outcome(await measure(rig, broker, trial), trial);
    } finally {
      await rig.close();
    }
  },
};
