import { draw, drawOf } from "../../../hw-sim/fleet/shares.ts";
import { createDice } from "../../../hw-sim/random.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("hw-sim/fleet/shares");

test("what has no share is never drawn, and the others as often as they should be", () => {
  const dice = createDice(3, "shares");
  const table = [
    ["a", 3],
    ["b", 0],
    ["c", 1],
  ] as const;
  const drawn = Array.from({ length: 4_000 }, () => draw(dice, table));
  const count = (name: string) => drawn.filter((each) => each === name).length;
  assert.is(count("b"), 0);
  assert.ok(count("a") > 2_850 && count("a") < 3_150, `${count("a")}`);
  assert.is(count("a") + count("c"), 4_000);
});

test("from nothing nothing can be drawn", () => {
  assert.throws(() => drawOf(createDice(1, "none"), [], () => 1), /nothing to draw from/);
});

test.run();
