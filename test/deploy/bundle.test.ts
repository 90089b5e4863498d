/** Builds an entry with every shipped package, and runs it where no npm package is installed: real port, real broker. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Aedes } from "aedes";
import { PtyPort } from "../../hw-sim/pty.ts";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";

const entry = "test/deploy/fixtures/everything.ts";
interface Ended {
  readonly code: number | null;
  readonly out: string;
}

async function run(args: readonly string[], options: { cwd?: string } = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  const keep = (text: string) => {
    out += text;
  };
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  await once(child, "close");
  return { code: child.exitCode, out };
}

const build = (target: string) => run(["--import", loader, "deploy/bundle.ts", "--quiet", entry, target]);

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** A built bundle in a folder of its own, and a modem that answers AT. */
interface Bench {
  readonly folder: string;
  readonly bundle: string;
  readonly port: PtyPort;
}

async function setUp(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-bundle-"));
  const { code, out } = await build(join(folder, "dist"));
  if (code !== 0) throw new Error(out);
  const port = new PtyPort(join(folder, "modem"), (bytes) => {
    if (bytes.includes("AT\r")) port.write(Buffer.from("\r\nOK\r\n"));
  });
  port.attach();
  return { folder, bundle: join(folder, "dist", "posdiag.cjs"), port };
}

function tearDown({ folder, port }: Bench): void {
  port.close();
  rmSync(folder, { recursive: true, force: true });
}

const test = suite("bundle", { timeoutMs: 30_000 });
let bench: Bench;

test.before(async () => {
  bench = await setUp();
});
test.after(() => tearDown(bench));

test("is the same, byte for byte, from the same sources", async () => {
  assert.equal(await build(join(bench.folder, "again")), { code: 0, out: "" });
  assert.ok(readFileSync(bench.bundle).equals(readFileSync(join(bench.folder, "again", "posdiag.cjs"))));
});

test("leaves the transports out that it does not use, and names no folder of this machine", () => {
  const text = readFileSync(bench.bundle, "utf8");
  for (const gone of ["WebSocketServer", "SocksClient", "Sec-WebSocket", "supports-color", process.cwd()]) {
    assert.not(text.includes(gone), gone);
  }
});

test("has no line so long that an uncaught error would flood the log", () => {
  const lines = readFileSync(bench.bundle, "utf8").split("\n");
  assert.ok(Math.max(...lines.map((line) => line.length)) < 4_000);
});

test("is ASCII, regular expressions too: one other letter doubles what the source takes in memory", () => {
  assert.not.match(readFileSync(bench.bundle, "latin1"), /[\u0080-\u00ff]/);
});

test("opens a serial port and reaches a broker with no code from strings", async () => {
  const broker = await Aedes.createBroker();
  const server = createServer(broker.handle);
  const payloads: Buffer[] = [];
  broker.on("publish", (packet) => {
    if (packet.topic === "bundle/test" && Buffer.isBuffer(packet.payload)) payloads.push(packet.payload);
  });
  const url = `mqtt://127.0.0.1:${await listen(server)}`;
  const flags = ["--disallow-code-generation-from-strings"];
  const { code, out } = await run([...flags, bench.bundle, bench.port.link, url], { cwd: bench.folder });
  broker.close();
  server.close();
  assert.is(code, 0, out);
  assert.match(out, "letters true");
  assert.match(out, "ipc function, jsonc [1]");
  assert.match(out, "serial ok");
  assert.match(out, "mqtt ok");
  assert.match(out, "this build speaks MQTT over TCP and TLS only");
  assert.equal(payloads, [Buffer.from([8, 42])]);
});

test.run();

const standard = suite("bundle and Mosquitto", { timeoutMs: 30_000, needs: ["mosquitto"] });

standard.before(async () => {
  bench = await setUp();
});
standard.after(() => tearDown(bench));

standard("speak MQTT 5 to each other", async () => {
  const probe = createServer();
  const free = await listen(probe);
  probe.close();
  await once(probe, "close");
  const config = join(bench.folder, "mosquitto.conf");
  writeFileSync(config, `listener ${free} 127.0.0.1\nallow_anonymous true\n`);
  const broker = spawn("mosquitto", ["-c", config], { stdio: ["ignore", "ignore", "pipe"] });
  try {
    const url = `mqtt://127.0.0.1:${free}`;
    let last: Ended = { code: null, out: "" };
    for (let tries = 0; tries < 20 && last.code !== 0; tries += 1) {
      last = await run([bench.bundle, bench.port.link, url, "5"], { cwd: bench.folder });
      if (last.code !== 0) await sleep(100);
    }
    assert.is(last.code, 0, last.out);
    assert.match(last.out, "mqtt ok");
  } finally {
    broker.kill("SIGKILL");
    await once(broker, "close");
  }
});

standard.run();
