import { systemClock } from "../../src/base/clock.ts";
import { assert, suite } from "../front-door/suite.ts";
import { alarm, type Bench, type BenchOptions, connectRaw, createBench, diagnosis, type Raw, until } from "./bench.ts";

const test = suite("local socket: requests");

let bench: Bench;
let peer: Raw;

async function begin(options: BenchOptions = {}): Promise<void> {
  bench = await createBench(options);
  await bench.server.start();
  peer = await connectRaw(bench.socket);
}

test.after.each(async () => {
  peer.end();
  await bench.end();
});

async function refusalOf(type: string, data: object): Promise<unknown> {
  peer.frame(type, { request: 3, ...data });
  const reply = await peer.next();
  assert.is(reply.type, "posdiag.refusal");
  assert.is(reply.data["request"], 3);
  return reply.data["refused"];
}

test("status answers with the request's number", async () => {
  await begin();
  peer.frame("posdiag.status", { request: 4_294_967_295 });
  const { data } = await peer.next();
  assert.is(data["request"], 4_294_967_295);
  assert.is(Reflect.get(Object(data["status"]), "serial"), "PX7-00042");
});

test("diagnose asks in the language that was wanted, or leaves it to the agent", async () => {
  await begin();
  peer.frame("posdiag.diagnose", { request: 1, lang: "en", active: true });
  assert.equal((await peer.next()).data, { request: 1, diagnosis: diagnosis() });
  peer.frame("posdiag.diagnose", { request: 2 });
  await peer.next();
  assert.equal(bench.asked, ["en", undefined]);
});

test("an observation becomes a reading, and is answered only when it has a number", async () => {
  await begin();
  peer.frame("posdiag.observe", { signal: "printer.state", value: "paper_out" });
  peer.frame("posdiag.observe", { request: 8, signal: "txn.rc", value: "51" });
  assert.equal((await peer.next()).data, { request: 8, accepted: true });
  assert.equal(
    bench.observed.map(({ signal, value, quality }) => [signal, value, quality]),
    [
      ["printer.state", "paper_out", "ok"],
      ["txn.rc", "51", "ok"],
    ],
  );
});

test("an application may tell of modem and SIM where the agent is set up so, also that there is no value", async () => {
  await begin({ telephony: true });
  peer.frame("posdiag.observe", { request: 1, signal: "sim.state", value: "absent" });
  assert.equal((await peer.next()).data, { request: 1, accepted: true });
  peer.frame("posdiag.observe", { request: 2, signal: "modem.rsrp_dbm", value: null });
  assert.equal((await peer.next()).data, { request: 2, accepted: true });
  assert.is(await refusalOf("posdiag.observe", { signal: "modem.at_response", value: "ok" }), "unknown_signal");
  assert.equal(
    bench.observed.map(({ signal, value, quality }) => [signal, value, quality]),
    [
      ["sim.state", "absent", "ok"],
      ["modem.rsrp_dbm", undefined, "absent"],
    ],
  );
});

test("alarms are listed, and a person's word on one is taken and answered with it", async () => {
  await begin();
  peer.frame("posdiag.alarms", { request: 1, lang: "en", all: true });
  assert.equal((await peer.next()).data, { request: 1, alarms: { alarms: [alarm], left_out: 6 } });
  peer.frame("posdiag.operate", { request: 2, alarm: 3, action: "ack", by: "support", note: "seen" });
  assert.equal((await peer.next()).data, { request: 2, alarm });
  assert.equal(bench.operations, [{ alarm: 3, action: "ack", by: "support", note: "seen", hours: 8 }]);
});

for (const [type, data, refused] of [
  ["posdiag.alarms", { all: "yes" }, "malformed"],
  ["posdiag.alarms", { lang: "fr" }, "malformed"],
  ["posdiag.alarms", { fault: "sim.absent" }, "malformed"],
  ["posdiag.code", { lang: "fr" }, "malformed"],
  ["posdiag.code", { fault: "sim.absent" }, "malformed"],
  ["posdiag.operate", { alarm: 3, action: "delete" }, "malformed"],
  ["posdiag.operate", { alarm: 3, action: "ack", note: "x".repeat(81) }, "bad_value"],
  ["posdiag.operate", { alarm: 3, action: "ack", note: "4111 1111 1111 1111" }, "card_data"],
  ["posdiag.operate", { alarm: 3, action: "ack", note: "call 13812345678" }, "card_data"],
] as const) {
  test(`${type} ${JSON.stringify(data).slice(0, 60)} is refused: ${refused}`, async () => {
    await begin();
    assert.is(await refusalOf(type, data), refused);
    assert.equal(bench.operations, []);
  });
}

test("a number that no alarm has is refused as such", async () => {
  await begin();
  assert.is(await refusalOf("posdiag.operate", { alarm: 7, action: "close" }), "unknown_alarm");
});

