import { generateKeyPairSync } from "node:crypto";
import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { systemRandom } from "../../src/base/random.ts";
import { collect } from "../../src/collector/collector.ts";
import { createTally } from "../../src/collector/tally.ts";
import { packResult } from "../../src/commands/result.ts";
import { isSealedBy, publicHalfOf } from "../../src/commands/seal.ts";
import type { Body } from "../../src/model/record.ts";
import { decodeCommand, decodeSealed } from "../../src/report/decode.ts";
import { encodeReport } from "../../src/report/encode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { stamp } from "../report/samples.ts";
import { createAedes } from "../support/aedes.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { openPlace, type Place } from "./place.ts";

const test = suite("console/courier", { timeoutMs: 60_000 });

const terminal = "/api/terminals/acme/PX7-00042";

interface Bench extends AsyncDisposable {
  readonly place: Place;
  /** What the broker hands to terminals; they may answer. */
  readonly wire: Awaited<ReturnType<typeof createSubscriber>>;
  readonly broker: Awaited<ReturnType<typeof createAedes>>;
  readonly publicKey: string;
}

/** A console with a key at a broker, and a collector at the same store. */
async function openBench({ started = true } = {}): Promise<Bench> {
  const broker = await createAedes();
  if (started) await broker.start();
  const { privateKey } = generateKeyPairSync("ed25519");
  const access = { url: `mqtt://127.0.0.1:${broker.port}` };
  const place = await openPlace({ broker: access, key: privateKey });
  const stop = new AbortController();
  const keep = { records: 30, samples: 30, cases: 30 };
  const ports = { clock: systemClock, random: systemRandom, log: silentLog, tally: createTally() };
  const collecting = collect({ broker: access, store: place.store, keep, group: "test", ...ports }, stop.signal);
  if (!started) await broker.start();
  const wire = await createSubscriber(broker.port);
  return {
    ...{ place, wire, broker, publicKey: publicHalfOf(privateKey) },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await collecting;
      await wire[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
      await broker[Symbol.asyncDispose]();
    },
  };
}

function commandIn(payload: Uint8Array, key: string) {
  const sealed = decodeSealed(payload);
  if (sealed.kind !== "ok" || !isSealedBy(sealed.value, key)) throw new Error("not signed by the console");
  const command = decodeCommand(sealed.value.command);
  if (command.kind !== "ok" || !("read" in command.value)) throw new Error("no command");
  return command.value;
}

async function until<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (isThere(seen)) return seen;
    await systemClock.sleep(50);
  }
}

test("a command is signed, said, answered, and its result is there to look at and to take away", async () => {
  await using bench = await openBench();
  const { place, wire, publicKey } = bench;
  const anna = await place.as("ask");
  const sent = await anna.send("POST", `${terminal}/commands?lang=en`, {
    body: { verb: "log-tail", words: { lines: "3" } },
  });
  assert.equal(
    [sent.status, sent.json.state, sent.json.verbName, sent.json.who],
    [200, "queued", "Read the log", anna.name],
  );
  const [asked] = await wire.count("/down/cmd", 1);
  assert.is(asked?.topic, "pos/v1/acme/PX7-00042/down/cmd");
  const command = commandIn(asked?.payload ?? Buffer.alloc(0), publicKey);
  assert.equal(
    [command.id, command.who, command.read],
    [sent.json.id, anna.name, { kind: "verb", verb: { kind: "log_tail", lines: 3 } }],
  );
  const tell = (seq: number, body: Body) =>
    wire.publish("pos/v1/acme/PX7-00042/up/res", encodeReport({ stamp: { ...stamp, seq }, body }));
  const update = { id: command.id, reason: "", step: "", result: undefined, audit: undefined };
  const look = async () => (await anna.get(`/api/commands/${command.id}?lang=en`)).json;
  await tell(1, { kind: "command", update: { ...update, state: "running", step: "reading" } });
  const running = await until(look, ({ state }) => state === "running");
  assert.equal([running.step, running.final, running.hasResult], ["reading", false, false]);
  const packed = packResult(command.id, ["one", "two"]);
  assert.ok(packed.kind === "packed");
  if (packed.kind !== "packed") return;
  await tell(2, { kind: "command", update: { ...update, state: "succeeded", result: packed.digest } });
  for (const chunk of packed.chunks) await tell(3, { kind: "chunk", chunk });
  const done = await until(look, ({ hasResult }) => hasResult);
  assert.equal([done.state, done.stateText, done.final, done.result], ["succeeded", "succeeded", true, ["one", "two"]]);
  const file = await anna.get(`/api/commands/${command.id}/bundle`);
  assert.match(file.headers.get("content-disposition") ?? "", `attachment; filename="PX7-00042-log_tail-`);
  const { json: audit } = await anna.get("/api/audit?lang=en");
  const deed = audit.rows.find(({ what }: { what: string }) => what === "command");
  assert.equal(
    [deed.who, deed.serial, deed.detail.verb, deed.detail.state],
    [anna.name, "PX7-00042", "log_tail", "succeeded"],
  );
});

