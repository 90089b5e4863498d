import { compareVersions } from "../../src/model/app-age.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("model/app-age");
const order = (first: string, second: string) => Math.sign(compareVersions(first, second) ?? Number.NaN);

test("segment by segment, as numbers; a missing one is zero", () => {
  assert.is(order("3.9.12", "3.10"), -1);
  assert.is(order("3.10", "3.9.12"), 1);
  assert.is(order("3.10", "3.10.0"), 0);
  assert.is(order("v2.0", "2.0.1"), -1);
});

test("what is no row of numbers cannot be compared", () => {
  for (const [first, second] of [
    ["3.2.0-rc1", "3.2.0"],
    ["3.2.0", "2026b"],
    ["", "1"],
    ["1..2", "1.2"],
  ] as const)
    assert.is(compareVersions(first, second), undefined, `${first} ${second}`);
});

test.run();
