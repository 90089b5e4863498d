import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAgentError } from "../../src/base/errors.ts";
import { readBroker } from "../../src/cli/support-broker.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { supportRunCommand } from "../../src/cli/support-run.ts";
import { supportWatchCommand } from "../../src/cli/support-watch.ts";
import { decodeCommand, decodeSealed } from "../../src/report/decode.ts";
import { encodeReport } from "../../src/report/encode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { stamp } from "../report/samples.ts";
import { tlsLines, writeCertificates } from "../support/certificates.ts";
import { configuredMosquitto, createMosquitto, freePort, type Mosquitto } from "../support/mosquitto.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { until } from "../uplink/bench.ts";
import { type Captured, capturedIo } from "./captured-io.ts";

const test = suite("cli/support-broker: TLS, certificates and passwords of vendor support", {
  timeoutMs: 30_000,
  needs: ["mosquitto", "openssl"],
});
const topic = "pos/v1/shop-8/SN-0042";

const folder = mkdtempSync(join(tmpdir(), "posdiag-support-broker-"));
const file = (name: string) => join(folder, name);
await supportKeygenCommand.run(["--out", folder, "--name", "anna"], capturedIo().io);

interface Place extends AsyncDisposable {
  readonly broker: Mosquitto;
  readonly url: string;
  /** Of the listener that needs a certificate: ours, and of an authority that the broker does not know. */
  tls(name?: string): readonly string[];
}

/** A plain listener for the terminal's side, and one with TLS where nobody gets in without a certificate. */
async function createPlace(): Promise<Place> {
  const port = await freePort();
  const broker = await createMosquitto((dir) => {
    writeCertificates(dir, ["broker", "anna", "boris"]);
    return [`listener ${port} 127.0.0.1`, ...tlsLines(dir)];
  });
  await broker.start();
  return {
    ...{ broker, url: `mqtts://localhost:${port}` },
    tls: (name = "anna") => [
      ...["--ca", join(broker.dir, "ca.pem")],
      ...["--cert", join(broker.dir, `${name}.pem`), "--key-file", join(broker.dir, `${name}.key`)],
    ],
    [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose](),
  };
}

async function refusalOf(args: Parameters<typeof readBroker>[1]): Promise<unknown> {
  return readBroker("support watch", args).then(
    () => undefined,
    (error: unknown) => error,
  );
}

test("with its authority and a certificate it watches and asks at a broker that lets nobody in without", async () => {
  await using place = await createPlace();
  await using terminal = await createSubscriber(place.broker.port);
  const [watching, asking] = [capturedIo(), capturedIo()];
  const to = ["--broker", place.url, ...place.tls()];
  const watched = supportWatchCommand.run([...to, "--json", "--count", "1"], watching.io);
  await until(() => watching.err().includes("connected"));
  const asked = supportRunCommand.run(
    [...to, "--tenant", "shop-8", "--terminal", "SN-0042", "--key", file("anna.key"), "release"],
    asking.io,
  );
  const [heard] = await terminal.count("/down/cmd", 1);
  const sealed = decodeSealed(heard?.payload ?? Buffer.alloc(0));
  const command = sealed.kind === "ok" ? decodeCommand(sealed.value.command) : sealed;
  const id = command.kind === "ok" && "id" in command.value ? command.value.id : "";
  const update = { id, state: "succeeded", reason: "", step: "", result: undefined, audit: undefined } as const;
  await terminal.publish(`${topic}/up/res`, encodeReport({ stamp, body: { kind: "command", update } }));
  assert.equal(await Promise.all([watched, asked]), [0, 0], asking.err());
  assert.is(JSON.parse(watching.out()).state, "succeeded");
});

