/** How long it takes from the SIM leaving its tray to support's screen and to the merchant's. */
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { copyShippedProgram, type Program, sourceProgram } from "../../hw-sim/rig/program.ts";
import { bringUp, openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { type Random, seededRandom } from "../../src/base/random.ts";
import { decodeReport } from "../../src/report/decode.ts";
import { createSubscriber, type Heard } from "../support/subscriber.ts";
import { type BrokerName, brokerTitle, createBroker, versionOf, whyNoMosquitto } from "./brokers.ts";
import { type Measurement, numberOf, type Outcome, seedOf, wordOf } from "./measurement.ts";
import { median, worst } from "./statistics.ts";

const fault = "sim.absent";
const aimMs = 5_000;
/** The slow poll of the configuration's default: a pull may fall anywhere in it. */
const cycleMs = 10_000;
const openLimitMs = 60_000;
const closeLimitMs = 120_000;

interface Setting {
  readonly title: string;
  readonly broker: BrokerName;
  /** The modem announces nothing by itself. */
  readonly quiet: boolean;
}

/** Milliseconds from the pull. */
interface Pull {
  readonly supportMs: number;
  readonly merchantMs: number;
}

/** A card that goes again and again within an hour is a loose card, and told as that: then the terminal is another one. */
const pullsATerminal = 2;

interface Result {
  readonly setting: Setting;
  readonly pulls: readonly Pull[];
}

interface Told {
  /** Resolves to the time, on the monotonic clock, at which this was told next; rejects after the limit. */
  next(what: string, limitMs: number): Promise<number>;
  tell(what: string): void;
}

function createTold(): Told {
  const waiting = new Map<string, (atMs: number) => void>();
  return {
    tell: (what) => {
      waiting.get(what)?.(performance.now());
      waiting.delete(what);
    },
    next: (what, limitMs) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`not ${what} within ${limitMs / 1000} s`)), limitMs);
        waiting.set(what, (atMs) => {
          clearTimeout(late);
          resolve(atMs);
        });
      }),
  };
}

/** What a report says of the fault that is measured, as support reads it: `opened`, `changed` or `closed`. */
function toldBy({ topic, payload }: Heard): string | undefined {
  if (!topic.endsWith("/up/evt")) return undefined;
  const report = decodeReport(payload);
  if (report.kind === "refused" || report.value.body.kind !== "case") return undefined;
  const { event } = report.value.body;
  return event.case.verdict.fault === fault ? event.kind : undefined;
}

function firstFault(diagnosis: Readonly<Record<string, unknown>>): unknown {
  const { verdicts } = diagnosis;
  const first: unknown = Array.isArray(verdicts) ? verdicts[0] : undefined;
  return typeof first === "object" && first !== null && "fault" in first ? first.fault : undefined;
}

async function pullOnce(rig: Rig, told: Told): Promise<Pull> {
  const support = told.next("support: opened", openLimitMs);
  const merchant = told.next("merchant: shown", openLimitMs);
  const startedMs = performance.now();
  await rig.bench.set({ sim: "absent" });
  const [supportAt, merchantAt] = await Promise.all([support, merchant]);
  const closed = told.next("support: closed", closeLimitMs);
  await rig.bench.set({ sim: "ready" });
  await closed;
  return { supportMs: supportAt - startedMs, merchantMs: merchantAt - startedMs };
}

interface Trial {
  readonly setting: Setting;
  readonly seed: number;
  readonly count: number;
  readonly program: Program;
}

async function measure(trial: Trial, say: (line: string) => void): Promise<Result> {
  const { setting, seed, program } = trial;
  await using broker = await createBroker(setting.broker);
  await broker.start();
  const means = { random: seededRandom(seed), port: broker.port, say };
  const done: Pull[] = [];
  while (done.length < trial.count) {
    const rig = await openRig({
      seed: seed + done.length,
      quiet: setting.quiet,
      program,
      broker: `mqtt://127.0.0.1:${broker.port}`,
    });
    try {
      await pulls(rig, trial, { ...means, done });
    } finally {
      await rig.close();
    }
  }
  return { setting, pulls: done };
}

