import { readdirSync, readFileSync } from "node:fs";
import { transcriptFacts } from "../../../src/at/facts/index.ts";
import { seededRandom } from "../../../src/base/random.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("facts of bent lines");

const seed = 20_261_123;
const rounds = 6_000;
const inserts = [
  '"',
  ",",
  "(",
  ":",
  "-32768",
  "255",
  "\x00",
  "ÿ",
  "9".repeat(30),
  "OK",
  "FFFFFFFFFFFFFFFFF",
  "::",
  " ",
];

function bent(line: string, random: () => number): string {
  const pick = (limit: number) => Math.floor(random() * limit);
  let text = line;
  for (let times = pick(4); times > 0; times -= 1) {
    const at = pick(text.length + 1);
    text = text.slice(0, at) + (inserts[pick(inserts.length)] ?? "") + text.slice(at + pick(4));
  }
  return text;
}

/** Every named line of the transcripts. */
function samples(): string[] {
  const folder = new URL("../../transcripts/", import.meta.url);
  const texts = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  const rows = texts.flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"));
  const parsed = rows.filter((row) => row !== "").map((row): unknown => JSON.parse(row));
  return parsed.flatMap((row) => {
    const reply = typeof row === "object" && row !== null && "reply" in row ? row.reply : undefined;
    return typeof reply === "string" ? reply.split(/[\r\n]+/).filter((line) => /^[+^#$*!]/.test(line)) : [];
  });
}

function assertOfThisWorld(line: string, facts: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(facts)) {
    const measured = typeof value === "number" && /_(dbm|db|c)$/.test(key);
    if (measured) assert.ok(Number.isFinite(value) && Math.abs(value) < 160, `${line} gives ${key} ${value}`);
  }
}

test(`no line makes a reader throw, and no value is out of this world (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const lines = samples();
  assert.ok(lines.length > 60, `${lines.length} samples`);
  let told = 0;
  for (let round = 0; round < rounds; round += 1) {
    const line = bent(lines[Math.floor(random() * lines.length)] ?? "", random);
    const reply = `\r\n${line}\r\n\r\nOK\r\n`;
    const name = /^[+^#*$!][A-Z0-9_]+/.exec(line)?.[0] ?? "+X";
    const asked = transcriptFacts({ command: `AT${name}?`, context: "read", reply });
    const unasked = transcriptFacts({ command: null, context: "urc", reply });
    for (const facts of [asked, unasked]) assertOfThisWorld(line, facts);
    told += Object.keys(asked).length;
  }
  assert.ok(told > rounds * 4, "the lines were understood");
});

test.run();
