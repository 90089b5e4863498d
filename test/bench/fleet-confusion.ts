/** What each trouble of a fleet is taken for by the vendor's side: some thousand terminals, no sockets, seeded. */
import { type Day, liveDay } from "./fleet-confusion/day.ts";
import { measureScale, type Scale } from "./fleet-confusion/scale.ts";
import { type Story, stories } from "./fleet-confusion/troubles.ts";
import { kindOf, type Verdict, verdictOf } from "./fleet-confusion/verdict.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import type { Table } from "./table.ts";

interface Lived {
  readonly name: string;
  readonly truths: Day["truths"];
  readonly verdict: Verdict;
}

const minuteMs = 60_000;
const kinds = ["carrier", "carrier+region", "region", "acquirer", "issuer", "version", "shop", "fleet", "nothing"];

function middle(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return found === undefined ? "–" : found.toFixed(0);
}

function rowsOf(name: string, lived: readonly Lived[]): readonly (readonly string[])[] {
  const truths = lived[0]?.truths ?? [];
  const wrong = lived.reduce((sum, { verdict }) => sum + verdict.wrong.length, 0);
  if (truths.length === 0) return [[name, "–", ...kinds.map(() => ""), "", "", "", String(wrong)]];
  return truths.map((truth, place) => {
    const named = lived.flatMap(({ verdict }) => verdict.named[place] ?? []);
    const right = named.filter(({ isRight }) => isRight);
    const times = right.flatMap(({ afterS }) => afterS ?? []);
    const counts = kinds.map((kind) => {
      const count = named.filter(({ as }) => as === kind).length;
      return count === 0 ? "" : String(count);
    });
    const sums = [
      middle(
        named.flatMap(({ firstS }) => firstS ?? []),
        0.5,
      ),
      middle(times, 0.5),
      middle(times, 0.95),
    ];
    return [place === 0 ? name : "", kindOf(truth.scope), ...counts, ...sums, place === 0 ? String(wrong) : ""];
  });
}

interface Plan {
  readonly seed: number;
  readonly seeds: number;
  readonly terminals: number;
}

function liveThrough(
  name: string,
  story: Story,
  { plan, say }: { plan: Plan; say: (line: string) => void },
): readonly Lived[] {
  const lived = Array.from({ length: plan.seeds }, (_, place) => {
    const day = liveDay({
      ...{ seed: plan.seed * 1_000 + place, terminals: plan.terminals, story, hours: [10, 17], learnsDays: 2 },
      watchMs: (name.startsWith("an issuer") || name.startsWith("a bad") ? 90 : 45) * minuteMs,
    });
    const verdict = verdictOf(day);
    for (const { scope, fault, affected, total } of verdict.wrong)
      say(`  ${name}, ${place}: ${JSON.stringify(scope)} ${fault} ${affected}/${total}`);
    for (const [at, each] of verdict.named.entries())
      if (!each.isRight) say(`  ${name}, ${place}: ${JSON.stringify(day.truths[at]?.scope)} is ${each.as}`);
    return { name, truths: day.truths, verdict };
  });
  say(`${name}: done`);
  return lived;
}

interface Quiet {
  readonly name: string;
  readonly terminals: number;
  readonly learnsDays: number;
  /** From which hour of the day on, and how many. */
  readonly from: number;
  readonly hours: number;
}

const quiets: readonly Quiet[] = [
  { name: "days with their nights", terminals: 1_000, learnsDays: 2, from: 6, hours: 24 },
  { name: "the first evening, nothing learnt", terminals: 1_000, learnsDays: 0, from: 18, hours: 8 },
  { name: "days of 60 terminals", terminals: 60, learnsDays: 1, from: 6, hours: 24 },
  { name: "days of 5 terminals", terminals: 5, learnsDays: 1, from: 6, hours: 24 },
];

interface Calm extends Quiet {
  readonly lived: number;
  readonly wrong: number;
}

