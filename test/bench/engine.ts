/** What one diagnosis costs, and how often its first answer is right, beside naive Bayes over the same catalogue. */
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Random, seededRandom } from "../../src/base/random.ts";
import { createEngine } from "../../src/diagnose/engine.ts";
import { progressOf } from "../../src/diagnose/progress.ts";
import { catalogue } from "../../src/faults/index.ts";
import type { Capability } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { Reading } from "../../src/model/reading.ts";
import { createBook } from "../../src/signals/book.ts";
import { detect } from "../../src/signals/detect.ts";
import { healthy, readingsOf, stories } from "../support/stories.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import { createNaiveBayes } from "./naive-bayes.ts";
import { median, percentile } from "./statistics.ts";

const capabilities: ReadonlySet<Capability> = new Set(["cellular"]);
const ageing = { nowMs: 0, holdMs: 86_400_000 };
const enginesWeighed = 50;

interface Row {
  readonly readings: readonly Reading[];
  readonly truth: string | undefined;
}

interface Posed extends Row {
  readonly evidence: readonly Evidence[];
}

function rows(): readonly Row[] {
  return stories.map(([, change, truth]) => ({ readings: readingsOf({ ...healthy, ...change }), truth }));
}

function detected(readings: readonly Reading[]): readonly Evidence[] {
  const book = createBook();
  for (const reading of readings) book.see(reading);
  return detect(catalogue.observations, book, ageing);
}

const posed = (row: Row): Posed => ({ ...row, evidence: detected(row.readings) });

/** The row with this share of its readings taken away at random. */
function thinned(row: Row, share: number, random: Random): Posed {
  return posed({ ...row, readings: row.readings.filter(() => random() >= share) });
}

interface Contestant {
  readonly name: string;
  answer(row: Posed): string | undefined;
}

function contestants(): readonly [Contestant, Contestant] {
  const engine = createEngine(catalogue, capabilities);
  const bayes = createNaiveBayes(catalogue, capabilities);
  return [
    { name: "engine", answer: ({ evidence, readings }) => engine.diagnose(evidence, readings, 0).verdicts[0]?.fault },
    {
      name: "naive Bayes",
      answer: ({ evidence, readings }) => {
        const progress = progressOf(readings);
        return bayes.top(evidence, progress === "not_sent" || progress === "sent_no_answer");
      },
    },
  ];
}

/** Microseconds of each of so many rounds over the rows. */
function timed(work: (row: Posed) => unknown, all: readonly Posed[], rounds: number): readonly number[] {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const row of all) {
      const startMs = performance.now();
      work(row);
      times.push((performance.now() - startMs) * 1000);
    }
  }
  return times;
}

/** KiB of heap that one compiled catalogue takes: the mean of many that are alive together. */
function weighed(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("no garbage collector to call");
  collect();
  const before = process.memoryUsage().heapUsed;
  const engines = Array.from({ length: enginesWeighed }, () => createEngine(catalogue, capabilities));
  collect();
  return (process.memoryUsage().heapUsed - before) / engines.length / 1024;
}

interface Score {
  readonly right: number;
  readonly asked: number;
}

function scored({ answer }: Contestant, all: readonly Posed[]): Score {
  return { right: all.filter((row) => answer(row) === row.truth).length, asked: all.length };
}

const percent = ({ right, asked }: Score): string => `${((100 * right) / asked).toFixed(1)}`;
const micro = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0));

export const engine: Measurement = {
  name: "engine",
  summary: "time and memory of a diagnosis, and how often it is right, beside naive Bayes",
  options: {
    rounds: { text: "how often each row is diagnosed for the timing", default: "200" },
    removed: { text: "share of the readings taken away, in percent", default: "20" },
    draws: { text: "how often readings are taken away from each row", default: "100" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "0" },
  },
  run: async (values, say): Promise<Outcome> => {
    const rounds = numberOf(values, "rounds", [1, 100_000]);
    const removed = numberOf(values, "removed", [0, 100]);
    const draws = numberOf(values, "draws", [1, 100_000]);
    const seed = seedOf(values);
    say(
      `engine: ${stories.length} rows, ${rounds} rounds, ${removed} % of the readings removed ${draws} times, seed ${seed}`,
    );
    const heapKb = weighed();
    const random = seededRandom(seed);
    const whole = rows().map(posed);
    const thin = rows().flatMap((row) => Array.from({ length: draws }, () => thinned(row, removed / 100, random)));
    const both = contestants().map((contestant) => {
      const [first = 0] = timed(contestant.answer, whole.slice(0, 1), 1);
      timed(contestant.answer, whole, 20); // The compiler's share is not what a second diagnosis costs.
      const times = timed(contestant.answer, whole, rounds);
      return {
        name: contestant.name,
        first,
        times,
        full: scored(contestant, whole),
        thinned: scored(contestant, thin),
      };
    });
    const detecting = timed(({ readings }) => detected(readings), whole, rounds);
    return {
      tables: [
        {
          title: `Engine: ${Object.keys(catalogue.faults).length} faults, ${Object.keys(catalogue.observations).length} observations; rows of test/support/stories.ts, seed ${seed}`,
          columns: [
            "what",
            "median µs",
            "p95 µs",
            "first call µs",
            "right, all readings %",
            `right, ${removed} % removed %`,
          ],
          rows: [
            ...both.map(({ name, first, times, full, thinned: less }) => [
              name,
              micro(median(times)),
              micro(percentile(times, 0.95)),
              micro(first),
              percent(full),
              percent(less),
            ]),
            ["detectors (before either)", micro(median(detecting)), micro(percentile(detecting, 0.95)), "", "", ""],
          ],
        },
      ],
      notes: [
        `The compiled catalogue takes ${heapKb.toFixed(0)} KiB of heap (mean of ${enginesWeighed}).`,
        `"Right": the first answer is the row's truth, or there is none where nothing is wrong; ${whole.length} rows, ${thin.length} with readings removed.`,
        "What is removed can be what tells two faults apart: then no method can be right every time.",
      ],
      data: { seed, removed, heapKb, contestants: both.map(({ times: _, ...rest }) => rest) },
      failed: false,
    };
  },
};
