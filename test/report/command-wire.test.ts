import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import { isAgentError } from "../../src/base/errors.ts";
import { type Command, type CommandUpdate, finalStates, type Verb, verbNames } from "../../src/model/command.ts";
import { encodeCommand } from "../../src/report/command-wire.ts";
import { decodeCommand, decodeReport } from "../../src/report/decode.ts";
import { encodeReport } from "../../src/report/encode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { stamp } from "./samples.ts";

const test = suite("report/command-wire");

/** The .proto files read at run time: an independent leg beside the generated code. */
const reflected = new protobuf.Root();
reflected.resolvePath = (_origin, target) => fileURLToPath(new URL(`../../proto/${target}`, import.meta.url));
reflected.loadSync(["report", "command"].map((name) => `posdiag/v1/${name}.proto`));
const reflect = (name: string, bytes: Uint8Array) => {
  const type = reflected.lookupType(`posdiag.v1.${name}`);
  return type.toObject(type.decode(bytes), { enums: String, bytes: String });
};

const verbs: readonly Verb[] = [
  { kind: "diagnose", active: true, language: "en" },
  { kind: "read_state" },
  { kind: "run_test", test: "connect_host" },
  { kind: "at_read", requests: ["AT+CSQ", "AT+CEREG?"] },
  { kind: "log_tail", lines: 200 },
  { kind: "hold", minutes: 1_440 },
  { kind: "release" },
  { kind: "bundle" },
  { kind: "recover", rung: "reset" },
  {
    kind: "rotate_keys",
    add: [{ name: "anna", key: "ab".repeat(32), may: ["hold"] }],
    remove: ["0123456789abcdef"],
  },
  { kind: "set_config", settings: [{ key: "log.level", value: '"debug"' }], trialS: 600 },
  { kind: "confirm_config", id: "ab".repeat(16) },
  { kind: "again", id: "cd".repeat(16) },
];
const commandOf = (verb: Verb): Command => ({
  ...{ tenant: "shop-8", serial: "SN-0042", id: "0f".repeat(16), issuedS: 1_795_000_000, deadlineS: 1_795_000_060 },
  ...{ who: "anna", verb },
});

test("every verb comes back as it was", () => {
  assert.equal(
    verbs.map(({ kind }) => kind),
    verbNames,
  );
  for (const verb of verbs) {
    const { verb: _, ...rest } = commandOf(verb);
    assert.equal(decodeCommand(encodeCommand(commandOf(verb))), {
      kind: "ok",
      value: { ...rest, read: { kind: "verb", verb } },
    });
  }
});

test("a reader that only has the .proto files reads the same", () => {
  assert.equal(reflect("Command", encodeCommand(commandOf({ kind: "hold", minutes: 60 }))), {
    ...{ tenant: "shop-8", serial: "SN-0042", id: Buffer.alloc(16, 15).toString("base64") },
    ...{ issuedS: 1_795_000_000, deadlineS: 1_795_000_060, who: "anna", hold: { minutes: 60 } },
  });
});

const states = ["accepted", "running", ...finalStates] as const;

test("every state comes back as the same word, with its result and the head of the audit log", () => {
  for (const state of states) {
    const update: CommandUpdate = {
      ...{ id: "0f".repeat(16), state, reason: "too_old", step: "connect_host" },
      result: { bytes: 262_144, sha256: "cd".repeat(32) },
      audit: { lines: 7, hash: "ef".repeat(32) },
    };
    const bytes = encodeReport({ stamp, body: { kind: "command", update } });
    const decoded = decodeReport(bytes);
    assert.equal(decoded.kind === "ok" && decoded.value.body, { kind: "command", update });
    const { commandUpdate } = reflect("Report", bytes);
    assert.is(Reflect.get(commandUpdate, "state"), `STATE_${state.toUpperCase()}`);
  }
});

test("an answer without a result stays under 110 bytes, and random bytes in it are not taken for card data", () => {
  for (let seed = 0; seed < 2_000; seed += 1) {
    const hash = Array.from({ length: 64 }, (_, at) =>
      (((seed * 7 + at * at * 31 + (at * seed) / 3) % 10) | 0).toString(),
    ).join("");
    const update: CommandUpdate = {
      ...{ id: hash.slice(0, 32), state: "succeeded", reason: "", step: "", result: undefined },
      audit: { lines: 40, hash },
    };
    const { length } = encodeReport({ stamp, body: { kind: "command", update } });
    assert.ok(length <= 110, `${length} bytes`);
  }
});

test("a piece comes back as it was; what does not fit is an error of ours", () => {
  const chunk = { id: "0f".repeat(16), offset: 16_000, total: 20_000, data: Buffer.alloc(4_000, 7) };
  const decoded = decodeReport(encodeReport({ stamp, body: { kind: "chunk", chunk } }));
  assert.ok(decoded.kind === "ok" && decoded.value.body.kind === "chunk");
  const got = decoded.kind === "ok" && decoded.value.body.kind === "chunk" ? decoded.value.body.chunk : undefined;
  assert.equal(got && { ...got, data: Buffer.from(got.data) }, chunk);
  const wrong = [
    { ...chunk, data: Buffer.alloc(16_001) },
    { ...chunk, id: "0f" },
    { ...chunk, total: 300_000 },
  ];
  for (const each of wrong) {
    assert.throws(
      () => encodeReport({ stamp, body: { kind: "chunk", chunk: each } }),
      (error: unknown) => isAgentError(error, "RECORD_INVALID"),
    );
  }
});

test.run();
