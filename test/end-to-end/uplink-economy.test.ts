/** What MQTT 5 saves and tells, how silence is found, and what is sent on each rung of the data budget. */

import { encodeReport } from "../../src/report/encode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { eventOf, pulledSim } from "../report/samples.ts";
import { type Properties, packet, puback, readPublish } from "../support/mqtt-bytes.ts";
import { type Behave, createOwnBroker, politely } from "../support/own-broker.ts";
import { createUplinkBench, until } from "../uplink/bench.ts";

const test = suite("uplink/economy", { timeoutMs: 20_000 });
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)]);

/** CONNACK of MQTT 5 with these properties as bytes. */
const connackWith = (code: number, properties: Buffer) =>
  packet("connack", 0, [0, code, properties.length], properties);

const welcome =
  (properties: Buffer, then: Behave = politely): Behave =>
  (conversation, received) => {
    if (received.kind === "connect") conversation.send(connackWith(0, properties));
    else then(conversation, received);
  };

/** Topic Alias Maximum 10. */
const tenAliases = Buffer.from([34, 0, 10]);
/** Receive Maximum 1. */
const oneAtATime = Buffer.from([33, 0, 1]);
const alias = ({ properties }: { readonly properties: Properties }) => properties[35];

test("a topic goes over the wire once a connection where the broker takes aliases, and each time where it does not", async () => {
  await using broker = await createOwnBroker(welcome(tenAliases));
  await using bench = await createUplinkBench(broker.port, { protocol: "5" });
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  for (let each = 0; each < 3; each++) await bench.report();
  await until(() => bench.uplink.status().sent === 3);
  const events = broker.published.slice(-3);
  assert.equal(
    events.map(({ topic }) => topic),
    [bench.topic("up/evt"), "", ""],
  );
  assert.is(new Set(events.map(alias)).size, 1);
  await using plain = await createOwnBroker();
  await using other = await createUplinkBench(plain.port, { protocol: "5" });
  await other.report();
  other.start();
  await until(() => other.uplink.status().sent === 1);
  assert.is(plain.published.at(-1)?.topic, other.topic("up/evt"));
});

test("never more than the broker's receive maximum are on their way, whichever lane they are on", async () => {
  let flying = 0;
  let most = 0;
  const slowly: Behave = (conversation, received) => {
    if (received.kind !== "publish") return politely(conversation, received);
    flying += 1;
    most = Math.max(most, flying);
    const { id } = readPublish(received, conversation.version);
    setTimeout(() => {
      flying -= 1;
      conversation.send(puback(id));
    }, 5);
  };
  await using broker = await createOwnBroker(welcome(oneAtATime, slowly));
  await using bench = await createUplinkBench(broker.port, { protocol: "5", historyPerS: 1_000 });
  for (let each = 0; each < 270; each++) await bench.report(); // More than can be live.
  bench.start();
  await until(() => bench.outbox.pendingCount() === 0);
  assert.is(most, 1);
  assert.ok(broker.published.some(({ topic }) => topic.endsWith("up/hist")));
  assert.ok(broker.published.some(({ topic }) => topic.endsWith("up/evt")));
});

test("sent to another server, in the CONNACK or later, it goes there and stays", async () => {
  await using home = await createOwnBroker((conversation, received) => {
    if (received.kind === "connect")
      conversation.send(connackWith(0x9d, Buffer.concat([Buffer.from([28]), text(place)])));
  });
  await using other = await createOwnBroker();
  const place = `127.0.0.1:${other.port}`;
  await using bench = await createUplinkBench(home.port, { protocol: "5" });
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  assert.equal([home.connects.length, other.connects.length], [1, 1]);
  for (const { socket } of other.conversations) socket.destroy();
  await until(() => other.connects.length === 2);
  assert.is(home.connects.length, 1);
});

