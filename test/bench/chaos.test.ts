import { assert, suite } from "../front-door/suite.ts";
import { liveThroughOutage } from "./chaos/outage.ts";
import { killWriters } from "./chaos/real-kills.ts";
import { runStories } from "./chaos.ts";

const test = suite("bench/chaos", { timeoutMs: 60_000 });

test("a hundred and twenty runs with trouble at a drawn write each: nothing lost, no fault before a metric, all proved", async () => {
  const { wrong, unproved, examples, taken, hits } = await runStories(120, 20_261_127, () => {});
  assert.equal(examples, []);
  assert.is(wrong.size, 0);
  assert.is(unproved, 0);
  assert.ok(taken > 1_000, `${taken} taken`);
  for (const trouble of ["kill", "power", "full", "read_only", "io_error"]) {
    for (const call of ["write", "sync", "create"])
      assert.ok((hits.get(`${trouble} ${call}`) ?? 0) > 0, `${trouble} ${call}`);
  }
});

test("ten real processes killed while they write", async () => {
  const { wrong, taken } = await killWriters(10, 7, () => {});
  assert.equal(wrong, []);
  assert.ok(taken > 10, `${taken} taken`);
});

test("two hours without a broker: measurements give way, faults do not, and the consumer proves that it has the rest", async () => {
  const { dropped, arrived, proved, mostInTenMinutes, attempts } = await liveThroughOutage(2, 7);
  assert.is(dropped.fault, 0);
  assert.ok(arrived > 100 && attempts > 10 && mostInTenMinutes <= 10, `${arrived} ${attempts} ${mostInTenMinutes}`);
  assert.ok(proved);
});

test.run();
