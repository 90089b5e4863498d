import { commands } from "../../src/at/commands.ts";
import { type ExchangeState, newExchange, stepExchange } from "../../src/at/exchange.ts";
import type { Context } from "../../src/at/facts/fact.ts";
import { replyFacts, transcriptFacts } from "../../src/at/facts/index.ts";
import { classifyLine } from "../../src/at/line.ts";
import { trafficParsers } from "../../src/at/parse/counters.ts";
import { temperatureParsers, voltageParsers } from "../../src/at/parse/health.ts";
import { radioParsers } from "../../src/at/parse/quality.ts";
import { parseUrc } from "../../src/at/urc.ts";
import { seededRandom } from "../../src/base/random.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type GarbageCase, loadGarbage } from "../modem/garbage.ts";
import { evidenceClasses, loadTranscripts, mistakes } from "./corpus.ts";

const test = suite("transcripts");

const transcripts = loadTranscripts();
const scored = transcripts.map((transcript) => ({ ...transcript, mistakes: mistakes(transcript) }));
for (const evidence of evidenceClasses) {
  const all = scored.filter((each) => each.evidence === evidence);
  const wrong = all.flatMap((each) => each.mistakes);
  const good = all.filter((each) => each.mistakes.length === 0).length;
  test(`${evidence}: ${good} of ${all.length} replies are understood as they were meant`, () => {
    assert.ok(all.length > 0);
    assert.equal(wrong, []);
  });
}

test("no two transcripts share an id, and each is of a class that is scored", () => {
  assert.is(new Set(transcripts.map(({ id }) => id)).size, transcripts.length);
  for (const { id, evidence } of transcripts)
    assert.ok(
      evidenceClasses.some((known) => known === evidence),
      id,
    );
});

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

/** Measurements stay within what can be measured, whatever the bytes. */
function assertPlausible(line: string, values: readonly (number | undefined)[], limit: number): void {
  for (const value of values) {
    assert.ok(value === undefined || (Number.isFinite(value) && Math.abs(value) < limit), `${line} gives ${value}`);
  }
}

function parseEverything(line: string, command: string | null, context: Context): void {
  const info = [line, line];
  parseUrc(line);
  replyFacts({ command, context }, info, info);
  for (const parse of Object.values(radioParsers)) {
    const quality = parse(info);
    assertPlausible(line, [quality?.rsrpDbm, quality?.rsrqDb, quality?.sinrDb], 160);
  }
  for (const parse of Object.values(temperatureParsers)) assertPlausible(line, [parse(info)], 151);
  for (const parse of Object.values(voltageParsers)) assertPlausible(line, [parse(info)], 100_000);
  for (const parse of Object.values(trafficParsers)) parse(info);
}

test(`no line makes a parser or the exchange throw (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const lines = [...transcripts.map(({ reply }) => reply), ...loadGarbage().flatMap(bytesOf)].flatMap((text) =>
    text.split(/[\r\n]+/),
  );
  const asked = transcripts.map(({ command, context }) => ({ command, context }));
  const requests = [...commands.values()];
  let state: ExchangeState = newExchange;
  let settled = 0;
  for (let round = 0; round < rounds; round += 1) {
    const text = bent(lines[Math.floor(random() * lines.length)] ?? "", random);
    if (state.kind === "resting") state = stepExchange(state, { kind: "rested" }).state;
    const request = requests[Math.floor(random() * requests.length)];
    if (state.kind === "idle" && request) state = stepExchange(state, { kind: "send", command: request }).state;
    const line = classifyLine(text, request?.request);
    const { command = null, context = "urc" } = asked[Math.floor(random() * asked.length)] ?? {};
    if (line?.kind === "information") parseEverything(line.text, command, context);
    const step = line ? stepExchange(state, { kind: "line", line }) : stepExchange(state, { kind: "deadline" });
    settled += step.effects.filter((effect) => effect.kind === "settle").length;
    state = step.state;
  }
  assert.ok(lines.length > 100, "the transcripts were read");
  assert.ok(settled > rounds / 20, "commands were answered in between");
});

test("no bent reply makes a reader throw, and what is not known is never a number that JSON cannot write", () => {
  const random = seededRandom(seed);
  for (let round = 0; round < rounds / 4; round += 1) {
    const transcript = transcripts[Math.floor(random() * transcripts.length)];
    if (!transcript) continue;
    const facts = transcriptFacts({ ...transcript, reply: bent(transcript.reply, random) });
    JSON.stringify(facts, (key, value: unknown) => {
      assert.ok(typeof value !== "number" || Number.isFinite(value), `${transcript.id} ${key}: ${value}`);
      return value;
    });
  }
});

test.run();
