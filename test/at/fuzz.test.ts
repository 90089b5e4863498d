import { readFileSync } from "node:fs";
import { commands } from "../../src/at/commands.ts";
import { type ExchangeState, newExchange, stepExchange } from "../../src/at/exchange.ts";
import { classifyLine } from "../../src/at/line.ts";
import { parseCeer, parseCgact, parseCgdcont, parseCgpaddr } from "../../src/at/parse/data.ts";
import { parseAti, parseImsi } from "../../src/at/parse/identity.ts";
import { parseCops, parseNetworkSearch } from "../../src/at/parse/operator.ts";
import { radioParsers } from "../../src/at/parse/quality.ts";
import { parseCsq } from "../../src/at/parse/radio.ts";
import { parseIccid } from "../../src/at/parse/sim.ts";
import { parseUrc } from "../../src/at/urc.ts";
import { seededRandom } from "../../src/base/random.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("at fuzz");
const seed = 20_261_122;
const rounds = 12_000;

/** Every line of the transcripts, to be bent. */
function originals(): string[] {
  return ["quectel", "generic", "spec", "garbage"].flatMap((name) => {
    const text = readFileSync(new URL(`../transcripts/${name}.jsonl`, import.meta.url), "utf8");
    return [...text.matchAll(/"(?:reply|data)": "((?:[^"\\]|\\.)*)"/g)].flatMap((match) => {
      const reply: unknown = JSON.parse(`"${match[1]}"`);
      return String(reply).split(/[\r\n]+/);
    });
  });
}

const inserts = ['"', ",", "(", ")", ":", "-", "\x00", "\x1b", "ÿ", "9".repeat(30), "OK", "+CREG: ", "::", " "];

function bent(line: string, random: () => number): string {
  let text = line;
  const pick = (limit: number) => Math.floor(random() * limit);
  for (let times = pick(4); times > 0; times -= 1) {
    const at = pick(text.length + 1);
    const insert = inserts[pick(inserts.length)] ?? "";
    const mode = pick(3);
    if (mode === 0) text = text.slice(0, at) + insert + text.slice(at);
    if (mode === 1) text = text.slice(0, at) + text.slice(at + 1 + pick(3));
    if (mode === 2) text = text.slice(0, at) + String.fromCharCode(pick(256)) + text.slice(at + 1);
  }
  return text;
}

function parseEverything(line: string): void {
  parseUrc(line);
  parseCsq(line);
  parseIccid(line);
  const info = [line, line];
  parseCgact(info);
  parseCgdcont(info);
  parseCgpaddr(info);
  parseCeer(info);
  parseAti(info);
  parseImsi(info);
  parseCops(info);
  parseNetworkSearch(info);
  for (const parse of Object.values(radioParsers)) {
    const quality = parse(info);
    for (const value of [quality?.rsrpDbm, quality?.rsrqDb, quality?.sinrDb]) {
      assert.ok(value === undefined || (Number.isFinite(value) && Math.abs(value) < 160), `${line} gives ${value}`);
    }
  }
}

test(`no line makes a parser or the exchange throw (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const lines = originals();
  const requests = [...commands.values()];
  let state: ExchangeState = newExchange;
  let settled = 0;
  for (let round = 0; round < rounds; round += 1) {
    const text = bent(lines[Math.floor(random() * lines.length)] ?? "", random);
    if (state.kind === "resting") state = stepExchange(state, { kind: "rested" }).state;
    const request = requests[Math.floor(random() * requests.length)];
    if (state.kind === "idle" && request) state = stepExchange(state, { kind: "send", command: request }).state;
    const line = classifyLine(text, request?.request);
    if (line?.kind === "information") parseEverything(line.text);
    const step = line ? stepExchange(state, { kind: "line", line }) : stepExchange(state, { kind: "deadline" });
    settled += step.effects.filter((effect) => effect.kind === "settle").length;
    state = step.state;
  }
  assert.ok(lines.length > 100, "the transcripts were read");
  assert.ok(settled > rounds / 20, "commands were answered in between");
});

test.run();
