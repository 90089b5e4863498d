import { createDating } from "../../src/support/dating.ts";
import type { Heard } from "../../src/support/inbox.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("support/dating");
const trueMs = 1_795_000_000_000;

/** Written so many milliseconds after the boot, which was at `trueMs`. */
function record(seq: number, monoMs: number, told: { clock: string; wrongByMs?: number; boot?: string }): Heard {
  const { clock, wrongByMs = 0, boot = "a".repeat(16) } = told;
  const stamp = { boot, seq, monoMs, wallMs: trueMs + monoMs + wrongByMs, clock };
  const from = { tenant: "t", serial: "s", leaf: "up/evt" } as const;
  const said = { kind: "report", report: { stamp, body: { kind: "unknown" } } } as const;
  return { topic: "", from, bytes: 1, retained: false, said };
}

test("what was told without a clock is dated when a later record of the same boot has one", () => {
  const dating = createDating();
  assert.equal(dating.hear(record(1, 1_000, { clock: "none", wrongByMs: -1e12 })), []);
  assert.equal(dating.hear(record(2, 2_000, { clock: "none", wrongByMs: -1e12 })), []);
  assert.equal(dating.hear(record(1, 500, { clock: "ntp", boot: "b".repeat(16) })), []);
  assert.equal(
    dating.hear(record(3, 60_000, { clock: "ntp" })).map(({ seq, wallMs, by }) => [seq, wallMs - trueMs, by]),
    [
      [1, 1_000, "ntp"],
      [2, 2_000, "ntp"],
    ],
  );
  assert.equal(dating.hear(record(4, 61_000, { clock: "ntp" })), []);
});

test("history that comes after is dated at once", () => {
  const dating = createDating();
  dating.hear(record(9, 60_000, { clock: "network" }));
  assert.equal(
    dating.hear(record(2, 2_000, { clock: "none", wrongByMs: 5e11 })).map(({ wallMs }) => wallMs - trueMs),
    [2_000],
  );
});

test("a clock of its own that a better one contradicts is put right, and one that agrees is left alone", () => {
  const dating = createDating();
  dating.hear(record(1, 1_000, { clock: "rtc", wrongByMs: -86_400_000 }));
  dating.hear(record(2, 2_000, { clock: "rtc", wrongByMs: 900 }));
  assert.equal(
    dating.hear(record(3, 3_000, { clock: "ntp" })).map(({ seq }) => seq),
    [1],
  );
  assert.equal(dating.hear(record(4, 4_000, { clock: "rtc", wrongByMs: 1_000 })), []);
});

test.run();
