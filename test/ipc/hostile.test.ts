import { systemClock } from "../../src/base/clock.ts";
import { waitingPlaces } from "../../src/ipc/places.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Bench, connectRaw, createBench, diagnosis, type Raw, until } from "./bench.ts";

const test = suite("local socket: hostile peers, while a good one is served", { timeoutMs: 10_000 });

let bench: Bench;
let good: Raw;

test.before.each(async () => {
  bench = await createBench();
  await bench.server.start();
  good = await connectRaw(bench.socket);
});

test.after.each(async () => {
  good.end();
  await bench.end();
});

async function assertServed(): Promise<void> {
  good.frame("posdiag.status", { request: 77 });
  const { type, data } = await good.next();
  assert.is(type, "posdiag.answer");
  assert.is(data["request"], 77);
}

for (const [what, text] of [
  ["malformed JSON", '{"type":\f'],
  ["nothing", "\f"],
  ["null", "null\f"],
  ["a number", "5\f"],
  ["an empty object", "{}\f"],
  ["a type that is a number", '{"type":123}\f'],
  ["a type that is an object", '{"type":{"toString":1}}\f'],
  ["__proto__", '{"type":"__proto__","data":1}\f'],
  ["constructor", '{"type":"constructor"}\f'],
  ["toString", '{"type":"toString","data":{}}\f'],
  ["*", '{"type":"*"}\f'],
  ["a forged connect", '{"type":"connect","data":{}}\f'],
  ["a forged error", '{"type":"error","data":{"message":"x"}}\f'],
  ["a forged close", '{"type":"close","data":{}}\f'],
  ["a forged start", '{"type":"start"}\f'],
  ["a forged data", '{"type":"data","data":"x"}\f'],
  ["a forged disconnect", '{"type":"disconnect"}\f'],
  ["a forged socket.disconnected", '{"type":"socket.disconnected","data":{"id":"x"}}\f'],
  ["a forged destroy", '{"type":"destroy","data":{}}\f'],
  ["a zero byte", '{"type":"posdiag.status\0","data":{}}\f'],
  ["bytes that are no UTF-8", '{"type":"posdiag.observe","data":{"signal":"\ufffd","x":1}}\f'],
  ["a number that is too small", '{"type":"posdiag.status","data":{"request":1e-400,"x":-0}}\f'],
  ["a text longer than any", `{"type":"posdiag.diagnose","data":{"lang":"${"x".repeat(2_000)}"}}\f`],
  ["six hundred fields", `{"type":"posdiag.tell","data":{${Array.from({ length: 600 }, (_, at) => `"k${at}":1`)}}}\f`],
  ["a forged answer", '{"type":"posdiag.answer","data":{"request":1}}\f'],
  ["a field that there is not", '{"type":"posdiag.status","data":{"x":1}}\f'],
  ["data that is a list", '{"type":"posdiag.status","data":[1]}\f'],
  ["a request number that is none", '{"type":"posdiag.status","data":{"request":1.5}}\f'],
  ["data with a __proto__ of its own", '{"type":"posdiag.diagnose","data":{"__proto__":{"lang":"en"}}}\f'],
  ["a language that there is not", '{"type":"posdiag.diagnose","data":{"lang":"fr"}}\f'],
  ["30 000 brackets", `{"type":"posdiag.status","data":${"[".repeat(30_000)}${"]".repeat(30_000)}}\f`],
] as const) {
  test(`${what} is refused as malformed, and the peer may go on`, async () => {
    const peer = await connectRaw(bench.socket);
    peer.say(text);
    const { type, data } = await peer.next();
    assert.is(type, "posdiag.refusal");
    assert.is(data["refused"], "malformed");
    peer.frame("posdiag.status", { request: 1 });
    assert.is((await peer.next()).data["request"], 1);
    await assertServed();
    assert.equal(bench.server.counters().refused, { malformed: 1 });
    peer.end();
  });
}

test("an id that is an object does not become the socket's name", async () => {
  const peer = await connectRaw(bench.socket);
  peer.frame("posdiag.status", { request: 1, id: { toString: 1 } });
  assert.is((await peer.next()).type, "posdiag.answer");
  peer.end();
  await until(() => bench.server.counters().peers === 1);
  await assertServed();
});

test("a megabyte without an end is refused as too large and cut at 64 KB", async () => {
  const peer = await connectRaw(bench.socket);
  peer.say("x".repeat(1_048_576));
  await peer.closed;
  await assertServed();
  const { refused, cut, peers } = bench.server.counters();
  assert.equal([refused["too_large"], cut["too_large"], peers], [1, 1, 1]);
});

test("a frame of 64 KB and one byte is refused although it is complete", async () => {
  const peer = await connectRaw(bench.socket);
  peer.say(`${JSON.stringify({ type: "posdiag.status", data: { x: "y".repeat(65_536) } })}\f`);
  const { data } = await peer.next();
  assert.is(data["refused"], "too_large");
  await peer.closed;
  await assertServed();
});

test("a frame that comes byte by byte is put together", async () => {
  const peer = await connectRaw(bench.socket);
  for (const letter of '{"type":"posdiag.status","data":{"request":9}}\f') peer.say(letter);
  assert.is((await peer.next()).data["request"], 9);
  peer.end();
});

test("two frames and a half in one chunk are two answers, and later a third", async () => {
  const frame = '{"type":"posdiag.status","data":{"request":4}}\f';
  good.say(frame + frame + frame.slice(0, 20));
  assert.is((await good.next()).type, "posdiag.answer");
  assert.is((await good.next()).type, "posdiag.answer");
  good.say(frame.slice(20));
  assert.is((await good.next()).data["request"], 4);
});

