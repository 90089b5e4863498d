import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAgentError } from "../../src/base/errors.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { readAsking } from "../../src/cli/support-link.ts";
import { runVerb, supportRunCommand } from "../../src/cli/support-run.ts";
import { readVerb } from "../../src/cli/support-verb.ts";
import { packResult } from "../../src/commands/result.ts";
import { isSealedBy } from "../../src/commands/seal.ts";
import { readTrust } from "../../src/commands/trust.ts";
import { verbNames } from "../../src/model/command.ts";
import type { Body } from "../../src/model/record.ts";
import { decodeCommand, decodeSealed } from "../../src/report/decode.ts";
import { encodeReport } from "../../src/report/encode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { stamp } from "../report/samples.ts";
import { createAedes } from "../support/aedes.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { hurried } from "../uplink/bench.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("cli/support-run", { timeoutMs: 30_000 });

const folder = mkdtempSync(join(tmpdir(), "posdiag-run-"));
await supportKeygenCommand.run(["--out", folder, "--name", "anna"], capturedIo().io);
const key = join(folder, "anna.key");
const terminal = ["--tenant", "shop-8", "--terminal", "SN-0042", "--key", key];

test("says the command again until it is heard of, ends with its final state, and shows what it was given", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using deaf = await createSubscriber(broker.port);
  const captured = capturedIo();
  const url = `mqtt://127.0.0.1:${broker.port}`;
  const ended = supportRunCommand.run(["--broker", url, ...terminal, "log-tail", "3"], captured.io);
  const asked = (await deaf.count("/down/cmd", 2)).map(({ payload }) => payload);
  assert.ok(asked[0]?.equals(asked[1] ?? Buffer.alloc(0)), "another command the second time");
  const sealed = decodeSealed(asked[0] ?? Buffer.alloc(0));
  assert.ok(sealed.kind === "ok");
  const list = readTrust(readFileSync(join(folder, "anna.pub.json"), "utf8"));
  assert.ok("keys" in list && sealed.kind === "ok" && isSealedBy(sealed.value, list.keys[0]?.key ?? ""));
  const command = sealed.kind === "ok" ? decodeCommand(sealed.value.command) : sealed;
  assert.ok(command.kind === "ok" && command.value.who === "anna" && command.value.tenant === "shop-8");
  const id = command.kind === "ok" && "id" in command.value ? command.value.id : "";
  const packed = packResult(id, ["one", "two"]);
  assert.ok(packed.kind === "packed");
  const tell = (body: Body) => deaf.publish("pos/v1/shop-8/SN-0042/up/res", encodeReport({ stamp, body }));
  const update = { id, reason: "", step: "", result: undefined, audit: undefined };
  await tell({ kind: "command", update: { ...update, id: "0".repeat(32), state: "failed", reason: "not_this_one" } });
  await tell({ kind: "command", update: { ...update, state: "accepted" } });
  await tell({ kind: "command", update: { ...update, state: "running", step: "reading" } });
  if (packed.kind === "packed") {
    await tell({ kind: "command", update: { ...update, state: "succeeded", result: packed.digest } });
    for (const chunk of packed.chunks) await tell({ kind: "chunk", chunk });
  }
  assert.is(await ended, 0);
  assert.is(captured.out(), "one\ntwo\n");
  assert.match(captured.err(), /accepted\n.*running reading\n.*succeeded/s);
});

test("a refusal is 1 with its reason", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using other = await createSubscriber(broker.port);
  const captured = capturedIo();
  const url = `mqtt://127.0.0.1:${broker.port}`;
  const ended = supportRunCommand.run(["--broker", url, ...terminal, "--json", "release"], captured.io);
  const [asked] = await other.count("/down/cmd", 1);
  const sealed = decodeSealed(asked?.payload ?? Buffer.alloc(0));
  const command = sealed.kind === "ok" ? decodeCommand(sealed.value.command) : sealed;
  const id = command.kind === "ok" && "id" in command.value ? command.value.id : "";
  const update = {
    id,
    state: "refused",
    reason: "not_allowed",
    step: "",
    result: undefined,
    audit: undefined,
  } as const;
  await other.publish("pos/v1/shop-8/SN-0042/up/res", encodeReport({ stamp, body: { kind: "command", update } }));
  assert.is(await ended, 1);
  const { state, reason, result } = JSON.parse(captured.out());
  assert.equal([state, reason, result], ["refused", "not_allowed", null]);
});

