import { Restarts } from "../../src/probes/modem-restarts.ts";
import { assert, suite } from "../front-door/suite.ts";
import { Bench } from "./modem-bench.ts";

const test = suite("restarts of the modem");

test("a banner that nobody asked for is one restart, whatever more the modem prints", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.port.say("\r\nRDY\r\n");
  await bench.live(3_000);
  bench.port.say("\r\nAPP RDY\r\n");
  await bench.live(60_000);
  assert.is(bench.factsOf("restart").length, 1);
  bench.port.say("\r\nRDY\r\n");
  await bench.live(3_000);
  await bench.stop();
  assert.is(bench.factsOf("restart").length, 2);
});

test("a device that vanishes from the bus and comes back has started anew", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.refusal = "PORT_GONE";
  bench.port.lose();
  await bench.live(10_000);
  assert.is(bench.factsOf("restart").length, 0, "not before it is back");
  bench.refusal = undefined;
  while (!bench.port.isOpen) await bench.live(500);
  assert.is(bench.factsOf("restart").length, 1);
  bench.port.say("\r\nRDY\r\n");
  await bench.live(5_000);
  await bench.stop();
  assert.is(bench.factsOf("restart").length, 1, "its banner belongs to the same start");
});

test("a port that is closed and opened again without vanishing is no restart", async () => {
  const bench = new Bench();
  await bench.live(20_000);
  bench.port.lose();
  await bench.live(10_000);
  bench.refusal = "PORT_BUSY";
  bench.port.lose();
  await bench.live(10_000);
  bench.refusal = undefined;
  await bench.live(31_000);
  await bench.stop();
  assert.is(bench.newest("modem.port"), "open");
  assert.is(bench.factsOf("restart").length, 0);
});

test("a modem that is found when the agent starts has not restarted", async () => {
  const bench = new Bench();
  bench.refusal = "PORT_GONE";
  await bench.live(60_000);
  bench.refusal = undefined;
  await bench.live(31_000);
  await bench.stop();
  assert.is(bench.factsOf("restart").length, 0);
});

test("a modem that starts again and again is counted again and again", () => {
  const restarts = new Restarts();
  const signs = Array.from({ length: 20 }, (_, at) => restarts.sign(at * 15_000));
  assert.is(signs.filter(Boolean).length, 10);
});

test("an order excuses signs for a minute and a half", () => {
  const restarts = new Restarts();
  restarts.order(0);
  assert.equal([restarts.sign(89_999), restarts.sign(90_000)], [false, true]);
  restarts.order(200_000);
  restarts.recall();
  assert.ok(restarts.sign(200_001));
});

test.run();
