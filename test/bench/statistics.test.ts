import { assert, suite } from "../front-door/suite.ts";
import { median, percentile, worst } from "./statistics.ts";

const test = suite("bench/statistics");

test("the median is the middle value, or the mean of the two in the middle, whatever the order", () => {
  assert.is(median([9, 1, 5]), 5);
  assert.is(median([10, 2, 4, 1]), 3);
  assert.is(median([7]), 7);
});

test("a percentile is a value that was measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.is(percentile(hundred, 0.95), 95);
  assert.is(percentile(hundred, 0), 1);
  assert.is(percentile([3, 1, 2], 0.95), 3);
  assert.is(worst(hundred), 100);
});

test("nothing is said of no values", () => {
  assert.throws(() => median([]), /no values/);
  assert.throws(() => worst([]), /no values/);
});

test.run();
