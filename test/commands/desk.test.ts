import { verifyChain } from "../../src/commands/chain.ts";
import type { Hindrance } from "../../src/commands/verbs.ts";
import { isFinal } from "../../src/model/command.ts";
import { createAssembly } from "../../src/support/assembly.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { anna, type Bench, boris, bytesOf, commandOf, keys, newDisk, openBench } from "./bench.ts";

const test = suite("commands/desk");
const readState = { kind: "read_state" } as const;

const statesOf = ({ told }: Bench, id: string) => told.filter((each) => each.id === id).map(({ state }) => state);
const reasonsOf = ({ told }: Bench) => told.filter(({ state }) => isFinal(state)).map(({ reason }) => reason);

test("is taken, runs once, and is answered with its result, which holds what came of it", async () => {
  const clock = new VirtualClock();
  const value = { all: "is well", list: Array.from({ length: 9_000 }, (_, at) => (at * 7_919) % 10_007) };
  const bench = await openBench({ clock, execute: async () => ({ kind: "done", result: value }) });
  const command = commandOf(clock, readState);
  bench.desk.receive({ payload: bytesOf(command), retained: false });
  await clock.advance(1_000);
  assert.equal(statesOf(bench, command.id), ["accepted", "succeeded"]);
  assert.is(bench.ran.length, 1);
  const digest = bench.told.at(-1)?.result;
  assert.ok(digest && digest.bytes > 16_000 && bench.sent.length > 1);
  const assembly = createAssembly();
  for (const chunk of [...bench.sent].reverse()) for (let twice = 0; twice < 2; twice += 1) assembly.take(chunk);
  const result = digest && assembly.result(digest);
  assert.equal(result, { kind: "whole", value });
  await bench.stop();
});

test("the same id again has the same answer, and nothing runs; also after a restart", async () => {
  const clock = new VirtualClock();
  const disk = newDisk();
  const first = await openBench({ clock, disk, execute: async () => ({ kind: "failed", reason: "no_modem" }) });
  const payload = bytesOf(commandOf(clock, readState));
  for (let times = 0; times < 3; times += 1) {
    first.desk.receive({ payload, retained: false });
    await clock.advance(10_000);
  }
  assert.equal(reasonsOf(first), ["no_modem", "no_modem", "no_modem"]);
  assert.is(first.ran.length, 1);
  await first.stop();
  const second = await openBench({ clock, disk });
  second.desk.receive({ payload, retained: false });
  await clock.advance(1_000);
  assert.equal(
    second.told.map(({ state, reason }) => [state, reason]),
    [["failed", "no_modem"]],
  );
  assert.is(second.ran.length, 0);
  await second.stop();
});

test("the same id again is answered even while what has just ended is still being written", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock });
  bench.disk.wait = () => clock.sleep(500);
  const command = commandOf(clock, readState);
  const payload = bytesOf(command);
  bench.desk.receive({ payload, retained: false });
  while (statesOf(bench, command.id).at(-1) !== "succeeded") await clock.advance(10);
  bench.desk.receive({ payload, retained: false });
  await clock.advance(10_000);
  assert.equal(statesOf(bench, command.id), ["accepted", "succeeded", "succeeded"]);
  assert.is(bench.ran.length, 1);
  await bench.stop();
});

test("a result that got lost is given again to who asked for it, twice, and to nobody else", async () => {
  const clock = new VirtualClock();
  const value = Array.from({ length: 9_000 }, (_, at) => (at * 7_919) % 10_007);
  const execute = async () => ({ kind: "done", result: value }) as const;
  const bench = await openBench({ clock, execute, change: { keys: () => keys.map((each) => ({ ...each, may: [] })) } });
  const ask = async (verb: Parameters<typeof commandOf>[1], who = anna) => {
    const command = commandOf(clock, verb);
    bench.desk.receive({ payload: bytesOf(command, who), retained: false });
    await clock.advance(1_000);
    return { id: command.id, ...bench.told.at(-1) };
  };
  const first = await ask(readState);
  assert.is((await ask({ kind: "again", id: first.id }, boris)).reason, "not_allowed");
  const again = await ask({ kind: "again", id: first.id });
  assert.equal([again.state, again.result], ["succeeded", first.result]);
  const assembly = createAssembly();
  for (const chunk of bench.sent.filter(({ id }) => id === again.id)) assembly.take(chunk);
  assert.equal(again.result && assembly.result(again.result), { kind: "whole", value });
  assert.is((await ask({ kind: "again", id: first.id })).state, "succeeded");
  assert.is((await ask({ kind: "again", id: first.id })).reason, "result_gone");
  assert.is((await ask({ kind: "again", id: "f".repeat(32) })).reason, "unknown_command");
  assert.is(bench.ran.length, 1);
  for (let more = 0; more < 4; more += 1) await ask(readState);
  assert.is((await ask({ kind: "again", id: first.id })).reason, "result_gone");
  await bench.stop();
});

