import { Rest } from "../../src/modem/rest.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("rest of the line");

test("at first there is none, then 20 ms after a final or a report, whichever is later", () => {
  const rest = new Rest();
  assert.ok(rest.endMs(0) <= 0);
  rest.final(100);
  assert.is(rest.endMs(0), 120);
  rest.report(110);
  assert.is(rest.endMs(0), 130);
  rest.final(150);
  assert.is(rest.endMs(150), 170);
});

test("what a modem needs more it gets, and less it never gets", () => {
  const rest = new Rest();
  rest.final(100);
  rest.atLeast(100);
  assert.is(rest.endMs(0), 200);
  rest.atLeast(5);
  assert.is(rest.endMs(0), 120);
});

test("reports hold a command back for 200 ms at most, the final before it for its whole time", () => {
  const rest = new Rest();
  rest.report(1_000);
  assert.is(rest.endMs(700), 900);
  assert.is(rest.endMs(900), 1_020);
  rest.atLeast(500);
  rest.final(1_000);
  assert.is(rest.endMs(0), 1_500);
});

test.run();
