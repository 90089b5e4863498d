import { isObservable, mostTold } from "../../src/ipc/observation.ts";
import { isSignalId, type SignalId, signals } from "../../src/model/signal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Bench, type BenchOptions, connectRaw, createBench, type Raw } from "./bench.ts";

const test = suite("local socket: several signals of one instant");

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

async function tell(data: object): Promise<Readonly<Record<string, unknown>>> {
  peer.frame("posdiag.tell", { request: 7, ...data });
  return (await peer.next()).data;
}

const heard = () => bench.observed.map(({ signal, value }) => [signal, value]);

test("become readings of one instant, who pays before what happened to him", async () => {
  await begin();
  const said = {
    "txn.rc": "51",
    "txn.card_ref": "c1",
    "txn.outcome": "declined",
    "txn.stage": "ended",
    "txn.type": "sale",
  };
  assert.equal(await tell(said), { request: 7, accepted: true });
  assert.equal(heard(), [
    ["txn.stage", "ended"],
    ["txn.type", "sale"],
    ["txn.card_ref", "c1"],
    ["txn.rc", "51"],
    ["txn.outcome", "declined"],
  ]);
  assert.is(new Set(bench.observed.map(({ atMs }) => atMs)).size, 1);
});

test("without a number nothing is answered", async () => {
  await begin();
  peer.frame("posdiag.tell", { "printer.state": "paper_out" });
  peer.frame("posdiag.alive", { request: 1 });
  assert.is((await peer.next()).data["request"], 1);
  assert.equal(heard(), [["printer.state", "paper_out"]]);
});

for (const [what, data, refused] of [
  ["nothing at all", {}, "malformed"],
  ["a list", [], "malformed"],
  ["a number that is none", { request: "7", "txn.rc": "51" }, "malformed"],
  ["a name that is no signal", { "txn.rc": "51", "txn.mood": "bad" }, "unknown_signal"],
  ["free text", { "txn.rc": "51", "txn.rc_text": "call" }, "unknown_signal"],
  ["what people say", { "operator.report": "card broken" }, "unknown_signal"],
  ["a value that does not fit", { "txn.card_ref": "c1", "txn.outcome": "maybe" }, "bad_value"],
  ["nesting", { "txn.card_ref": { c: 1 } }, "malformed"],
  ["null beside the telephony signals", { "txn.rc": null }, "bad_value"],
  ["a first and a second fault: the first counts", { "txn.rc": 1, "txn.mood": 1 }, "bad_value"],
  ["modem and SIM where only the port tells", { "txn.rc": "00", "sim.state": "absent" }, "not_configured"],
  ["six digits in a card's alias", { "txn.card_ref": "c123456" }, "bad_value"],
  ["seven digits in an issuer's", { "txn.issuer_group": "x1234567" }, "bad_value"],
  ["eight digits in a version", { "sw.app_version": "1.20261126" }, "bad_value"],
  ["a card number", { "txn.outcome": "approved", "txn.card_ref": "4111111111111111" }, "card_data"],
] as const) {
  test(`${what}: refused whole, ${refused}`, async () => {
    await begin();
    peer.frame("posdiag.tell", data);
    assert.is((await peer.next()).data["refused"], refused);
    assert.equal(heard(), []);
    assert.equal(bench.server.counters().refused, { [refused]: 1 });
  });
}

test("thirty-two at a time are taken, thirty-three are not", async () => {
  await begin();
  const told = Object.keys(signals).filter((id): id is SignalId => isSignalId(id) && isObservable(id));
  const numbers = told.filter((id) => signals[id].shape.kind === "number" && id.startsWith("reader."));
  const flags = told.filter((id) => ["flag", "one_of"].includes(signals[id].shape.kind) && !id.startsWith("sim"));
  const value = (id: SignalId) => {
    const { shape } = signals[id];
    return shape.kind === "number" ? 1 : shape.kind === "one_of" ? shape.values[0] : true;
  };
  const all = [...numbers, ...flags.filter((id) => !id.startsWith("modem"))].map((id) => [id, value(id)] as const);
  assert.ok(all.length > mostTold);
  assert.is((await tell(Object.fromEntries(all.slice(0, mostTold))))["accepted"], true);
  assert.is((await tell(Object.fromEntries(all.slice(0, mostTold + 1))))["refused"], "malformed");
  assert.is(bench.observed.length, mostTold);
});

test("modem and SIM may be among them where the agent is set up so, also without a value", async () => {
  await begin({ telephony: true });
  assert.is((await tell({ "sim.state": "absent", "modem.rsrp_dbm": null }))["accepted"], true);
  assert.equal(
    bench.observed.map(({ value, quality }) => [value, quality]),
    [
      ["absent", "ok"],
      [undefined, "absent"],
    ],
  );
});

test("aliases and versions as applications have them are taken", async () => {
  await begin();
  for (const data of [
    ...["c1", "c99999", "ca1", "cz99999"].map((ref) => ({ "txn.card_ref": ref })),
    ...["bankX", "g1", "bankZ-new", "g123456"].map((group) => ({ "txn.issuer_group": group })),
    ...["1", "3.2.0", "V2.0.15-rc1+b7", "20.11.26_4"].map((version) => ({ "sw.app_version": version })),
    { "sw.min_required_version": "3.0", "device.geo_shift_km": 12, "device.tamper": "triggered" },
  ]) {
    assert.is((await tell(data))["accepted"], true, JSON.stringify(data));
  }
});

test("what is compared, counted over fleets or said by people is not for an application to tell", async () => {
  await begin();
  for (const id of Object.keys(signals).filter(isSignalId)) {
    const { shape } = signals[id];
    if (/^(?:compare|fleet|operator|power|env)\./.test(id) || (shape.kind === "text" && !shape.pattern))
      assert.not(isObservable(id), id);
  }
});

test.run();