test("a broker that kicks right after every CONNACK is tried ten times in ten minutes at most", async () => {
  const at: number[] = [];
  await using broker = await createOwnBroker((conversation, received) => {
    if (received.kind !== "connect") return;
    at.push(performance.now());
    politely(conversation, received);
    conversation.send(packet("disconnect", 0, [0x8b, 0])); // Shutting down.
    conversation.socket.end();
  });
  await using bench = await createUplinkBench(broker.port, { protocol: "5" });
  bench.start();
  await new Promise((resolve) => setTimeout(resolve, 3_000)); // Two and a half hurried minutes.
  assert.ok(at.length >= 2 && at.length <= 10, `${at.length} attempts`);
  assert.is(bench.uplink.status().lastError, "closed");
});

test("a way that dies silently is found at a ping, and the next pings come twice as often", async () => {
  let mute = false;
  await using broker = await createOwnBroker((conversation, received) => {
    if (received.kind === "connect") mute = broker.connects.length === 1;
    if (!(mute && received.kind === "pingreq")) politely(conversation, received);
  });
  await using bench = await createUplinkBench(broker.port, { protocol: "5", keepaliveS: 120 });
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  await until(() => bench.uplink.status().state === "waiting");
  const { lastError, lastCode } = bench.uplink.status();
  assert.equal([lastError, lastCode], ["timeout", "ping"]);
  await until(() => bench.uplink.status().state === "connected");
  assert.is(bench.uplink.status().keepaliveS, 60);
});

test("on the lowest rung it says the states and the faults, goes, and comes back at once for money only", async () => {
  await using broker = await createOwnBroker();
  const isMoney = (fault: string) => fault === "sim.absent";
  await using bench = await createUplinkBench(broker.port, { protocol: "5", most: "snapshot" }, { isMoney });
  const benign = { ...pulledSim, verdict: { ...pulledSim.verdict, fault: "net.dns_down" } };
  await bench.report("metric");
  await bench.report("fault");
  bench.start();
  await until(() => bench.uplink.status().state === "resting");
  assert.equal(
    broker.published.map(({ topic }) => topic.split("/").slice(-2).join("/")),
    ["state/birth", "state/alive", "state/faults", "up/evt", "state/alive"],
  );
  await bench.outbox.append("fault", (id) => {
    const stamp = { ...id, wallMs: 1_795_000_000_000, monoMs: 4_000_000, clock: "ntp" } as const;
    return encodeReport({ stamp, body: { kind: "case", event: eventOf(benign), snapshot: [] } });
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal([broker.connects.length, bench.uplink.status().state], [1, "resting"]);
  await bench.report("fault");
  await until(() => broker.connects.length === 2 && bench.uplink.status().state === "resting");
  assert.is(bench.outbox.pendingCount(), 1);
});

test("what is used of the month takes it down a rung, without a new connection, and is booked by what it was for", async () => {
  await using broker = await createOwnBroker();
  const calendar = { month: () => "2026-11-01", day: () => "2026-11-22" };
  const remembered = { use: { months: [], days: [], unbooked: {} }, keepaliveS: undefined };
  const written: unknown[] = [];
  const file = {
    read: async () => undefined,
    write: async (content: unknown) => {
      written.push(content);
      return true;
    },
  };
  const memory = { file, remembered, calendar, everyMs: 60_000 };
  await using bench = await createUplinkBench(broker.port, { protocol: "5", monthBytes: 8_000 }, { memory });
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  const reports = async () => {
    while (bench.uplink.status().data.rung === "full") await bench.report();
  };
  await reports();
  await until(() => bench.uplink.status().data.rung === "events");
  await bench.report("metric");
  await bench.report("fault");
  await until(() => bench.outbox.pendingCount() === 1);
  const { data } = bench.uplink.status();
  assert.is(data.reason, "month");
  assert.ok((data.uses.fault?.up ?? 0) > 2_000, JSON.stringify(data.uses));
  assert.ok((data.uses.states?.up ?? 0) > 300, JSON.stringify(data.uses));
  assert.is(broker.connects.length, 1);
  await bench.stop();
  assert.ok(written.length >= 1);
});

test.run();
