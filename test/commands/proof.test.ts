/** Hostile messages on `down/cmd`: whatever comes, nothing runs but what somebody who may asked this terminal, now, for the first time. */
import { createHash } from "node:crypto";
import { seededRandom } from "../../src/base/random.ts";
import { sealCommand } from "../../src/commands/seal.ts";
import { type Command, commandLimit, isFinal, type Verb } from "../../src/model/command.ts";
import { encodeCommand } from "../../src/report/command-wire.ts";
import { encodeSealed } from "../../src/report/encode.ts";
import { posdiag } from "../../src/report/wire.js";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { anna, boris, bytesOf, commandOf, newId, newSigner, openBench } from "./bench.ts";

const test = suite("commands/proof: hostile messages", { timeoutMs: 60_000 });

const wire = posdiag.v1;
const verbs: readonly Verb[] = [
  { kind: "recover", rung: "reset" },
  { kind: "rotate_keys", add: [], remove: [] },
  { kind: "hold", minutes: 60 },
  { kind: "at_read", requests: ["AT+CSQ"] },
  { kind: "set_config", settings: [{ key: "probes.level", value: "0" }], trialS: 60 },
];

interface Hostile {
  readonly name: string;
  readonly payload: Uint8Array;
  readonly retained?: boolean;
}

type Make = (command: Command) => readonly Hostile[];

const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

/** Every part of a message, changed after it was signed. */
const bitFlips: Make = (command) => {
  const sealed = sealCommand(encodeCommand(command), anna.privateKey);
  const some = (bytes: Uint8Array, count: number) =>
    Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * bytes.length * 8) / count));
  return [
    ...some(sealed.command, 24).map((bit) => ({
      name: `bit ${bit} of the command`,
      payload: encodeSealed({ ...sealed, command: flipped(sealed.command, bit) }),
    })),
    ...some(sealed.signature, 16).map((bit) => ({
      name: `bit ${bit} of the signature`,
      payload: encodeSealed({ ...sealed, signature: flipped(sealed.signature, bit) }),
    })),
    ...some(sealed.key, 8).map((bit) => ({
      name: `bit ${bit} of the key's id`,
      payload: encodeSealed({ ...sealed, key: flipped(sealed.key, bit) }),
    })),
  ];
};

const forgeries: Make = (command) => {
  const stranger = newSigner();
  const encoded = encodeCommand(command);
  const own = sealCommand(encoded, anna.privateKey);
  const foreign = sealCommand(encoded, stranger.privateKey);
  const hash = createHash("sha256").update(encoded).digest();
  return [
    { name: "a bare command", payload: encoded },
    { name: "no signature", payload: encodeSealed({ ...own, signature: new Uint8Array() }) },
    { name: "zeros for a signature", payload: encodeSealed({ ...own, signature: new Uint8Array(64) }) },
    { name: "half a signature", payload: encodeSealed({ ...own, signature: own.signature.subarray(0, 32) }) },
    {
      name: "two signatures",
      payload: encodeSealed({ ...own, signature: Buffer.concat([own.signature, own.signature]) }),
    },
    { name: "a hash for a signature", payload: encodeSealed({ ...own, signature: Buffer.concat([hash, hash]) }) },
    { name: "a stranger's key", payload: encodeSealed(foreign) },
    { name: "a stranger's signature under a name that is known", payload: encodeSealed({ ...foreign, key: own.key }) },
    {
      name: "a signature of another key of the list",
      payload: encodeSealed({ ...sealCommand(encoded, boris.privateKey), key: own.key }),
    },
    { name: "no key", payload: encodeSealed({ ...own, key: new Uint8Array() }) },
    { name: "all of the key's hash", payload: encodeSealed({ ...own, key: Buffer.concat([own.key, own.key]) }) },
    { name: "signed without the prefix", payload: encodeSealed({ ...own, signature: Buffer.alloc(64, 7) }) },
    { name: "retained", payload: encodeSealed(own), retained: true },
    { name: "too large", payload: Buffer.concat([encodeSealed(own), Buffer.alloc(commandLimit)]) },
    { name: "too large by an unknown field", payload: Buffer.concat([encodeSealed(own), padding(commandLimit)]) },
  ];
};

/** An unknown field of protobuf with so many bytes in it. */
function padding(bytes: number): Buffer {
  return Buffer.concat([
    Buffer.from([0x7a, 0x80 | (bytes & 0x7f), 0x80 | ((bytes >> 7) & 0x7f), bytes >> 14]),
    Buffer.alloc(bytes),
  ]);
}

const cutShort: Make = (command) => {
  const payload = bytesOf(command);
  const lengths = Array.from({ length: 24 }, (_, at) => Math.floor((at * payload.length) / 24));
  return lengths.map((length) => ({ name: `the first ${length} bytes`, payload: payload.subarray(0, length) }));
};

