import { noiseOf } from "../../../hw-sim/fleet/noise.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("hw-sim/fleet/noise");
const times = Array.from({ length: 2_000 }, (_, index) => index * 777);

test("is a function of seed, name and time", () => {
  const values = times.map((atMs) => noiseOf(7, "a")(atMs, 10_000));
  const noise = noiseOf(7, "a");
  assert.equal(
    times.toReversed().map((atMs) => noise(atMs, 10_000)),
    values.toReversed(),
  );
  assert.not.equal(
    times.map((atMs) => noiseOf(7, "b")(atMs, 10_000)),
    values,
  );
});

test("stays between -1 and 1, goes to both sides and has no jumps", () => {
  const noise = noiseOf(7, "a");
  const values = Array.from({ length: 20_000 }, (_, index) => noise(index * 100, 10_000));
  assert.ok(values.every((value) => value >= -1 && value <= 1));
  assert.ok(Math.min(...values) < -0.7 && Math.max(...values) > 0.7);
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
  assert.ok(Math.max(...steps) < 0.05);
});

test.run();
