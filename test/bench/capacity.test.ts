import { assert, suite } from "../front-door/suite.ts";
import { measureHandshakes } from "./capacity/handshakes.ts";
import { given, type Inputs, measured } from "./capacity/inputs.ts";
import { planFor } from "./capacity/plan.ts";
import { comeBack } from "./capacity/return.ts";
import { capacity } from "./capacity.ts";

const test = suite("bench/capacity");

const silent = () => {};
const defaults = Object.fromEntries(Object.entries(capacity.options).map(([name, option]) => [name, option.default]));
const pairs = Object.entries({ ...measured, ...given }).map(([name, { value }]) => [name, value]);
const of = (changes: Partial<Inputs> = {}): Inputs => ({ ...Object.fromEntries(pairs), ...changes });
const terms = { seed: 7, awayS: 30 };

/** docs/storm.md: a thousand real sessions, Mosquitto away for 30 s: half after 12.9 s, 90 % after 48.7 s, all after 190.9 s, 3.6 attempts each. */
test("a thousand terminals come back as a thousand real ones did", () => {
  const { halfS, mostS, allS, peak, attempts } = comeBack({ terminals: 1_000, awayS: 30, perSecond: 1_000, seed: 7 });
  assert.ok(halfS > 9 && halfS < 17, `half after ${halfS} s`);
  assert.ok(mostS > 36 && mostS < 61, `90 % after ${mostS} s`);
  assert.ok(allS > 100 && allS < 320, `all after ${allS} s`);
  assert.ok(peak > 150 && peak < 260, `${peak} in a second`);
  assert.ok(attempts > 3 && attempts < 4.5, `${attempts} attempts`);
});

test("brokers that take less are come back to later, by more attempts, and never faster than they take", () => {
  const all = [10_000, 100, 20].map((perSecond) => comeBack({ terminals: 10_000, awayS: 30, perSecond, seed: 7 }));
  const [plenty, some, few] = all;
  assert.ok(plenty && some && few && plenty.allS < some.allS && some.allS < few.allS);
  assert.ok(some.allS >= 100 && few.allS >= 500);
  assert.ok(plenty.attempts < some.attempts && some.attempts < few.attempts);
});

test("brokers that never catch up are said to be too slow", () => {
  assert.throws(
    () => comeBack({ terminals: 1_000, awayS: 0, perSecond: 0, seed: 7 }),
    "do not bring 1000 terminals back",
  );
});

test("ten times as many terminals ask for ten times as much at rest", () => {
  const [small, large] = [planFor(1_000, of(), terms), planFor(10_000, of(), terms)];
  for (const figure of [
    "messagesPerS",
    "emqxGb",
    "sampleRowsDay",
    "samplesGb",
    "certificatesDay",
    "mbitPerS",
  ] as const) {
    assert.ok(Math.abs(large[figure] / small[figure] - 10) < 1e-9, figure);
  }
});

test("what is reckoned: by hand for 86,400 terminals", () => {
  const inputs = of({ "reports-day": 10, "messages-day": 20, "connects-day": 2, "collectors-per-s": 100 });
  const plan = planFor(86_400, { ...inputs, "handshake-ms": 5, "keep-samples": 7, "sample-bytes": 100 }, terms);
  assert.equal([plan.reportsPerS, plan.messagesPerS, plan.connectsPerS], [10, 20, 2]);
  assert.equal([plan.collectorLoad, plan.handshakeProcessors], [0.1, 0.01]);
  assert.is(plan.samplesGb, (86_400 * 10 * inputs["samples-per-report"] * 100 * 7) / 1e9);
  // 0.4 of them; an hour away is two reports, and a fault that came and went two more, with its sets and four messages of a connection.
  assert.equal([plan.carrierTerminals, plan.carrierReports, plan.carrierMessages], [34_560, 138_240, 345_600]);
});

test("the table has a column for each size, and says which figures are the reader's own", async () => {
  const asked = { ...defaults, terminals: "100,200", "handshake-ms": "1" };
  const { tables, failed } = await capacity.run(asked, silent);
  const [inputs, plans] = tables;
  assert.is(failed, false);
  assert.equal(plans?.columns, ["what", "100", "200"]);
  assert.equal(
    inputs?.rows.filter(([, , , kind]) => kind === "yours").map(([name]) => name),
    ["handshake-ms"],
  );
});

test("what is no number, or no size, is refused by name", async () => {
  for (const [wrong, named] of [
    [{ terminals: "many" }, "--terminals"],
    [{ terminals: "0" }, "--terminals"],
    [{ "carrier-share": "40" }, "--carrier-share"],
    [{ "sample-bytes": "" }, "--sample-bytes"],
    [{ measure: "yes" }, "--measure"],
  ] as const) {
    const error: unknown = await capacity.run({ ...defaults, ...wrong }, silent).catch((refused: unknown) => refused);
    assert.match(String(error), named);
  }
});

const broker = suite("bench/capacity: a real broker", { timeoutMs: 60_000, needs: ["mosquitto", "openssl"] });

broker("twenty connections are taken, kept, and come again with their tickets", async () => {
  const { resumed, fullMs, kbPerConnection } = await measureHandshakes(20);
  assert.is(resumed, 20);
  assert.ok(fullMs >= 0 && kbPerConnection >= 0);
});

test.run();
broker.run();