/** Rightly signed, and still not to be done here and now. */
const misplaced: Make = (command) => {
  const { issuedS } = command;
  const change = (name: string, more: Partial<Command>): Hostile => ({
    name,
    payload: bytesOf({ ...command, id: newId(), ...more }),
  });
  return [
    change("another tenant's", { tenant: "other" }),
    change("another terminal's", { serial: "PX7-00043" }),
    change("a tenant in another case", { tenant: "ACME" }),
    change("expired", { issuedS: issuedS - 120, deadlineS: issuedS - 60 }),
    change("expired by a second", { issuedS: issuedS - 60, deadlineS: issuedS }),
    change("from the future", { issuedS: issuedS + 3_600, deadlineS: issuedS + 3_660 }),
    change("with a deadline before it was issued", { deadlineS: issuedS - 1 }),
    change("with hardly any time", { deadlineS: issuedS + 1 }),
    change("with a week of time", { deadlineS: issuedS + 604_800 }),
    { name: "of one who may only read", payload: bytesOf({ ...command, id: newId() }, boris) },
  ];
};

function sealedRaw(change: object): Uint8Array {
  const clock = new VirtualClock();
  const issuedS = Math.floor(clock.wallMs() / 1_000);
  const base = {
    tenant: "acme",
    serial: "PX7-00042",
    id: Buffer.alloc(16, 9),
    issuedS,
    deadlineS: issuedS + 60,
    who: "anna",
  };
  return encodeSealed(sealCommand(wire.Command.encode({ ...base, ...change }).finish(), anna.privateKey));
}

/** Rightly signed by somebody whose program is not as it should be. */
const odd: readonly Hostile[] = [
  { name: "no verb", payload: sealedRaw({}) },
  { name: "two verbs", payload: sealedRaw({ release: {}, recover: { rung: "reset" } }) },
  { name: "a rung there is not", payload: sealedRaw({ recover: { rung: "explode" } }) },
  { name: "no rung", payload: sealedRaw({ recover: {} }) },
  { name: "a hold of a year", payload: sealedRaw({ hold: { minutes: 525_600 } }) },
  { name: "no AT commands", payload: sealedRaw({ atRead: { requests: [] } }) },
  { name: "nine AT commands", payload: sealedRaw({ atRead: { requests: Array.from({ length: 9 }, () => "AT+CSQ") } }) },
  { name: "two AT commands in one", payload: sealedRaw({ atRead: { requests: ["AT+CSQ\rAT+CFUN=0"] } }) },
  { name: "an AT command that never ends", payload: sealedRaw({ atRead: { requests: ["A".repeat(2_000)] } }) },
  { name: "a test with a blank", payload: sealedRaw({ runTest: { test: "connect host" } }) },
  { name: "a language there is not", payload: sealedRaw({ diagnose: { language: "xx" } }) },
  {
    name: "a key that is too short",
    payload: sealedRaw({ rotateKeys: { add: [{ name: "eve", key: Buffer.alloc(31) }] } }),
  },
  {
    name: "a key with a name that is none",
    payload: sealedRaw({ rotateKeys: { add: [{ name: "e v e", key: Buffer.alloc(32) }] } }),
  },
  {
    name: "a key that may what there is not",
    payload: sealedRaw({ rotateKeys: { add: [{ name: "eve", key: Buffer.alloc(32), may: ["fly"] }] } }),
  },
  { name: "no settings", payload: sealedRaw({ setConfig: { settings: [], trialS: 60 } }) },
  {
    name: "a setting without a trial",
    payload: sealedRaw({ setConfig: { settings: [{ key: "log.level", value: "1" }] } }),
  },
  {
    name: "a setting with a line end",
    payload: sealedRaw({ setConfig: { settings: [{ key: "log.level", value: "1\n2" }], trialS: 60 } }),
  },
  {
    name: "a setting of a megabyte",
    payload: sealedRaw({ setConfig: { settings: [{ key: "log.level", value: "1".repeat(9_000) }], trialS: 60 } }),
  },
  { name: "a confirmation of nothing", payload: sealedRaw({ confirmConfig: { id: Buffer.alloc(3) } }) },
  { name: "an earlier command that is none", payload: sealedRaw({ again: { id: Buffer.alloc(3) } }) },
  { name: "lines without end", payload: sealedRaw({ logTail: { lines: 4_000_000_000 } }) },
  { name: "an id that is too short", payload: sealedRaw({ release: {}, id: Buffer.alloc(15) }) },
  { name: "no id", payload: sealedRaw({ release: {}, id: new Uint8Array() }) },
  { name: "nobody who asks", payload: sealedRaw({ release: {}, who: "" }) },
  { name: "a card number that asks", payload: sealedRaw({ release: {}, who: "6".repeat(16) }) },
  { name: "no deadline", payload: sealedRaw({ release: {}, deadlineS: 0 }) },
];

