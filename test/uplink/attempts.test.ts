import { createAttempts } from "../../src/uplink/attempts.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("uplink/attempts");
const hourMs = 3_600_000;

test("ten attempts in any ten minutes, whoever asks for more", () => {
  const attempts = createAttempts();
  let nowMs = 0;
  const made: number[] = [];
  while (nowMs < 3 * hourMs) {
    nowMs += attempts.waitMs(nowMs);
    attempts.note(nowMs);
    made.push(nowMs);
    nowMs += 500;
  }
  const most = Math.max(...made.map((from) => made.filter((each) => each >= from && each < from + 600_000).length));
  assert.is(most, 10);
});

test.run();
