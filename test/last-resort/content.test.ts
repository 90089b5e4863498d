import { makeCode } from "../../src/last-resort/code.ts";
import { dated, packed, period, possibleMinutes, unpacked, wallMsOf } from "../../src/last-resort/content.ts";
import { assert, suite } from "../front-door/suite.ts";
import { content, nowMinutes, nowMs, sealer } from "./bench.ts";

const test = suite("what a code says");

test("the time is minutes of the wall clock, or since the start where that is not set or beyond its years", () => {
  const at = (wallMs: number, clock: "none" | "rtc" | "ntp") => dated({ wallMs, uptimeMs: 600_000, clock });
  assert.equal(at(nowMs, "rtc"), { minutes: nowMinutes, clock: 1 });
  assert.equal(at(nowMs + 59_999, "ntp"), { minutes: nowMinutes, clock: 2 });
  assert.equal(at(nowMs, "none"), { minutes: 10, clock: 0 });
  assert.equal(at(0, "rtc"), { minutes: 10, clock: 0 });
  assert.equal(at(Date.UTC(2099, 0, 1), "ntp"), { minutes: 10, clock: 0 });
  const long = dated({ wallMs: 0, uptimeMs: 9e12, clock: "none" });
  assert.equal(long, { minutes: period - 1, clock: 0 });
  assert.is(wallMsOf(nowMinutes), nowMs);
});

test("the lowest bits mean one minute in each of ten periods; since the start they are all there is", () => {
  assert.equal(possibleMinutes(5, 1).slice(0, 2), [5, period + 5]);
  assert.is(possibleMinutes(5, 1).length, 10);
  assert.equal(possibleMinutes(5, 0), [5]);
});

test("the layout of version 1 stands for ever, and so does a code made of it", () => {
  const said = { ...content, minutes: 0x4_8f0f, terminal: 0xa5 };
  const fields = ["1", "000000011", "110", "0000000001", "0011001000", "0000010001", "0100", "01001000111100001111"];
  const hints = ["001", "1011", "10100101"];
  assert.is(packed(said), BigInt(`0b${[...fields, ...hints].join("")}`));
  assert.equal(unpacked(packed(said)), said);
  assert.is(makeCode(said, sealer).text, "4WM9-EF4N-A3VP-XJW2-3B6Y-8F70-YMJ8");
});

test.run();