const noise: readonly Hostile[] = Array.from({ length: 40 }, (_, seed) => {
  const random = seededRandom(seed + 1);
  const length = Math.floor(random() * 400);
  return { name: `noise ${seed}`, payload: Buffer.from(Array.from({ length }, () => Math.floor(random() * 256))) };
});

function allCases(clock: VirtualClock): readonly Hostile[] {
  const makes: readonly Make[] = [bitFlips, forgeries, cutShort, misplaced];
  const named = verbs.flatMap((verb) =>
    makes.flatMap((make) =>
      make(commandOf(clock, verb)).map((each) => ({ ...each, name: `${verb.kind}, ${each.name}` })),
    ),
  );
  return [...named, ...odd, ...noise];
}

test("of some five hundred none runs; who has proved nothing is not answered; all are counted", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock });
  const cases = allCases(clock);
  assert.ok(cases.length > 400, `${cases.length} cases`);
  for (const { name, payload, retained = false } of cases) {
    const before = { ...bench.desk.status().rejected };
    const toldBefore = bench.told.length;
    bench.desk.receive({ payload, retained });
    await clock.advance(20);
    assert.equal(bench.ran, [], name);
    const after = bench.desk.status().rejected;
    const isRejected = JSON.stringify(after) !== JSON.stringify(before);
    if (isRejected) assert.is(bench.told.length, toldBefore, `${name} was answered`);
    else
      assert.is(
        bench.told.slice(toldBefore).every(({ state }) => state === "refused"),
        true,
        name,
      );
  }
  const { rejected, ended, taken } = bench.desk.status();
  const { succeeded, failed, timed_out, interrupted } = ended;
  assert.equal([succeeded, failed, timed_out, interrupted, taken], [0, 0, 0, 0, 0]);
  for (const [reason, count] of Object.entries(rejected)) if (reason !== "flood") assert.ok(count > 0, reason);
  assert.ok(bench.disk.content.audit.length < 65_536, "what anybody can cause wears the flash");
  await bench.stop();
});

test("what was done is not done again, however it is sent", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock });
  const command = commandOf(clock, { kind: "release" });
  const payload = bytesOf(command);
  const again = [
    payload,
    bytesOf(command),
    bytesOf({ ...command, verb: { kind: "hold", minutes: 9 } }),
    bytesOf(command, boris),
  ];
  for (let round = 0; round < 30; round += 1) {
    for (const each of again) bench.desk.receive({ payload: each, retained: round % 3 === 2 });
    await clock.advance(500);
  }
  assert.is(bench.ran.length, 1);
  const ends = bench.told.map(({ state }) => state).filter(isFinal);
  assert.ok(ends.length > 1 && ends.every((state) => state === "succeeded"), ends.join());
  await bench.stop();
});

test("two hundred commands later the first one is still known to be old", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock });
  const first = commandOf(clock, { kind: "release" }, { deadlineS: Math.floor(clock.wallMs() / 1_000) + 3_600 });
  for (let at = 0; at < 200; at += 1) {
    const next = at === 0 ? first : commandOf(clock, { kind: "release" });
    bench.desk.receive({ payload: bytesOf(next), retained: false });
    await clock.advance(1_000);
  }
  assert.is(bench.ran.length, 200);
  bench.desk.receive({ payload: bytesOf(first), retained: false });
  await clock.advance(1_000);
  assert.is(bench.ran.length, 200);
  assert.equal([bench.told.at(-1)?.state, bench.told.at(-1)?.reason], ["refused", "too_old"]);
  await bench.stop();
});

test("two messages a second are looked at in the long run, and no more", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock, change: { perSecond: 2 } });
  for (let at = 0; at < 6_000; at += 1) {
    bench.desk.receive({ payload: Buffer.from("rubbish"), retained: false });
    await clock.advance(10);
  }
  const { flood, malformed } = bench.desk.status().rejected;
  assert.ok(malformed >= 120 && malformed <= 160 && flood + malformed === 6_000, `${malformed} looked at`);
  await bench.stop();
});

test("more than can be looked at is let fall and counted", async () => {
  const clock = new VirtualClock();
  const bench = await openBench({ clock });
  for (let at = 0; at < 1_000; at += 1) bench.desk.receive({ payload: Buffer.from("rubbish"), retained: false });
  await clock.advance(1_000);
  const { flood, malformed } = bench.desk.status().rejected;
  assert.equal([flood + malformed, malformed], [1_000, 16]);
  await bench.stop();
});

test.run();
