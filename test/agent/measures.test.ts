import { createMeasureBook } from "../../src/agent/measures.ts";
import { absent, reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("agent/measures");
const nobody = { approved: 0, refused: 0, unanswered: 0, unsent: 0 };

test("of a quantity the lowest, the highest and the mean are kept; what is no measurement counts for nothing", () => {
  const book = createMeasureBook(1_000);
  const values = [-91, -104, -98, -97.5];
  book.see(values.map((value, at) => reading("modem.rsrp_dbm", value, 2_000 + at)));
  book.see([absent("modem.rsrp_dbm", 3_000), reading("modem.rsrp_dbm", 5_000, 3_001)]);
  book.see([
    { ...reading("modem.rsrp_dbm", -140, 3_002), quality: "stale" },
    reading("modem.cell_changes_10min", 3, 3_003),
  ]);
  assert.equal(book.take(61_000), {
    spanS: 60,
    signals: [{ signal: "modem.rsrp_dbm", low: -104, mean: -97.6, high: -91, count: 4 }],
    ...{ payments: nobody, issuers: [], reads: [] },
  });
});

test("the older scale of signal strength is told where there is no newer one", () => {
  const book = createMeasureBook(0);
  book.see([reading("modem.csq", 17, 1)]);
  assert.equal(
    book.take(2_000)?.signals.map(({ signal }) => signal),
    ["modem.csq"],
  );
  book.see([reading("modem.csq", 17, 2_001), reading("modem.rsrp_dbm", -99, 2_002)]);
  assert.equal(
    book.take(3_000)?.signals.map(({ signal }) => signal),
    ["modem.rsrp_dbm"],
  );
});

test("it begins anew each time, and of nothing nothing is told", () => {
  const book = createMeasureBook(0);
  assert.is(book.take(60_000), undefined);
  book.see([reading("txn.outcome", "approved", 61_000)]);
  const taken = book.take(120_000);
  assert.equal([taken?.spanS, taken?.payments.approved], [60, 1]);
  assert.is(book.take(180_000), undefined);
});

test.run();
