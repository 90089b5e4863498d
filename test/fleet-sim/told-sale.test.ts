import type { Sale } from "../../hw-sim/fleet/till.ts";
import { createMeasureBook } from "../../src/agent/measures.ts";
import { assert, suite } from "../front-door/suite.ts";
import { toldSale } from "./told-sale.ts";

const test = suite("fleet-sim/told-sale");

const chip = { way: "chip", isGood: true } as const;
const failed = { way: "chip", isGood: false } as const;
const sale: Sale = {
  ...{ card: "c17", issuer: "bankA", amountFen: 2_350, reads: [chip], end: "approved", code: "00", tookMs: 900 },
};
const { code: _, ...unanswered } = sale;

const sales: readonly Sale[] = [
  sale,
  { ...sale, end: "refused", code: "51" },
  { ...sale, reads: [failed, failed, { way: "contactless", isGood: true }] },
  { ...sale, reads: [{ way: "stripe", isGood: true }] },
  { ...unanswered, end: "unanswered", tookMs: 60_000 },
  { ...unanswered, end: "unsent", tookMs: 20_000 },
  { ...unanswered, end: "broken_off", tookMs: 500 },
  { ...unanswered, end: "unread", reads: [failed, failed, failed], tookMs: 0 },
];

test("every step is plausible, in order, and none lies after the end", () => {
  for (const each of sales) {
    const told = toldSale(each, 500_000);
    assert.ok(told.every(({ quality }) => quality === "ok"));
    const times = told.map(({ atMs }) => atMs);
    assert.equal(
      times,
      times.toSorted((a, b) => a - b),
    );
    assert.is(times.at(-1), 500_000);
    assert.ok(told.some(({ signal, value }) => signal === "txn.running" && value === false));
  }
});

test("a card that was never read has no name, and no code was answered", () => {
  const told = toldSale({ ...unanswered, end: "unread", reads: [failed], tookMs: 0 }, 500_000);
  assert.not(told.some(({ signal }) => ["txn.card_ref", "txn.rc", "txn.issuer_group"].includes(signal)));
});

test("it is counted as what it was", () => {
  const book = createMeasureBook(0);
  for (const [index, each] of sales.entries()) book.see(toldSale(each, 600_000 * (index + 1)));
  const { payments, issuers, reads } = book.take(6_000_000) ?? {};
  assert.equal(payments, { approved: 3, refused: 1, unanswered: 1, unsent: 3 });
  assert.equal(issuers, [{ issuer: "bankA", approved: 3, refused: 1 }]);
  assert.equal(
    reads?.map(({ way, ok, failed: bad }) => [way, ok, bad]),
    [
      ["chip", 5, 5],
      ["contactless", 1, 0],
      ["stripe", 1, 0],
    ],
  );
});

test.run();
