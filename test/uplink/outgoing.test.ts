import { type Clock, systemClock } from "../../src/base/clock.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import { createOutgoing, type Outgoing } from "../../src/uplink/outgoing.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOutboxBench, text } from "../outbox/bench.ts";

const test = suite("uplink/outgoing");

interface Bench extends AsyncDisposable {
  readonly outbox: Outbox;
  readonly outgoing: Outgoing;
  nowMs: number;
  /** Takes everything there is to send now. */
  drain(): number[];
}

async function createBench(ack: "puback" | "collector"): Promise<Bench> {
  const place = createOutboxBench();
  const outbox = await place.open();
  const clock: Clock = { ...systemClock, monoMs: () => bench.nowMs };
  const outgoing = createOutgoing(outbox, clock, ack);
  const bench: Bench = {
    outbox,
    outgoing,
    nowMs: 0,
    drain: () => {
      const seqs: number[] = [];
      for (;;) {
        const record = outgoing.next();
        if (!record) return seqs;
        seqs.push(record.seq);
        outgoing.took(record);
      }
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
  return bench;
}

test("a new fault goes before the backlog, a new metric after it", async () => {
  await using bench = await createBench("puback");
  const { outbox, outgoing } = bench;
  for (const content of ["1", "2", "3"]) await outbox.append("fault", text(content));
  outgoing.begin();
  outbox.onAppend((id) => outgoing.appended(id));
  await outbox.append("metric", text("4"));
  await outbox.append("fault", text("5"));
  assert.equal(bench.drain(), [5, 1, 2, 3, 4]);
  assert.is(outbox.pendingCount(), 0);
});

test("what the broker refuses is passed over until the next connection, and blocks nothing", async () => {
  await using bench = await createBench("puback");
  const { outbox, outgoing } = bench;
  for (const content of ["1", "2"]) await outbox.append("fault", text(content));
  const bad = outgoing.next();
  if (bad) outgoing.refused(bad);
  assert.equal(bench.drain(), [2]);
  outgoing.begin();
  assert.equal(bench.drain(), [1]);
});

test("what the collector does not confirm is sent again, later and later, and not on every connection", async () => {
  await using bench = await createBench("collector");
  const { outbox, outgoing } = bench;
  const { boot } = await outbox.append("fault", text("1"));
  await outbox.append("fault", text("2"));
  assert.equal(bench.drain(), [1, 2]);
  outgoing.begin();
  assert.equal(bench.drain(), []);
  assert.is(outgoing.dueInMs(), 60_000);
  bench.nowMs = 60_000;
  assert.equal(bench.drain(), [1, 2]);
  assert.is(outgoing.dueInMs(), 120_000);
  outgoing.confirmed({ boot, seq: 1 });
  bench.nowMs = 180_000;
  assert.equal(bench.drain(), [2]);
  assert.is(outgoing.dueInMs(), 240_000);
  outgoing.confirmed({ boot, seq: 2 });
  assert.is(outgoing.dueInMs(), undefined);
  assert.is(outbox.pendingCount(), 0);
});

test("no more than a thousand records wait for the collector at a time", async () => {
  await using bench = await createBench("collector");
  const { outbox, outgoing } = bench;
  await Promise.all(Array.from({ length: 1010 }, (_, index) => outbox.append("metric", text(`${index}`))));
  assert.is(bench.drain().length, 1000);
  outgoing.confirmed({ boot: outbox.position().boot, seq: 100 });
  assert.is(bench.drain().length, 10);
});

test.run();
