import { assert, suite } from "../front-door/suite.ts";
import { isMissed, targetTable } from "./targets.ts";

const test = suite("target table");
const figure = (measured: number, change = {}) => ({ metric: "m", measured, unit: "%", ...change }) as const;

test("a gate is met at the value itself, from the right side", () => {
  assert.not(isMissed(figure(0.92, { gate: 0.92 })));
  assert.ok(isMissed(figure(0.919, { gate: 0.92 })));
  assert.not(isMissed(figure(0.07, { gate: 0.07, atMost: true })));
  assert.ok(isMissed(figure(0.08, { gate: 0.07, atMost: true })));
});

test("what has no gate is told and not judged, and what could not be measured is missed", () => {
  assert.not(isMissed(figure(0)));
  assert.ok(isMissed(figure(Number.NaN, { gate: 0.5 })));
});

test("the table says which way a bound goes", () => {
  const { rows } = targetTable("t", [figure(0.5, { gate: 0.6, stretch: 0.7 })]);
  assert.equal(rows, [["m", "≥ 60.0", "≥ 70.0", "50.0", "%", "MISS"]]);
});

test.run();
