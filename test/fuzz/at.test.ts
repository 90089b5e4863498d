import { assert, suite } from "../front-door/suite.ts";
import { fuzzAt } from "./at-fuzz.ts";

const test = suite("lines, fields and replies under inputs nobody meant", { timeoutMs: 60_000 });
const inputs = 200_000;

test(`nothing throws and no nonsense becomes a measurement, over ${inputs} inputs`, () => {
  const fuzzed = fuzzAt(20_261_122, inputs);
  // The inputs were worth something: most replies still had lines, and many still had numbers in them.
  assert.ok(fuzzed.lines > inputs, `${fuzzed.lines} lines`);
  assert.ok(fuzzed.numbers > inputs / 2, `${fuzzed.numbers} numbers`);
});

test.run();