test("of what had no result the answer is what became of it", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock, execute: async () => ({ kind: "failed", reason: "no_modem" }) });
  const first = commandOf(clock, readState);
  for (const command of [first, commandOf(clock, { kind: "again", id: first.id })]) {
    bench.desk.receive({ payload: bytesOf(command), retained: false });
    await clock.advance(1_000);
  }
  assert.equal(reasonsOf(bench), ["no_modem", "was_failed"]);
  await bench.stop();
});

test("what does not end is over at its deadline, and the next one has its turn", async () => {
  const clock = new VirtualClock();
  let runs = 0;
  const hung = () => new Promise<never>(() => {});
  const bench = await openBench({ clock, execute: () => (++runs === 1 ? hung() : Promise.resolve({ kind: "done" })) });
  const [stuck, next] = [commandOf(clock, readState), commandOf(clock, readState, { id: "b".repeat(32) })];
  const patient = { ...next, deadlineS: next.deadlineS + 60 };
  for (const each of [stuck, patient]) bench.desk.receive({ payload: bytesOf(each), retained: false });
  await clock.advance(59_000);
  assert.equal(statesOf(bench, stuck.id), ["accepted"]);
  assert.ok(bench.ran[0]?.stop.aborted === false);
  await clock.advance(1_001);
  assert.equal(statesOf(bench, stuck.id), ["accepted", "timed_out"]);
  assert.ok(bench.ran[0]?.stop.aborted);
  await clock.advance(40_000);
  assert.equal(statesOf(bench, patient.id), ["accepted", "succeeded"]);
  await bench.stop();
});

test("payments, reversals and the mending of the modem keep back what they must, now and when its turn comes", async () => {
  const clock = new VirtualClock();
  let now: Hindrance | undefined = "payment_running";
  const hindered = (by: readonly Hindrance[]) => (now && by.includes(now) ? now : undefined);
  const bench = await openBench({ clock, hindered });
  const ask = async (verb: Parameters<typeof commandOf>[1]) => {
    bench.desk.receive({ payload: bytesOf(commandOf(clock, verb)), retained: false });
    await clock.advance(100);
    return [bench.told.at(-1)?.state, bench.told.at(-1)?.reason];
  };
  assert.equal(await ask({ kind: "run_test", test: "connect_host" }), ["refused", "payment_running"]);
  assert.equal(await ask(readState), ["succeeded", ""]);
  now = "reversal_pending";
  assert.equal(await ask({ kind: "recover", rung: "reset" }), ["refused", "reversal_pending"]);
  now = "recovery_running";
  assert.equal(await ask({ kind: "at_read", requests: ["AT+CSQ"] }), ["refused", "recovery_running"]);
  now = undefined;
  assert.equal(await ask({ kind: "at_read", requests: ["AT+CSQ"] }), ["succeeded", ""]);
  await bench.stop();
});

test("one who may only read may only read; what the configuration does not allow nobody may", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock, change: { allowed: new Set(["read_state", "diagnose"]) } });
  const diagnose = { kind: "diagnose", active: false, language: "" } as const;
  const asked = [
    [diagnose, boris],
    [readState, boris],
    [diagnose, anna],
    [{ kind: "hold", minutes: 5 }, anna],
  ] as const;
  for (const [verb, who] of asked) {
    bench.desk.receive({ payload: bytesOf(commandOf(clock, verb), who), retained: false });
    await clock.advance(100);
  }
  assert.equal(reasonsOf(bench), ["not_allowed", "", "", "not_allowed"]);
  await bench.stop();
});

