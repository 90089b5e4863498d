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
import { type GarbageCase, loadGarbage } from "../modem/garbage.ts";
import { type Transcript, understand } from "./corpus.ts";

const test = suite("transcripts");

function isTranscript(value: unknown): value is Transcript {
  return typeof value === "object" && value !== null && "id" in value && "reply" in value && "expect" in value;
}

function load(name: string): Transcript[] {
  const text = readFileSync(new URL(`../transcripts/${name}.jsonl`, import.meta.url), "utf8");
  return text.split("\n").flatMap((line) => {
    const value: unknown = line === "" ? undefined : JSON.parse(line);
    return isTranscript(value) ? [value] : [];
  });
}

/** Every key that is expected, and nothing else; `null` expects "not known". */
function agrees(got: unknown, expected: unknown): boolean {
  if (expected === null) return got === undefined;
  if (Array.isArray(expected)) {
    return Array.isArray(got) && got.length === expected.length && expected.every((item, at) => agrees(got[at], item));
  }
  if (typeof expected !== "object") return got === expected;
  if (typeof got !== "object" || got === null) return false;
  const fields: Record<string, unknown> = { ...got };
  return Object.entries(expected ?? {}).every(([key, value]) => agrees(fields[key], value));
}

/** Keys of the transcripts that no parser here answers: hints, and the status words of a SIM file read. */
const notParsed: ReadonlySet<string> = new Set(["sim_state_hint", "sw1", "sw2"]);

const names = ["quectel", "generic", "spec"] as const;

for (const name of names) {
  for (const transcript of load(name)) {
    test(`${name} ${transcript.id}: ${transcript.command ?? "unsolicited"} is understood as it was meant`, () => {
      const got = understand(transcript);
      for (const [key, expected] of Object.entries(transcript.expect)) {
        if (notParsed.has(key)) continue;
        assert.ok(
          agrees(got[key], expected),
          `${key}: got ${JSON.stringify(got[key])}, want ${JSON.stringify(expected)}`,
        );
      }
    });
  }
}

const seed = 20_261_122;
const rounds = 12_000;

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

function bytesOf({ steps }: GarbageCase): string[] {
  return steps.flatMap(({ rx }) => rx.map(({ data = "" }) => data));
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
  const lines = [...names.flatMap(load).map(({ reply }) => reply), ...loadGarbage().flatMap(bytesOf)].flatMap((text) =>
    text.split(/[\r\n]+/),
  );
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
