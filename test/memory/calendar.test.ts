import { daysBetween, isDay, localDay, periodStart } from "../../src/memory/calendar.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("memory/calendar");
const at = (...[year, month, day, hour]: [number, number, number, number]) =>
  new Date(year, month - 1, day, hour).getTime();

test("days are local ones, from midnight to midnight", () => {
  assert.is(localDay(at(2026, 11, 9, 0)), "2026-11-09");
  assert.is(localDay(at(2026, 11, 9, 23)), "2026-11-09");
  assert.is(localDay(at(2026, 11, 10, 0)), "2026-11-10");
});

test("a clock that was never set gives no day and no period", () => {
  assert.equal([localDay(0), periodStart(0, 1), localDay(Date.UTC(2023, 11, 31))], [undefined, undefined, undefined]);
});

test("a plan begins anew on its day, over the turn of the year too", () => {
  assert.is(periodStart(at(2026, 11, 30, 12), 1), "2026-11-01");
  assert.is(periodStart(at(2026, 11, 25, 0), 25), "2026-11-25");
  assert.is(periodStart(at(2026, 11, 24, 23), 25), "2026-10-25");
  assert.is(periodStart(at(2027, 1, 3, 12), 28), "2026-12-28");
  assert.is(periodStart(at(2028, 3, 1, 12), 28), "2028-02-28");
});

test("days are counted over a leap day and never below zero", () => {
  assert.equal(
    [
      daysBetween("2028-02-28", "2028-03-01"),
      daysBetween("2026-11-22", "2026-11-22"),
      daysBetween("2026-02-02", "2026-02-01"),
    ],
    [2, 0, 0],
  );
});

test("what is no day is not taken for one", () => {
  assert.equal(["2026-11-22", "2026-13-01", "22.11.2026", "2026-11-22T00:00", ""].map(isDay), [
    true,
    false,
    false,
    false,
    false,
  ]);
});

test.run();
