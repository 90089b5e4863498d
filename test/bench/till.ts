/** Ten thousand payments at simulated tills, each till with its own trouble and beside it the near miss: what is named, when. */
import { tillRows } from "../scenarios/till/rows.ts";
import type { Story } from "../scenarios/till/story.ts";
import { type Judgement, liveAtTill, type Plan, type TillLife } from "../support/till-life.ts";
import { type Measurement, numberOf, type Outcome, seedOf } from "./measurement.ts";
import type { Table } from "./table.ts";

const nothing = "–";
/** Shares of a shop's customers before and after; the rest come while something is wrong. */
const beforeShare = 0.42;
const afterShare = 0.33;

/** So that all shops together come to that many payments, with some who pay twice. */
export function planFor(payments: number, shops: number, seed: number): Plan {
  const customers = Math.ceil(payments / shops);
  const [before, after] = [Math.ceil(customers * beforeShare), Math.ceil(customers * afterShare)];
  return { seed, before, during: Math.max(1, customers - before - after), after };
}

const isGood = ({ judgement }: TillLife): boolean => judgement === "right" || judgement === "silent";

function rowOf(life: TillLife): readonly string[] {
  const { story, judgement, after, wrong, takenFor, old, left } = life;
  const stays = left.filter((fault) => fault === story.fault || story.also?.includes(fault));
  return [
    story.name,
    story.fault ?? nothing,
    judgement,
    after === undefined ? "" : String(after),
    takenFor.join(", "),
    wrong.join(", "),
    old.join(", "),
    stays.length > 0 ? "still open" : "",
  ];
}

function tableOf(title: string, lives: readonly TillLife[]): Table {
  const columns = [
    "what is the case",
    "cause",
    "named",
    "after payments",
    "first taken for",
    "wrongly named",
    "after the repair",
  ];
  return { title, columns, rows: lives.map(rowOf) };
}

const judgements: readonly Judgement[] = ["right", "silent", "late", "not named", "wrong"];

function totalOf(lives: readonly (readonly [string, readonly TillLife[]])[]): Table {
  const count = (some: readonly TillLife[], word: Judgement) =>
    some.filter(({ judgement }) => judgement === word).length;
  return {
    title: "In all",
    columns: ["", "stories", ...judgements],
    rows: lives.map(([name, some]) => [
      name,
      String(some.length),
      ...judgements.map((word) => String(count(some, word))),
    ]),
  };
}

const sum = (lives: readonly TillLife[], of: (life: TillLife) => number): number =>
  lives.reduce((total, life) => total + of(life), 0);

async function liveAll(plan: Plan, stories: readonly Story[], say: (line: string) => void) {
  const lives: TillLife[] = [];
  for (const [at, story] of stories.entries()) {
    const life = await liveAtTill(story, { ...plan, seed: plan.seed + at });
    lives.push(life);
    if (isGood(life) && life.falseCases.length === 0) continue;
    say(`${life.judgement}: ${story.name} (${story.fault ?? nothing})`);
    for (const line of [...life.looks.slice(0, 6), ...life.falseCases.map((one) => `false case: ${one}`)])
      say(`  ${line}`);
  }
  return lives;
}

export const till: Measurement = {
  name: "till",
  summary: "what is named for each trouble at the till and for its near miss, over ten thousand payments",
  options: {
    seed: { text: "of everything that is thrown dice for; 0: drawn", default: "7" },
    payments: { text: "in all shops together, about", default: "10000" },
    only: { text: "stories whose name or cause holds this text", default: "" },
  },
  run: async (values, say): Promise<Outcome> => {
    const seed = seedOf(values);
    const text = values["only"] ?? "";
    const wanted = ({ name, fault }: Story) => text === "" || name.includes(text) || fault?.includes(text) === true;
    const plan = planFor(numberOf(values, "payments", [100, 1_000_000]), tillRows.length * 2, seed);
    const startMs = performance.now();
    const troubles = await liveAll(plan, tillRows.map(({ trouble }) => trouble).filter(wanted), say);
    const near = await liveAll(
      { ...plan, seed: seed + 1_000 },
      tillRows.map(({ nearMiss }) => nearMiss).filter(wanted),
      say,
    );
    const lives = [...troubles, ...near];
    const seconds = (performance.now() - startMs) / 1_000;
    const [payments, healthy] = [sum(lives, (life) => life.payments), sum(lives, (life) => life.healthyPayments)];
    const falseCases = lives.flatMap((life) => life.falseCases);
    const right = lives.filter(isGood).length;
    return {
      tables: [
        tableOf(`Each trouble, seed ${seed}`, troubles),
        tableOf("The near miss beside it", near),
        totalOf([
          ["troubles", troubles],
          ["near misses", near],
        ]),
      ],
      notes: [
        `${payments} payments in ${lives.length} shops, ${seconds.toFixed(0)} s; ${right} of ${lives.length} stories right.`,
        `False cases while all was well: ${falseCases.length} in ${healthy} payments, ${((1_000 * falseCases.length) / Math.max(1, healthy)).toFixed(1)} in a thousand.`,
      ],
      data: {
        seed,
        payments,
        healthy,
        right,
        falseCases,
        lives: lives.map(({ story, looks: _, ...rest }) => ({ name: story.name, fault: story.fault, ...rest })),
      },
      failed: false,
    };
  },
};
