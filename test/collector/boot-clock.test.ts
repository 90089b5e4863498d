import { dateOf, heardClock, shiftOf } from "../../src/collector/boot-clock.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("collector/boot-clock");
const nowMs = Date.UTC(2026, 10, 27, 12);
const unknown = { rank: 0, offsetMs: undefined };
const fresh = { receivedMs: nowMs, isNew: true };
const history = { receivedMs: nowMs, isNew: false };
const moment = (wallMs: number, monoMs: number, clock = "ntp") => ({ wallMs, monoMs, clock });

test("a good clock is believed, for history as well", () => {
  const then = moment(nowMs - 5 * 86_400_000, 1_000);
  const clock = heardClock(unknown, then, history);
  assert.equal([clock.rank, dateOf(clock, then, history)], [4, then.wallMs]);
});

test("a clock ahead of ours, of another decade, or a day late with something new is none", () => {
  for (const wallMs of [nowMs + 601_000, Date.UTC(2019, 0, 1), nowMs - 86_401_000]) {
    const clock = heardClock(unknown, moment(wallMs, 5_000), fresh);
    assert.equal([clock.rank, dateOf(clock, moment(wallMs, 5_000), fresh)], [0, nowMs]);
  }
});

test("without a clock something is dated by what came soonest after it was written", () => {
  const first = heardClock(unknown, moment(0, 10_000, "none"), { ...history, receivedMs: nowMs });
  const later = heardClock(first, moment(0, 70_000, "none"), { ...fresh, receivedMs: nowMs + 1_000 });
  assert.is(dateOf(later, moment(0, 10_000, "none"), history), nowMs - 59_000);
});

test("a better clock says by how much everything before it was wrong", () => {
  const rtc = heardClock(unknown, moment(nowMs - 3_600_000, 1_000, "rtc"), fresh);
  const ntp = heardClock(rtc, moment(nowMs - 60_000, 2_000), fresh);
  assert.is(shiftOf(rtc, ntp), 3_540_000 - 1_000);
  assert.is(shiftOf(ntp, heardClock(ntp, moment(nowMs, 3_000, "rtc"), fresh)), 0);
  assert.is(dateOf(ntp, moment(5, 3_000, "rtc"), fresh), nowMs - 59_000);
});

test.run();
