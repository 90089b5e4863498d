import { runActiveTests } from "../../src/agent/active-tests.ts";
import type { TestOutcome } from "../../src/agent/device-tests.ts";
import type { Diagnosis } from "../../src/model/case.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("active tests");
const costParts = { seconds: 1, bytes: 0, disturbance: 0, person: 0 };
const offer = (names: readonly string[]): Diagnosis => ({
  ...{ atMs: 0, progress: "none", verdicts: [], rivals: [], ruledOut: [], unknown: true },
  nextTests: names.map((name) => ({ test: name, cost: 1, costParts, separates: ["a", "b"] })),
});
const made: TestOutcome = { kind: "made", readings: [] };

interface Story {
  /** What is offered after so many tests. */
  readonly offers: readonly (readonly string[])[];
  readonly refused?: readonly string[];
  readonly takesMs?: number;
}

async function run({ offers, refused = [], takesMs = 100 }: Story) {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const told: [string, TestOutcome][] = [];
  let [count, looks] = [0, 0];
  const tried = await runActiveTests(
    {
      ...{ clock, stop: stop.signal },
      tests: {
        has: (name) => name !== "try_other_card",
        make: async (name) => {
          count += 1;
          await clock.advance(takesMs);
          return refused.includes(name) ? { kind: "refused", why: "payment" } : made;
        },
      },
      consider: () => offer(offers[Math.min(count, offers.length - 1)] ?? []),
      lookAround: async () => {
        looks += 1;
      },
    },
    (name, outcome) => told.push([name, outcome]),
  );
  return { tried, told, looks };
}

test("the best first, and then the best in the light of what it found, until nothing is left", async () => {
  const { tried, told, looks } = await run({ offers: [["try_other_card", "names", "host"], ["host", "names"], []] });
  assert.equal(tried, ["names", "host"]);
  assert.equal(told, [
    ["names", made],
    ["host", made],
  ]);
  assert.is(looks, 0);
});

test("what is refused is told with the reason, not tried again, and the next best is made", async () => {
  const { told } = await run({ offers: [["host", "names"]], refused: ["host"] });
  assert.equal(told, [
    ["host", { kind: "refused", why: "payment" }],
    ["names", made],
  ]);
});

test("where nothing is known to be wrong it looks around first, and goes on from what that shows", async () => {
  assert.is((await run({ offers: [[]] })).looks, 1);
});

test("at most eight tests, and none is begun after half a minute", async () => {
  const many = Array.from({ length: 12 }, (_, at) => `t${at}`);
  assert.is((await run({ offers: [many] })).tried.length, 8);
  assert.is((await run({ offers: [many], takesMs: 11_000 })).tried.length, 3);
});

test.run();
