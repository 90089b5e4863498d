import { allowed, objection } from "../../src/config/key.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("config/key: a list of words");
const key = { type: "words", words: ["one", "two"], text: "" } as const;

test("is a list of some of the words, each once", () => {
  for (const value of [["one"], ["two", "one"]]) assert.is(objection(key, value), undefined);
  for (const value of [[], ["three"], ["one", "one"], "one", [1], null, {}]) {
    assert.match(objection(key, value) ?? "", /^is /, JSON.stringify(value));
  }
  assert.is(allowed(key), 'a list of some of "one", "two"');
});

test.run();
