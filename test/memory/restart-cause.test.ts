import type { KnownRun } from "../../src/memory/remembered.ts";
import { lostTime, restartOf } from "../../src/memory/restart-cause.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("memory/restart-cause");

const run: KnownRun = {
  boot: "b1",
  endedInOrder: false,
  cause: "normal",
  brownout: false,
  rtcReset: null,
  onBattery: false,
  batteryFlat: false,
  sagged: false,
  crashes: ["c1"],
};
const quiet = { fired: false, overheated: false, starved: false };
const causeOf = (before: Partial<KnownRun>, watchdog: Partial<typeof quiet> = {}, crashes = ["c1"]) =>
  restartOf({ ...run, ...before }, { watchdog: { ...quiet, ...watchdog }, crashes });

test("traces first, then the word of the run before, and last the loss of power", () => {
  assert.is(causeOf({}).cause, "power_loss");
  assert.is(causeOf({ endedInOrder: true }).cause, "normal");
  assert.is(causeOf({}, { fired: true }).cause, "watchdog");
  assert.is(causeOf({}, { fired: true }, ["c1", "c2"]).cause, "panic");
  assert.is(causeOf({ endedInOrder: true }, { overheated: true }).cause, "thermal");
  // Records that could not be read before may be of any age.
  assert.is(causeOf({ crashes: null }).cause, "power_loss");
  // Without a watchdog to ask.
  assert.is(restartOf(run, { watchdog: undefined, crashes: [] }).cause, "power_loss");
});

test("a brown-out is a loss of power where there was power", () => {
  assert.is(causeOf({ onBattery: true }).brownout, true);
  assert.is(causeOf({ onBattery: true, batteryFlat: true }).brownout, false);
  assert.is(causeOf({ sagged: true }).brownout, true);
  assert.is(causeOf({}, { starved: true }).brownout, true);
  assert.is(causeOf({}).brownout, false);
  assert.is(causeOf({ onBattery: true, endedInOrder: true }).brownout, false);
});

test("a chip that lags by less than a day has kept its time", () => {
  const now = 1_795_000_000;
  assert.is(lostTime(undefined, 0, now), undefined);
  assert.is(lostTime(now - 3_600, 1_704_067_200, now), false);
  assert.is(lostTime(now - 90_000, 1_704_067_200, now), true);
  assert.is(lostTime(946_684_800, 1_704_067_200, null), true);
});

test.run();
