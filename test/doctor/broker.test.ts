/** The way to the broker on real sockets: each rung that can give way, and what is left at the broker afterwards. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer, type Server } from "node:tls";
import { systemClock } from "../../src/base/clock.ts";
import { seededRandom } from "../../src/base/random.ts";
import { brokerAddress } from "../../src/doctor/broker/address.ts";
import { judgeHandshake, shakeHands } from "../../src/doctor/broker/handshake.ts";
import { judgeRefusedConnect, knock } from "../../src/doctor/broker/knock.ts";
import { judgeNameError, lookUp } from "../../src/doctor/broker/name.ts";
import { judgeFailure, judgeUplink, signIn } from "../../src/doctor/broker/session.ts";
import type { Finding } from "../../src/doctor/finding.ts";
import { openLink } from "../../src/uplink/link.ts";
import type { UplinkOptions } from "../../src/uplink/options.ts";
import { assert, suite } from "../front-door/suite.ts";
import { status } from "../ipc/bench.ts";
import { createAedes } from "../support/aedes.ts";
import { tlsLines, writeCertificates } from "../support/certificates.ts";
import { configuredMosquitto, freePort } from "../support/mosquitto.ts";
import { connack } from "../support/mqtt-bytes.ts";
import { createOwnBroker } from "../support/own-broker.ts";

const said = ({ outcome, reason }: Finding) => `${outcome} ${reason}`;

const test = suite("the doctor on its way to the broker", { timeoutMs: 30_000 });

test("where the broker is comes from its address", () => {
  assert.equal(brokerAddress("mqtts://broker.example"), {
    host: "broker.example",
    port: 8_883,
    isTls: true,
    isNumeric: false,
  });
  assert.equal(brokerAddress("mqtt://[2001:db8::1]:99"), {
    host: "2001:db8::1",
    port: 99,
    isTls: false,
    isNumeric: true,
  });
});

test("a name that nobody knows is not a name server that is silent", async () => {
  assert.is(said(await lookUp(brokerAddress("mqtt://127.0.0.1"), systemClock)), "ok address");
  assert.is(said(await lookUp(brokerAddress("mqtt://localhost"), systemClock)), "ok ok");
  assert.equal(
    ["ENOTFOUND", "EAI_AGAIN"].map((code) => said(judgeNameError("h", code))),
    ["fail unknown", "fail no_server"],
  );
});

test("a port takes connections, or refuses them", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  assert.is(said(await knock(brokerAddress(`mqtt://127.0.0.1:${port}`), systemClock)), "ok ok");
  await new Promise((resolve) => server.close(resolve));
  assert.is(said(await knock(brokerAddress(`mqtt://127.0.0.1:${port}`), systemClock)), "fail refused");
  const address4 = brokerAddress("mqtt://192.0.2.1");
  assert.equal(
    ["ETIMEDOUT", "ENETUNREACH"].map((code) => said(judgeRefusedConnect(address4, code))),
    ["fail no_answer", "fail no_way"],
  );
});

function options(port: number, protocol: UplinkOptions["protocol"] = "auto"): UplinkOptions {
  return {
    url: `mqtt://127.0.0.1:${port}`,
    protocol,
    tenant: "acme",
    serial: "PX7-00042",
    keepaliveS: 900,
    ack: "puback",
  };
}

const nobody = { username: undefined, password: undefined, tls: {} };
const enter = (port: number, protocol?: UplinkOptions["protocol"]) =>
  signIn({ options: options(port, protocol), credentials: nobody, clock: systemClock, random: seededRandom(1) });

test("it signs in as a client of its own, with no will and no session left behind, and goes", async () => {
  await using broker = await createOwnBroker();
  const found = await enter(broker.port);
  assert.equal([said(found), found.values["protocol"]], ["ok ok", "5"]);
  const [connect] = broker.connects;
  assert.match(connect?.clientId ?? "", /^posdiagdoctor/);
  assert.equal([connect?.will, broker.connects.length, broker.published.length], [undefined, 1, 0]);
});

test("a broker of 3.1.1 is tried with 3.1.1", async () => {
  await using broker = await createAedes();
  await broker.start();
  const found = await enter(broker.port);
  assert.equal([said(found), found.values["protocol"]], ["ok ok", "3.1.1"]);
});

test("a refusal has its reason", async () => {
  await using broker = await createOwnBroker(({ version, send }, { kind }) => {
    if (kind === "connect") send(connack(version, 0x87));
  });
  const found = await enter(broker.port, "5");
  assert.equal([said(found), found.values["code"]], ["fail authentication", "0x87"]);
  const judged = (kind: Parameters<typeof judgeFailure>[0]["kind"]) => said(judgeFailure({ kind, code: "x" }, "5"));
  assert.equal(
    [judged("quota"), judged("moved"), judged("protocol"), judged("closed"), judged("timeout")],
    ["fail quota", "warn moved", "fail protocol", "fail closed", "fail network"],
  );
});

test("a running agent's word on its connection counts", () => {
  const judged = (state: (typeof status)["uplink"]["state"]) =>
    said(judgeUplink({ ...status, uplink: { ...status.uplink, state } }));
  assert.equal(
    [judged("connected"), judged("resting"), judged("waiting")],
    ["ok agent", "ok agent_rests", "fail agent_away"],
  );
});

test.run();

const tls = suite("the doctor's handshake", { timeoutMs: 60_000, needs: ["openssl"] });

let dir = "";
tls.before(() => {
  dir = mkdtempSync(join(tmpdir(), "posdiag-handshake-"));
  writeCertificates(dir, ["broker", "terminal"]);
  execFileSync("sh", ["-c", "mkdir other && mv terminal.* other/ && cp ca.* other/"], { cwd: dir });
});
tls.after(() => rmSync(dir, { recursive: true }));

const file = (name: string) => readFileSync(join(dir, name));

interface TlsBroker extends AsyncDisposable {
  readonly url: string;
  /** Bytes that came after the handshake. */
  readonly heard: () => number;
}

