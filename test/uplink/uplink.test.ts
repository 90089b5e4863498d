import { connectAsync } from "mqtt";
import { decodeAlive, decodeBirth, decodeFaultSet, decodeReport } from "../../src/report/decode.ts";
import { encodeAck } from "../../src/report/encode.ts";
import type { Downward } from "../../src/uplink/uplink.ts";
import { assert, suite } from "../front-door/suite.ts";
import { terminal } from "../report/samples.ts";
import { createAedes } from "../support/aedes.ts";
import { createMosquitto } from "../support/mosquitto.ts";
import { createSubscriber, type Heard, type Subscriber } from "../support/subscriber.ts";
import { createUplinkBench, until } from "./bench.ts";

const seqs = (heard: readonly Heard[]) =>
  heard.flatMap(({ payload }) => {
    const report = decodeReport(payload);
    return report.kind === "ok" ? [report.value.stamp.seq] : [];
  });

/** The same over both brokers: nothing may hang on what only MQTT 5 has. */
function withBroker(name: string, version: 4 | 5, createBroker: typeof createAedes | typeof createMosquitto): void {
  const needs = version === 5 ? ["mosquitto"] : [];
  const test = suite(`uplink/uplink over ${name}`, { timeoutMs: 20_000, needs });

  test("says who and what it is, retained, then brings what waits and what comes, and frees it", async () => {
    await using broker = await createBroker();
    await broker.start();
    await using bench = await createUplinkBench(broker.port);
    for (let index = 0; index < 3; index++) await bench.report();
    await using early = await createSubscriber(broker.port, version);
    bench.start();
    assert.equal(seqs(await early.count("up/evt", 3)), [1, 2, 3]);
    assert.equal(
      early.heard.slice(0, 4).map(({ topic }) => topic),
      ["state/birth", "state/alive", "state/faults", "up/evt"].map(bench.topic),
    );
    await bench.report("metric");
    await bench.report("reply");
    assert.equal(seqs(await early.count("up/met", 1)), [4]);
    assert.equal(seqs(await early.count("up/res", 1)), [5]);
    await until(() => bench.outbox.pendingCount() === 0);
    assert.is(bench.uplink.status().protocol, version === 5 ? "5" : "3.1.1");
    assert.is(bench.uplink.status().state, "connected");
    assert.is(bench.uplink.status().sent, 5);

    await using late = await createSubscriber(broker.port, version);
    const birth = await late.until(({ topic }) => topic.endsWith("state/birth"));
    assert.ok(birth.retained);
    const decoded = decodeBirth(birth.payload);
    assert.equal(decoded.kind === "ok" && decoded.value.terminal, terminal);
    const faults = await late.until(({ topic }) => topic.endsWith("state/faults"));
    assert.ok(faults.retained);
    assert.is(decodeFaultSet(faults.payload).kind, "ok");
  });

  test("a changed fault set is told at once", async () => {
    await using broker = await createBroker();
    await broker.start();
    await using bench = await createUplinkBench(broker.port);
    await using support = await createSubscriber(broker.port, version);
    bench.start();
    await support.count("state/faults", 1);
    bench.uplink.faultSetChanged();
    assert.is((await support.count("state/faults", 2)).length, 2);
  });

  test("who the terminal is is told anew when it is another thing, and only then", async () => {
    await using broker = await createBroker();
    await broker.start();
    await using bench = await createUplinkBench(broker.port);
    await using support = await createSubscriber(broker.port, version);
    bench.uplink.birthChanged();
    bench.start();
    await support.count("state/faults", 1);
    bench.uplink.birthChanged();
    bench.uplink.birthChanged();
    await support.count("state/birth", 2);
    bench.uplink.faultSetChanged();
    await support.count("state/faults", 2);
    assert.is((await support.count("state/birth", 2)).length, 2);
  });

  test("hints and commands are heard where somebody wants them, each by who wants it", async () => {
    await using broker = await createBroker();
    await broker.start();
    const heard: string[] = [];
    const hearing = (what: string) => (message: Downward) => void heard.push(`${what} ${Buffer.from(message.payload)}`);
    const hearers = { onCommand: hearing("command"), onHint: hearing("hint") };
    await using bench = await createUplinkBench(broker.port, {}, hearers);
    await using support = await createSubscriber(broker.port, version);
    bench.start();
    await support.count("state/faults", 1);
    await support.publish(bench.topic("down/hint"), Buffer.from("one"));
    await support.publish(bench.topic("down/cmd"), Buffer.from("two"));
    await until(() => heard.length === 2);
    assert.equal(heard.toSorted(), ["command two", "hint one"]);
  });

  test("a broker that goes and comes back in the middle costs nothing when a collector confirms", async () => {
    await using broker = await createBroker();
    await broker.start();
    await using bench = await createUplinkBench(broker.port, { ack: "collector" });
    await using collector = await createSubscriber(broker.port, version);
    const collected = collect(collector, bench.topic("down/ack"), bench.outbox.position().boot);
    bench.start();
    for (let seq = 1; seq <= 120; seq++) {
      await bench.report(seq % 3 === 0 ? "metric" : "fault");
      if (seq === 40) await broker.stop();
      if (seq === 80) await broker.start();
    }
    await until(() => bench.outbox.pendingCount() === 0);
    assert.equal(
      [...collected].sort((a, b) => a - b),
      Array.from({ length: 120 }, (_, index) => index + 1),
    );
  });

  test("with PUBACK everything is taken by the broker, before its restart or after", async () => {
    await using broker = await createBroker();
    await broker.start();
    await using bench = await createUplinkBench(broker.port);
    bench.start();
    for (let seq = 1; seq <= 60; seq++) {
      await bench.report();
      if (seq === 20) await broker.stop();
      if (seq === 40) {
        await until(() => bench.uplink.status().state !== "connected");
        assert.ok(bench.outbox.pendingCount() >= 20);
        await broker.start();
      }
    }
    await until(() => bench.outbox.pendingCount() === 0);
    assert.is(bench.uplink.status().sent, 60);
  });

  test("killed, its will says that it is gone, with the session that it belongs to", async () => {
    await using broker = await createBroker();
    await broker.start();
    await using bench = await createUplinkBench(broker.port, { willDelayS: 0 });
    await using support = await createSubscriber(broker.port, version);
    bench.start();
    const online = decodeAlive((await support.count("state/alive", 1))[0]?.payload ?? Buffer.alloc(0));
    await until(() => bench.uplink.status().state === "connected");
    await using thief = await takeOver(broker.port, version);
    const gone = decodeAlive((await support.count("state/alive", 2))[1]?.payload ?? Buffer.alloc(0));
    assert.ok(online.kind === "ok" && online.value.online);
    assert.ok(gone.kind === "ok" && !gone.value.online);
    assert.is(gone.kind === "ok" && gone.value.session, online.kind === "ok" && online.value.session);
    assert.ok(thief);
  });

  test("told to stop, it says itself that it goes", async () => {
    await using broker = await createBroker();
    await broker.start();
    await using bench = await createUplinkBench(broker.port);
    await using support = await createSubscriber(broker.port, version);
    bench.start();
    await support.count("state/faults", 1);
    await bench.stop();
    const [, last] = await support.count("state/alive", 2);
    const alive = decodeAlive(last?.payload ?? Buffer.alloc(0));
    assert.is(alive.kind === "ok" && alive.value.online, false);
    assert.is(bench.uplink.status().state, "off");
  });

  test("with a collector a record is kept until the collector has it", async () => {
    await using broker = await createBroker();
    await broker.start();
    await using bench = await createUplinkBench(broker.port, { ack: "collector" });
    await using collector = await createSubscriber(broker.port, version);
    const ids = [await bench.report(), await bench.report(), await bench.report()];
    bench.start();
    await collector.count("up/evt", 3);
    await until(() => bench.uplink.status().sent === 3);
    assert.is(bench.outbox.pendingCount(), 3);
    await collector.publish(bench.topic("down/ack"), Buffer.from("rubbish"));
    await collector.publish(bench.topic("down/ack"), encodeAck({ boot: ids[0]?.boot ?? "", seq: 2 }));
    await until(() => bench.outbox.pendingCount() === 1);
    assert.is(bench.outbox.next()?.seq, 3);
    assert.equal(seqs(collector.heard.filter(({ topic }) => topic.endsWith("up/evt"))), [1, 2, 3]);
  });

  test.run();
}

/** Takes what comes and confirms what it has without a gap, as a collector does. */
function collect(collector: Subscriber, topic: string, boot: string): ReadonlySet<number> {
  const collected = new Set<number>();
  collector.onHeard((message) => {
    if (!message.topic.includes("/up/")) return;
    for (const seq of seqs([message])) collected.add(seq);
    let highest = 0;
    while (collected.has(highest + 1)) highest += 1;
    if (highest > 0) void collector.publish(topic, encodeAck({ boot, seq: highest }));
  });
  return collected;
}

/** Somebody with the same client identifier: the broker drops the agent's connection without its doing. */
async function takeOver(port: number, version: 4 | 5): Promise<AsyncDisposable> {
  const clientId = `posdiag-${terminal.tenant}-${terminal.serial}`;
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    clientId,
    protocolVersion: version,
    reconnectPeriod: 0,
  });
  return { [Symbol.asyncDispose]: async () => void (await client.endAsync(true)) };
}

withBroker("MQTT 3.1.1 (aedes)", 4, createAedes);
withBroker("MQTT 5 (mosquitto)", 5, createMosquitto);
