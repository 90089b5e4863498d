import { rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { type Client, connect } from "../../src/client/client.ts";
import type { DiagnosisView } from "../../src/model/view.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Bench, code, createBench, diagnosis, status, until } from "../ipc/bench.ts";
import { hasty, hurried } from "./hasty-clock.ts";

const test = suite("client of the local socket");

let bench: Bench;
let client: Client;

test.before.each(async () => {
  bench = await createBench();
  client = connect({ socket: bench.socket, language: "en", clock: hasty, random: () => 0.5 });
});

test.after.each(async () => {
  client.close();
  await bench.end();
});

test("asks for the status", async () => {
  await bench.server.start();
  const reply = await client.status();
  assert.is(reply.kind, "answer");
  if (reply.kind === "answer") assert.equal({ ...reply.value, ipc: status.ipc }, status);
});

test("asks for the diagnosis in its language", async () => {
  await bench.server.start();
  assert.equal(await client.diagnose({ active: true }), { kind: "answer", value: diagnosis() });
  assert.equal(bench.asked, ["en"]);
});

test("asks for the code in its language", async () => {
  await bench.server.start();
  assert.equal(await client.code(), { kind: "answer", value: code });
  assert.equal(bench.asked, ["en"]);
});

test("says at once when there is no agent, and neither throws nor waits when told things", async () => {
  client.observe("txn.rc", "00");
  assert.equal(await client.status(), { kind: "unreachable", code: "ENOENT" });
  assert.equal(await client.diagnose(), { kind: "unreachable", code: "ENOENT" });
  assert.is(client.counters().sent, 0);
});

test("answers many questions at a time, each with its own answer, and refuses to queue without end", async () => {
  await bench.server.start();
  await client.status();
  const replies = await Promise.all(Array.from({ length: 40 }, () => client.status()));
  assert.is(replies.filter(({ kind }) => kind === "answer").length, 32);
  assert.is(replies.filter(({ kind }) => kind === "refused").length, 8);
});

test("hands over observations in order, also those made before the agent was there", async () => {
  client.observe("txn.type", "sale");
  client.observe("txn.outcome", "timeout");
  await bench.server.start();
  await until(() => bench.observed.length === 2);
  client.observe("txn.rc", "00");
  await until(() => bench.observed.length === 3);
  assert.equal(
    bench.observed.map(({ value }) => value),
    ["sale", "timeout", "00"],
  );
  assert.equal(client.counters(), { sent: 3, dropped: 0, unconfirmed: 0, refused: 0, errors: 0 });
});

test("keeps no more than 128 observations for an agent that is not there, and counts the oldest as lost", async () => {
  for (let count = 0; count < 200; count += 1) client.observe("txn.amount_fen", count);
  assert.is(client.counters().dropped, 72);
  await bench.server.start();
  await until(() => bench.observed.length >= 60);
  assert.is(bench.observed[0]?.value, 72);
  assert.is(client.counters().refused, 0);
});

test("does not send an observation that waited so long that its time would be wrong", async () => {
  let nowMs = 0;
  const clock = { ...hasty, monoMs: () => nowMs };
  const late = connect({ socket: bench.socket, clock, random: () => 0.5 });
  late.observe("txn.rc", "05");
  nowMs = 6_000;
  late.observe("txn.rc", "00");
  await bench.server.start();
  await until(() => bench.observed.length === 1);
  assert.is(bench.observed[0]?.value, "00");
  assert.is(late.counters().dropped, 1);
  late.close();
});

test("does not let out what the agent would refuse", async () => {
  await bench.server.start();
  client.observe("sim.iccid_changed", true);
  client.observe("txn.rc", "4111111111111111");
  client.observe("txn.issuer_group", "x411111111111111");
  client.observe("txn.receipt_printed", "yes");
  await client.status();
  assert.is(client.counters().refused, 4);
  assert.equal(bench.observed, []);
  assert.equal(bench.server.counters().refused, {});
});

test("a subscription hears the diagnosis now, on change, and after the agent was started again", async () => {
  const heard: DiagnosisView[] = [];
  const unsubscribe = client.subscribe((view) => void heard.push(view));
  await bench.server.start();
  await until(() => heard.length === 1);
  bench.server.publish(() => diagnosis("changed"));
  await until(() => heard.length === 2);
  assert.is(heard[1]?.verdicts[0]?.say, "changed");
  await bench.server.stop();
  const again = await createBench({ path: bench.socket });
  await again.server.start();
  await until(() => heard.length === 3);
  assert.is((await client.status()).kind, "answer");
  unsubscribe();
  again.server.publish(() => diagnosis());
  await client.status();
  assert.is(heard.length, 3);
  client.close();
  await again.end();
});

test("a listener that throws costs neither the other listeners nor the connection", async () => {
  await bench.server.start();
  let heard = 0;
  client.subscribe(() => {
    throw new Error("bug of the payment application");
  });
  client.subscribe(() => {
    heard += 1;
  });
  await until(() => heard >= 1);
  assert.is((await client.status()).kind, "answer");
  assert.ok(client.counters().errors >= 1);
});

test("after close everything is answered with closed, and nothing is sent", async () => {
  await bench.server.start();
  await client.status();
  client.close();
  client.observe("txn.rc", "00");
  assert.equal(await client.status(), { kind: "unreachable", code: "closed" });
  await until(() => bench.server.counters().peers === 0);
  assert.equal(bench.observed, []);
});

async function serveRaw(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => answer(socket.on("error", () => {})));
  await new Promise<void>((resolve) => void server.listen(bench.socket, resolve));
  return server;
}

