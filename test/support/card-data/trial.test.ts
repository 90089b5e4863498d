import { assert, suite } from "../../front-door/suite.ts";
import { carries, pass, plant } from "./trial.ts";

const test = suite("card data by every way", { timeoutMs: 60_000 });

test("of two thousand planted things none leaves", () => {
  const { sent, wrong, examples } = plant(41, 2_000);
  assert.equal(examples, []);
  assert.equal(wrong, { door: 0, log: 0, record: 0, state: 0, answer: 0 });
  assert.ok(Math.min(...Object.values(sent)) > 1_000);
});

test("of two thousand harmless things none is refused", () => {
  const { sent, examples } = pass(42, 2_000);
  assert.equal(examples, []);
  assert.ok(Math.min(...Object.values(sent)) > 700);
});

test("the judge sees what leaves, also a part of it", () => {
  assert.ok(carries('{"event":"x","said":"6222021234567890"}', "PAN 6222021234567890"));
  assert.not(carries('{"event":"log.withheld"}', "PAN 6222021234567890"));
  assert.not(carries(undefined, "PAN 6222021234567890"));
});

test.run();
