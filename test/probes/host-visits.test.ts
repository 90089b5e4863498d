import { seededRandom } from "../../src/base/random.ts";
import { createHostVisits } from "../../src/probes/host-visits.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("visits to the acquirer's host");
const second = 1_000;

function taken(visits: ReturnType<typeof createHostVisits>, fromS: number, toS: number): number[] {
  const times: number[] = [];
  for (let at = fromS; at < toS; at += 3) if (visits.take("quick", at * second)) times.push(at);
  return times;
}

test("none while all is well", () => {
  const visits = createHostVisits(seededRandom(1));
  assert.not(visits.take("slow", 0));
});

test("three after a failure, then one in about five minutes, never in step", () => {
  const [first, other] = [seededRandom(1), seededRandom(2)].map((random) => taken(createHostVisits(random), 0, 1_800));
  assert.equal(first?.slice(0, 3), [0, 3, 6]);
  const gaps = (first ?? []).slice(3).map((at, index) => at - (first?.[index + 2] ?? 0));
  assert.ok(gaps.length >= 4 && gaps.every((gap) => gap >= 225 && gap <= 378), gaps.join());
  assert.not.equal(first, other);
});

test("a payment that went through makes the next failure a new one", () => {
  const visits = createHostVisits(seededRandom(1));
  assert.is(taken(visits, 0, 60).length, 3);
  visits.proved();
  assert.is(taken(visits, 60, 120).length, 3);
});

test("a path that comes and goes earns no more than thirty an hour", () => {
  const visits = createHostVisits(seededRandom(1));
  let count = 0;
  for (let at = 0; at < 3_600; at += 30) {
    visits.proved();
    count += taken(visits, at, at + 30).length;
  }
  assert.is(count, 30);
});

test.run();
