/** What becomes of packets on a long line, as a pure function of seed, sizes and times. */
import { createQueue, type LineQuality, QUICK_LINE } from "../../../hw-sim/lab/packet-fate.ts";
import { createDice } from "../../../hw-sim/random.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("packet fate");
const poor: LineQuality = { delayMs: 60, jitterMs: 40, loss: 0.3, kbps: 256 };

function fates(seed: number, quality: LineQuality, count = 500): readonly (number | undefined)[] {
  const queue = createQueue(createDice(seed, "out"));
  return Array.from({ length: count }, (_, number) => queue.fate(100 + (number % 7) * 200, number * 25, quality));
}

test("the same seed gives the same fates, another one others", () => {
  assert.equal(fates(5, poor), fates(5, poor));
  assert.not.equal(fates(5, poor), fates(6, poor));
});
test("a quick line delays, and loses nothing", () => {
  assert.equal([...new Set(fates(1, QUICK_LINE))], [QUICK_LINE.delayMs]);
});
test("loses as often as it is told", () => {
  for (const seed of [1, 2, 3]) {
    const lost = fates(seed, { ...QUICK_LINE, loss: 0.2 }, 5_000).filter((fate) => fate === undefined).length;
    // Five standard deviations of 5000 throws: 141.
    assert.ok(Math.abs(lost - 1_000) < 141, `${lost} of 5000 with seed ${seed}`);
  }
});
test("jitter stays within its bound, and spreads over it", () => {
  const late = fates(3, { ...QUICK_LINE, delayMs: 10, jitterMs: 40 }).map((fate = 0) => fate - 10);
  assert.ok(Math.min(...late) >= 0 && Math.max(...late) < 40);
  assert.ok(Math.min(...late) < 4 && Math.max(...late) > 36);
});
test("a packet takes the time that its bits take, behind those before it", () => {
  const queue = createQueue(createDice(1, "out"));
  const slow = { ...QUICK_LINE, delayMs: 0, kbps: 8 };
  assert.equal([queue.fate(100, 0, slow), queue.fate(50, 0, slow), queue.fate(100, 200, slow)], [100, 150, 100]);
});
test("a full queue drops at its tail, and takes more when it has drained", () => {
  const queue = createQueue(createDice(1, "out"));
  const slow = { ...QUICK_LINE, delayMs: 0, kbps: 8 };
  const taken = Array.from({ length: 100 }, () => queue.fate(100, 0, slow)).filter((fate) => fate !== undefined);
  assert.ok(taken.length > 1 && taken.length < 100);
  assert.is(queue.dropped(), 100 - taken.length);
  assert.is(queue.fate(100, 1e6, slow), 100);
});
test.run();
