import { bounds } from "../../src/alarms/alarm.ts";
import { Inventory, nothingKept } from "../../src/alarms/inventory.ts";
import { rhythmOf } from "../../src/alarms/rhythm.ts";
import { assert, suite } from "../front-door/suite.ts";
import { after, hourMs, minuteMs, raiseOf, unset } from "./samples.ts";

const test = suite("alarms/rhythm");

/** Raised at these times, each but the last cleared five seconds later; the last as well, if that is said. */
function flapping(times: readonly number[], isOver = true) {
  const inventory = new Inventory(nothingKept);
  for (const [at, ms] of times.entries()) {
    inventory.raise(raiseOf("power.supply_interrupted"), after(ms));
    if (isOver || at < times.length - 1) inventory.clear("power.supply_interrupted", after(ms + 5_000));
  }
  const alarm = inventory.of("power.supply_interrupted");
  if (!alarm) throw new Error("no alarm");
  return alarm;
}

test("three raises in a day make it recurrent, two do not, and after a day it is quiet again", () => {
  assert.equal(rhythmOf(flapping([0, hourMs]), after(2 * hourMs)).isRecurrent, false);
  const three = flapping([0, hourMs, 2 * hourMs]);
  const rhythm = rhythmOf(three, after(3 * hourMs));
  assert.equal([rhythm.raisesDay, rhythm.flapsDay, rhythm.isRecurrent], [3, 3, true]);
  assert.equal([rhythmOf(three, after(24 * hourMs)).raisesDay, rhythmOf(three, after(26 * hourMs)).raisesDay], [2, 0]);
});

test("what lasts has not flapped yet", () => {
  const { raisesDay, flapsDay } = rhythmOf(flapping([0, hourMs, 2 * hourMs], false), after(3 * hourMs));
  assert.equal([raisesDay, flapsDay], [3, 2]);
});

test("three cycles in a minute chatter, three in two minutes do not, and an hour later it is quiet", () => {
  const quick = flapping([0, 20_000, 60_000]);
  assert.is(rhythmOf(quick, after(2 * minuteMs)).isChattering, true);
  assert.is(rhythmOf(quick, after(2 * hourMs)).isChattering, false);
  assert.is(rhythmOf(flapping([0, 20_000, 61_000]), after(2 * minuteMs)).isChattering, false);
  assert.is(rhythmOf(flapping([0, 20_000, 40_000], false), after(minuteMs)).isChattering, false, "the third lasts");
});

test("a count stays within its bound: so many or more", () => {
  const times = Array.from({ length: 40 }, (_, at) => at * minuteMs);
  assert.is(rhythmOf(flapping(times), after(hourMs)).raisesDay, bounds.raises);
});

test("after a restart the wall clock counts, and without one nothing is claimed", () => {
  const { raises, ...rest } = flapping([0, hourMs, 2 * hourMs]);
  const earlier = { ...rest, raises: raises.map((raise) => ({ ...raise, monoMs: null })) };
  assert.is(rhythmOf(earlier, { ...after(3 * hourMs), monoMs: 7 }).raisesDay, 3);
  assert.is(rhythmOf(earlier, unset(3 * hourMs)).raisesDay, 0);
  assert.is(rhythmOf(earlier, after(-hourMs)).raisesDay, 0, "a clock that was set back behind them");
});

test.run();
