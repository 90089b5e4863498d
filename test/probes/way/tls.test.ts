import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions as ServerOptions } from "node:tls";
import { type Authority, createAuthority } from "../../../hw-sim/authority.ts";
import { systemClock } from "../../../src/base/clock.ts";
import { shakeHands, type TlsOptions } from "../../../src/probes/way/tls.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { valuesOf } from "./values.ts";

const test = suite("a handshake with the host");

const name = "host.acquirer.test";
const dayMs = 86_400_000;
const day = (offset: number): Date => new Date(Date.now() + offset * dayMs);
let ours: Authority;
let stranger: Authority;

test.before(async () => {
  [ours, stranger] = await Promise.all([createAuthority("Acquirer root"), createAuthority("Portal root")]);
});

const issue = (change: { names?: string[]; from?: number; to?: number; by?: Authority } = {}) =>
  (change.by ?? ours).issue({
    names: change.names ?? [name],
    notBefore: day(change.from ?? -30),
    notAfter: day(change.to ?? 30),
    ips: ["127.0.0.1"],
  });

/** Shakes hands with a server, and says what was found. */
async function visit(server: Server, change: Partial<TlsOptions> = {}): Promise<Readonly<Record<string, unknown>>> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket.on("error", () => {}));
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const readings = await shakeHands({
    target: { address: "127.0.0.1", port },
    ...{ name, trust: ours.cert, identity: undefined, timeoutMs: 2_000, clock: systemClock },
    ...change,
  });
  for (const socket of sockets) socket.destroy();
  server.close();
  return valuesOf(readings);
}

const secure = (options: ServerOptions): Server => createTlsServer(options, (socket) => socket.on("error", () => {}));
const raw = (act: (socket: Socket) => void): Server => createServer((socket) => act(socket.on("error", () => {})));
const verdict = async (server: Server, change?: Partial<TlsOptions>) => (await visit(server, change))["host.tls"];

test("a host with a good certificate: reached, version, days", async () => {
  const values = await visit(secure(await issue({ to: 30.5 })));
  assert.type(values["net.tcp_host_ms"], "number");
  assert.equal(
    { ...values, "net.tcp_host_ms": 0 },
    {
      "net.tcp_host": "ok",
      "net.tcp_host_ms": 0,
      "host.tls": "ok",
      "host.tls_version": "TLSv1.3",
      "host.cert_days_left": 30,
    },
  );
});

test("a host that speaks old versions only is understood, and the version told", async () => {
  for (const version of ["TLSv1.2", "TLSv1.1", "TLSv1"] as const) {
    const options = {
      ...(await issue()),
      minVersion: "TLSv1",
      maxVersion: version,
      ciphers: "DEFAULT:@SECLEVEL=0",
    } as const;
    assert.is((await visit(secure(options)))["host.tls_version"], version);
  }
});

test("dates are judged by the clock that is given", async () => {
  const expired = await visit(secure(await issue({ from: -30, to: -2.5 })));
  assert.equal([expired["host.tls"], expired["host.cert_days_left"]], ["cert_expired", -3]);
  assert.is(await verdict(secure(await issue({ from: 2 }))), "cert_not_yet_valid");
  const shifted = (days: number) => ({ clock: { ...systemClock, wallMs: () => Date.now() + days * dayMs } });
  assert.is(await verdict(secure(await issue()), shifted(-365)), "cert_not_yet_valid");
  assert.is(await verdict(secure(await issue()), shifted(365)), "cert_expired");
  assert.is(await verdict(secure(await issue({ from: 300, to: 400 })), shifted(365)), "ok");
});

test("a stranger's certificate is a stranger's, whatever its dates and its name", async () => {
  for (const change of [{}, { to: -2 }, { from: 2 }, { names: ["portal.test"] }]) {
    const values = await visit(secure(await issue({ ...change, by: stranger })));
    assert.equal([values["host.tls"], values["host.cert_days_left"]], ["unknown_ca", "absent"]);
  }
  assert.is(await verdict(secure(await issue()), { trust: undefined }), "unknown_ca");
});

test("a stranger who gave himself our authority's name is found out, also when he is expired", async () => {
  const liar = await createAuthority("Acquirer root");
  assert.is(await verdict(secure(await issue({ by: liar }))), "unknown_ca");
  assert.is(await verdict(secure(await issue({ by: liar, to: -2 }))), "unknown_ca");
});

