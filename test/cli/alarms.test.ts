import { alarmCommands } from "../../src/cli/alarms.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { assert, suite } from "../front-door/suite.ts";
import { alarm, type Bench, type BenchOptions, createBench } from "../ipc/bench.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag alarms");

let bench: Bench;

async function begin(options: BenchOptions = {}): Promise<void> {
  bench = await createBench(options);
  await bench.server.start();
}

test.after.each(() => bench.end());

async function run(...args: readonly string[]) {
  const { io, out, err } = capturedIo();
  const exit = await dispatch(alarmCommands, ["alarms", ...args, "--socket", bench.socket], io);
  return { exit, out: out(), err: err() };
}

test("the table says what it is, how bad, since when, how often, and who has seen it; and what is odd about it", async () => {
  await begin();
  const { exit, out } = await run();
  assert.is(exit, 0);
  const [head = "", row = "", ...rest] = out.split("\n");
  assert.match(head, /^ID +SEVERITY +ALARM +STATE/);
  assert.match(
    row,
    /^3 +critical +SIM card missing \(sim\.absent\) +open, not confirmed since the restart +2026-11-27 05:30:00 +9 times +seen, support$/,
  );
  const remarks = rest.join("\n");
  for (const part of ["RECURRENT: 4 times in 24 h", 'was "No mobile network" until 2026-11-27 05:30:20', "seen"]) {
    assert.match(remarks, part);
  }
  assert.match(remarks, "6 more are over or closed; --all shows them.");
});

test("in Chinese, and as JSON", async () => {
  const asked: unknown[] = [];
  await begin({
    handlers: {
      alarms: (language, all) => {
        asked.push([language, all]);
        return { alarms: [alarm], left_out: 0 };
      },
    },
  });
  const { out } = await run("--lang", "zh-CN", "--all");
  assert.match(out, /编号 +级别/);
  assert.match(out, "反复发生：24小时内4次");
  const { out: json } = await run("--json");
  assert.equal(JSON.parse(json), { alarms: [alarm], left_out: 0 });
  assert.equal(asked, [
    ["zh-CN", true],
    ["en", false],
  ]);
});

test("no alarms is said in words", async () => {
  await begin({ handlers: { alarms: () => ({ alarms: [], left_out: 0 }) } });
  assert.is((await run()).out, "No alarms.\n");
});

test("what a person says reaches the agent as it was said, and the alarm comes back", async () => {
  await begin();
  const { exit, out } = await run("ack", "3", "--note", "new SIM is on its way");
  assert.is(exit, 0);
  assert.match(out, "sim.absent");
  await run("shelve", "3", "--hours", "24", "--by", "merchant");
  assert.is(JSON.parse((await run("unshelve", "3", "--json")).out).id, 3);
  assert.equal(bench.operations, [
    { alarm: 3, action: "ack", by: "support", note: "new SIM is on its way", hours: 8 },
    { alarm: 3, action: "shelve", by: "merchant", note: "", hours: 24 },
    { alarm: 3, action: "unshelve", by: "support", note: "", hours: 8 },
  ]);
});

test("wrong use is said, with what would be right, and nothing reaches the agent", async () => {
  await begin();
  const cases: readonly (readonly [readonly string[], string])[] = [
    [["ack"], "ID is missing"],
    [["ack", "three"], 'ID is "three", no number'],
    [["ack", "3", "4"], "one alarm at a time"],
    [["ack", "3", "--hours", "2"], "--hours is for alarms shelve"],
    [["shelve", "3", "--hours", "0"], "--hours is 0, not 1 to 168"],
    [["ack", "3", "--by", "Wang"], '--by is "Wang", not merchant or support'],
    [["ack", "3", "--note", "4111 1111 1111 1111"], "may be card data; nothing was kept of it"],
    [["ack", "3", "--note", "x".repeat(81)], "at most 80 characters"],
  ];
  for (const [args, said] of cases) {
    const { exit, err } = await run(...args);
    assert.is(exit, 64, args.join(" "));
    assert.match(err, said);
  }
  assert.equal(bench.operations, []);
});

test("an alarm that there is not is said", async () => {
  await begin();
  const { exit, err } = await run("close", "7");
  assert.equal([exit, err.includes("there is no alarm 7")], [64, true]);
});

test("every command has a help of its own, with an example and the exit codes", async () => {
  await begin();
  for (const { name, help } of alarmCommands) {
    for (const part of [`posdiag ${name}`, "Example:", "Exit codes:"]) assert.match(help, part);
  }
});

test.run();
