import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectAsync, type IClientOptions, type MqttClient } from "mqtt";
import { encodeAck } from "../../src/report/encode.ts";
import { leaves } from "../../src/uplink/topics.ts";
import { assert, suite } from "../front-door/suite.ts";
import { accepting, configuredMosquitto, freePort, type Mosquitto } from "../support/mosquitto.ts";
import { createSubscriber, type Subscriber } from "../support/subscriber.ts";
import { createUplinkBench, until } from "../uplink/bench.ts";

const test = suite("deploy/mosquitto: a terminal can write only its own topics", {
  timeoutMs: 60_000,
  needs: ["mosquitto", "openssl"],
});
const folder = fileURLToPath(new URL("../../deploy/", import.meta.url));
const [own, neighbour, namesake] = ["shop-8/SN-0042", "shop-8/SN-0043", "shop-9/SN-0042"];
const readable = (leaf: string) => leaf.startsWith("down/");

function issue(dir: string, ...words: readonly string[]): void {
  execFileSync("sh", [join(folder, "pki/issue.sh"), dir, ...words], { stdio: "ignore" });
}

/** One authority for all tests; each has a copy. */
const pki = mkdtempSync(join(tmpdir(), "posdiag-pki-"));
process.once("exit", () => rmSync(pki, { recursive: true, force: true }));
let isIssued = false;

function issueAll(): void {
  if (isIssued) return;
  issue(pki, "server", "broker", "localhost", "127.0.0.1");
  const names = [own, neighbour, namesake, "collector", "support", "console"];
  writeFileSync(join(pki, "list"), names.join("\n"));
  issue(pki, "batch", join(pki, "list"));
  for (const name of [own, "collector"]) issue(join(pki, "forger"), name);
  isIssued = true;
}

interface Place extends AsyncDisposable {
  readonly broker: Mosquitto;
  /** Hears everything that passes, and may write what terminals hear. */
  readonly support: Subscriber;
  file(name: string): string;
  /** With the certificate of that name, of ours or of the forger's authority, where whoever has such a name belongs. */
  connect(name: string | undefined, options?: IClientOptions): Promise<MqttClient>;
  /** Of the listener for services. */
  readonly services: number;
}

/** Mosquitto with the files that we ship: other paths and ports, and nothing else. */
async function createPlace(): Promise<Place> {
  const [local, services] = [await freePort(), await freePort()];
  const broker = await configuredMosquitto((dir, port) => {
    issueAll();
    cpSync(pki, dir, { recursive: true });
    for (const name of ["terminals.acl", "services.acl", "support.acl"]) {
      writeFileSync(join(dir, name), readFileSync(join(folder, "mosquitto", name)), { mode: 0o600 });
    }
    const shipped = readFileSync(join(folder, "mosquitto/posdiag.conf"), "utf8");
    const ports = { "listener 8883": port, "listener 8884": services, "listener 1883": local };
    return [
      Object.entries(ports).reduce(
        (text, [line, free]) => text.replace(line, `listener ${free}`),
        shipped.replaceAll("/etc/mosquitto/posdiag", dir),
      ),
    ];
  });
  await broker.start();
  await accepting(local);
  await accepting(services);
  const support = await createSubscriber(local, 5);
  const clients = new Set<MqttClient>();
  const file = (name: string) => join(broker.dir, name.replace(/(\w)\/(?=SN)/, "$1_"));
  return {
    ...{ broker, support, file, services },
    connect: async (name, options = {}) => {
      const pem = (end: string) =>
        name === undefined ? {} : { [end === "pem" ? "cert" : "key"]: readFileSync(file(`${name}.${end}`)) };
      const tls = { ca: readFileSync(file("ca.pem")), ...pem("pem"), ...pem("key") };
      const port = name === undefined || name.includes("SN-") ? broker.port : services;
      const client = await connectAsync(`mqtts://localhost:${port}`, {
        ...{ protocolVersion: 5, reconnectPeriod: 0, ...tls, ...options },
      });
      client.on("error", () => {});
      clients.add(client);
      return client;
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.end(true);
      await support[Symbol.asyncDispose]();
      await broker[Symbol.asyncDispose]();
    },
  };
}

/** How the broker answers to a message of QoS 1: `ok`, or the reason (MQTT 5.0 section 2.4). */
async function tryToWrite(client: MqttClient, topic: string, retain = false): Promise<string> {
  try {
    await client.publishAsync(topic, Buffer.from(topic), { qos: 1, retain });
    return "ok";
  } catch (error) {
    return error instanceof Error && "code" in error ? `0x${Number(error.code).toString(16)}` : "failed";
  }
}

