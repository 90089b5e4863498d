import { toldOf } from "../../src/model/dropped.ts";
import { type RecordClass, recordClasses } from "../../src/model/record.ts";
import { type DroppedRange, mostRuns, plainOf, rangesFrom } from "../../src/outbox/drops.ts";
import { createLedger } from "../../src/outbox/ledger.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("outbox/ledger");

const boot = "0123456789abcdef";

function noted(seqs: readonly number[], name: RecordClass = "metric", restored: readonly DroppedRange[] = []) {
  const ledger = createLedger(restored);
  for (const seq of seqs) ledger.note({ boot, class: name, seq });
  return ledger;
}

test("says which numbers, where the count does not", () => {
  const ledger = noted([1, 2, 5, 9]);
  ledger.note({ boot, class: "fault", seq: 3 });
  assert.equal(ledger.untold, [
    {
      boot,
      class: "metric",
      count: 4,
      firstSeq: 1,
      lastSeq: 9,
      runs: [
        [1, 2],
        [5, 5],
        [9, 9],
      ],
    },
    { boot, class: "fault", count: 1, firstSeq: 3, lastSeq: 3 },
  ]);
});

test("of very many gaps the highest numbers are told and the lowest counted, and nothing is counted twice", () => {
  const seqs = Array.from({ length: 1_000 }, (_, index) => index * 3 + 1);
  const [range] = noted(seqs).kept;
  assert.is(range?.count, 1_000);
  assert.is(range?.runs?.length, mostRuns);
  const { runs, rest } = toldOf(range ?? { count: 0, firstSeq: 1, lastSeq: 1 });
  assert.equal(rest, { count: 1_000 - mostRuns, firstSeq: 1, lastSeq: (1_000 - mostRuns) * 3 });
  assert.ok(runs.every(([first]) => seqs.includes(first)));
  assert.ok(JSON.stringify(noted(seqs).kept.map(plainOf)).length < 1_500);
});

test("a list of an older agent goes on as a count, and what is dropped among it is counted", () => {
  const old: DroppedRange = { boot, class: "metric", count: 2, firstSeq: 1, lastSeq: 5 };
  assert.equal(noted([3, 8], "metric", [old]).kept, [{ ...old, count: 4, lastSeq: 8, runs: [[8, 8]] }]);
});

test("what was found to be destroyed is added to what was known of the same boot and class", () => {
  const range = (firstSeq: number, lastSeq: number): DroppedRange => ({
    ...{ boot, class: "fault", count: lastSeq - firstSeq + 1, firstSeq, lastSeq },
  });
  assert.equal(createLedger([range(2, 3), range(7, 9), range(8, 9)]).kept, [
    {
      boot,
      class: "fault",
      count: 5,
      firstSeq: 2,
      lastSeq: 9,
      runs: [
        [2, 3],
        [7, 9],
      ],
    },
  ]);
});

test("comes back from JSON as it was, and from nonsense as nothing", () => {
  const { kept } = noted([1, 2, 5, 9, 4_294_967_295]);
  assert.equal(rangesFrom(JSON.parse(JSON.stringify(kept.map(plainOf)))), kept);
  const nonsense = [null, 1, {}, { boot: "x", class: "metric", count: 1, firstSeq: 1, lastSeq: 1 }];
  assert.equal(rangesFrom(nonsense), []);
});

test("every list holds what the one before told, whatever was told, dropped or heard between", () => {
  const ledger = createLedger();
  const covers = (outer: readonly DroppedRange[], inner: readonly DroppedRange[]) =>
    inner.every(({ class: name, count, firstSeq, lastSeq }) => {
      const same = outer.find((range) => range.class === name);
      return same && same.count >= count && same.firstSeq <= firstSeq && same.lastSeq >= lastSeq;
    });
  let before: readonly DroppedRange[] = [];
  for (let seq = 1; seq < 2_000; seq++) {
    ledger.note({ boot, class: recordClasses[(seq * seq) % 4] ?? "metric", seq });
    if (seq % 7 > 0) continue;
    ledger.read({ boot, seq: 7_000 + seq - 7 });
    const list = ledger.take();
    assert.ok(covers(list, before), `${seq}`);
    if (list.length > 0) ledger.toldBy({ boot, seq: 7_000 + seq });
    before = list;
  }
});

test.run();