for (const [what, text, kind] of [
  ["garbage", "\u0000\ufffdgarbage\f", "timeout"],
  ["null", "null\f", "timeout"],
  [
    "a status without a field",
    '{"type":"posdiag.answer","data":{"request":1,"status":{"version":"1"}}}\f',
    "not_understood",
  ],
  ["an answer without an answer", '{"type":"posdiag.answer","data":{"request":1}}\f', "not_understood"],
  [
    "a refusal that it does not know",
    '{"type":"posdiag.refusal","data":{"request":1,"refused":"mood"}}\f',
    "not_understood",
  ],
  ["a refusal", '{"type":"posdiag.refusal","data":{"request":1,"refused":"too_often"}}\f', "refused"],
  ["the answer to another question", '{"type":"posdiag.answer","data":{"request":99,"status":{}}}\f', "timeout"],
  ["two megabytes without an end", "x".repeat(2_097_152), "unreachable"],
  ["a hang-up", undefined, "unreachable"],
] as const) {
  test(`a server that says ${what} is ${kind}`, async () => {
    const open = new Set<Socket>();
    const server = await serveRaw((socket) => {
      open.add(socket);
      if (text === undefined) socket.destroy();
      else socket.once("data", () => socket.write(text));
    });
    const asking = connect({ socket: bench.socket, clock: kind === "timeout" ? hurried : hasty });
    const reply = await asking.status();
    assert.is(reply.kind, kind);
    asking.close();
    for (const socket of open) socket.destroy();
    server.close();
  });
}

test("a server that takes and never answers is a time-out, and a subscription leaves it", async () => {
  let connections = 0;
  const open = new Set<Socket>();
  const server = await serveRaw((socket) => {
    connections += 1;
    open.add(socket.resume());
  });
  const asking = connect({ socket: bench.socket, clock: hurried });
  assert.equal(await asking.status(), { kind: "timeout", afterMs: 6_000 });
  asking.subscribe(() => {});
  await until(() => connections >= 3);
  assert.ok(connections >= 3);
  asking.close();
  for (const socket of open) socket.destroy();
  server.close();
  await rm(bench.socket, { force: true });
});

test.run();
