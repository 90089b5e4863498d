import { type Calendar, DataBook } from "../../src/uplink/data-use.ts";
import { assert, suite } from "../front-door/suite.ts";

const book = suite("uplink/data-use");
const calendar: Calendar = {
  month: (wallMs) => (wallMs < 0 ? undefined : new Date(wallMs).toISOString().slice(0, 7)),
  day: (wallMs) => (wallMs < 0 ? undefined : new Date(wallMs).toISOString().slice(0, 10)),
};
const at = (iso: string) => Date.parse(`${iso}Z`);
const hourMs = 3_600_000;

book("what comes while the clock is not set is booked when it is", () => {
  const use = new DataBook(calendar);
  use.count("fault", ["up", 100], { wallMs: -1, monoMs: 0 });
  assert.is(use.monthBytes, 100);
  use.count("session", ["down", 50], { wallMs: at("2026-11-22T10:00"), monoMs: 1_000 });
  assert.equal(use.kept.months, [
    { name: "2026-11", uses: { session: { up: 0, down: 50 }, fault: { up: 100, down: 0 } } },
  ]);
  assert.is(use.dayBytes, 150);
});

book(
  "a clock that jumps into another month and back within the hour neither gives the budget back nor loses what was used",
  () => {
    const use = new DataBook(calendar);
    use.count("fault", ["up", 100], { wallMs: at("2026-11-22T10:00"), monoMs: 0 });
    for (const minute of [1, 30, 59]) {
      use.count("fault", ["up", 1], { wallMs: at("2027-11-22T10:00"), monoMs: minute * 60_000 });
    }
    assert.is(use.monthBytes, 103);
    use.count("fault", ["up", 1], { wallMs: at("2026-11-22T11:00"), monoMs: hourMs });
    assert.is(use.monthBytes, 104);
  },
);

book("a new month begins after an hour in it; two are kept, and the old one is found again", () => {
  const use = new DataBook(calendar);
  use.count("fault", ["up", 100], { wallMs: at("2026-11-30T23:00"), monoMs: 0 });
  use.turn({ wallMs: at("2026-12-01T00:00"), monoMs: hourMs });
  assert.is(use.monthBytes, 100);
  use.turn({ wallMs: at("2026-12-01T01:00"), monoMs: 2 * hourMs });
  assert.is(use.monthBytes, 0);
  use.turn({ wallMs: at("2026-11-30T01:00"), monoMs: 3 * hourMs });
  use.turn({ wallMs: at("2026-11-30T02:00"), monoMs: 4 * hourMs });
  assert.is(use.monthBytes, 100);
});

book.run();
