import { decodeStanding, encodeStanding, merged, type Standing, startWith } from "../../src/commands/trial.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("commands/trial");
const good = { "log.level": "info" };
const trial = { id: "a1", settings: { "log.level": "debug" }, trialS: 60, begun: false };
const standing: Standing = { basis: "file", good, trial };

test("a trial begins with one start; with the next one it is over, and what was good is in force again", () => {
  const first = startWith(standing, "file");
  assert.equal([first.settings, first.failed], [trial.settings, undefined]);
  const second = startWith(first.standing, "file");
  assert.equal([second.settings, second.failed?.id, second.standing.trial], [good, "a1", undefined]);
  const third = startWith(second.standing, "file");
  assert.equal([third.settings, third.failed], [good, undefined]);
});

test("another file has the last word", () => {
  assert.equal(startWith(standing, "other"), {
    ...{ settings: {}, failed: undefined, standing: { basis: "other", good: {}, trial: undefined } },
  });
  assert.equal(startWith(undefined, "file").settings, {});
});

test("null takes a setting back", () => {
  assert.equal(merged({ a: 1, b: 2 }, { b: null, c: 3 }), { a: 1, c: 3 });
});

test("comes back as it was, and is nothing when a character of it is another", () => {
  for (const each of [standing, { ...standing, trial: undefined }]) {
    assert.equal(decodeStanding(encodeStanding(each)), { ...each, trial: each.trial });
  }
  const text = encodeStanding(standing);
  for (let at = 0; at < text.length - 1; at += 1) {
    const changed = `${text.slice(0, at)}${text[at] === "0" ? "1" : "0"}${text.slice(at + 1)}`;
    assert.is(decodeStanding(changed), undefined, changed);
  }
});

test.run();
