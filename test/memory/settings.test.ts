import { reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";
import { dayMs, local, Terminal } from "./bench.ts";

const test = suite("memory/settings");
const hoursMs = 3_600_000;
const answeredAt = (atMs: number) => [reading("txn.outcome", "declined", atMs)];

test("the first settings ever have no age, and are proved by an answered payment", async () => {
  const terminal = new Terminal();
  const run = await terminal.start();
  assert.is(terminal.value("net.config_changed_h"), undefined);
  assert.is(terminal.value("net.config_proved"), false);
  run.memory.see([reading("txn.outcome", "timeout", 0)]);
  assert.is(terminal.value("net.config_proved"), false);
  run.memory.see(answeredAt(0));
  assert.is(terminal.value("net.config_proved"), true);
  await run.stop();
});

test("other settings after a restart count from then, and must be proved anew", async () => {
  const terminal = new Terminal();
  const before = await terminal.start();
  before.memory.see(answeredAt(0));
  await before.stop();
  const after = await terminal.start({ settings: "host.acquirer.test 5501" });
  assert.equal([terminal.value("net.config_changed_h"), terminal.value("net.config_proved")], [0, false]);
  await terminal.clock.advance(5 * hoursMs);
  assert.is(terminal.value("net.config_changed_h"), 5);
  await after.stop();
  await terminal.clock.advance(dayMs);
  const later = await terminal.start({ settings: "host.acquirer.test 5501" });
  assert.equal([terminal.value("net.config_changed_h"), terminal.value("net.config_proved")], [29, false]);
  later.memory.see([reading("net.tcp_host", "ok", 0)]);
  assert.is(terminal.value("net.config_proved"), true);
  await later.stop();
});

test("the same settings keep their proof over a kill", async () => {
  const terminal = new Terminal();
  const before = await terminal.start();
  before.memory.see(answeredAt(0));
  await terminal.clock.advance(20 * 60_000);
  terminal.emitted = [];
  const after = await terminal.start();
  assert.is(terminal.value("net.config_proved"), true);
  await after.stop();
  await before.stop();
});

test("a change while the clock is not set has no age", async () => {
  const terminal = new Terminal();
  await (await terminal.start()).stop();
  terminal.setWall(local(1970, 1, 2));
  const run = await terminal.start({ settings: "another host" });
  assert.is(terminal.value("net.config_changed_h"), undefined);
  assert.is(terminal.value("net.config_proved"), false);
  await run.stop();
});

test.run();
