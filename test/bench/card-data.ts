/** Planted card data by every way, harmless things by every way, the detector on random digits, and what a look costs. */
import { seededRandom } from "../../src/base/random.ts";
import { findCardData } from "../../src/card-data/find.ts";
import { examine } from "../../src/ipc/examine.ts";
import { status } from "../ipc/bench.ts";
import { textForms, valueForms } from "../support/card-data/forms.ts";
import { message } from "../support/card-data/harmless.ts";
import { digitsOf } from "../support/card-data/numbers.ts";
import { type Count, pass, plant } from "../support/card-data/trial.ts";
import { wayNames } from "../support/card-data/ways.ts";
import { type Measurement, numberOf, seedOf } from "./measurement.ts";
import type { Table } from "./table.ts";

const options = {
  items: { text: "how many planted, and how many harmless", default: "100000" },
  seed: { text: "0 draws one", default: "2026" },
} as const;

function rows(what: string, { sent, wrong }: Count): readonly (readonly string[])[] {
  return wayNames.map((way) => [what, way, String(sent[way]), String(wrong[way])]);
}

/** Share of random things that trip it, in percent. */
function alarms(seed: number, make: (random: () => number) => string): string {
  const random = seededRandom(seed);
  const times = 50_000;
  let found = 0;
  for (let time = 0; time < times; time += 1) if (findCardData(make(random)) !== undefined) found += 1;
  return ((100 * found) / times).toFixed(2);
}

const hex = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");

function alarmTable(seed: number): Table {
  const lengths = [12, 13, 14, 15, 16, 17, 18, 19, 20, 24];
  return {
    title: "Random data that trips the detector",
    columns: ["what", "percent"],
    rows: [
      ...lengths.map((length) => [`${length} digits`, alarms(seed, (random) => digitsOf(random, length))]),
      ["13 digits that begin with 1 (milliseconds)", alarms(seed, (random) => `1${digitsOf(random, 12)}`)],
      ["16 hexadecimal digits", alarms(seed, (random) => hex(random, 16))],
      ["64 hexadecimal digits (SHA-256)", alarms(seed, (random) => hex(random, 64))],
      ["32 random bytes in base64", alarms(seed, (random) => Buffer.from(hex(random, 64), "hex").toString("base64"))],
    ],
  };
}

function microseconds(times: number, run: (at: number) => void): string {
  for (let at = 0; at < times / 10; at += 1) run(at);
  const beforeMs = performance.now();
  for (let at = 0; at < times; at += 1) run(at);
  return ((1_000 * (performance.now() - beforeMs)) / times).toFixed(1);
}

function costTable(seed: number): Table {
  const random = seededRandom(seed);
  const frames = Array.from({ length: 2_000 }, () => JSON.stringify(message(random)));
  const length = Math.round(frames.reduce((sum, frame) => sum + frame.length, 0) / frames.length);
  const line = JSON.stringify({ time: "2026-11-26T21:50:57.123Z", level: "notice", event: "case_opened", case: 17 });
  const answer = JSON.stringify(status);
  const at = (index: number) => frames[index % frames.length] ?? "";
  return {
    title: "What one look costs",
    columns: ["what", "characters", "microseconds"],
    rows: [
      [
        "a message at the door, parsed, judged and written anew",
        String(length),
        microseconds(20_000, (i) => void examine(at(i))),
      ],
      ["the same, only parsed", String(length), microseconds(20_000, (i) => void JSON.parse(at(i)))],
      ["a log line", String(line.length), microseconds(20_000, () => void findCardData(line))],
      ["a status as text", String(answer.length), microseconds(2_000, () => void findCardData(answer))],
    ],
  };
}

export const cardData: Measurement = {
  name: "card-data",
  summary: "planted card data in a hundred forms by every way, and harmless things that must pass",
  options,
  run: async (values, say) => {
    const [items, seed] = [numberOf(values, "items", [1, 1e7]), seedOf(values)];
    say(`${items} planted, ${items} harmless, seed ${seed}`);
    const [planted, harmless] = [plant(seed, items), pass(seed + 1, items)];
    const wrong = [planted, harmless].flatMap(({ examples }) => examples);
    const forms = Object.keys(textForms).length + Object.keys(valueForms).length;
    return {
      tables: [
        {
          title: `${items} planted (${forms} forms), ${items} harmless; wrong: left, or refused for nothing`,
          columns: ["what", "way", "sent", "wrong"],
          rows: [...rows("planted", planted), ...rows("harmless", harmless)],
        },
        alarmTable(seed),
        costTable(seed),
      ],
      notes: wrong.map((example) => `wrong: ${example}`),
      data: { seed, items, planted, harmless },
      failed: wrong.length > 0,
    };
  },
};
