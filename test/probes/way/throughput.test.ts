import { createThroughput } from "../../../src/probes/way/throughput.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("throughput in passing");

/** Looks every two seconds at a counter that grows by these bytes each. */
function seen(steps: readonly number[], way = "eth0"): ReturnType<typeof createThroughput> {
  const throughput = createThroughput();
  let bytes = 1_000;
  throughput.see(way, bytes, 0);
  steps.forEach((step, at) => {
    bytes += step;
    throughput.see(way, bytes, (at + 1) * 2_000);
  });
  return throughput;
}

test("a transfer shows its rate: 100 KB in two seconds are 400 kbit/s", () => {
  assert.is(seen([0, 100_000, 0]).best(6_000), 400);
});

test("the best stretch of a transfer counts, whole or in part", () => {
  // 20 KB a step need four steps for 64 KB: 80 kbit/s all the same.
  assert.is(seen(Array(9).fill(20_000)).best(18_000), 80);
  assert.is(seen([20_000, 20_000, 90_000, 20_000]).best(8_000), 360);
});

test("little says nothing, and neither does a trickle", () => {
  assert.is(seen([60_000, 0, 60_000, 0, 60_000]).best(10_000), undefined);
  assert.is(seen(Array(100).fill(5_000)).best(200_000), undefined);
});

test("it is forgotten after five minutes", () => {
  const throughput = seen([100_000]);
  assert.is(throughput.best(302_000), 400);
  assert.is(throughput.best(302_001), undefined);
});

test("another way, and a counter that began anew, are no transfer", () => {
  const throughput = createThroughput();
  throughput.see("eth0", 1_000, 0);
  throughput.see("wlan0", 900_000, 2_000);
  throughput.see("wlan0", 10, 4_000);
  throughput.see("wlan0", 10, 6_000);
  assert.is(throughput.best(6_000), undefined);
});

test("two looks within a second are too close to tell", () => {
  const throughput = createThroughput();
  throughput.see("eth0", 0, 0);
  throughput.see("eth0", 900_000, 999);
  assert.is(throughput.best(999), undefined);
  throughput.see("eth0", 1_000_000, 1_000);
  assert.is(throughput.best(1_000), 8_000);
});

test.run();