async function tryToHear(client: MqttClient, filter: string): Promise<boolean> {
  const granted = new Promise<boolean>((resolve) => {
    client.subscribe(filter, { qos: 1 }, (_error, _grants, packet) => resolve(Number(packet?.granted[0] ?? 128) < 128));
  });
  return granted;
}

/** How TLS says no differs from version to version; that it does is what counts. */
async function comesIn(place: Place, name: string | undefined): Promise<boolean> {
  try {
    const client = await place.connect(name, { connectTimeout: 3_000 });
    await client.endAsync(true);
    return true;
  } catch {
    return false;
  }
}

const forbidden = [
  ...leaves.flatMap((leaf) => [neighbour, namesake].map((name) => `pos/v1/${name}/${leaf}`)),
  ...leaves.filter(readable).map((leaf) => `pos/v1/${own}/${leaf}`),
  ...[`pos/v1/${own}`, `pos/v1/${own}/up`, `pos/v1/${own}/up/evt/deeper`, `pos/v1/${own}/other/evt`],
  ...[`pos/v2/${own}/up/evt`, `x/pos/v1/${own}/up/evt`, `/pos/v1/${own}/up/evt`, `pos/v1/${own}//up/evt`],
  ...["pos/v1/shop-8/SN-0042x/up/evt", "POS/V1/SHOP-8/SN-0042/UP/EVT", "anything", "pos/v1/shop-8/../SN-0042/up/evt"],
];

test("it writes its own reports and states, and nothing else of all that it tries", async () => {
  await using place = await createPlace();
  const client = await place.connect(own);
  const allowed = leaves.filter((leaf) => !readable(leaf)).map((leaf) => `pos/v1/${own}/${leaf}`);
  for (const topic of forbidden) assert.is(await tryToWrite(client, topic, true), "0x87", topic);
  for (const topic of allowed) assert.is(await tryToWrite(client, topic), "ok", topic);
  await place.support.count("state/faults", 1);
  assert.equal(
    place.support.heard.map(({ topic }) => topic),
    allowed,
  );
});

test("nor does a 3.1.1 client, to which nobody says so, nor a will", async () => {
  await using place = await createPlace();
  const will = {
    topic: `pos/v1/${neighbour}/state/alive`,
    payload: Buffer.from("gone"),
    qos: 1,
    retain: true,
  } as const;
  const client = await place.connect(own, { protocolVersion: 4, will });
  for (const topic of forbidden) await tryToWrite(client, topic, true);
  client.stream.destroy();
  const last = await place.connect(own);
  assert.is(await tryToWrite(last, `pos/v1/${own}/up/evt`), "ok");
  await place.support.count("up/evt", 1);
  assert.is(place.support.heard.length, 1);
});

test("it hears what is for it, and nothing for or of others", async () => {
  await using place = await createPlace();
  const client = await place.connect(own);
  const heard: string[] = [];
  client.on("message", (topic) => heard.push(topic));
  assert.ok(await tryToHear(client, `pos/v1/${own}/down/cmd`));
  for (const filter of ["#", "pos/#", "pos/v1/+/+/down/cmd", "+/+/+/+/+/+", `pos/v1/${neighbour}/down/cmd`, "$SYS/#"]) {
    await tryToHear(client, filter); // Some brokers grant a filter and then deliver nothing.
  }
  const other = await place.connect(neighbour);
  await tryToWrite(other, `pos/v1/${neighbour}/up/evt`);
  for (const name of [neighbour, namesake, own])
    await place.support.publish(`pos/v1/${name}/down/cmd`, Buffer.from("x"));
  await until(() => heard.includes(`pos/v1/${own}/down/cmd`));
  assert.equal([...new Set(heard)], [`pos/v1/${own}/down/cmd`]);
});

test("nobody comes in without a certificate, or with another authority's of the same name", async () => {
  await using place = await createPlace();
  for (const name of [undefined, `forger/${own}`, "forger/collector"]) {
    assert.not(await comesIn(place, name), name ?? "none");
  }
});