test("more than an hour has room for is refused, and cannot come back later", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock, change: { perHour: 3 } });
  const payloads = Array.from({ length: 5 }, () => bytesOf(commandOf(clock, readState)));
  for (const payload of payloads) {
    bench.desk.receive({ payload, retained: false });
    await clock.advance(10);
  }
  assert.equal(reasonsOf(bench), ["", "", "", "too_often", "too_old"]);
  await clock.advance(50_000);
  for (const payload of payloads.slice(3)) bench.desk.receive({ payload, retained: false });
  await clock.advance(10);
  assert.equal(reasonsOf(bench).slice(5), ["too_old", "too_old"]);
  assert.is(bench.ran.length, 3);
  await bench.stop();
});

test("without a clock only what reads is done, and its time is counted from when it came", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock, clockQuality: () => "none", execute: () => new Promise(() => {}) });
  const inThePast = { issuedS: 1_000, deadlineS: 1_030 };
  const [read, hold] = [
    commandOf(clock, readState, inThePast),
    commandOf(clock, { kind: "hold", minutes: 5 }, { ...inThePast, issuedS: 1_001 }),
  ];
  for (const each of [read, hold]) bench.desk.receive({ payload: bytesOf(each), retained: false });
  await clock.advance(29_000);
  assert.equal(statesOf(bench, read.id), ["accepted"]);
  assert.equal(statesOf(bench, hold.id), ["refused"]);
  await clock.advance(1_001);
  assert.equal(statesOf(bench, read.id), ["accepted", "timed_out"]);
  await clock.settle(bench.stop());
});

test("where the journal is lost, what was issued before the start may have been here, and is too old", async () => {
  const clock = new VirtualClock();
  const disk = newDisk();
  const first = await openBench({ clock, disk });
  const [done, late] = [commandOf(clock, readState), commandOf(clock, readState)];
  first.desk.receive({ payload: bytesOf(done), retained: false });
  await clock.advance(2_000);
  await first.stop();
  disk.content.entries = undefined;
  const second = await openBench({ clock, disk });
  for (const each of [done, late, commandOf(clock, readState, { issuedS: late.issuedS + 3 })]) {
    second.desk.receive({ payload: bytesOf(each), retained: false });
  }
  await clock.advance(1_000);
  assert.equal(reasonsOf(second), ["too_old", "too_old", ""]);
  await second.stop();
});

test("what cannot be written down is not done", async () => {
  const clock = new VirtualClock();
  const disk = newDisk();
  const bench = await openBench({ clock, disk });
  disk.fails = () => true;
  const command = commandOf(clock, readState);
  bench.desk.receive({ payload: bytesOf(command), retained: false });
  await clock.advance(20_000);
  assert.is(bench.ran.length, 0);
  assert.equal(bench.told, []);
  disk.fails = () => false;
  await clock.advance(20_000);
  assert.equal(reasonsOf(bench), ["not_kept"]);
  await bench.stop();
});

test("a failure to tell changes nothing: it is told later", async () => {
  const clock = new VirtualClock();
  let isUp = false;
  const bench = await openBench({ clock, tell: () => isUp });
  const command = commandOf(clock, readState);
  bench.desk.receive({ payload: bytesOf(command), retained: false });
  await clock.advance(100_000);
  assert.equal([bench.ran.length, bench.told.length], [1, 0]);
  isUp = true;
  await clock.advance(10_000);
  assert.equal(statesOf(bench, command.id), ["succeeded"]);
  await bench.stop();
});

test("an agent that is told to stop interrupts what does not end, and says so", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock, execute: () => new Promise(() => {}) });
  const command = commandOf(clock, readState);
  bench.desk.receive({ payload: bytesOf(command), retained: false });
  await clock.advance(1_000);
  await clock.settle(bench.stop());
  assert.equal(statesOf(bench, command.id), ["accepted", "interrupted"]);
});

test("every answer has the head of the audit log, whose lines hold each other", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock });
  for (let at = 0; at < 5; at += 1) {
    bench.desk.receive({ payload: bytesOf(commandOf(clock, readState)), retained: false });
    bench.desk.receive({ payload: Buffer.from("rubbish"), retained: false });
    await clock.advance(100);
  }
  const lines = bench.disk.content.audit.split("\n").slice(0, -1);
  const verified = verifyChain(lines);
  assert.ok(
    verified.kind === "whole" && verified.head.hash === bench.told.at(-1)?.audit?.hash,
    JSON.stringify(verified),
  );
  assert.is(bench.told.at(-1)?.audit?.lines, lines.length);
  await bench.stop();
});

test.run();
