import { EventDates } from "../../src/memory/dates.ts";
import { bounds } from "../../src/memory/remembered.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("memory/dates");
const day = 86_400;
const now = 1_795_000_000;

test("a day is a day", () => {
  const events = new EventDates([now - day - 1, now - day + 1, now]);
  assert.is(events.count(now), 2);
  assert.is(events.count(now + day), 0);
});

test("what happened while the clock was not set counts, and is dated when it is", () => {
  const events = new EventDates([now - 60]);
  events.note(undefined);
  assert.is(events.count(undefined), 1);
  assert.is(events.count(now), 2);
  assert.equal(events.dates, [now - 60, now]);
});

test("trap: the application may set the time at sign-in; a clock that was in another year has not made it happen today", () => {
  const events = new EventDates([now + 90 * day]);
  assert.is(events.count(now), 0);
  assert.is(events.count(now + 90 * day), 1);
});

test("a full list says so many or more", () => {
  const events = new EventDates([]);
  for (let at = 0; at < 100; at += 1) events.note(now + at);
  assert.is(events.count(now + 100), bounds.dates);
});

test.run();