for (const [signal, value, refused] of [
  ["sim.state", "absent", "not_configured"],
  ["modem.reject_cause", null, "not_configured"],
  ["sim.state", "lost", "bad_value"],
  ["sim.iccid_changed", true, "unknown_signal"],
  ["modem.port", "open", "unknown_signal"],
  ["modem.csq", 20, "unknown_signal"],
  ["txn.nothing", 1, "unknown_signal"],
  ["__proto__", 1, "unknown_signal"],
  ["txn.rc_text", "call the bank", "unknown_signal"],
  ["key.pinpad_error", "E5", "unknown_signal"],
  ["txn.rc", "5", "bad_value"],
  ["txn.rc", 51, "bad_value"],
  ["txn.amount_fen", -1, "bad_value"],
  ["txn.receipt_printed", "yes", "bad_value"],
  ["printer.state", null, "bad_value"],
  ["reader.tvr_bits", `B1b1${",B1b1".repeat(100)}`, "bad_value"],
  ["txn.rc", "4111111111111111", "card_data"],
  ["txn.rc", "4111 1111 1111 1111", "card_data"],
  ["txn.amount_fen", 4_111_111_111_111_111, "card_data"],
  ["txn.issuer_group", "x123456789012", "card_data"],
  ["4111111111111111", 1, "card_data"],
  ["txn.rc", { deep: [{ "411111111111": 1 }] }, "card_data"],
  ["txn.rc", [["4111-1111-1111"]], "card_data"],
] as const) {
  test(`${signal} = ${JSON.stringify(value).slice(0, 40)} is refused: ${refused}`, async () => {
    await begin();
    assert.is(await refusalOf("posdiag.observe", { signal, value }), refused);
    assert.equal(bench.observed, []);
    assert.equal(bench.server.counters().refused, { [refused]: 1 });
  });
}

test("six digits of an alias and a long fraction are no card number", async () => {
  await begin();
  peer.frame("posdiag.observe", { request: 1, signal: "txn.issuer_group", value: "x123456" });
  assert.is((await peer.next()).data["accepted"], true);
  peer.frame("posdiag.observe", { request: 2, signal: "key.working_key_age_h", value: 1 / 3 });
  assert.is((await peer.next()).data["accepted"], true);
});

test("a handler that throws costs its answer and nothing else", async () => {
  await begin({
    handlers: {
      status: () => {
        throw new Error("bug");
      },
      diagnose: () => Promise.reject(new Error("bug")),
      observe: () => {
        throw "not even an error";
      },
    },
  });
  assert.is(await refusalOf("posdiag.status", {}), "failed");
  assert.is(await refusalOf("posdiag.diagnose", {}), "failed");
  assert.is(await refusalOf("posdiag.observe", { signal: "txn.rc", value: "00" }), "failed");
  peer.frame("posdiag.alive", { request: 1 });
  assert.equal((await peer.next()).data, { request: 1, accepted: true });
});

test("a diagnosis that never ends is given up, and a fifth at a time is refused", async () => {
  const clock = { ...systemClock, sleep: (ms: number, stop?: AbortSignal) => systemClock.sleep(ms / 500, stop) };
  await begin({ clock, handlers: { diagnose: () => new Promise(() => {}) } });
  for (let request = 0; request < 5; request += 1) peer.frame("posdiag.diagnose", { request });
  assert.equal((await peer.next()).data, { request: 4, refused: "too_often" });
  for (let request = 0; request < 4; request += 1) {
    assert.equal((await peer.next()).data, { request, refused: "failed" });
  }
});

test("a subscriber gets the diagnosis at once and on every change, in its language", async () => {
  await begin();
  const other = await connectRaw(bench.socket);
  peer.frame("posdiag.subscribe", { request: 1, lang: "en" });
  other.frame("posdiag.subscribe", {});
  assert.equal((await peer.next()).data["diagnosis"], diagnosis());
  assert.is((await other.next()).data["request"], null);
  const rendered: string[] = [];
  bench.server.publish((language) => {
    rendered.push(language);
    return diagnosis(language);
  });
  assert.equal(await peer.next(), { type: "posdiag.diagnosis", data: diagnosis("en") });
  assert.equal(await other.next(), { type: "posdiag.diagnosis", data: diagnosis("zh-CN") });
  assert.equal(rendered.toSorted(), ["en", "zh-CN"]);
  other.end();
});

test("a view is not even made while nobody subscribes", async () => {
  await begin();
  let made = 0;
  const view = () => {
    made += 1;
    return diagnosis();
  };
  bench.server.publish(view);
  assert.is(made, 0);
  peer.frame("posdiag.subscribe", {});
  await peer.next();
  bench.server.publish(view);
  assert.is(made, 1);
});

test("a peer that says nothing for a minute is cut, one that says alive is not", async () => {
  let nowMs = 0;
  let turn: (() => void) | undefined;
  const sleep = (_: number, stop?: AbortSignal) =>
    new Promise<void>((resolve) => {
      turn = resolve;
      stop?.addEventListener("abort", () => resolve());
    });
  await begin({ clock: { wallMs: () => 0, monoMs: () => nowMs, sleep } });
  const silent = await connectRaw(bench.socket);
  silent.say('{"type":"posdiag.alive"');
  nowMs = 59_000;
  peer.frame("posdiag.alive", { request: 1 });
  await peer.next();
  nowMs = 61_000;
  turn?.();
  await silent.closed;
  assert.is(bench.server.counters().cut["idle"], 1);
  await until(() => bench.server.counters().peers === 1);
});

test.run();
