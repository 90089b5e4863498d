import mqtt from "mqtt";
import { createBroker } from "../../hw-sim/broker.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("embedded broker");

test("a 3.1.1 client gets what another published, and the broker remembers it", async () => {
  const seen: string[] = [];
  const broker = await createBroker({ onMessage: ({ topic }) => seen.push(topic) });
  const client = await mqtt.connectAsync(broker.url, { protocolVersion: 4, reconnectPeriod: 0 });
  await client.subscribeAsync("pos/#", { qos: 1 });
  const heard = new Promise<string>((resolve) => client.on("message", (topic, text) => resolve(`${topic} ${text}`)));
  await client.publishAsync("pos/v1/x", "hello", { qos: 1, retain: true });
  assert.is(await heard, "pos/v1/x hello");
  assert.ok(seen.includes("pos/v1/x"));
  const last = broker.passed.find(({ topic }) => topic === "pos/v1/x");
  assert.equal([last?.payload.toString(), last?.qos, last?.retain], ["hello", 1, true]);
  await client.endAsync();
  await broker.close();
});
test("what it remembers is bounded", async () => {
  const broker = await createBroker();
  const client = await mqtt.connectAsync(broker.url, { protocolVersion: 4, reconnectPeriod: 0 });
  for (let i = 0; i < 250; i += 1) await client.publishAsync("t", `${i}`, { qos: 1 });
  assert.is(broker.passed.length, 200);
  assert.is(broker.passed.at(-1)?.payload.toString(), "249");
  await client.endAsync();
  await broker.close();
});
test("closing leaves nothing behind, with a client still there", async () => {
  const broker = await createBroker();
  const client = await mqtt.connectAsync(broker.url, { protocolVersion: 4, reconnectPeriod: 0 });
  const gone = new Promise<void>((resolve) => client.once("close", () => resolve()));
  await broker.close();
  await gone;
  assert.not.ok(client.connected);
  await client.endAsync(true);
});
test.run();
