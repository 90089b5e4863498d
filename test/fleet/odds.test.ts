import { chanceWithin, confidenceOf, expected, likelihoodRatio, logOdds } from "../../src/fleet/odds.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("fleet/odds");

const tally = (fresh: number, fine: number) => ({ fresh, fine, freshWeight: fresh, fineWeight: fine });

test("a cell that fails no more than expected speaks for nothing, and more speaks more", () => {
  assert.is(likelihoodRatio(tally(0, 100), 0.01), 0);
  assert.is(likelihoodRatio(tally(1, 99), 0.01), 0);
  assert.is(likelihoodRatio(tally(0, 0), 0.01), 0);
  const ratios = [5, 20, 60, 100].map((fresh) => likelihoodRatio(tally(fresh, 100 - fresh), 0.01));
  assert.equal(
    ratios,
    ratios.toSorted((a, b) => a - b),
  );
  assert.ok((ratios[0] ?? 0) > 0);
  // All of them: 100 times the logarithm of a hundred.
  assert.ok(Math.abs((ratios[3] ?? 0) - 100 * Math.log(100)) < 1e-9);
});

test("expected is the worst of peers and past, and few peers count little beside the past", () => {
  assert.ok(Math.abs(expected(0.01, [tally(30, 70)]) - 0.29) < 0.01);
  assert.ok(expected(0.01, [tally(1, 1)]) < 0.2);
  assert.is(expected(0.5, [tally(0, 1_000)]), 0.5);
  assert.is(expected(0, []), 2e-3);
  assert.is(expected(1, [tally(1_000, 0)]), 0.9);
});

test("a habit known by the quarter of an hour may come at one blow", () => {
  assert.is(chanceWithin(1, 180_000), chanceWithin(1, 900_000));
  assert.ok(chanceWithin(1, 3_600_000) > chanceWithin(1, 900_000));
});

test("the more is watched, the more must be seen; and nobody is ever sure", () => {
  assert.ok(logOdds(30, 3, 1) > logOdds(30, 3, 100));
  assert.is(logOdds(12, 3, 1), 0);
  assert.equal([confidenceOf(0), confidenceOf(1_000), confidenceOf(-1_000)], [0.5, 0.99, 0]);
});

test.run();