test("a subscriber that does not read is cut before its backlog fills the memory", async () => {
  const slow = await connectRaw(bench.socket);
  slow.frame("posdiag.subscribe", {});
  await slow.next();
  slow.socket.pause();
  const large = diagnosis("x".repeat(20_000));
  for (let round = 0; round < 60; round += 1) bench.server.publish(() => large);
  await until(() => bench.server.counters().peers === 1);
  assert.is(bench.server.counters().cut["slow_reader"], 1);
  await assertServed();
  slow.end();
});

test("fifty silent connections make room for each other and for newcomers, and the good peer keeps its place", async () => {
  await assertServed();
  const crowd = await Promise.all(Array.from({ length: 50 }, () => connectRaw(bench.socket)));
  await until(() => (bench.server.counters().cut["evicted"] ?? 0) === 50 + 1 - 8 - waitingPlaces);
  await until(() => bench.server.counters().peers === 8 + waitingPlaces);
  const newcomer = await connectRaw(bench.socket);
  newcomer.frame("posdiag.status", { request: 4 });
  assert.is((await newcomer.next()).data["request"], 4);
  newcomer.end();
  await assertServed();
  for (const peer of crowd) peer.end();
  await until(() => bench.server.counters().peers === 1);
  const later = await connectRaw(bench.socket);
  later.frame("posdiag.status", { request: 5 });
  assert.is((await later.next()).data["request"], 5);
  later.end();
});

async function occupy(after: string): Promise<readonly Raw[]> {
  const crowd: Raw[] = [];
  for (let place = 0; place < 7; place += 1) {
    const peer = await connectRaw(bench.socket);
    peer.frame("posdiag.alive", { request: 1 });
    await peer.next();
    peer.say(after);
    crowd.push(peer);
  }
  return crowd;
}

test("a peer that says one clean word and then nonsense gives its place to one that works", async () => {
  await assertServed();
  const crowd = await occupy("{}\f{}\f");
  await until(() => bench.server.counters().refused["malformed"] === 14);
  const newcomer = await connectRaw(bench.socket);
  newcomer.frame("posdiag.status", { request: 4 });
  assert.is((await newcomer.next()).data["request"], 4);
  assert.equal(bench.server.counters().cut, { evicted: 1 });
  await assertServed();
  for (const peer of [newcomer, ...crowd]) peer.end();
});

test("while all who have a place work, a newcomer is told so by the end of its connection", async () => {
  await assertServed();
  const crowd = await occupy("");
  const newcomer = await connectRaw(bench.socket);
  newcomer.frame("posdiag.status", { request: 4 });
  await newcomer.closed;
  assert.equal(bench.server.counters().cut, { too_many: 1 });
  await assertServed();
  for (const peer of crowd) peer.end();
});

test("a peer that closes its half of the connection gets its answers, and then the other half is closed", async () => {
  const peer = await connectRaw(bench.socket);
  peer.frame("posdiag.status", { request: 6 });
  peer.socket.end();
  assert.is((await peer.next()).data["request"], 6);
  await peer.closed;
  await assertServed();
});

test("what looks like card data is refused whole, counted, and reaches nobody", async () => {
  const peer = await connectRaw(bench.socket);
  for (const signal of [
    "4111 1111 1111 1111",
    "0x41,0x11,0x11,0x11,0x11,0x11,0x11,0x11",
    "41111111111=2512",
    "cvv=123",
  ]) {
    peer.frame("posdiag.observe", { request: 2, signal, value: "51" });
    assert.is((await peer.next()).data["refused"], signal.includes("=2512") ? "unknown_signal" : "card_data", signal);
  }
  assert.is(bench.server.counters().refused["card_data"], 3);
  assert.equal(bench.observed, []);
  peer.end();
});

test("a hundred peers that hang up in the middle of a frame leave nothing behind", async () => {
  for (let round = 0; round < 100; round += 1) {
    const peer = await connectRaw(bench.socket);
    peer.say('{"type":"posdiag.status"');
    peer.end();
    await peer.closed;
    await until(() => bench.server.counters().peers === 1);
  }
  await assertServed();
});

test("a peer that talks without a pause is told too_often, and in the end cut", async () => {
  const peer = await connectRaw(bench.socket);
  peer.say('{"type":"posdiag.alive","data":{}}\f'.repeat(3_000));
  const { data } = await peer.next();
  assert.equal(data, { request: null, refused: "too_often" });
  await peer.closed;
  const { accepted, cut, refused } = bench.server.counters();
  assert.is(cut["flood"], 1);
  assert.ok((refused["too_often"] ?? 0) > 1_000);
  assert.ok(accepted >= 100 && accepted < 200, `${accepted} were taken`);
  await assertServed();
});

test("on a machine so slow that some of its messages are in time, it is cut as well", async () => {
  let readings = 0;
  const slow = await createBench({ clock: { ...systemClock, monoMs: () => systemClock.monoMs() + readings++ } });
  await slow.server.start();
  const peer = await connectRaw(slow.socket);
  peer.say('{"type":"posdiag.alive","data":{}}\f'.repeat(3_000));
  await peer.closed;
  const { accepted, cut } = slow.server.counters();
  await slow.end();
  assert.is(cut["flood"], 1);
  assert.ok(accepted > 110, `${accepted} were taken`);
});

test.run();
