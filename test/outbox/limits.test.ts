import { statSync } from "node:fs";
import type { RecordClass } from "../../src/model/record.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOutboxBench, drained, text } from "./bench.ts";

const test = suite("outbox/limits", { timeoutMs: 20_000 });
const day = 86_400_000;

test("above the count the oldest of the lowest class goes first, a fault last", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open({ limits: { bytes: 1 << 20, count: 5, ageMs: day } });
  const order: readonly RecordClass[] = [
    "fault",
    "metric",
    "state",
    "metric",
    "reply",
    "fault",
    "fault",
    "fault",
    "fault",
  ];
  for (const name of order) await outbox.append(name, text(name));
  assert.equal(drained(outbox), ["1:fault", "6:fault", "7:fault", "8:fault", "9:fault"]);
  await outbox.append("fault", text("fault"));
  assert.equal(drained(outbox), ["6:fault", "7:fault", "8:fault", "9:fault", "10:fault"]);
  assert.equal(outbox.stats().dropped, { fault: 1, reply: 1, state: 1, metric: 2 });
});

test("what was dropped is handed over once, by class with its range of numbers", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open({ limits: { bytes: 1 << 20, count: 2, ageMs: day } });
  for (let index = 0; index < 6; index++) await outbox.append("metric", text(`${index}`));
  const { boot } = outbox.position();
  assert.equal(outbox.takeDropped(), [{ boot, class: "metric", count: 4, firstSeq: 1, lastSeq: 4 }]);
  const teller = await outbox.append("fault", text("told"), "drops");
  assert.equal(outbox.takeDropped(), [], "too early for another list");
  assert.is(outbox.next()?.seq, teller.seq);
  // On its way, and whether it arrives is not known yet: the next list holds it too.
  assert.equal(outbox.takeDropped(), [{ boot, class: "metric", count: 5, firstSeq: 1, lastSeq: 5 }]);
  const second = await outbox.append("fault", text("told"), "drops");
  outbox.ack(teller);
  outbox.ack(second);
  assert.equal(outbox.takeDropped(), [{ boot, class: "metric", count: 1, firstSeq: 6, lastSeq: 6 }]);
  assert.equal(outbox.takeDropped().length, 1, "not told yet");
});

test("a list of drops that is dropped itself is told again, and one that is only taken is not told", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open({ limits: { bytes: 1 << 20, count: 2, ageMs: day } });
  for (let index = 0; index < 3; index++) await outbox.append("metric", text(`${index}`));
  const { boot } = outbox.position();
  const metrics = { boot, class: "metric", count: 1, firstSeq: 1, lastSeq: 1 } as const;
  assert.equal(outbox.takeDropped(), [metrics]);
  await outbox.append("fault", text("another record")); // Drops 2, and tells nothing.
  assert.equal(outbox.takeDropped(), [{ ...metrics, count: 2, lastSeq: 2 }]);
  const { seq } = await outbox.append("metric", text("the list"), "drops");
  for (let index = 0; index < 2; index++) await outbox.append("fault", text(`${index}`));
  assert.equal(
    outbox.takeDropped().find(({ class: name }) => name === "metric"),
    {
      ...metrics,
      ...{
        count: 4,
        lastSeq: seq,
        runs: [
          [1, 3],
          [seq, seq],
        ],
      },
    },
  );
});

test("what was dropped and not told is known after a restart; what was told is not told again", async () => {
  await using bench = createOutboxBench();
  const limits = { bytes: 1 << 20, count: 2, ageMs: day };
  const first = await bench.open({ limits });
  for (let index = 0; index < 6; index++) await first.append("metric", text(`${index}`));
  const { boot } = first.position();
  first.takeDropped(); // and dies before it can report it
  await first.close();
  const second = await bench.open({ limits: { ...limits, count: 10 } });
  assert.equal(second.takeDropped(), [{ boot, class: "metric", count: 4, firstSeq: 1, lastSeq: 4 }]);
  second.ack(await second.append("state", text("told"), "drops"));
  await second.close();
  const third = await bench.open({ limits: { ...limits, count: 10 } });
  assert.equal(
    third.takeDropped().map(({ count }) => count),
    [],
  );
});

test("records above the age go, whatever their class", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open({ limits: { bytes: 1 << 20, count: 100, ageMs: day } });
  await outbox.append("fault", text("old"));
  bench.nowMs += day - 2000;
  await outbox.append("fault", text("younger"));
  assert.is(outbox.pendingCount(), 2);
  bench.nowMs += 4000;
  await outbox.append("metric", text("new"));
  assert.equal(drained(outbox), ["2:younger", "3:new"]);
});

test("a step of nothing but the boot does not age records: they count from the restart", async () => {
  await using bench = createOutboxBench();
  const limits = { bytes: 1 << 20, count: 100, ageMs: day };
  bench.nowMs = 400 * day;
  const first = await bench.open({ limits });
  await first.append("fault", text("before"));
  await first.close();
  bench.nowMs = 5000;
  bench.systemBoot = "boot-2";
  const second = await bench.open({ limits });
  bench.nowMs += day - 2000;
  await second.append("fault", text("after"));
  assert.is(second.pendingCount(), 2);
  bench.nowMs += 4000;
  await second.append("fault", text("later"));
  assert.equal(drained(second), ["1:after", "2:later"]);
});

test("the files stay within the bytes allowed, faults outlive a flood of metrics, and nothing is reordered", async () => {
  await using bench = createOutboxBench();
  const limits = { bytes: 65_536, count: 10_000, ageMs: 30 * day };
  const outbox = await bench.open({ limits });
  const kept: string[] = [];
  for (let index = 1; index <= 600; index++) {
    const isFault = index % 60 === 1;
    const content = `${isFault ? "fault" : "metric"} ${index} ${"x".repeat(400)}`;
    if (isFault) kept.push(`${index}:${content}`);
    await outbox.append(isFault ? "fault" : "metric", text(content));
    assert.ok(onDisk(bench.segments()) <= limits.bytes + 8192, `${onDisk(bench.segments())} at ${index}`);
  }
  const all = drained(outbox);
  assert.ok(all.slice(0, 10).join() === kept.join());
  assert.ok(all.length > 60, `${all.length} left`);
  assert.match(all.at(-1) ?? "", /^600:/);
  await outbox.close();
  const again = await bench.open({ limits });
  assert.ok(drained(again).join() === all.join());
});

function onDisk(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0);
}

test("records moved together keep their names, and freeing them holds", async () => {
  await using bench = createOutboxBench();
  const limits = { bytes: 32_768, count: 10_000, ageMs: 30 * day };
  const outbox = await bench.open({ limits });
  const first = await outbox.append("fault", text("first"));
  const second = await outbox.append("fault", text("second"));
  for (let index = 0; index < 200; index++) await outbox.append("metric", () => Buffer.alloc(500));
  assert.not(bench.segments()[0]?.endsWith("00000001.log"));
  outbox.ack(first);
  await outbox.close();
  const again = await bench.open({ limits });
  assert.is(again.get(first), undefined);
  assert.is(Buffer.from(again.get(second)?.payload ?? []).toString(), "second");
});

test.run();