function liveQuietly(quiet: Quiet, { plan, say }: { plan: Plan; say: (line: string) => void }): Calm {
  const { name, terminals, learnsDays, from, hours } = quiet;
  let wrong = 0;
  for (let place = 0; place < plan.seeds; place += 1) {
    const story: Story = () => ({ truths: [], happenings: [] });
    const seed = plan.seed * 1_000 + 500 + place;
    const watchMs = hours * 60 * minuteMs;
    const verdict = verdictOf(liveDay({ seed, terminals, story, hours: [from, from], watchMs, learnsDays }));
    wrong += verdict.wrong.length;
    for (const each of verdict.wrong)
      say(
        `  ${name}, ${place}: ${JSON.stringify(each.scope)} ${each.fault} ${each.affected}/${each.total} ${new Date(each.beganMs).toISOString()}`,
      );
  }
  say(`${name}: done`);
  return { ...quiet, lived: plan.seeds, wrong };
}

function scaleTable({ terminals, bytesEach, ...ms }: Scale): Table {
  const shown = (value: number): string => value.toFixed(1);
  return {
    title: `The mind at ${terminals} terminals: a thousand changes and a judgement`,
    columns: ["", "CPU ms", "worst CPU ms"],
    rows: [
      ["terminals come and go by chance", shown(ms.usualMs), shown(ms.worstMs)],
      ["half of them fall silent, a thousand at a time", shown(ms.outageMs), shown(ms.outageWorstMs)],
      ["bytes a terminal", String(bytesEach), ""],
    ],
  };
}

const sum = (lived: readonly Lived[], of: keyof Verdict["swept"]): number =>
  lived.reduce((all, { verdict }) => all + verdict.swept[of], 0);

export const fleetConfusion: Measurement = {
  name: "fleet-confusion",
  summary: "what each trouble of a fleet is taken for by support's side (minutes)",
  options: {
    seed: { text: "of everything that is thrown dice for; 0: drawn", default: "7" },
    seeds: { text: "fleets for each trouble", default: "20" },
    terminals: { text: "of each fleet", default: "1000" },
    scale: { text: "terminals of one large fleet, for what it costs; 0: not measured", default: "100000" },
    only: { text: "troubles whose name holds this word", default: "" },
  },
  run: async (values, say): Promise<Outcome> => {
    const plan: Plan = {
      seed: seedOf(values),
      seeds: numberOf(values, "seeds", [1, 1_000]),
      terminals: numberOf(values, "terminals", [50, 100_000]),
    };
    const word = values["only"] ?? "";
    const lived = Object.entries(stories)
      .filter(([name]) => name.includes(word))
      .map(([name, story]) => [name, liveThrough(name, story, { plan, say })] as const);
    const calm = quiets.filter(({ name }) => name.includes(word)).map((quiet) => liveQuietly(quiet, { plan, say }));
    const table: Table = {
      title: `${plan.terminals} terminals, ${plan.seeds} fleets for each row, seed ${plan.seed}`,
      columns: ["what happens", "truth", ...kinds, "first s", "named s", "95 % s", "wrong"],
      rows: lived.flatMap(([name, days]) => rowsOf(name, days)),
    };
    const quietTable: Table = {
      title: "Nothing happens but every day",
      columns: ["when", "terminals", "fleets", "hours of each", "wrong incidents"],
      rows: calm.map(({ name, terminals, hours, ...each }) => [
        ...[name, String(terminals), String(each.lived), String(hours), String(each.wrong)],
      ]),
    };
    const size = numberOf(values, "scale", [0, 250_000]);
    const scale = size > 0 && word === "" ? measureScale(size, plan.seed) : undefined;
    const days = lived.flatMap(([, each]) => each);
    return {
      tables: [table, quietTable, ...(scale ? [scaleTable(scale)] : [])],
      notes: [
        `Of ${sum(days, "of")} terminals behind a dead router ${sum(days, "counted")} were counted to a carrier, and ${sum(days, "hinted")} told of its outage.`,
        "first s: until an incident that has to do with it was named at all; named s: until it was named as it is.",
        "wrong: incidents that neither the trouble nor a shop's own accounts for.",
      ],
      data: { ...plan, calm, scale, days: days.map(({ name, verdict }) => ({ name, ...verdict })) },
      failed: false,
    };
  },
};
