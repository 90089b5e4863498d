import { decodeReport } from "../../src/report/decode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createMosquitto } from "../support/mosquitto.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { createUplinkBench, until } from "../uplink/bench.ts";

const test = suite("uplink, with a backlog", { timeoutMs: 120_000, needs: ["mosquitto"] });
const records = 2_000;

test("the first message comes before the backlog, a new fault within it, and all of it in the end", async () => {
  await using broker = await createMosquitto();
  await broker.start();
  await using bench = await createUplinkBench(broker.port, { historyPerS: 20 });
  await Promise.all(Array.from({ length: records / 2 }, () => bench.report("metric")));
  await Promise.all(Array.from({ length: records / 2 }, () => bench.report("fault")));
  await using support = await createSubscriber(broker.port, 5);
  bench.start();
  await support.count("up/hist", 100);
  assert.is(support.heard[0]?.topic, bench.topic("state/birth"));
  const { seq } = await bench.report("fault");
  await support.until(({ topic, payload }) => {
    const report = topic.endsWith("up/evt") ? decodeReport(payload) : undefined;
    return report?.kind === "ok" && report.value.stamp.seq === seq;
  });
  assert.ok(bench.outbox.pendingCount() > records / 2, `${bench.outbox.pendingCount()} wait`);
  await until(() => bench.outbox.pendingCount() === 0);
  const seqs = support.heard.flatMap(({ topic, payload }) => {
    const report = topic.includes("/up/") ? decodeReport(payload) : undefined;
    return report?.kind === "ok" ? [report.value.stamp.seq] : [];
  });
  assert.is(new Set(seqs).size, records + 1);
});

test.run();
