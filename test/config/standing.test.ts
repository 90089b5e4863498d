import {
  type ConfigStanding,
  chooseFor,
  decodeConfigStanding,
  encodeConfigStanding,
  ended,
  noConfig,
  proved,
} from "../../src/config/standing.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("config/standing");

/** Starts that end badly, one after the other. */
function starts(from: ConfigStanding, text: string, count: number): readonly string[] {
  let standing = from;
  return Array.from({ length: count }, () => {
    const choice = chooseFor(standing, text, from.good !== undefined);
    ({ standing } = choice);
    return choice.source;
  });
}

test("what was good before is gone back to at the third start, and stays until there is another file", () => {
  assert.equal(starts(proved("old"), "new", 5), ["file", "file", "last_good", "last_good", "last_good"]);
  let standing = proved("old");
  for (let start = 0; start < 3; start += 1) ({ standing } = chooseFor(standing, "new", true));
  assert.is(chooseFor(standing, "newer", true).source, "file");
  assert.is(chooseFor(standing, "old", true).source, "file");
});

test("the good one is never on trial, and with none to go back to the file is tried for ever", () => {
  assert.equal(starts(proved("old"), "old", 4), ["file", "file", "file", "file"]);
  assert.equal(starts(noConfig, "new", 4), ["file", "file", "file", "file"]);
});

test("a start that ends in good order does not count", () => {
  let standing = proved("old");
  for (let day = 0; day < 6; day += 1) {
    const choice = chooseFor(standing, "new", true);
    assert.is(choice.source, "file");
    standing = ended(choice.standing);
  }
});

test("what is written is read; what was changed is not", () => {
  const standing = chooseFor(proved('{ "a": 1 }\n'), "new", true).standing;
  const text = encodeConfigStanding(standing);
  assert.equal(decodeConfigStanding(text), standing);
  assert.is(decodeConfigStanding(text.replace("new", "old").replace('"a\\": 1', '"a\\": 2')), undefined);
  for (const bad of ["", "{}", "null", text.slice(0, -5)]) assert.is(decodeConfigStanding(bad), undefined);
});

test.run();
