import { assert, suite } from "../front-door/suite.ts";
import { type Fuzzed, fuzzAt, readStraight } from "./at-fuzz.ts";

const test = suite("lines, fields and replies under inputs nobody meant", { timeoutMs: 60_000 });
const inputs = 60_000;
const numbersAReply = ({ numbers, replies }: Fuzzed) => numbers / replies;

test(`nothing throws and no nonsense becomes a measurement, over ${inputs} inputs`, () => {
  const fuzzed = fuzzAt(20_261_122, inputs);
  // The inputs were worth something: bent replies still hold a good part of the numbers that straight ones do.
  assert.ok(fuzzed.replies > inputs / 2, `${fuzzed.replies} replies`);
  assert.ok(fuzzed.lines > fuzzed.replies, `${fuzzed.lines} lines`);
  assert.ok(numbersAReply(fuzzed) > numbersAReply(readStraight()) / 4, `${fuzzed.numbers} numbers`);
});

test.run();
