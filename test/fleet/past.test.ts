import { createPast } from "../../src/fleet/past.ts";
import { assert, suite } from "../front-door/suite.ts";
import { startMs } from "./small-fleet.ts";

const test = suite("fleet/past");

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A hundred terminals that stand by for a day, forty of which are switched off at nine in the evening. */
function evening(past: ReturnType<typeof createPast>, dayAt: number): void {
  for (let atMs = dayAt; atMs < dayAt + dayMs; atMs += hourMs / 4) past.stoodBy(100, hourMs / 4, atMs);
  past.began(40, dayAt + 21 * hourMs);
}
const monday = Date.UTC(2026, 2, 2);

test("what came every evening is expected in the evening, and a quarter before and after, and not at noon", () => {
  const past = createPast();
  for (let day = 0; day < 4; day += 1) evening(past, monday + day * dayMs);
  const at = (hours: number) => past.perHour(monday + 4 * dayMs + hours * hourMs);
  assert.ok(at(21) > 1, String(at(21)));
  assert.is(at(20.8), at(21));
  assert.is(at(21.3), at(21));
  assert.ok(at(12) < 0.02, String(at(12)));
});

test("today is not past: what begins now does not excuse itself", () => {
  const past = createPast();
  evening(past, monday);
  const before = past.perHour(monday + 21 * hourMs);
  past.began(500, monday + 21 * hourMs);
  assert.is(past.perHour(monday + 21 * hourMs), before);
});

test("habits that have ended are forgotten, and what turned out to be an outage is unlearned", () => {
  const past = createPast();
  evening(past, monday);
  const soon = past.perHour(monday + dayMs + 21 * hourMs);
  const quiet = createPast();
  evening(quiet, monday);
  quiet.began(-40, monday + 21 * hourMs);
  assert.ok(quiet.perHour(monday + dayMs + 21 * hourMs) < soon / 5);
  for (let day = 1; day < 30; day += 1) past.stoodBy(100, hourMs / 4, monday + day * dayMs + 21 * hourMs);
  assert.ok(past.perHour(monday + 30 * dayMs + 21 * hourMs) < soon / 20);
});

test("before anything is known something is expected all the same", () => {
  assert.is(createPast().perHour(startMs), 0.02);
});

test.run();