test("what could not be said is said when the broker is there, and again until it is heard of, always the same", async () => {
  await using bench = await openBench({ started: false });
  const { place, wire } = bench;
  const anna = await place.as("ask");
  const { json } = await anna.send("POST", `${terminal}/commands`, { body: { verb: "read_state" } });
  const said = await wire.count("/down/cmd", 2);
  assert.ok(said[0]?.payload.equals(said[1]?.payload ?? Buffer.alloc(0)), "another command the second time");
  const look = async () => (await anna.get(`/api/commands/${json.id}`)).json.state;
  assert.is(await until(look, (state) => state !== "queued"), "sent");
});

test("attack 21: an answer under another terminal's name, or to a command that is over, changes nothing", async () => {
  await using bench = await openBench();
  const { place, wire } = bench;
  const anna = await place.as("ask");
  const { json } = await anna.send("POST", `${terminal}/commands`, { body: { verb: "read_state" } });
  await wire.count("/down/cmd", 1);
  const update = { id: json.id, reason: "", step: "", result: undefined, audit: undefined };
  const tell = (serial: string, seq: number, state: "failed" | "succeeded") => {
    const body: Body = { kind: "command", update: { ...update, state } };
    return wire.publish(`pos/v1/acme/${serial}/up/res`, encodeReport({ stamp: { ...stamp, seq }, body }));
  };
  await tell("PX7-00043", 1, "failed");
  await tell("PX7-00042", 1, "succeeded");
  const look = async () => (await anna.get(`/api/commands/${json.id}`)).json.state;
  assert.is(await until(look, (state) => state === "succeeded" || state === "failed"), "succeeded");
});

test("nobody answers until the deadline: that is said, and a late answer still counts", async () => {
  await using place = await openPlace({
    broker: { url: "mqtt://127.0.0.1:1" },
    key: generateKeyPairSync("ed25519").privateKey,
  });
  const anna = await place.as("ask");
  const { json } = await anna.send("POST", `${terminal}/commands`, { body: { verb: "read_state", timeoutS: 5 } });
  await place.store.db.updateTable("commands").set({ deadline_ms: 1 }).where("id", "=", json.id).execute();
  const look = async () => (await anna.get(`/api/commands/${json.id}?lang=zh-CN`)).json;
  const over = await until(look, ({ final }) => final);
  assert.equal([over.state, over.stateText], ["unanswered", "未在期限内应答"]);
});

test("attack 22: words that make another command of it are refused by name, and nothing is written down", async () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  await using place = await openPlace({ broker: { url: "mqtt://127.0.0.1:1" }, key: privateKey });
  const anna = await place.as("command");
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ["log_tail", { lines: 201 }, "lines"],
    ["log_tail", { lines: "many" }, "lines"],
    ["run_test", { test: "rm -rf" }, "test"],
    ["run_test", { test: "try_other_card" }, "test"],
    ["at_read", { requests: [] }, "requests"],
    ["at_read", { requests: ["AT+CSQ\u0000"] }, "requests"],
    ["recover", { rung: "explode" }, "rung"],
    ["again", { id: "x" }, "id"],
    ["set_config", { settings: ["no equals sign"] }, "settings"],
    ["rotate_keys", {}, "words"],
    ["shell", {}, "verb"],
  ];
  for (const [verb, words, name] of wrong) {
    const { status, json } = await anna.send("POST", `${terminal}/commands?lang=en`, { body: { verb, words } });
    assert.equal([status, json.error.message], [400, `This request cannot be read: ${name}`], verb);
  }
  assert.equal(await place.store.db.selectFrom("commands").select("id").execute(), []);
});

test.run();