test("another host's certificate is that, and its dates do not matter", async () => {
  assert.is(await verdict(secure(await issue({ names: ["other.acquirer.test"] }))), "wrong_name");
  assert.is(await verdict(secure(await issue({ names: ["other.acquirer.test"], to: -2 }))), "wrong_name");
  assert.is(await verdict(secure(await issue({ names: ["other.acquirer.test"] })), { name: undefined }), "ok");
  assert.is(await verdict(secure(await issue({ names: ["*.acquirer.test"] }))), "ok");
});

test("a host that is known by its address is looked for by its address", async () => {
  assert.is(await verdict(secure(await issue()), { name: "127.0.0.1" }), "ok");
  assert.is(await verdict(secure(await issue()), { name: "192.0.2.1" }), "wrong_name");
});

test("a chain with an authority in between counts as a whole", async () => {
  const between = await ours.subordinate("Acquirer issuing");
  assert.is(await verdict(secure(await issue({ by: between }))), "ok");
  assert.is(await verdict(secure(await issue({ by: between, to: -2 }))), "cert_expired");
  const { cert, key } = await issue({ by: between });
  // The host forgot to send the one in between.
  const alone = cert.slice(0, cert.indexOf("-----BEGIN", 10));
  assert.is(await verdict(secure({ cert: alone, key })), "unknown_ca");
});

for (const maxVersion of ["TLSv1.2", "TLSv1.3"] as const) {
  test(`a host that wants a certificate of ours is judged by its own, with ${maxVersion}`, async () => {
    const wants = { requestCert: true, rejectUnauthorized: true, maxVersion } as const;
    const server = async (change = {}) => secure({ ...(await issue(change)), ...wants, ca: [ours.cert] });
    assert.is(await verdict(await server()), "ok");
    assert.is(await verdict(await server({ to: -2 })), "cert_expired");
    assert.is(await verdict(await server({ by: stranger })), "unknown_ca");
    assert.is(await verdict(await server(), { identity: await issue({ names: ["terminal"] }) }), "ok");
  });
}

test("a host that refuses the certificate that we have is no host with a bad one", async () => {
  const wants = { requestCert: true, rejectUnauthorized: true, maxVersion: "TLSv1.2" } as const;
  const server = secure({ ...(await issue()), ...wants, ca: [ours.cert] });
  const identity = await issue({ names: ["terminal"], by: stranger });
  // Node's own server hangs up where others send an alert.
  assert.match(String(await verdict(server, { identity })), /^(reset|handshake_failure)$/);
});

for (const [what, act, said] of [
  [
    "speaks without TLS",
    (socket: Socket) => void socket.write("HTTP/1.0 400 Bad Request\r\n\r\n"),
    "handshake_failure",
  ],
  [
    "answers with an alert",
    (socket: Socket) => void socket.write(Buffer.from([21, 3, 3, 0, 2, 2, 40])),
    "handshake_failure",
  ],
  ["resets", (socket: Socket) => void socket.once("data", () => socket.resetAndDestroy()), "reset"],
  ["closes", (socket: Socket) => void socket.once("data", () => socket.end()), "reset"],
] as const) {
  test(`a host that ${what} is read as ${said}`, async () => {
    const values = await visit(raw(act));
    assert.is(values["net.tcp_host"], "ok");
    assert.equal(
      ["host.tls", "host.tls_version", "host.cert_days_left"].map((signal) => values[signal]),
      [said, "absent", "absent"],
    );
  });
}

test("a host that is silent, or drips, is given up in time", async () => {
  assert.is(
    await verdict(
      raw(() => {}),
      { timeoutMs: 60 },
    ),
    "timeout",
  );
  const drip = raw((socket) => void socket.write(Buffer.from([22, 3])));
  assert.is(await verdict(drip, { timeoutMs: 60 }), "timeout");
});

test("a host that sends a handshake without an end is cut off after 64 KB", async () => {
  let sent = 0;
  const record = Buffer.concat([Buffer.from([22, 3, 3, 0x40, 0]), Buffer.alloc(16_384)]);
  const flood = raw((socket) => {
    const more = (): void => {
      while (!socket.destroyed && sent < 64e6) {
        sent += record.length;
        if (!socket.write(record)) break;
      }
    };
    more();
    socket.on("drain", more);
  });
  assert.is(await verdict(flood), "handshake_failure");
  assert.ok(sent < 16e6, `the host could send ${sent} bytes`);
});

test("without a connection there is no handshake", async () => {
  const target = { address: "127.0.0.1", port: 1 };
  const options = { target, name, trust: undefined, identity: undefined, timeoutMs: 500, clock: systemClock };
  assert.equal(valuesOf(await shakeHands(options)), { "net.tcp_host": "refused", "host.tls": "absent" });
});

test.run();
