/**
 * What one diagnosis costs, and how often its first answer is right, beside what one would take instead: a ladder of rules
 * and naive Bayes, all over the same catalogue and the same evidence of the golden incidents.
 */
import { performance } from "node:perf_hooks";
import { seededRandom } from "../../src/base/random.ts";
import { createEngine } from "../../src/diagnose/engine.ts";
import { progressOf } from "../../src/diagnose/progress.ts";
import { catalogue } from "../../src/faults/index.ts";
import { goldenIncidents } from "../support/golden.ts";
import { measureMemory } from "./engine-memory.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import { createNaiveBayes } from "./naive-bayes.ts";
import { type Posed, perTerminal, thinned, whole } from "./posed.ts";
import { createRulesLadder } from "./rules-ladder.ts";
import { median, percentile } from "./statistics.ts";

/** What one diagnosis may take with its catalogue, and in which time, on a machine of a developer. */
const memoryGateKb = 4096;
const p95Gate = 10_000;

type Answer = string | undefined;

interface Contestant {
  readonly name: string;
  answer(row: Posed): Answer | Promise<Answer>;
}

function contestants(): readonly Contestant[] {
  const engine = perTerminal((capabilities) => createEngine(catalogue, capabilities));
  const bayes = perTerminal((capabilities) => createNaiveBayes(catalogue, capabilities));
  const ladder = perTerminal((capabilities) => createRulesLadder(catalogue, capabilities));
  return [
    {
      name: "engine",
      answer: (row) => {
        const { verdicts, unknown } = engine(row).diagnose(row.evidence, row.newest, 0);
        return unknown ? undefined : verdicts[0]?.fault;
      },
    },
    {
      name: "naive Bayes",
      answer: (row) => {
        const progress = progressOf(row.newest);
        return bayes(row).top(row.evidence, progress === "not_sent" || progress === "sent_no_answer");
      },
    },
    { name: "rules (json-rules-engine)", answer: (row) => ladder(row).top(row.evidence) },
  ];
}

/** Microseconds of each of so many rounds over the rows. */
async function timed({ answer }: Contestant, rows: readonly Posed[], rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const row of rows) {
      const startMs = performance.now();
      await answer(row);
      times.push((performance.now() - startMs) * 1000);
    }
  }
  return times;
}

interface Score {
  readonly right: number;
  readonly asked: number;
}

/** Right: one of the incident's true faults is answered, or nothing where nothing is wrong or nobody can know. */
async function scored({ answer }: Contestant, rows: readonly Posed[]): Promise<Score> {
  let right = 0;
  for (const row of rows) {
    const told = await answer(row);
    const { truth } = row.incident;
    if (truth.length === 0 ? told === undefined : told !== undefined && truth.includes(told)) right += 1;
  }
  return { right, asked: rows.length };
}

const kib = (value: number): string => `${value.toFixed(0)} KiB`;
const percent = ({ right, asked }: Score): string => `${((100 * right) / asked).toFixed(1)}`;
const micro = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0));

export const engine: Measurement = {
  name: "engine",
  summary: "time and memory of a diagnosis, and how often it is right, beside rules and naive Bayes",
  options: {
    rounds: { text: "how often each incident is diagnosed for the timing", default: "3" },
    removed: { text: "share of the readings taken away, in percent", default: "20" },
    draws: { text: "how often readings are taken away from each incident", default: "2" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "7" },
  },
  run: async (values, say): Promise<Outcome> => {
    const rounds = numberOf(values, "rounds", [1, 100_000]);
    const removed = numberOf(values, "removed", [0, 100]);
    const draws = numberOf(values, "draws", [1, 100_000]);
    const seed = seedOf(values);
    const incidents = goldenIncidents().filter(({ kind }) => kind !== "double");
    say(`engine: ${incidents.length} incidents, ${rounds} rounds, ${removed} % removed ${draws} times, seed ${seed}`);
    say("engine: memory");
    const memory = await measureMemory();
    const allKb = memory.catalogue + memory.most;
    const random = seededRandom(seed);
    const full = incidents.map(whole);
    const thin = incidents.flatMap((each) => Array.from({ length: draws }, () => thinned(each, removed / 100, random)));
    const results = [];
    for (const contestant of contestants()) {
      say(`engine: ${contestant.name}`);
      await timed(contestant, full, 1); // The compiler's share is not what a second diagnosis costs.
      const times = await timed(contestant, full, rounds);
      const scores = { full: await scored(contestant, full), thinned: await scored(contestant, thin) };
      results.push({ name: contestant.name, times, ...scores });
    }
    return {
      tables: [
        {
          title: `Engine: ${Object.keys(catalogue.faults).length} faults, ${Object.keys(catalogue.observations).length} observations; the golden incidents, seed ${seed}`,
          columns: [
            "what",
            "median µs",
            "p95 µs",
            "first right, all readings %",
            `first right, ${removed} % removed %`,
          ],
          rows: results.map(({ name, times, full: all, thinned: less }) => [
            name,
            micro(median(times)),
            micro(percentile(times, 0.95)),
            percent(all),
            percent(less),
          ]),
        },
      ],
      notes: [
        `The compiled catalogue takes ${kib(memory.catalogue)} of heap, a diagnosis ${kib(memory.median)} at one time (median; most ${kib(memory.most)}): together ${kib(allKb)}, ${memoryGateKb} at most.`,
        `p95 of the engine: ${p95Gate / 1000} ms at most.`,
        "Everybody gets the same evidence; comparison and windows come before. Troubles that are over by the end of the log count as missed here: only `explain` looks back.",
        "What is removed can be what tells two faults apart: then no method can be right every time.",
      ],
      data: { seed, removed, memory, contestants: results.map(({ times: _, ...rest }) => rest) },
      failed: allKb > memoryGateKb || percentile(results[0]?.times ?? [], 0.95) > p95Gate,
    };
  },
};
