import type { Belief } from "../../src/diagnose/infer.ts";
import { withReserve } from "../../src/diagnose/reserve.ts";
import { worth, worthOf } from "../../src/diagnose/worth.ts";
import { likelihoods } from "../../src/model/catalogue.ts";
import { told } from "../../src/model/told.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("a reserve");
const near = (value: number, expected: number, within = 1e-9) =>
  assert.ok(Math.abs(value - expected) < within, `${value} is not ${expected}`);

test("what is not likelier than not is told as it is, and the order of what is stays", () => {
  for (const unlikely of [0, 0.1, 0.5]) assert.is(told(unlikely), unlikely);
  const rising = [0.5, 0.5001, 0.7, 0.9, 0.99, 0.9999, 1].map(told);
  assert.equal(rising.toSorted(), rising);
  assert.is(new Set(rising).size, rising.length);
  assert.is(told(1), 1);
});

test("odds of nine to one are told as about five to one", () => {
  near(told(0.9) / (1 - told(0.9)), 9 ** 0.75);
});

const beliefOf = (...probabilities: readonly number[]): Belief => ({
  cluster: { faults: [0, 1, 2], observations: new Set(), elsewhere: new Set() },
  hypotheses: probabilities.map((probability, at) => ({ faults: at === 0 ? [] : [at - 1], probability })),
  healthy: probabilities[0] ?? 1,
  complaint: false,
});

test("of two sets each is told as it would be alone; of many, all together are one", () => {
  const two = withReserve(beliefOf(0.1, 0.9)).hypotheses.map(({ probability }) => probability);
  near(two[1] ?? 0, told(0.9));
  const many = withReserve(beliefOf(0.01, 0.9, 0.06, 0.03));
  near(
    many.hypotheses.reduce((sum, { probability }) => sum + probability, 0),
    1,
  );
  assert.equal(
    many.hypotheses.map(({ faults }) => faults),
    [[], [0], [1], [2]],
  );
});

/** Mean of P over worlds whose log-odds are off by a standard deviation of one, with the links that are missing in some. */
function meanOf(chance: number): number {
  const logOdds = Math.log(chance / (1 - chance));
  const offsets = Array.from({ length: 241 }, (_, at) => (at - 120) / 20);
  const weights = offsets.map((offset) => Math.exp(-(offset ** 2) / 2));
  const sum = offsets.reduce((total, offset, at) => total + (weights[at] ?? 0) / (1 + Math.exp(-logOdds - offset)), 0);
  return ((1 - 1 / 70) * sum) / weights.reduce((total, weight) => total + weight, 0);
}

test("a word is worth its mean over the worlds that may be", () => {
  for (const [word, chance] of Object.entries(likelihoods))
    near(worthOf({ it: word as never }).get("it") ?? 0, meanOf(chance), 0.005);
  assert.equal(Object.keys(worth), Object.keys(likelihoods));
});

test.run();
