import { seededRandom } from "../../src/base/random.ts";
import { beganWith, type Trial } from "../../src/compare/onset.ts";
import { newestLevel } from "../../src/compare/since-change.ts";
import { reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("trouble since a change");
const random = seededRandom(20261126);

/** One trial a minute, failing at one rate before the onset and at another after it. */
function trials(count: number, onset: number, rates: readonly [number, number]): Trial[] {
  return Array.from({ length: count }, (_, at) => ({
    atMs: at * 60_000,
    failed: random() < rates[at < onset ? 0 : 1],
  }));
}

const share = (runs: number, run: () => string, verdict: string) =>
  Array.from({ length: runs }, run).filter((said) => said === verdict).length / runs;

test("half of the payments failing from the change on are blamed on it", () => {
  assert.ok(share(200, () => beganWith(200 * 60_000, trials(220, 200, [0.01, 0.5])), "yes") > 0.9);
});

test("failures that began before the change, or long after it, are not", () => {
  assert.ok(share(200, () => beganWith(200 * 60_000, trials(260, 160, [0.01, 0.5])), "yes") < 0.05);
  assert.ok(share(200, () => beganWith(200 * 60_000, trials(260, 215, [0.01, 0.5])), "yes") < 0.1);
});

test("without a change of the rate nothing is blamed", () => {
  assert.ok(share(200, () => beganWith(200 * 60_000, trials(240, 0, [0.05, 0.05])), "yes") < 0.02);
});

test("with nothing before the change nobody knows", () => {
  assert.is(beganWith(0, trials(30, 0, [0.5, 0.5])), "unclear");
  assert.is(beganWith(1e12, trials(30, 0, [0.5, 0.5])), "unclear");
});

test("a change that is told again in tenths of an hour is not a newer one", () => {
  const told = (atS: number, hours: number) => reading("sw.os_version_changed_h", hours, atS * 1_000);
  const first = told(0, 0);
  assert.is(newestLevel(undefined, first), first);
  assert.is(newestLevel(first, told(300, 0)), first);
  assert.is(newestLevel(first, told(700, 0.1)), first);
  const another = told(3_600, 0);
  assert.is(newestLevel(first, another), another);
  const memory = reading("reader.mag_ok_24h", 3, 0);
  const more = reading("reader.mag_ok_24h", 3, 1);
  assert.is(newestLevel(memory, more), more);
});

test.run();
