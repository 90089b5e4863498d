import { connect, type Posdiag } from "../../src/client/posdiag.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Bench, createBench, diagnosis, until } from "../ipc/bench.ts";

const test = suite("client library of payment applications");

let bench: Bench;
let posdiag: Posdiag;

test.before.each(async () => {
  bench = await createBench();
  posdiag = connect({ socket: bench.socket, language: "zh-CN" });
});

test.after.each(async () => {
  posdiag.close();
  await bench.end();
});

test("a sale arrives as readings, and the diagnosis comes back", async () => {
  await bench.server.start();
  const shown: string[] = [];
  posdiag.subscribe(({ verdicts }) => void shown.push(verdicts[0]?.say ?? ""));
  const sale = posdiag.transaction({ type: "sale", amountFen: 1_280 });
  sale.card({ ref: "c1", issuer: "bankX", entry: "icc" });
  sale.answered("51", 700);
  posdiag.printer.state("paper_low");
  sale.ended("declined");
  await until(() => bench.observed.some(({ signal }) => signal === "txn.outcome"));
  assert.equal(
    bench.observed.slice(0, 5).map(({ signal, value }) => [signal, value]),
    [
      ["txn.running", true],
      ["txn.stage", "began"],
      ["txn.type", "sale"],
      ["txn.amount_fen", 1_280],
      ["txn.type", "sale"],
    ],
  );
  await until(() => shown.length > 0);
  assert.equal([shown[0], bench.asked], [diagnosis().verdicts[0]?.say, ["zh-CN"]]);
  assert.equal(posdiag.counters(), { sent: 5, dropped: 0, unconfirmed: 0, refused: 0, errors: 0 });
});

test("a value that does not fit is left out and counted, and so is all that may be card data", async () => {
  await bench.server.start();
  posdiag.tell({ "txn.card_ref": "4111111111111111", "txn.outcome": "approved" });
  Reflect.apply(posdiag.tell, posdiag, [{ "txn.rc_text": "call the bank", "operator.report": "it broke" }]);
  Reflect.apply(posdiag.tell, posdiag, [undefined]);
  posdiag.tell({ "sw.app_version": "4111-1111-1111-1111", "txn.rc": "00" });
  posdiag.tell({});
  posdiag.tell({ "txn.rc": "51" });
  await until(() => bench.observed.length >= 2);
  assert.equal(
    bench.observed.map(({ value }) => value),
    ["approved", "51"],
  );
  assert.is(posdiag.counters().refused, 5);
});

for (const path of [undefined, null, 7, "", "5000", "no\u0000such", "/".padEnd(300, "x")]) {
  test(`a socket that is ${JSON.stringify(path)?.slice(0, 12)} costs nothing but the answer`, async () => {
    const nowhere: Posdiag = Reflect.apply(connect, undefined, [{ socket: path }]);
    nowhere.transaction({ type: "sale" }).ended("approved");
    nowhere.subscribe(() => {});
    assert.is((await nowhere.diagnose()).kind, "unreachable");
    nowhere.close();
  });
}

test.run();
