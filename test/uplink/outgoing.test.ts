import { type Clock, systemClock } from "../../src/base/clock.ts";
import type { DataRung } from "../../src/model/data-use.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import { createOutgoing, type Lane, type Outgoing } from "../../src/uplink/outgoing.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOutboxBench, text } from "../outbox/bench.ts";

const test = suite("uplink/outgoing");

interface Bench extends AsyncDisposable {
  readonly outbox: Outbox;
  readonly outgoing: Outgoing;
  nowMs: number;
  /** Takes everything there is to send now. */
  drain(lane: Lane, rung?: DataRung): number[];
}

async function createBench(ack: "puback" | "collector", historyPerS = 1_000_000): Promise<Bench> {
  const place = createOutboxBench();
  const outbox = await place.open();
  const clock: Clock = { ...systemClock, monoMs: () => bench.nowMs };
  const outgoing = createOutgoing({ outbox, clock, ack, historyPerS });
  const bench: Bench = {
    outbox,
    outgoing,
    nowMs: 0,
    drain: (lane, rung = "full") => {
      const seqs: number[] = [];
      for (;;) {
        const record = outgoing.next(lane, rung);
        if (!record) return seqs;
        seqs.push(record.seq);
        outgoing.took(record);
      }
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
  return bench;
}

test("what comes is live, faults first; what has waited is history, and both lanes go on at once", async () => {
  await using bench = await createBench("puback");
  const { outbox, outgoing } = bench;
  for (const content of ["1", "2", "3"]) await outbox.append("fault", text(content));
  outgoing.begin();
  outbox.onAppend(outgoing.appended);
  await outbox.append("metric", text("4"));
  await outbox.append("reply", text("5"));
  await outbox.append("fault", text("6"));
  const flying = outgoing.next("history", "full");
  assert.is(flying?.seq, 1);
  assert.equal(bench.drain("live"), [6, 5, 4]);
  assert.equal(bench.drain("history"), [2, 3]);
  if (flying) outgoing.took(flying);
  assert.is(outbox.pendingCount(), 0);
});

test("what could not be sent for five minutes is history", async () => {
  await using bench = await createBench("puback");
  bench.outbox.onAppend(bench.outgoing.appended);
  await bench.outbox.append("fault", text("1"));
  bench.nowMs = 299_000;
  await bench.outbox.append("fault", text("2"));
  bench.nowMs = 301_000;
  assert.equal(bench.drain("live"), [2]);
  assert.equal(bench.drain("history"), [1]);
});

test("history goes ten at once and then at its rate; live is not counted against it", async () => {
  await using bench = await createBench("puback", 2);
  const { outbox, outgoing } = bench;
  for (let seq = 1; seq <= 20; seq++) await outbox.append("metric", text(`${seq}`));
  outbox.onAppend(outgoing.appended);
  assert.is(bench.drain("history").length, 10);
  assert.is(outgoing.historyDueInMs("full"), 500);
  await outbox.append("fault", text("21"));
  assert.equal(bench.drain("live"), [21]);
  bench.nowMs = 500;
  assert.equal(bench.drain("history"), [11]);
  bench.nowMs = 2_500;
  assert.equal(bench.drain("history"), [12, 13, 14, 15]);
});

test("on a lower rung of the data budget less is sent, faults always", async () => {
  await using bench = await createBench("puback");
  const { outbox, outgoing } = bench;
  for (const name of ["metric", "state", "reply", "fault"] as const) await outbox.append(name, text(name));
  outbox.onAppend(outgoing.appended);
  for (const name of ["metric", "state", "reply", "fault"] as const) await outbox.append(name, text(name));
  assert.equal([bench.drain("live", "snapshot"), bench.drain("history", "snapshot")], [[8], [4]]);
  assert.equal([bench.drain("live", "events"), bench.drain("history", "events")], [[7, 6], [3]]);
  assert.equal([bench.drain("live", "full"), bench.drain("history", "full")], [[5], [2, 1]]);
});

test("what the broker refuses is passed over until the next connection, and blocks nothing", async () => {
  await using bench = await createBench("puback");
  const { outbox, outgoing } = bench;
  for (const content of ["1", "2"]) await outbox.append("fault", text(content));
  const bad = outgoing.next("history", "full");
  if (bad) outgoing.refused(bad);
  assert.equal(bench.drain("history"), [2]);
  outgoing.begin();
  assert.equal(bench.drain("history"), [1]);
});

test("what the collector does not confirm is sent again, the lowest number first, later and later, and not on every connection", async () => {
  await using bench = await createBench("collector");
  const { outbox, outgoing } = bench;
  const { boot } = await outbox.append("metric", text("1"));
  await outbox.append("fault", text("2"));
  await outbox.append("fault", text("3"));
  assert.equal(bench.drain("history"), [2, 3, 1]);
  outgoing.begin();
  assert.equal(bench.drain("history"), []);
  assert.is(outgoing.historyDueInMs("full"), 60_000);
  bench.nowMs = 60_000;
  assert.equal(bench.drain("history"), [1]); // The faults may have come; the collector cannot say so without the first.
  bench.nowMs = 179_999;
  assert.equal(bench.drain("history"), []);
  bench.nowMs = 180_000;
  assert.equal(bench.drain("history"), [1]);
  outgoing.confirmed({ boot, seq: 1 });
  assert.equal(bench.drain("history"), [2]);
  outgoing.confirmed({ boot, seq: 3 });
  assert.is(outbox.pendingCount(), 0);
});

test("no more than a thousand records wait for the collector at a time, and new ones go all the same", async () => {
  await using bench = await createBench("collector");
  const { outbox, outgoing } = bench;
  await Promise.all(Array.from({ length: 1010 }, (_, index) => outbox.append("metric", text(`${index}`))));
  const { boot } = outbox.position();
  assert.is(bench.drain("history").length, 1000);
  outbox.onAppend(outgoing.appended);
  await outbox.append("fault", text("new"));
  assert.equal(bench.drain("live"), [1011]);
  outgoing.confirmed({ boot, seq: 100 });
  assert.is(bench.drain("history").length, 10);
});

test.run();