test("a result that got lost is asked for again, once", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using terminal = await createSubscriber(broker.port);
  const commandIn = (payload: Uint8Array) => {
    const sealed = decodeSealed(payload);
    const command = sealed.kind === "ok" ? decodeCommand(sealed.value.command) : sealed;
    return command.kind === "ok" && "read" in command.value ? command.value : undefined;
  };
  const tell = (body: Body) => terminal.publish("pos/v1/shop-8/SN-0042/up/res", encodeReport({ stamp, body }));
  const answer = async (payload: Uint8Array) => {
    const command = commandIn(payload);
    if (!command) return;
    const { id, read } = command;
    const packed = packResult(id, ["one"]);
    if (packed.kind !== "packed") return;
    const isAgain = read.kind === "verb" && read.verb.kind === "again";
    for (const chunk of isAgain ? packed.chunks : []) await tell({ kind: "chunk", chunk });
    const update = { id, state: "succeeded", reason: "", step: "", result: packed.digest, audit: undefined } as const;
    await tell({ kind: "command", update });
  };
  terminal.onHeard(({ topic, payload }) => topic.endsWith("/down/cmd") && void answer(payload));
  const { io, err } = capturedIo();
  const asking = await readAsking("support run", {
    ...{ broker: `mqtt://127.0.0.1:${broker.port}`, tenant: "shop-8", terminal: "SN-0042", key, timeout: "3600" },
  });
  const run = await runVerb({ kind: "log_tail", lines: 3 }, asking, { name: "support run", io, clock: hurried });
  assert.equal([run.answer.kind, "value" in run.answer && run.answer.value], ["ended", ["one"]], err());
  const asked = terminal.heard
    .filter(({ topic }) => topic.endsWith("/down/cmd"))
    .map(({ payload }) => commandIn(payload));
  const [first, again] = [asked[0], asked.at(-1)];
  assert.equal(again?.read, { kind: "verb", verb: { kind: "again", id: first?.id } });
  assert.match(err(), `command ${first?.id}\n`);
  assert.match(err(), "not all of the result came; asking for it again\n");
});

test("every verb can be asked for, and what makes no sense is told before anything is sent", async () => {
  const asked = [
    ["diagnose"],
    ["read-state"],
    ["run-test", "read_modem"],
    ["at-read", "AT+CSQ"],
    ["log_tail"],
    ["hold", "60"],
    ["release"],
    ["bundle"],
    ["recover", "radio"],
  ];
  const kinds = await Promise.all(asked.map(async (words) => (await readVerb(words, {})).kind));
  const rotate = await readVerb(["rotate-keys"], { add: [join(folder, "anna.pub.json")] });
  const set = await readVerb(["set-config", "log.level=debug", "probes.level=1"], { trial: "60" });
  assert.equal(set, {
    ...{ kind: "set_config", trialS: 60 },
    settings: [
      { key: "log.level", value: '"debug"' },
      { key: "probes.level", value: "1" },
    ],
  });
  const confirm = await readVerb(["confirm-config", "a".repeat(32)], {});
  const again = await readVerb(["again", "b".repeat(32)], {});
  assert.equal([...kinds, rotate.kind, set.kind, confirm.kind, again.kind], verbNames);
  const wrong = [
    [],
    ["fly"],
    ["run-test"],
    ["run-test", "a", "b"],
    ["at-read"],
    ["hold", "0"],
    ["hold", "1441"],
    ["log-tail", "many"],
    ["recover", "explode"],
    ["rotate-keys"],
    ["set-config"],
    ["set-config", "log.level"],
    ["confirm-config", "abc"],
    ["again"],
    ["again", "abc"],
    ["release", "now"],
  ];
  for (const words of wrong) {
    const refused = await readVerb(words, {}).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.ok(isAgentError(refused, "USAGE"), words.join(" "));
  }
});

test("a key that is none, and wrong use, are told as such", async () => {
  writeFileSync(join(folder, "none.key"), "rubbish");
  const url = ["--broker", "mqtt://127.0.0.1:1"];
  const wrong = [
    [[...terminal, "release"], "USAGE"],
    [[...url, "--tenant", "a", "--key", key, "release"], "USAGE"],
    [[...url, "--tenant", "#", "--terminal", "b", "--key", key, "release"], "USAGE"],
    [[...url, "--tenant", "a", "--terminal", "b", "release"], "USAGE"],
    [[...url, ...terminal, "--timeout", "1", "release"], "USAGE"],
    [[...url, ...terminal, "--who", "a b", "release"], "USAGE"],
    [[...url, "--tenant", "a", "--terminal", "b", "--key", join(folder, "none.key"), "release"], "INPUT_INVALID"],
    [[...url, "--tenant", "a", "--terminal", "b", "--key", join(folder, "gone.key"), "release"], "INPUT_UNREADABLE"],
  ] as const;
  for (const [args, code] of wrong) {
    const refused = await supportRunCommand.run(args, capturedIo().io).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.ok(isAgentError(refused, code), args.join(" "));
  }
});

test.after(() => rmSync(folder, { recursive: true }));
test.run();
