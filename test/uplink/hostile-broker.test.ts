import { randomBytes } from "node:crypto";
import { seededRandom } from "../../src/base/random.ts";
import { encodeAck } from "../../src/report/encode.ts";
import type { Downward } from "../../src/uplink/uplink.ts";
import { assert, suite } from "../front-door/suite.ts";
import { connack, packet, puback, publish, readPublish } from "../support/mqtt-bytes.ts";
import { type Behave, createOwnBroker, type OwnBroker, politely } from "../support/own-broker.ts";
import { createUplinkBench, type UplinkBench, until } from "./bench.ts";

const test = suite("uplink against a hostile broker", { timeoutMs: 30_000 });

/** Polite, but for one thing; and wholly polite once `isHealed`. */
async function createHostile(behave: Behave): Promise<OwnBroker & { heal(): void }> {
  let isHealed = false;
  const broker = await createOwnBroker((conversation, heard) =>
    isHealed ? politely(conversation, heard) : behave(conversation, heard),
  );
  const heal = () => {
    isHealed = true;
  };
  return { ...broker, heal, [Symbol.asyncDispose]: broker[Symbol.asyncDispose] };
}

/** Three records, and a broker that heals in the end: none is lost. */
async function survive(behave: Behave, judge: (bench: UplinkBench, broker: OwnBroker) => Promise<void>): Promise<void> {
  await using broker = await createHostile(behave);
  await using bench = await createUplinkBench(broker.port, { protocol: "5" });
  for (const name of ["fault", "reply", "metric"] as const) await bench.report(name);
  bench.start();
  await judge(bench, broker);
  broker.heal();
  for (const { socket } of broker.conversations) socket.destroy();
  await until(() => bench.outbox.pendingCount() === 0);
  assert.is(bench.uplink.status().state, "connected");
}

for (const kind of ["connect", "publish", "the first packet of each connection that is no connect"]) {
  test(`one that hangs up at every ${kind}`, async () => {
    const hangUp: Behave = (conversation, heard) => {
      const isDue = heard.kind === kind || (kind.startsWith("the first") && heard.kind !== "connect");
      if (isDue) conversation.socket.destroy();
      else politely(conversation, heard);
    };
    await survive(hangUp, async ({ outbox, uplink }, broker) => {
      await until(() => broker.connects.length >= 3 && uplink.status().state === "waiting");
      assert.is(outbox.pendingCount(), 3);
      assert.is(uplink.status().sent, 0);
      assert.match(`${uplink.status().lastError}`, /^(closed|network)$/);
    });
  });
}

test("one that never acknowledges: given up after twenty seconds, and again", async () => {
  const mute: Behave = (conversation, heard) => {
    const isReport = heard.kind === "publish" && readPublish(heard, conversation.version).topic.includes("/up/");
    if (!isReport) politely(conversation, heard);
  };
  await survive(mute, async ({ outbox, uplink }, broker) => {
    await until(() => broker.connects.length >= 3);
    assert.is(outbox.pendingCount(), 3);
    assert.equal([uplink.status().lastError, uplink.status().lastCode], ["timeout", "publish"]);
  });
});

test("one that acknowledges twice, and what was never sent", async () => {
  await using broker = await createHostile((conversation, heard) => {
    politely(conversation, heard);
    if (heard.kind !== "connect") politely(conversation, heard);
    for (const id of [1, 7, 65_535]) conversation.send(puback(id));
  });
  await using bench = await createUplinkBench(broker.port, { protocol: "3.1.1" });
  bench.start();
  for (let count = 0; count < 20; count++) await bench.report();
  await until(() => broker.published.length >= 6);
  broker.heal();
  await until(() => bench.outbox.pendingCount() === 0);
  const sent = new Set(
    broker.published.filter(({ topic }) => topic.includes("/up/")).map(({ payload }) => payload.toString("hex")),
  );
  assert.is(sent.size, 20);
});

test("one that sends garbage: bytes at random, packets cut short, lengths without end, packets of the wrong side", async () => {
  const random = seededRandom(7);
  const garbage: readonly (() => Buffer)[] = [
    () => randomBytes(1 + Math.floor(random() * 400)),
    () => Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff, 0x7f]),
    () => packet("connack", 0, [0]),
    () => packet("publish", 2, [0xff, 0xff, 0x41]),
    () => packet("suback", 0, [0, 1]),
    () => packet("connect", 0, [0, 4], Buffer.from("MQTT"), [5, 2, 0, 60, 0, 0, 0]),
    () => Buffer.alloc(300_000, 0x30),
    () => connack(5, 0x80 + Math.floor(random() * 40)),
  ];
  let turn = 0;
  const speakGarbage: Behave = (conversation, heard) => {
    turn += 1;
    if (heard.kind !== "connect" || turn % 3 > 0) politely(conversation, heard);
    conversation.send(garbage[turn % garbage.length]?.() ?? Buffer.alloc(1));
  };
  await survive(speakGarbage, async ({ outbox, uplink }, broker) => {
    await until(() => broker.connects.length >= 6);
    assert.ok(uplink.status().lastError);
    assert.ok(outbox.pendingCount() <= 3);
  });
});

test("hostile retained messages: rubbish and lies on every topic are refused, and free nothing", async () => {
  const commands: Downward[] = [];
  const lies = (own: string, boot: string): readonly { topic: string; payload: Buffer }[] => [
    ...[Buffer.alloc(0), randomBytes(64), Buffer.alloc(100_000, 1)].flatMap((payload) =>
      ["down/ack", "down/cmd", "up/evt", "state/birth"].map((leaf) => ({ topic: own + leaf, payload })),
    ),
    { topic: "pos/v1/other/terminal/down/ack", payload: Buffer.from(encodeAck({ boot, seq: 4_294_967_295 })) },
    { topic: `${own}down/ack`, payload: Buffer.from(encodeAck({ boot: "f".repeat(16), seq: 4_294_967_295 })) },
    { topic: "$SYS/broker", payload: randomBytes(8) },
    { topic: `${own}down/ack/deeper`, payload: Buffer.from(encodeAck({ boot, seq: 9 })) },
  ];
  let boot = "";
  await using broker = await createOwnBroker((conversation, heard) => {
    politely(conversation, heard);
    if (heard.kind !== "subscribe") return;
    for (const [index, { topic, payload }] of lies("pos/v1/shop-8/SN-0042/", boot).entries()) {
      conversation.send(publish(conversation.version, { topic, payload, retain: true }, index + 1));
    }
  });
  await using bench = await createUplinkBench(
    broker.port,
    { ack: "collector", protocol: "5" },
    {
      onCommand: (command) => commands.push(command),
    },
  );
  boot = (await bench.report()).boot;
  await bench.report();
  bench.start();
  await until(() => bench.uplink.status().sent >= 2);
  assert.is(bench.outbox.pendingCount(), 2);
  assert.is(bench.uplink.status().state, "connected");
  assert.ok(
    commands.length === 3 && commands.every(({ retained }) => retained),
    "told as retained, for who refuses them",
  );
});

test.run();
