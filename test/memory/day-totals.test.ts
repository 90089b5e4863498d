import { DayTotals } from "../../src/memory/day-totals.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("memory/day-totals");
const hour = 3_600;
const now = 1_795_000_000;
const create = () => new DayTotals({ hour: null, totals: {}, grown: {} });

test("the first sight of a counter says nothing of the day", () => {
  const totals = create();
  assert.is(totals.grown("nfc_ok", now), undefined);
  totals.take({ nfc_ok: 90_000 }, now);
  assert.is(totals.grown("nfc_ok", now), 0);
});

test("each hour falls out of the day by itself", () => {
  const totals = create();
  for (let at = 0; at <= 30; at += 1) totals.take({ nfc_ok: at * 10 }, now + at * hour);
  assert.is(totals.grown("nfc_ok", now + 30 * hour), 240);
  assert.is(totals.grown("nfc_ok", now + 42 * hour), 120);
  assert.is(totals.grown("nfc_ok", now + 90 * hour), 0);
});

test("a counter that was set back has begun at zero", () => {
  const totals = create();
  for (const value of [100, 130, 4, 6]) totals.take({ anrs: value }, now);
  assert.is(totals.grown("anrs", now), 36);
});

test("without a clock nothing is lost, and a clock that is set back forgets nothing", () => {
  const totals = create();
  totals.take({ anrs: 1 }, undefined);
  totals.take({ anrs: 3 }, undefined);
  assert.is(totals.grown("anrs", now), 2);
  totals.take({ anrs: 4 }, now - 5 * hour);
  assert.is(totals.grown("anrs", now - 5 * hour), 3);
  assert.is(totals.grown("anrs", now + 24 * hour), 0);
});

test.run();
