/** The tables of numbers: complete, and never changed but at their end. Those of faults and signs: test/last-resort/numbers.test.ts. */
import { createHash } from "node:crypto";
import { signals } from "../../src/model/signal.ts";
import { signalNumbers } from "../../src/report/signal-numbers.ts";
import { wordNumbers } from "../../src/report/word-numbers.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("report: numbers of signals and words");

const words = Object.values(signals).flatMap(({ shape }) => (shape.kind === "one_of" ? [...shape.values] : []));

test("every signal and every named value has its number: new ones go to the end", () => {
  const missing = Object.keys(signals).filter((id) => !signalNumbers.includes(id));
  assert.equal(missing, [], "append to src/report/signal-numbers.ts");
  assert.equal(
    [...new Set(words)].filter((word) => !wordNumbers.includes(word)),
    [],
    "append to src/report/word-numbers.ts",
  );
});

const hashOf = (ids: readonly string[]) => createHash("sha256").update(ids.join("\n")).digest("hex").slice(0, 16);

test("what has a number keeps it", () => {
  // Of the first so many, as terminals in the field have them. Never to be changed.
  assert.is(hashOf(signalNumbers.slice(0, 258)), "6432e2404caad453");
  assert.is(hashOf(wordNumbers.slice(0, 380)), "ac0524355232f88e");
});

test("no id stands twice", () => {
  assert.is(new Set(signalNumbers).size, signalNumbers.length);
  assert.is(new Set(wordNumbers).size, wordNumbers.length);
});

test.run();