test("a revoked terminal is not let in any more, and knows why; the others are", async () => {
  await using place = await createPlace();
  const url = `mqtts://localhost:${place.broker.port}`;
  const tls = (name: string) => ({
    ...{ caFile: place.file("ca.pem"), certFile: place.file(`${name}.pem`), keyFile: place.file(`${name}.key`) },
  });
  issue(place.broker.dir, "revoke", own);
  place.broker.reload();
  // Until it has read the list.
  let told: readonly unknown[] = [];
  while (told.at(-1) !== "certificate_revoked") {
    await using revoked = await createUplinkBench(0, { url, tls: tls(own) });
    revoked.start();
    await until(() => revoked.uplink.status().lastError !== undefined || revoked.uplink.status().state === "connected");
    const { lastError, lastCode } = revoked.uplink.status();
    told = [lastError, lastCode];
  }
  assert.equal(told, ["authentication", "certificate_revoked"]);
  const other = await place.connect(neighbour);
  assert.is(await tryToWrite(other, `pos/v1/${neighbour}/up/evt`), "ok");
  issue(place.broker.dir, own); // A new certificate of the same name is another one.
  const renewed = await place.connect(own);
  assert.is(await tryToWrite(renewed, `pos/v1/${own}/up/evt`), "ok");
});

test("a terminal with another's client identifier and user name does not take its place", async () => {
  await using place = await createPlace();
  const victim = await place.connect(own, { clientId: "posdiag-shop-8-SN-0042" });
  let lost = false;
  victim.on("close", () => {
    lost = true;
  });
  const thief = await place.connect(neighbour, { clientId: "posdiag-shop-8-SN-0042", username: own, password: "x" });
  assert.is(await tryToWrite(thief, `pos/v1/${own}/up/evt`), "0x87");
  assert.is(await tryToWrite(victim, `pos/v1/${own}/up/evt`), "ok");
  assert.not(lost);
});

test("services write what is theirs: receipts and hints the one, commands the others", async () => {
  await using place = await createPlace();
  for (const [name, leaf, not] of [
    ["collector", "down/ack", "down/cmd"],
    ["collector", "down/hint", "down/cmd"],
    ["support", "down/cmd", "down/ack"],
    ["console", "down/cmd", "down/hint"],
  ] as const) {
    const client = await place.connect(name);
    assert.is(await tryToWrite(client, `pos/v1/${own}/${leaf}`), "ok");
    for (const topic of [not, "up/evt", "state/birth"]) {
      assert.is(await tryToWrite(client, `pos/v1/${own}/${topic}`), "0x87", `${name} ${topic}`);
    }
  }
});

test("a listener is for its own: with another's certificate nothing is done or heard there", async () => {
  await using place = await createPlace();
  for (const name of ["collector", "support", "console"]) {
    const client = await place.connect(name, { port: place.broker.port });
    for (const leaf of leaves) assert.is(await tryToWrite(client, `pos/v1/${own}/${leaf}`), "0x87", `${name} ${leaf}`);
  }
  const [terminal, ear] = [await place.connect(own, { port: place.services }), await place.connect("collector")];
  const heard: string[] = [];
  terminal.on("message", (topic) => heard.push(topic));
  await tryToHear(terminal, `pos/v1/${own}/down/ack`);
  for (const leaf of leaves) assert.is(await tryToWrite(terminal, `pos/v1/${own}/${leaf}`), "0x87", leaf);
  assert.is(await tryToWrite(ear, `pos/v1/${own}/down/ack`), "ok");
  await place.support.publish(`pos/v1/${own}/down/ack`, Buffer.from("x"));
  await tryToHear(terminal, "pos/#"); // Answered after all that was sent before it.
  assert.equal(heard, []);
});

test("two collectors of one certificate stay, each with a second connection", async () => {
  await using place = await createPlace();
  const ids = ["posdiag-posdiag-one", "posdiag-posdiag-two", "posdiag-posdiag-one-states"];
  const clients = await Promise.all(ids.map((clientId) => place.connect("collector", { clientId })));
  const lost: string[] = [];
  for (const client of clients) client.on("close", () => lost.push(String(client.options.clientId)));
  for (const client of clients) {
    assert.is(await tryToWrite(client, `pos/v1/${own}/down/ack`), "ok");
    assert.ok(await tryToHear(client, "$share/posdiag/pos/v1/+/+/up/+"));
  }
  assert.equal(lost, []);
});

test("our own uplink lives with all that: it greets, reports, and is freed by the collector", async () => {
  await using place = await createPlace();
  const files = { caFile: place.file("ca.pem"), certFile: place.file(`${own}.pem`), keyFile: place.file(`${own}.key`) };
  const url = `mqtts://localhost:${place.broker.port}`;
  await using bench = await createUplinkBench(0, { url, tls: files, ack: "collector" });
  const { boot } = await bench.report();
  bench.start();
  await place.support.count("up/evt", 1);
  await place.support.publish(bench.topic("down/ack"), encodeAck({ boot, seq: 1 }));
  await until(() => bench.outbox.pendingCount() === 0);
  assert.equal([bench.uplink.status().state, bench.uplink.status().sent], ["connected", 1]);
});

test.run();
