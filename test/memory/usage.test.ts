import { localDay } from "../../src/memory/calendar.ts";
import { Usage } from "../../src/memory/usage.ts";
import { assert, suite } from "../front-door/suite.ts";
import { local } from "./bench.ts";

const test = suite("memory/usage");
const unset = 0;

function usage(planDay = 1): Usage {
  return new Usage({ cards: [], unbookedBytes: 0 }, planDay);
}

const book = (to: Usage, bytes: number, wallMs: number) => to.book(bytes, localDay(wallMs), wallMs);

test("bytes add up within a period and begin at zero in the next", () => {
  const used = usage(25);
  used.meet("c1");
  book(used, 10, local(2026, 10, 26));
  book(used, 5, local(2026, 11, 24));
  assert.equal(used.used(local(2026, 11, 24)), { from: "2026-10-25", bytes: 15 });
  book(used, 1, local(2026, 11, 25));
  assert.equal(used.used(local(2026, 11, 25)), { from: "2026-11-25", bytes: 1 });
});

test("before clock and card are known bytes wait, and are then booked all", () => {
  const used = usage();
  book(used, 10, unset);
  used.meet("c1");
  book(used, 5, unset);
  assert.equal([used.used(unset), used.used(local(2026, 11, 2)), used.unbookedBytes], [undefined, undefined, 15]);
  book(used, 0, local(2026, 11, 2));
  assert.equal([used.used(local(2026, 11, 2))?.bytes, used.unbookedBytes], [15, 0]);
});

test("each card has its own account, also when it comes back", () => {
  const used = usage();
  const now = local(2026, 11, 2);
  for (const [card, bytes] of [
    ["c1", 10],
    ["c2", 200],
    ["c1", 3],
  ] as const) {
    used.meet(card);
    book(used, bytes, now);
  }
  assert.is(used.used(now)?.bytes, 13);
});

test("a clock that jumps into the next month and back loses nothing", () => {
  const used = usage();
  used.meet("c1");
  book(used, 10, local(2026, 11, 2));
  book(used, 1, local(2026, 12, 2));
  book(used, 5, local(2026, 11, 2));
  assert.is(used.used(local(2026, 11, 2))?.bytes, 15);
});

test("a card is as old as its first day here, which a wrong clock cannot put into the future", () => {
  const used = usage();
  used.meet("c1");
  book(used, 1, local(2037, 1, 1));
  book(used, 1, local(2026, 11, 2));
  book(used, 1, local(2026, 11, 5));
  assert.is(used.current?.firstDay, "2026-11-02");
});

test("eight cards and two periods each are kept", () => {
  const used = usage();
  for (let at = 0; at < 30; at += 1) {
    used.meet(`c${at}`);
    for (const month of [1, 2, 3]) book(used, 1, local(2026, month, 1));
  }
  assert.equal([used.cards.length, used.cards.every(({ periods }) => periods.length === 2)], [8, true]);
});

test.run();
