import { beginTransaction } from "../../src/client/transaction.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createSaid } from "./said.ts";

const test = suite("one payment in the words of the application");

test("every message says whose it is", () => {
  const { say, take } = createSaid();
  const sale = beginTransaction(say, { type: "sale", amountFen: 1_280 });
  const begun = { "txn.type": "sale", "txn.amount_fen": 1_280 };
  assert.equal(take(), [{ ...begun, "txn.running": true, "txn.stage": "began" }]);
  sale.card({ ref: "c1", issuer: "bankX", entry: "mag", chipOnCard: true, expiry: "soon", lastChipFailed: "2" });
  const known = { ...begun, "txn.card_ref": "c1", "txn.issuer_group": "bankX", "txn.entry_mode": "mag" };
  assert.equal(take(), [{ ...known, "txn.chip_on_card": true, "txn.expiry": "soon", "txn.last_ic_failed_flag": "2" }]);
  sale.sent();
  sale.answered("51", 840);
  sale.ended("declined");
  assert.equal(take(), [
    { ...known, "txn.stage": "sent" },
    { ...known, "txn.stage": "answered", "txn.rc": "51", "host.resp_ms": 840 },
    {
      ...known,
      "txn.running": false,
      "txn.stage": "ended",
      "txn.outcome": "declined",
      "txn.hindrance": "none",
    },
  ]);
});

test("the end tells of slip, reversal and what hindered it; the slip may come later", () => {
  const { say, take } = createSaid();
  const sale = beginTransaction(say, { type: "sale" });
  sale.ended("timeout", { reversal: "pending", hindrance: "receive_failed", receiptPrinted: false });
  sale.receipt(true);
  const [, end, slip] = take();
  assert.equal(end, {
    "txn.type": "sale",
    "txn.running": false,
    "txn.stage": "ended",
    "txn.outcome": "timeout",
    "txn.hindrance": "receive_failed",
    "txn.receipt_printed": false,
    "txn.reversal_state": "pending",
  });
  assert.equal(slip, { "txn.type": "sale", "txn.receipt_printed": true });
});

test("another card in the same payment takes the place of the first", () => {
  const { say, take } = createSaid();
  const sale = beginTransaction(say, { type: "sale" });
  sale.card({ ref: "c1", issuer: "bankX", entry: "icc" });
  sale.card({ ref: "c2", entry: "nfc" });
  sale.sent();
  assert.equal(take().at(-1), {
    "txn.type": "sale",
    "txn.card_ref": "c2",
    "txn.entry_mode": "nfc",
    "txn.stage": "sent",
  });
});

test("a wrong word beside it costs no outcome", () => {
  const { say, take } = createSaid();
  const sale = beginTransaction(say, { type: "sale", amountFen: -5 });
  sale.card({ ref: "4111111111111111", issuer: "中国银行", entry: "icc" });
  sale.ended("approved");
  const said = take();
  assert.is(said.filter((one) => one === "refused").length, 3);
  assert.equal(said.at(-1), {
    "txn.type": "sale",
    "txn.entry_mode": "icc",
    "txn.running": false,
    "txn.stage": "ended",
    "txn.outcome": "approved",
    "txn.hindrance": "none",
  });
});

test("from plain JavaScript nothing throws, whatever is handed over", () => {
  const { say, take } = createSaid();
  for (const nonsense of [
    undefined,
    null,
    5,
    "sale",
    {
      get type(): never {
        throw new Error("no");
      },
    },
  ]) {
    const sale = Reflect.apply(beginTransaction, undefined, [say, nonsense]);
    for (const call of ["card", "answered", "ended", "receipt"]) {
      Reflect.apply(sale[call], sale, [null, null]);
      Reflect.apply(sale[call], sale, [Symbol("x"), 1n]);
    }
  }
  assert.ok(take().includes("refused"));
});

test.run();
