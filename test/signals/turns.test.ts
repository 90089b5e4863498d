import { createTurns, type Level } from "../../src/signals/turns.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("since when a level says what it says");

const level = (holds: boolean, sinceMs: number, turned = false): Level => ({ id: "it", holds, sinceMs, turned });

test("a level that never had another answer has not turned", () => {
  const turns = createTurns();
  assert.is(turns.turnedMs("it"), undefined);
  turns.follow([level(true, 100)]);
  turns.follow([level(true, 100)]);
  assert.is(turns.turnedMs("it"), undefined);
});

test("it has turned when its newest run began, however much of that run the book still holds", () => {
  const turns = createTurns();
  turns.follow([level(true, 100)]);
  turns.follow([level(false, 700)]);
  turns.follow([level(false, 5_000)]);
  assert.is(turns.turnedMs("it"), 700);
});

test("what cannot be told for a while changes nothing", () => {
  const turns = createTurns();
  turns.follow([level(true, 100)]);
  turns.follow([level(false, 700)]);
  turns.follow([]);
  turns.follow([level(false, 2_000)]);
  assert.is(turns.turnedMs("it"), 700);
});

test("what the book itself shows to have changed has turned, though it is looked at for the first time", () => {
  const turns = createTurns();
  turns.follow([level(false, 700, true)]);
  assert.is(turns.turnedMs("it"), 700);
});

test.run();
