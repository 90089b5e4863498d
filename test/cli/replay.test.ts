import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf } from "../../src/agent/identity.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { replayCommand } from "../../src/cli/replay.ts";
import { catalogue } from "../../src/faults/index.ts";
import { reading } from "../../src/model/reading.ts";
import { createRecorder, recorded } from "../../src/record/recorder.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag replay");
const folder = mkdtempSync(join(tmpdir(), "posdiag-replay-"));
test.after(() => rmSync(folder, { recursive: true }));

async function replayed(...args: readonly string[]) {
  const { io, out, err } = capturedIo();
  const exit = await dispatch([replayCommand], ["replay", ...args], io);
  return { exit, out: out(), err: err() };
}

/** A printer out of paper and mended again, over and over: two events a minute. Returns the events as they were told. */
async function record(name: string, maxBytes: number, minutes: number): Promise<readonly string[]> {
  const path = join(folder, name);
  const recorder = createRecorder({
    ...{ path, maxBytes, cardData: createCardDataGuard(), log: () => {} },
    circumstances: {
      agentVersion: "0.1.0",
      catalogueHash: hashOf(catalogue),
      capabilities: ["printer"],
      holdMs: 25_000,
      lastCaseId: 40,
      codes: { scheme: "unionpay", own: {} },
      start: "2026-11-22T10:00:00.000Z",
      startMs: 0,
    },
  });
  const thinker = recorded(
    createThinker({ catalogue, capabilities: new Set(["printer"]), holdMs: 25_000, lastCaseId: 40 }),
    recorder,
  );
  const events: string[] = [];
  for (let atMs = 0; atMs < minutes * 60_000; atMs += 5_000) {
    thinker.see([reading("printer.state", atMs % 60_000 < 30_000 ? "ok" : "paper_out", atMs)]);
    events.push(...thinker.think(atMs + 7).events.map((event) => JSON.stringify(event)));
  }
  await recorder.settled();
  return events;
}

test("a recording in one part gives the same events, and --check says so", async () => {
  const events = await record("one", 16_777_216, 5);
  assert.ok(events.length >= 8, String(events.length));
  const { exit, out, err } = await replayed(join(folder, "one"), "--json", "--check");
  assert.is(exit, 0, err);
  assert.equal(out.trim().split("\n"), events);
  const text = await replayed(join(folder, "one"));
  assert.match(text.out, /^ +\d+\.0 s {2}opened {3}#41 +\d+ % {2}printer\.paper_out +Paper out$/m);
});

test("of two parts both are read, and what the second repeats is seen once", async () => {
  const whole = await record("whole", 16_777_216, 4);
  const events = await record("two", Math.round(statSync(join(folder, "whole")).size * 0.6), 4);
  assert.equal(events, whole);
  const newer = readFileSync(join(folder, "two"), "utf8").split("\n")[0] ?? "";
  assert.match(newer, '"part":2,"gone":0,"carried":1');
  const { exit, out, err } = await replayed(join(folder, "two"), "--json", "--check");
  assert.is(exit, 0, err);
  assert.equal(out.trim().split("\n"), events);
});

test("without its beginning it says how much is gone", async () => {
  await record("late", 4_096, 30);
  const { err } = await replayed(join(folder, "late"));
  assert.match(err, /the first \d+ lines are no longer there/);
});

test("lines that cannot be used, and lines that were lost, are told", async () => {
  await record("marred", 16_777_216, 1);
  const path = join(folder, "marred");
  writeFileSync(path, `${readFileSync(path, "utf8")}{"lost":3}\nrubbish\n`);
  const { exit, err } = await replayed(path);
  assert.is(exit, 0);
  assert.match(err, /marred: line \d+: not a JSON object: left out/);
  assert.match(err, "3 lines were lost while it was recorded");
});

test("an incident is thought through instant by instant; there is nothing to compare it with", async () => {
  const path = join(folder, "incident.jsonl");
  const line = (t: number, value: string) => JSON.stringify({ t, source: "printer", signal: "state", value });
  writeFileSync(path, [line(-20, "paper_out"), line(-40, "ok"), "rubbish"].join("\n"));
  const { exit, out, err } = await replayed(path, "--lang", "zh-CN");
  assert.is(exit, 0);
  assert.match(out, /^ +-20\.0 s {2}opened {3}#1 .*printer\.paper_out +缺纸$/m);
  assert.match(err, "line 3: not JSON: left out");
  assert.is((await replayed(path, "--check")).exit, 64);
});

test("a file that is neither, or not there, or more than one, is refused", async () => {
  const path = join(folder, "none.txt");
  writeFileSync(path, "nothing of the kind\n");
  const nothing = await replayed(path);
  assert.is(nothing.exit, 65);
  assert.match(nothing.err, "neither a recording nor an incident");
  assert.is((await replayed(join(folder, "missing"))).exit, 66);
  assert.is((await replayed(path, path)).exit, 64);
  assert.is((await replayed()).exit, 64);
});

test.run();
