import { rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UplinkOptions } from "../../src/uplink/options.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createAedes } from "../support/aedes.ts";
import { tlsLines, writeCertificates } from "../support/certificates.ts";
import { createMosquitto, freePort } from "../support/mosquitto.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { createUplinkBench, until } from "./bench.ts";

const test = suite("uplink/link", { timeoutMs: 20_000 });

/** Runs an uplink until it has failed once, and says how. */
async function failure(port: number, options: Partial<UplinkOptions> = {}): Promise<string> {
  await using bench = await createUplinkBench(port, options);
  bench.start();
  await until(() => bench.uplink.status().state === "waiting");
  const { lastError, lastCode } = bench.uplink.status();
  return `${lastError} ${lastCode}`;
}

test("nobody there is a matter of the network", async () => {
  assert.is(await failure(await freePort()), "network ECONNREFUSED");
  assert.match(await failure(1, { url: "mqtt://no-such-host.invalid" }), /^network (ENOTFOUND|EAI_AGAIN)$/);
});

test("a password that is not accepted is told apart from that", async () => {
  await using broker = await createAedes();
  await broker.start({
    authenticate: (...[, , password, done]) => done(null, password?.toString() === "right"),
  });
  const passwordFile = join(tmpdir(), `posdiag-password-${process.pid}`);
  writeFileSync(passwordFile, "wrong\n");
  const options = { protocol: "3.1.1", username: "agent", passwordFile } as const;
  assert.is(await failure(broker.port, options), "authentication 0x05");
  writeFileSync(passwordFile, "right\nsecond line\n");
  await using bench = await createUplinkBench(broker.port, options);
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  rmSync(passwordFile);
  assert.is(await failure(broker.port, options), "files ENOENT");
});

test("a broker that takes 3.1.1 only is taken at its word when 5 is demanded", async () => {
  await using broker = await createAedes();
  await broker.start();
  assert.is(await failure(broker.port, { protocol: "5" }), "protocol 0x01");
});

/** A server that does with connections what it is told. */
async function createRude(onSocket: (socket: Socket) => void): Promise<AsyncDisposable & { readonly port: number }> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()); // The other side may be rude as well.
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test("a server that hangs up, or answers with something else, is survived", async () => {
  await using hangsUp = await createRude((socket) => socket.destroy());
  assert.match(await failure(hangsUp.port), /^(closed|network) /);
  await using speaksHttp = await createRude((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  assert.match(await failure(speaksHttp.port), /^(closed|network) /);
});

test("a broker that takes records and never says so: the record is kept, the link given up, and tried again", async () => {
  // CONNACK for every CONNECT, and silence.
  let connects = 0;
  await using mute = await createRude((socket) => {
    connects += 1;
    socket.once("data", () => socket.write(Buffer.from([0x20, 0x02, 0x00, 0x00])));
  });
  await using bench = await createUplinkBench(mute.port, { protocol: "3.1.1" });
  await bench.report();
  bench.start();
  await until(() => connects >= 2);
  assert.is(bench.outbox.pendingCount(), 1);
  assert.is(bench.uplink.status().sent, 0);
});

test("told to stop while the broker is mute, it stops", async () => {
  await using mute = await createRude(() => {});
  await using bench = await createUplinkBench(mute.port);
  bench.start();
  await until(() => bench.uplink.status().state === "connecting");
  await bench.stop();
  assert.is(bench.uplink.status().state, "off");
});

test.run();

const secured = suite("uplink/link over TLS", { timeoutMs: 20_000, needs: ["mosquitto", "openssl"] });

secured("with its own certificate it is let in; without, or to a stranger, it is not, and says so", async () => {
  const plain = await freePort();
  await using broker = await createMosquitto((dir) => {
    writeCertificates(dir, ["broker", "terminal"]);
    return [...tlsLines(dir), `listener ${plain} 127.0.0.1`];
  });
  await broker.start();
  const file = (name: string) => join(broker.dir, name);
  const url = `mqtts://localhost:${broker.port}`;
  const own = { caFile: file("ca.pem"), certFile: file("terminal.pem"), keyFile: file("terminal.key") };
  await using bench = await createUplinkBench(broker.port, { url, tls: own });
  await using support = await createSubscriber(plain);
  await bench.report();
  bench.start();
  assert.is((await support.count("up/evt", 1)).length, 1);
  assert.match(await failure(0, { url, tls: { certFile: own.certFile, keyFile: own.keyFile } }), /^tls /);
  assert.is(await failure(0, { url, tls: { caFile: own.caFile } }), "authentication certificate_required");
  // Caught in the middle of being renewed.
  assert.match(await failure(0, { url, tls: { ...own, keyFile: file("broker.key") } }), /^files ERR_OSSL_/);
  assert.match(await failure(0, { url, tls: { ...own, certFile: file("terminal.csr") } }), /^files ERR_OSSL_/);
});

secured.run();
