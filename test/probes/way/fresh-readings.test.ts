import { absent, reading } from "../../../src/model/reading.ts";
import { createFreshReadings } from "../../../src/probes/way/fresh-readings.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("readings that are news");

test("a change is news at once and in two more looks, then again after thirty seconds", () => {
  const fresh = createFreshReadings();
  const up = (atMs: number) => reading("lan.link_carrier", "up", atMs);
  assert.equal(
    [0, 2_000, 4_000, 6_000, 33_999, 34_000, 36_000].map((atMs) => fresh.of([up(atMs)]).length),
    [1, 1, 1, 0, 0, 1, 0],
  );
  assert.equal(
    fresh.of([reading("lan.link_carrier", "down", 30_001)]).map(({ value }) => value),
    ["down"],
  );
});

test("what cannot be had is told once, and again when it was there in between", () => {
  const fresh = createFreshReadings();
  const nothing = (atMs: number) => absent("lan.dhcp", atMs);
  assert.is(fresh.of([nothing(0)]).length, 1);
  assert.is(fresh.of([nothing(90_000)]).length, 0);
  fresh.of([reading("lan.dhcp", "ok", 100_000)]);
  assert.is(fresh.of([nothing(100_001)]).length, 1);
});

test("a signal that trembles is none, one that wanders is", () => {
  const fresh = createFreshReadings();
  const levels = [-60, -63, -57, -61, -64].map((dbm, at) => fresh.of([reading("lan.wifi_rssi_dbm", dbm, at)]).length);
  assert.equal(levels, [1, 1, 1, 0, 1]);
  const flaps = [0, 0, 0, 0, 1, 1, 1, 1].map(
    (count, at) => fresh.of([reading("lan.link_flaps_10min", count, at)]).length,
  );
  assert.equal(flaps, [1, 1, 1, 0, 1, 1, 1, 0]);
});

test.run();