test("without a certificate, or with another authority, it says that it waits, and why", async () => {
  await using place = await createPlace();
  const told = async (...args: readonly string[]) => {
    const captured: Captured = capturedIo();
    const ended = supportWatchCommand.run(
      ["--broker", place.url, ...args, "--count", "1", "--timeout", "2"],
      captured.io,
    );
    await until(() => captured.err() !== "");
    assert.is(await ended, 75);
    return captured.err();
  };
  const ca = join(place.broker.dir, "ca.pem");
  const [nameless, strange] = await Promise.all([told("--ca", ca), told()]);
  // By when the hang-up is seen: with the alert that says what is missing, or before it.
  assert.match(nameless, /waiting for the broker \((authentication, certificate_required|tls, |network, |closed, )/);
  assert.match(strange, /waiting for the broker \(tls, (UNABLE_TO|SELF_SIGNED)/);
});

test("a renewed certificate is used with the next connection", async () => {
  await using place = await createPlace();
  const captured = capturedIo();
  const ended = supportWatchCommand.run(
    ["--broker", place.url, ...place.tls(), "--count", "1", "--timeout", "20"],
    captured.io,
  );
  await until(() => captured.err().includes("connected"));
  await place.broker.stop();
  await until(() => captured.err().includes("waiting"));
  writeCertificates(place.broker.dir, ["broker", "anna"]);
  await place.broker.start();
  await until(() => captured.err().split(": connected").length > 2);
  await using terminal = await createSubscriber(place.broker.port);
  await terminal.publish(`${topic}/up/evt`, Buffer.from("rubbish"));
  assert.is(await ended, 0);
});

test("name and password get in, a wrong password is told as such", async () => {
  await using broker = await configuredMosquitto((dir, port) => {
    execFileSync("mosquitto_passwd", ["-c", "-b", join(dir, "users"), "anna", "secret"], { stdio: "ignore" });
    return [`listener ${port} 127.0.0.1`, "allow_anonymous false", `password_file ${join(dir, "users")}`];
  });
  await broker.start();
  writeFileSync(file("right"), "secret\n");
  writeFileSync(file("wrong"), "secrets\n");
  const watching = async (password: string, word: string) => {
    const captured = capturedIo();
    const given = [
      "--broker",
      `mqtt://127.0.0.1:${broker.port}`,
      "--username",
      "anna",
      "--password-file",
      file(password),
    ];
    const ended = supportWatchCommand.run([...given, "--timeout", "2"], captured.io);
    await until(() => captured.err().includes(word));
    assert.is(await ended, 0);
  };
  await Promise.all([watching("right", "connected"), watching("wrong", "waiting for the broker (authentication, ")]);
});

test("files that are none are told by name, before anything is connected", async () => {
  writeCertificates(folder, ["one", "two"]);
  execFileSync("openssl", ["ec", "-aes128", "-passout", "pass:x", "-in", file("one.key"), "-out", file("locked.key")], {
    stdio: "ignore",
  });
  writeFileSync(file("rubbish"), "rubbish");
  const broker = "mqtts://127.0.0.1:1";
  const one = { cert: file("one.pem"), "key-file": file("one.key") };
  const wrong = [
    [{ broker, ca: file("gone") }, "INPUT_UNREADABLE", /gone \(ENOENT\)/],
    [{ broker, ca: file("rubbish") }, "INPUT_INVALID", /rubbish holds no certificate/],
    [{ broker, ...one, cert: file("rubbish") }, "INPUT_INVALID", /rubbish holds no certificate/],
    [{ broker, ...one, "key-file": file("one.pem") }, "INPUT_INVALID", /one\.pem holds no private key/],
    [{ broker, ...one, "key-file": file("locked.key") }, "INPUT_INVALID", /locked\.key holds no .* without a password/],
    [{ broker, ...one, "key-file": file("two.key") }, "INPUT_INVALID", /two\.key is not the key of .*one\.pem/],
    [{ broker, ...one, "key-file": file("anna.key") }, "INPUT_INVALID", /anna\.key is not the key of/],
    [{ broker, username: "a", "password-file": file("gone") }, "INPUT_UNREADABLE", /gone \(ENOENT\)/],
    [{ broker, username: "a", "password-file": folder }, "INPUT_UNREADABLE", /\(EISDIR\)/],
  ] as const;
  for (const [args, code, words] of wrong) {
    const error = await refusalOf(args);
    assert.ok(isAgentError(error, code), JSON.stringify(args));
    assert.match(isAgentError(error) ? error.message : "", words);
  }
  assert.is(await refusalOf({ broker, ca: file("ca.pem"), ...one }), undefined);
});

test("what contradicts itself is wrong use", async () => {
  const [broker, cert] = ["mqtts://127.0.0.1:1", file("one.pem")];
  const wrong = [
    {},
    { broker: "mqtts://" },
    { broker: "mqtt://x:999999" },
    { broker: "mqtt://anna:secret@x" },
    { broker, cert },
    { broker, "key-file": file("one.key") },
    { broker, "password-file": file("right") },
    { broker: "mqtt://127.0.0.1:1", ca: file("ca.pem") },
    { broker: "mqtt://127.0.0.1:1", cert, "key-file": file("one.key") },
  ];
  for (const args of wrong) assert.ok(isAgentError(await refusalOf(args), "USAGE"), JSON.stringify(args));
});

test.after(() => rmSync(folder, { recursive: true, force: true }));
test.run();
