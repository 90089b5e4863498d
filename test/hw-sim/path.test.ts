import { packetDelay, pathState } from "../../hw-sim/path.ts";
import { createDice } from "../../hw-sim/random.ts";
import { HEALTHY_WORLD, SIGNAL_PRESETS } from "../../hw-sim/world.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the path");

test("is what bearer, signal and plan make of it; the worse of two counts", () => {
  const weak = { signal: SIGNAL_PRESETS.weak };
  const states = [
    {},
    { data: "throttled" as const },
    weak,
    { ...weak, data: "throttled" as const },
    { data: "dry" as const },
  ];
  assert.equal(
    states.map((change) => pathState({ ...HEALTHY_WORLD, ...change }, true)),
    ["clear", "slow", "lossy", "lossy", "dead"],
  );
  assert.is(pathState(HEALTHY_WORLD, false), "dead");
});
test("loses nothing when it is slow, and a third at the edge of the cell", () => {
  const dice = createDice(1, "test");
  const delays = (state: "slow" | "lossy") => Array.from({ length: 300 }, () => packetDelay(state, dice));
  const slow = delays("slow");
  assert.ok(slow.every((ms) => ms !== undefined && ms >= 1_200 && ms <= 4_000));
  const lost = delays("lossy").filter((ms) => ms === undefined).length;
  assert.ok(lost > 60 && lost < 120, `${lost} of 300`);
});
test.run();
