import { skewS } from "../../src/iso8583/host-time.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the host's time beside the terminal's");

const local = (...parts: readonly [number, number, number, number, number, number]) => new Date(...parts).getTime();

test("the terminal's clock minus the host's", () => {
  assert.is(skewS([11, 22, 9, 30, 15], local(2026, 10, 22, 9, 30, 15)), 0);
  assert.is(skewS([11, 22, 9, 30, 15], local(2026, 10, 22, 9, 40, 15)), 600);
  assert.is(skewS([11, 22, 9, 30, 15], local(2026, 10, 22, 9, 30, 0)), -15);
});

test("at the turn of the year they may be in different ones", () => {
  assert.is(skewS([12, 31, 23, 59, 58], local(2027, 0, 1, 0, 0, 3)), 5);
  assert.is(skewS([1, 1, 0, 0, 3], local(2026, 11, 31, 23, 59, 58)), -5);
});

test("29 February is in the year that has it", () => {
  assert.is(skewS([2, 29, 12, 0, 0], local(2028, 1, 29, 12, 0, 0)), 0);
  assert.is(skewS([2, 29, 12, 0, 0], local(2026, 1, 28, 12, 0, 0)), undefined);
  assert.is(skewS([2, 30, 12, 0, 0], local(2026, 1, 28, 12, 0, 0)), undefined);
});

test("a clock that is wrong by half a year is told as far as it can be", () => {
  assert.is(Math.abs(Math.round((skewS([6, 1, 12, 0, 0], local(2026, 11, 1, 12, 0, 0)) ?? 0) / 86_400)), 182);
});

test.run();
