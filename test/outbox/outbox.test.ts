import { isAgentError } from "../../src/base/errors.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOutboxBench, drained, text } from "./bench.ts";

const test = suite("outbox/outbox");

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return undefined;
}

test("numbers records 1, 2, 3 and gives them back by class, oldest first", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  const ids = [
    await outbox.append("metric", text("m1")),
    await outbox.append("fault", text("f1")),
    await outbox.append("reply", text("r1")),
    await outbox.append("fault", text("f2")),
  ];
  assert.equal(
    ids.map(({ seq }) => seq),
    [1, 2, 3, 4],
  );
  assert.match(ids[0]?.boot ?? "", /^[0-9a-f]{16}$/);
  assert.is(new Set(ids.map(({ boot }) => boot)).size, 1);
  assert.equal(drained(outbox), ["2:f1", "4:f2", "3:r1", "1:m1"]);
});

test("the builder learns the number its record will have", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  await outbox.append("fault", text("first"));
  const id = await outbox.append("fault", ({ boot, seq }) => Buffer.from(`${boot}/${seq}`));
  assert.is(Buffer.from(outbox.get(id)?.payload ?? []).toString(), `${id.boot}/2`);
});

test("goes on with the same boot and the next number when it is opened again", async () => {
  await using bench = createOutboxBench();
  const first = await bench.open();
  const { boot } = await first.append("fault", text("a"));
  await first.append("fault", text("b"));
  first.ack({ boot, seq: 1 });
  await first.close();
  const second = await bench.open();
  assert.equal(drained(second), ["2:b"]);
  assert.equal(second.position(), { boot, firstSeq: 2, nextSeq: 3 });
  assert.equal(await second.append("fault", text("c")), { boot, seq: 3 });
});

test("numbers go on when everything was freed and its files are gone", async () => {
  await using bench = createOutboxBench();
  const limits = { bytes: 65_536, count: 1000, ageMs: 1e9 };
  const first = await bench.open({ limits });
  for (let round = 0; round < 40; round++) {
    const id = await first.append("fault", () => Buffer.alloc(1000));
    first.ack(id);
  }
  await first.close();
  assert.is(bench.segments().length, 1);
  const second = await bench.open({ limits });
  assert.is(second.pendingCount(), 0);
  assert.is(second.position().nextSeq, 41);
});

test("a new boot of the terminal begins at 1 under a new name, and what waited still waits", async () => {
  await using bench = createOutboxBench();
  const first = await bench.open();
  const old = await first.append("fault", text("old"));
  await first.close();
  bench.systemBoot = "boot-2";
  const second = await bench.open();
  const fresh = await second.append("fault", text("new"));
  assert.is.not(fresh.boot, old.boot);
  assert.is(fresh.seq, 1);
  assert.equal(drained(second), ["1:old", "1:new"]);
  assert.equal(second.position(), { boot: fresh.boot, firstSeq: 1, nextSeq: 2 });
});

test("frees one record, or all of a boot up to a number", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  const { boot } = await outbox.append("metric", text("1"));
  for (const content of ["2", "3", "4", "5"]) await outbox.append("fault", text(content));
  assert.is(outbox.ack({ boot, seq: 4 }), 1);
  assert.is(outbox.ack({ boot, seq: 4 }), 0);
  assert.equal(drained(outbox), ["2:2", "3:3", "5:5", "1:1"]);
  assert.is(outbox.ack({ boot, seq: 3 }, "up_to"), 3);
  assert.is(outbox.ack({ boot: "f".repeat(16), seq: 99 }, "up_to"), 0);
  await outbox.close();
  const again = await bench.open();
  assert.equal(drained(again), ["5:5"]);
});

test("appends made at once share one write, and each has its own number", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  const ids = await Promise.all(Array.from({ length: 200 }, (_, index) => outbox.append("fault", text(`${index}`))));
  assert.equal(
    ids.map(({ seq }) => seq),
    Array.from({ length: 200 }, (_, index) => index + 1),
  );
  assert.is(drained(outbox)[150], "151:150");
});

test("a record whose builder throws takes no number and harms no other", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  const mine = new Error("mine");
  const [first, failed, second] = await Promise.all([
    outbox.append("fault", text("a")),
    rejection(
      outbox.append("fault", () => {
        throw mine;
      }),
    ),
    outbox.append("fault", text("b")),
  ]);
  assert.is(failed, mine);
  assert.equal([first.seq, second.seq], [1, 2]);
});

test("a record above 64 KB is refused", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  const error = await rejection(outbox.append("fault", () => Buffer.alloc(65_537)));
  assert.ok(isAgentError(error, "RECORD_INVALID"));
  assert.is((await outbox.append("fault", () => Buffer.alloc(65_536))).seq, 1);
});

test("records freed while others are being written harm neither", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  const wrong: string[] = [];
  outbox.onAppend((id) => {
    const content = Buffer.from(outbox.get(id)?.payload ?? []).toString();
    if (content !== `record ${id.seq}`) wrong.push(`${id.seq}: ${content}`);
    if (id.seq % 3 > 0) setImmediate(() => outbox.ack(id));
  });
  for (let round = 0; round < 30; round++) {
    await Promise.all(
      Array.from({ length: 7 }, () => outbox.append("fault", ({ seq }) => Buffer.from(`record ${seq}`))),
    );
  }
  while (outbox.pendingCount() > 70) await new Promise((resolve) => setImmediate(resolve));
  await outbox.close();
  assert.equal(wrong, []);
  const again = await bench.open();
  const left = Array.from({ length: 70 }, (_, index) => `${3 * index + 3}:record ${3 * index + 3}`);
  assert.equal(drained(again), left);
  assert.is(again.stats().lost, 0);
});

test("tells listeners of every durable record until they leave", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  const seen: number[] = [];
  const leave = outbox.onAppend(({ seq }) => seen.push(seq));
  await outbox.append("fault", text("a"));
  await outbox.append("metric", text("b"));
  leave();
  await outbox.append("fault", text("c"));
  assert.equal(seen, [1, 2]);
});

test("one agent at a time: the second is told, and may when the first has closed", async () => {
  await using bench = createOutboxBench();
  const first = await bench.open();
  assert.ok(isAgentError(await rejection(bench.open()), "AGENT_ALREADY_RUNS"));
  await first.close();
  assert.is((await bench.open()).pendingCount(), 0);
});

test("after close an append is refused", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  await outbox.close();
  assert.ok(isAgentError(await rejection(outbox.append("fault", text("late"))), "OUTBOX_FAILED"));
});

test.run();
