import { parseClock, parseTimeZone } from "../../../src/at/parse/time.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("the modem's clock");

const clocks: readonly (readonly [line: string, local: string | undefined, offset: number | undefined])[] = [
  ['+CCLK: "26/01/31,23:59:58+32"', "2026-01-31T23:59:58", 480],
  ['+CCLK: "2026/01/31,23:59:58-20"', "2026-01-31T23:59:58", -300],
  ['+CCLK: "26/01/31,23:59:58"', "2026-01-31T23:59:58", undefined],
  ['+CCLK: "26/01/31,23:59:58+99"', "2026-01-31T23:59:58", undefined],
  ['+CCLK: "26/13/31,23:59:58+32"', undefined, undefined],
  ['+CCLK: ""', undefined, undefined],
  ["^NWTIME: 14/08/05,04:00:21+40,00", "2014-08-05T04:00:21", 600],
];
for (const [line, local, offset] of clocks) {
  test(line, () => {
    assert.is(parseClock(line)?.local, local);
    assert.is(parseClock(line)?.offsetMinutes, offset);
  });
}

test("a time zone is in quarters of an hour", () => {
  assert.is(parseTimeZone("+CTZV: 32"), 480);
  assert.is(parseTimeZone('+CTZE: "-20",0,"2026/01/31,23:59:58"'), -300);
  assert.is(parseTimeZone("+CTZV: 320"), undefined);
  assert.is(parseTimeZone("+CTZU: 1"), undefined);
});

test.run();
