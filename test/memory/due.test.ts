import { Due } from "../../src/memory/due.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("when memory is written");
const hourMs = 3_600_000;

test("what is not urgent waits its time, counted from the start as well", () => {
  const due = new Due(1_000, hourMs);
  assert.not(due.isDue(2 * hourMs), "nothing is to be written");
  due.want();
  assert.not(due.isDue(hourMs));
  assert.ok(due.isDue(1_000 + hourMs));
});

test("what is urgent keeps ten seconds from the last write, and one that failed waits its time", () => {
  const due = new Due(0, hourMs);
  due.want(true);
  assert.ok(due.isDue(0));
  due.begin(0);
  due.want(true);
  assert.equal([due.isDue(9_999), due.isDue(10_000)], [false, true]);
  due.begin(10_000);
  due.want();
  assert.equal([due.isUrgent, due.isDue(hourMs), due.isDue(hourMs + 10_000)], [false, false, true]);
});

test("a plug that rattles is urgent six times an hour", () => {
  const due = new Due(0, hourMs);
  const urgent = Array.from({ length: 8 }, (_, at) => {
    due.begin(at * 60_000);
    due.plug(at * 60_000);
    return due.isUrgent;
  });
  assert.equal(urgent, [true, true, true, true, true, true, false, false]);
  due.plug(hourMs + 8 * 60_000);
  assert.ok(due.isUrgent);
});

test.run();
