/** Whatever happens to process and disk: nothing that the outbox took is lost, and a consumer can prove it. */
import { type Books, wrongs } from "./chaos/books.ts";
import { layFiles } from "./chaos/file-layer.ts";
import { liveThroughOutage, type Outage } from "./chaos/outage.ts";
import { killWriters } from "./chaos/real-kills.ts";
import { runStory } from "./chaos/story.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import type { Table } from "./table.ts";

export interface Tally {
  runs: number;
  lives: number;
  taken: number;
  arrived: number;
  duplicates: number;
  told: number;
  boots: number;
  unproved: number;
  /** By kind; and of the first few what, with the seed that shows it. */
  readonly wrong: Map<string, number>;
  readonly examples: string[];
  /** Calls that were hit, by trouble and call. */
  readonly hits: Map<string, number>;
}

function add(tally: Tally, books: Books, seed: number): void {
  for (const name of ["taken", "arrived", "duplicates", "told", "boots", "unproved"] as const)
    tally[name] += books[name];
  for (const { kind, text } of books.wrong) {
    tally.wrong.set(kind, (tally.wrong.get(kind) ?? 0) + 1);
    if (tally.examples.length < 20) tally.examples.push(`seed ${seed}: ${kind}: ${text}`);
  }
}

/** In one process, one after the other; the n-th run has the seed `seed + n`. */
export async function runStories(runs: number, seed: number, say: (line: string) => void): Promise<Tally> {
  const none = { lives: 0, taken: 0, arrived: 0, duplicates: 0, told: 0, boots: 0, unproved: 0 };
  const tally: Tally = { runs, ...none, wrong: new Map(), examples: [], hits: new Map() };
  using layer = layFiles();
  for (let run = 0; run < runs; run++) {
    const { books, hits, lives } = await runStory({ seed: seed + run, layer });
    tally.lives += lives;
    for (const [name, count] of hits) tally.hits.set(name, (tally.hits.get(name) ?? 0) + count);
    add(tally, books, seed + run);
    if ((run + 1) % 1_000 === 0) say(`chaos: ${run + 1} of ${runs} runs`);
  }
  return tally;
}

const titles: Readonly<Record<(typeof wrongs)[number], string>> = {
  lost: "taken, neither arrived nor told as dropped",
  confirmed_unsent: "freed by a receipt and never sent",
  other_content: "numbers with two contents",
  fault_before_metric: "a fault dropped while something of less worth waited",
  not_complete: "the present boot's completeness not proved",
  needs_a_hand: "did not go on by itself when the disk was well",
  crashed: "ended by a bug",
};

function storyTable(tally: Tally, seed: number): Table {
  const rows: [string, string][] = [
    ["runs, lives of the process", `${tally.runs}, ${tally.lives}`],
    ["calls that were hit", `${[...tally.hits.values()].reduce((sum, count) => sum + count, 0)}`],
    ["records taken", `${tally.taken}`],
    ["records that arrived (also ones that were durable and not yet said so)", `${tally.arrived}`],
    ["duplicates, same boot, number and bytes", `${tally.duplicates}`],
    ["boots", `${tally.boots}`],
    ["  earlier ones that are not proved complete", `${tally.unproved}`],
    ...wrongs.map((kind): [string, string] => [titles[kind], `${tally.wrong.get(kind) ?? 0}`]),
  ];
  return { title: `Chaos, disk in memory, seed ${seed}`, columns: ["what", "count"], rows };
}

function hitTable({ hits }: Tally): Table {
  const calls = ["write", "sync", "create", "rename", "remove", "truncate"];
  const troubles = [...new Set([...hits.keys()].map((name) => name.split(" ")[0] ?? ""))].sort();
  const rows = troubles.map((trouble) => [trouble, ...calls.map((call) => `${hits.get(`${trouble} ${call}`) ?? 0}`)]);
  return { title: "What was hit, by call", columns: ["trouble", ...calls], rows };
}

function outageTable(outage: Outage): Table {
  const { appended, dropped } = outage;
  const by = (counts: Outage["dropped"]) => `${counts.fault} / ${counts.reply} / ${counts.state} / ${counts.metric}`;
  return {
    title: `Broker gone for ${outage.hours} hours of virtual time`,
    columns: ["what", "count"],
    rows: [
      ["attempts to connect; most in ten minutes", `${outage.attempts}; ${outage.mostInTenMinutes}`],
      ["appended by the terminal: fault / reply / state / metric", by(appended)],
      ["dropped, likewise", by(dropped)],
      ["arrived", `${outage.arrived}`],
      ["broker back to first report, s; to empty, s", `${outage.firstS.toFixed(1)}; ${outage.emptyS.toFixed(1)}`],
      ["consumer proved that it has all", outage.proved ? "yes" : "NO"],
    ],
  };
}

export const chaos: Measurement = {
  name: "chaos",
  summary:
    "kills, torn writes, full, failing and read-only disks at every write of the outbox; a day without broker (minutes)",
  options: {
    runs: { text: "runs on a disk in memory, four lives each", default: "10000" },
    kills: { text: "real processes killed with SIGKILL while they write", default: "300" },
    hours: { text: "virtual hours without a broker", default: "24" },
    seed: { text: "of every random choice; 0 draws one and prints it", default: "0" },
  },
  run: async (values, say): Promise<Outcome> => {
    const [runs, kills] = [numberOf(values, "runs", [0, 10_000_000]), numberOf(values, "kills", [0, 100_000])];
    const hours = numberOf(values, "hours", [1, 168]);
    const seed = seedOf(values);
    say(`chaos: ${runs} runs, ${kills} kills, ${hours} hours, seed ${seed}`);
    const startMs = performance.now();
    const tally = await runStories(runs, seed, say);
    const storiesS = (performance.now() - startMs) / 1_000;
    const killed = await killWriters(kills, seed, say);
    const outage = await liveThroughOutage(hours, seed);
    const real: Table = {
      title: "Real processes, killed with SIGKILL while they write",
      columns: ["what", "count"],
      rows: [
        ["killed", `${killed.kills}`],
        ["records taken", `${killed.taken}`],
        ["lives after which something was lost or twice", `${killed.wrong.length}`],
      ],
    };
    return {
      tables: [storyTable(tally, seed), hitTable(tally), real, outageTable(outage)],
      notes: [`Runs took ${storiesS.toFixed(0)} s.`, ...tally.examples, ...killed.wrong.slice(0, 10)],
      data: { seed, ...tally, wrong: [...tally.wrong], hits: [...tally.hits], killed, outage },
      failed:
        tally.wrong.size > 0 ||
        tally.unproved > 0 ||
        killed.wrong.length > 0 ||
        outage.dropped.fault > 0 ||
        !outage.proved,
    };
  },
};
