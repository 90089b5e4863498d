import { exposed } from "../../src/base/exposition.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("base/exposition");

test("a gauge, and a counter by its name", () => {
  assert.is(exposed("up", "Whether it is.", 1), "# HELP up Whether it is.\n# TYPE up gauge\nup 1\n");
  assert.match(exposed("seen_total", "Seen.", 0), "# TYPE seen_total counter\n");
});

test("a series for each set of labels, whose text cannot end the line or the label", () => {
  const text = exposed("of", "By shop.", [
    [{ shop: 'a"b\\c\nd' }, 2],
    [{ shop: "e", region: "f" }, 0.5],
  ]);
  assert.equal(text.split("\n").slice(2), ['of{shop="a\\"b\\\\c\\nd"} 2', 'of{shop="e",region="f"} 0.5', ""]);
});

test.run();
