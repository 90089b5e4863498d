import { readFileSync } from "node:fs";
import protobuf from "protobufjs";
import { keyOf, protoOf, session, topics } from "../../../deploy/docs/asyncapi.ts";
import { protoText } from "../../../deploy/docs/proto-text.ts";
import { systemClock } from "../../../src/base/clock.ts";
import { seededRandom } from "../../../src/base/random.ts";
import { recordClasses } from "../../../src/model/record.ts";
import {
  decodeAck,
  decodeAlive,
  decodeBirth,
  decodeFaultSet,
  decodeReport,
  decodeSealedHint,
} from "../../../src/report/decode.ts";
import { encodeReport } from "../../../src/report/encode.ts";
import { ask } from "../../../src/support/ask.ts";
import { watch } from "../../../src/support/watch.ts";
import { type Leaf, leafOf, leaves, parseTopic } from "../../../src/uplink/topics.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { reportOf, terminal } from "../../report/samples.ts";
import { type Published, publish } from "../../support/mqtt-bytes.ts";
import { createOwnBroker, type OwnBroker, politely } from "../../support/own-broker.ts";
import { createUplinkBench, until } from "../../uplink/bench.ts";

const test = suite("docs/asyncapi.yaml", { timeoutMs: 20_000 });
/** Numbers of properties, MQTT 5.0 section 2.2.2.2. */
const [messageExpiry, sessionExpiry, willDelay] = [0x02, 0x11, 0x18];

const readers = {
  Birth: decodeBirth,
  Alive: decodeAlive,
  FaultSet: decodeFaultSet,
  Report: decodeReport,
  SignedHint: decodeSealedHint,
  Ack: decodeAck,
};

function leafOfTopic(topic: string): Leaf {
  const parsed = parseTopic(topic);
  if (!parsed) throw new Error(`${topic} is none of ours`);
  assert.equal([parsed.tenant, parsed.serial], [terminal.tenant, terminal.serial]);
  return parsed.leaf;
}

function isAsWritten(expected: (typeof topics)[Leaf]["expiryS"], found: number | string | undefined): boolean {
  if (expected === undefined || typeof expected === "number") return found === expected;
  return typeof found === "number" && found >= expected[0] && found <= expected[1];
}

/** A message as the document says, and from the side that it says. Returns its topic's leaf. */
function check({ topic, payload, qos, retain, properties }: Published, from: "send" | "receive"): Leaf {
  const leaf = leafOfTopic(topic);
  const said = topics[leaf];
  assert.equal([said.action, 1, said.retain], [from, qos, retain], leaf);
  assert.ok(isAsWritten(said.expiryS, properties[messageExpiry]), `${leaf} expires in ${properties[messageExpiry]}`);
  if (said.message !== "SignedCommand") assert.is(readers[said.message](payload).kind, "ok", leaf);
  return leaf;
}

test("what a terminal puts on the wire is what the document says: topics, messages, retained, expiry, will, session", async () => {
  await using broker = await createOwnBroker();
  await using bench = await createUplinkBench(broker.port, { protocol: "5", keepaliveS: session.keepAlive });
  for (let count = 0; count < 260; count++) await bench.report(); // More than is held for news: some is history.
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  for (const name of recordClasses) await bench.report(name);
  await until(() => bench.outbox.pendingCount() === 0);
  await bench.stop();
  const sent = new Set(broker.published.map((message) => check(message, "send")));
  const documented = leaves.filter((leaf) => topics[leaf].action === "send");
  assert.equal([...sent].sort(), [...documented].sort());
  for (const leaf of Object.values(leafOf)) assert.ok(sent.has(leaf));
  checkConnect(broker);
});

function checkConnect({ connects }: OwnBroker): void {
  const [connect] = connects;
  assert.ok(connect?.cleanStart);
  assert.equal([connect?.keepaliveS, connect?.clientId], [session.keepAlive, "posdiag-shop-8-SN-0042"]);
  assert.equal(connect?.properties[sessionExpiry], session.sessionExpiryS);
  assert.is(connect?.will?.properties[willDelay], session.willDelayS);
  assert.ok(connect?.will);
  if (connect?.will) assert.is(check(connect.will, "send"), "state/alive");
}

test("what a terminal listens to is what the document says that it receives", async () => {
  await using broker = await createOwnBroker();
  await using bench = await createUplinkBench(
    broker.port,
    { protocol: "5", ack: "collector" },
    { onCommand: () => {}, onHint: () => {} },
  );
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  const heard = broker.subscribed.flatMap(({ filters }) => filters);
  assert.ok(heard.every(({ qos }) => qos === 1));
  const documented = leaves.filter((leaf) => topics[leaf].action === "receive");
  assert.equal(heard.map(({ filter }) => leafOfTopic(filter)).sort(), [...documented].sort());
});

test("what support puts on the wire is what the document says", async () => {
  const report = { topic: "pos/v1/shop-8/SN-0042/up/evt", payload: Buffer.from(encodeReport(first)), retain: false };
  await using broker = await createOwnBroker((conversation, packet) => {
    politely(conversation, packet);
    if (packet.kind === "subscribe") conversation.send(publish(5, report, 1));
  });
  const stop = new AbortController();
  const common = {
    ...{ broker: { url: `mqtt://127.0.0.1:${broker.port}` }, clock: systemClock, random: seededRandom(1) },
    onState: () => {},
  };
  const { tenant, serial } = terminal;
  const command = { terminal: { tenant, serial }, id: "0".repeat(32), payload: Buffer.from("signed"), waitMs: 60_000 };
  const running = [
    watch({ ...common, ack: true, onHeard: () => {} }, stop.signal),
    ask({ ...common, ...command, onUpdate: () => {} }, stop.signal),
  ];
  await until(() => new Set(broker.published.map(({ topic }) => topic)).size === 2);
  stop.abort();
  await Promise.all(running);
  const said = new Set(broker.published.map((message) => check(message, "receive")));
  assert.equal([...said].sort(), ["down/ack", "down/cmd"]);
});

const first = { ...reportOf(), stamp: { ...reportOf().stamp, seq: 1 } };

test("the file names every topic once, and messages that proto/ defines", () => {
  const file = new URL("../../../docs/asyncapi.yaml", import.meta.url);
  const text = readFileSync(file, "utf8");
  for (const leaf of leaves) {
    assert.is(text.split(`"pos/v1/{tenant}/{serial}/${leaf}"\n    description`).length, 2, leaf);
    assert.is(text.split(`_${keyOf(leaf)}:`).length, 2, leaf);
  }
  for (const [message, proto] of Object.entries(protoOf)) {
    assert.ok(text.includes(`name: posdiag.v1.${message}\n`));
    assert.ok(
      text.includes(
        protoText(message, proto)
          .trimEnd()
          .replaceAll(/^(?=.)/gm, "          "),
      ),
      message,
    );
  }
});

test("a message's text holds everything that it is made of", async () => {
  for (const [message, proto] of Object.entries(protoOf)) {
    const { root } = protobuf.parse(protoText(message, proto), { keepCase: true });
    root.resolveAll(); // It throws where a type is not there.
    assert.ok(root.lookupType(`posdiag.v1.${message}`).fieldsArray.length > 0);
  }
});

test.run();