interface Means {
  readonly random: Random;
  readonly port: number;
  readonly say: (line: string) => void;
  /** Pulls so far; the next ones are put behind them. */
  readonly done: Pull[];
}

/** The next pulls on one terminal. */
async function pulls(rig: Rig, { setting, count }: Trial, { random, port, say, done }: Means): Promise<void> {
  const told = createTold();
  await using support = await createSubscriber(port, versionOf[setting.broker], "pos/v1/+/+/up/+");
  support.onHeard((message) => {
    const kind = toldBy(message);
    if (kind) told.tell(`support: ${kind}`);
  });
  const { door } = await bringUp(rig);
  door.onPush((diagnosis) => {
    if (firstFault(diagnosis) === fault) told.tell("merchant: shown");
  });
  await door.ask("posdiag.subscribe", { lang: "en" });
  const end = Math.min(count, done.length + pullsATerminal);
  while (done.length < end) {
    await delay(2_000 + random() * cycleMs);
    const pull = await pullOnce(rig, told);
    done.push(pull);
    say(
      `  ${setting.title}: pull ${done.length}: support ${pull.supportMs.toFixed(0)} ms, merchant ${pull.merchantMs.toFixed(0)} ms`,
    );
  }
  door.close();
}

const whole = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(" ");

function rowOf({ setting, pulls }: Result): readonly string[] {
  const support = pulls.map(({ supportMs }) => supportMs);
  const merchant = pulls.map(({ merchantMs }) => merchantMs);
  const figures = [median(support), worst(support), median(merchant), worst(merchant)];
  return [
    setting.title,
    `${pulls.length}`,
    ...figures.map((value) => value.toFixed(0)),
    worst(support) <= aimMs ? "met" : `missed ${support.filter((value) => value > aimMs).length} times`,
  ];
}

function settings(): readonly Setting[] {
  const embedded: Setting = { title: brokerTitle.embedded, broker: "embedded", quiet: false };
  const mosquitto: Setting = { title: brokerTitle.mosquitto, broker: "mosquitto", quiet: false };
  const quiet: Setting = { title: "embedded broker, modem announces nothing", broker: "embedded", quiet: true };
  return whyNoMosquitto() ? [embedded, quiet] : [embedded, mosquitto, quiet];
}

export const latency: Measurement = {
  name: "latency",
  summary: "SIM pulled to the report at support and to the merchant's screen",
  options: {
    pulls: { text: "how often the SIM is pulled", default: "20" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "0" },
    program: { text: "shipped (bundle and flags) or source", default: "shipped" },
  },
  run: async (values, say): Promise<Outcome> => {
    const count = numberOf(values, "pulls", [1, 10_000]);
    const seed = seedOf(values);
    const word = wordOf(values, "program", ["shipped", "source"]);
    using copy = word === "shipped" ? copyShippedProgram() : undefined;
    const program = copy?.program ?? sourceProgram();
    const missing = whyNoMosquitto();
    const asked = settings();
    say(`latency: ${count} pulls in each of ${asked.length} settings side by side, agent ${word}, seed ${seed}`);
    const trials = asked.map((setting, index) => ({ setting, seed: seed + index, count, program }) as const);
    const results = await Promise.all(trials.map((trial) => measure(trial, say)));
    return {
      tables: [
        {
          title: `Latency, milliseconds from the pull (agent ${word}, poll every 10 s while all is well, seed ${seed})`,
          columns: ["setting", "pulls", "support median", "worst", "merchant median", "worst", "aim: support ≤ 5000"],
          rows: results.map(rowOf),
        },
      ],
      notes: [
        ...results.flatMap(({ setting, pulls }) => [
          `${setting.title}, support, each: ${whole(pulls.map(({ supportMs }) => supportMs))}`,
          `${setting.title}, merchant, each: ${whole(pulls.map(({ merchantMs }) => merchantMs))}`,
        ]),
        ...(missing ? [`Mosquitto was left out: ${missing}.`] : []),
      ],
      data: { seed, program: word, results },
      failed: false,
    };
  },
};
