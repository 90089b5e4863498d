import { instantParsers, parseClock, parseTimeZone } from "../../../src/at/parse/time.ts";
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

const at = (...parts: readonly [number, number, number, number, number, number]) => Date.UTC(...parts);

test("what the network said is local time with its zone, and nothing before it has said anything", () => {
  const { local } = instantParsers;
  assert.equal(local(['+QLTS: "2026/11/22,10:15:30+32,0"']), [at(2026, 10, 22, 2, 15, 30)]);
  assert.equal(local(['+QLTS: ""']), []);
  assert.is(local([]), undefined);
});

test("a modem's clock can be local time or UTC with a zone beside it; without a zone it says nothing", () => {
  const { either } = instantParsers;
  const both = [at(2026, 10, 22, 2, 15, 30), at(2026, 10, 22, 10, 15, 30)];
  assert.equal(either(['+CCLK: "26/11/22,10:15:30+32"']), both);
  assert.is(either(['+CCLK: "26/11/22,10:15:30"']), undefined);
});

for (const never of ["80/01/06,00:00:00+00", "70/01/01,00:00:12+00", "04/01/01,00:00:00+32", "15/01/01,00:10:00+32"]) {
  test(`${never} is a clock that nobody has set`, () => {
    assert.is(instantParsers.either([`+CCLK: "${never}"`]), undefined);
  });
}

test.run();