async function tlsBroker(needsCertificate: boolean): Promise<TlsBroker> {
  const port = await freePort();
  let heard = 0;
  const server: Server = createTlsServer(
    {
      key: file("broker.key"),
      cert: file("broker.pem"),
      ca: file("ca.pem"),
      requestCert: needsCertificate,
      rejectUnauthorized: needsCertificate,
    },
    (socket) => {
      socket.on("error", () => socket.destroy());
      socket.on("data", (chunk: Buffer) => {
        heard += chunk.length;
      });
    },
  );
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(port, "0.0.0.0", resolve));
  return {
    url: `mqtts://localhost:${port}`,
    heard: () => heard,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function shake(
  url: string,
  material: Parameters<typeof shakeHands>[1],
  wallMs = systemClock.wallMs(),
): Promise<Finding> {
  const address = brokerAddress(url);
  return judgeHandshake(await shakeHands(address, material, systemClock), address, wallMs);
}

tls("a good broker is told with its days, and hears nothing but the handshake", async () => {
  await using broker = await tlsBroker(true);
  const found = await shake(broker.url, {
    ca: file("ca.pem"),
    cert: file("other/terminal.pem"),
    key: file("other/terminal.key"),
  });
  // The authority of the bench lives for two days.
  assert.equal([said(found), found.values["protocol"], broker.heard()], ["warn ending", "TLSv1.3", 0]);
});

tls("an authority that is not trusted, and a name that is not the certificate's, are told apart", async () => {
  await using broker = await tlsBroker(false);
  const strange = await shake(broker.url, {});
  assert.equal([said(strange), strange.values["issuer"]], ["fail untrusted", "test authority"]);
  const ca = file("ca.pem");
  assert.is(said(await shake(broker.url.replace("localhost", "127.0.0.2"), { ca })), "fail wrong_name");
});

tls("a broker that wants a certificate says so after the handshake of TLS 1.3", async () => {
  await using broker = await tlsBroker(true);
  const found = await shake(broker.url, { ca: file("ca.pem") });
  assert.equal([said(found), found.values["code"]], ["fail refused_us", "certificate_required"]);
});

tls("what is no certificate, and what is no TLS, are told", async () => {
  await using broker = await tlsBroker(false);
  assert.is(said(await shake(broker.url, { cert: Buffer.from("none"), key: Buffer.from("none") })), "fail files");
  const port = await freePort();
  const plain = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.resume().end("this is no TLS\n");
  });
  await new Promise<void>((resolve) => plain.listen(port, "127.0.0.1", resolve));
  assert.is(said(await shake(`mqtts://127.0.0.1:${port}`, {})), "fail failed");
  await new Promise((resolve) => plain.close(resolve));
  const denied = judgeHandshake(
    { kind: "failed", failure: { kind: "files", code: "EACCES" } },
    brokerAddress(broker.url),
    0,
  );
  assert.is(said(denied), "skipped unseen");
});

tls.run();

const beside = suite("the doctor beside a connected agent", { timeoutMs: 60_000, needs: ["openssl", "mosquitto"] });

beside("a handshake leaves it alone, where a second client of its certificate would put it out", async () => {
  await using broker = await configuredMosquitto((folder, port) => {
    writeCertificates(folder, ["broker", "terminal"]);
    return [`listener ${port}`, ...tlsLines(folder), "use_identity_as_username true", "use_username_as_clientid true"];
  });
  await broker.start();
  const [ca, cert, key] = ["ca.pem", "terminal.pem", "terminal.key"].map((name) =>
    readFileSync(join(broker.dir, name)),
  );
  const url = `mqtts://localhost:${broker.port}`;
  const link = {
    url,
    version: 5,
    clientId: "agent",
    keepaliveS: 60,
    clock: systemClock,
    tls: { ca, cert, key },
  } as const;
  const opened = await openLink(link, new AbortController().signal);
  assert.is(opened.kind, "open");
  if (opened.kind !== "open") return;
  assert.is(said(await shake(url, { ca, cert, key })), "warn ending");
  assert.is(await opened.link.ping(), true, "still there");
  const credentials = { ...nobody, tls: { ca, cert, key } };
  const asAnother = {
    options: { ...options(broker.port), url },
    credentials,
    clock: systemClock,
    random: seededRandom(1),
  };
  assert.is(said(await signIn(asAnother)), "ok ok");
  // Which of the two it is told depends on what Mosquitto still writes before it closes.
  assert.ok(["taken_over", "closed"].includes((await opened.link.closed).kind));
});

beside.run();
