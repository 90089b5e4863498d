import { assert, suite } from "../front-door/suite.ts";
import type { GoldenIncident } from "../support/golden.ts";
import { unexercised } from "./exercise.ts";
import { toy } from "./toy.ts";

const test = suite("links that golden incidents exercise");

const incident = (truth: string, ...observations: readonly object[]): GoldenIncident => ({
  id: "G-toy-01",
  for: truth,
  kind: "ends_in",
  story: "weak radio in the cellar",
  observations,
  truth: [truth],
  must_not: [],
});
const weak = { t: 0, source: "modem", signal: "rsrp_dbm", value: -112 };
const namesOf = (incidents: readonly GoldenIncident[]) =>
  unexercised(toy, incidents).map(({ cause, effect }) => `${cause} ${effect}`);

test("a link is exercised by an incident of its fault that shows its effect", () => {
  assert.ok(namesOf([]).includes("radio weak"));
  const left = namesOf([incident("radio", weak)]);
  assert.not(left.includes("radio weak"));
  assert.ok(left.includes("radio unusable"), "the signal is weak, and not unusable");
});

test("and not by another fault's", () => assert.ok(namesOf([incident("funds", weak)]).includes("radio weak")));

test.run();
