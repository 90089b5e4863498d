/** A broker that wants the terminal's memory, its data, or its patience, within what MQTT lets it say. */
import { assert, suite } from "../front-door/suite.ts";
import { packet, text } from "../support/mqtt-bytes.ts";
import type { Conversation } from "../support/own-broker.ts";
import { createUplinkBench, hurried, until } from "../uplink/bench.ts";
import { createGreedyBroker } from "./greedy-broker.ts";

const test = suite("threats: a greedy broker", { timeoutMs: 30_000 });

const hearing = { onCommand: () => {} };
/** Of MQTT 5.0 section 2.2.2.2. */
const property = { serverKeepAlive: 0x13, receiveMaximum: 0x21, topicAlias: 0x23 } as const;

/** Sends as much as is taken, and returns how much that was so far. */
function pour({ socket }: Conversation, most: number): () => number {
  const block = Buffer.alloc(65_536, 0x41);
  let poured = 0;
  const go = (): void => {
    while (poured < most && !socket.destroyed) {
      poured += block.length;
      if (!socket.write(block)) return void socket.once("drain", go);
    }
  };
  go();
  return () => poured;
}

test("a packet that announces 256 MB ends the connection before it is gathered", async () => {
  const poured: (() => number)[] = [];
  await using broker = await createGreedyBroker({
    afterwards: (conversation) => {
      conversation.send(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]));
      poured.push(pour(conversation, 268_435_455));
    },
  });
  await using bench = await createUplinkBench(broker.port, { protocol: "5" }, hearing);
  await bench.report();
  bench.start();
  await until(() => broker.connects.length >= 2);
  const { lastError, lastCode } = bench.uplink.status();
  assert.equal([lastError, lastCode], ["closed", "packet_too_large"]);
  // What the kernel's buffers held when the connection ended.
  for (const bytes of poured) assert.ok(bytes() < 16_777_216, `${bytes()} bytes`);
});

test("messages of a quality that nobody subscribed to, and aliases that nobody offered, end the connection", async () => {
  const qos2 = packet("publish", 4, text("pos/v1/shop-8/SN-0042/down/cmd"), [0, 1, 0], Buffer.alloc(60_000));
  const alias = packet("publish", 0, text(""), [3, property.topicAlias, 0, 1], Buffer.alloc(10));
  for (const unasked of [qos2, alias]) {
    await using broker = await createGreedyBroker({ afterwards: (conversation) => conversation.send(unasked) });
    await using bench = await createUplinkBench(broker.port, { protocol: "5" }, hearing);
    bench.start();
    await until(() => broker.connects.length >= 2);
    assert.is(bench.uplink.status().lastError, "closed");
  }
});

test("whatever keep-alive it asks for, pings are few", async () => {
  for (const seconds of [0, 1]) {
    await using broker = await createGreedyBroker({ properties: [property.serverKeepAlive, 0, seconds] });
    await using bench = await createUplinkBench(broker.port, { protocol: "5" });
    const startMs = hurried.monoMs();
    bench.start();
    await until(() => (broker.came.get("pingreq") ?? 0) >= 5);
    // Ten seconds before each, by the clock that the uplink goes by.
    assert.ok(hurried.monoMs() - startMs >= 50_000, `${seconds}: ${hurried.monoMs() - startMs} ms`);
  }
});

test("a broker that takes nothing at a time is brought what waits, one by one", async () => {
  await using broker = await createGreedyBroker({ properties: [property.receiveMaximum, 0, 0] });
  await using bench = await createUplinkBench(broker.port, { protocol: "5" });
  await bench.report();
  bench.start();
  await until(() => bench.outbox.pendingCount() === 0);
  assert.is(bench.uplink.status().state, "connected");
});

test.run();
