import { createWheel } from "../../src/fleet/wheel.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("fleet/wheel");

test("alarms go off once, in their order, never early, and ten seconds late at most", () => {
  const wheel = createWheel<string>();
  wheel.set(25_000, "third");
  wheel.set(12_000, "second");
  wheel.set(10_000, "first");
  assert.equal(wheel.due(9_999), []);
  assert.equal(wheel.due(10_000), ["first"]);
  assert.equal(wheel.due(19_999), []);
  assert.equal(wheel.due(300_000), ["second", "third"]);
  assert.equal(wheel.due(400_000), []);
});

test("what should have gone off already goes off at the next step", () => {
  const wheel = createWheel<string>();
  wheel.due(100_000);
  wheel.set(50_000, "late");
  assert.equal(wheel.due(109_999), []);
  assert.equal(wheel.due(110_000), ["late"]);
});

test.run();
