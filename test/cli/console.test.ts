import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { systemClock } from "../../src/base/clock.ts";
import type { Command } from "../../src/cli/command.ts";
import { consoleCommand } from "../../src/cli/console.ts";
import { consoleUserCommand } from "../../src/cli/console-user.ts";
import { dispatch } from "../../src/cli/dispatch.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { createBrowser, password } from "../console/place.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createAedes } from "../support/aedes.ts";
import { writeCertificates } from "../support/certificates.ts";
import { createStores } from "../support/stores.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("cli/console", { needs: ["openssl"], timeoutMs: 60_000 });

const commands: readonly Command[] = [consoleCommand, consoleUserCommand];
const folder = mkdtempSync(join(tmpdir(), "posdiag-console-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[], input = "") {
  const captured = capturedIo();
  const io = { ...captured.io, stdin: Readable.from([input]) };
  const exit = await dispatch(commands, args, io);
  return { exit, err: captured.err(), out: captured.out() };
}

interface Started extends AsyncDisposable {
  readonly url: string;
  readonly err: () => string;
  readonly exit: Promise<number>;
}

/** Until it says where it is. */
async function start(...args: readonly string[]): Promise<Started> {
  const [captured, stop] = [capturedIo(), new AbortController()];
  const exit = dispatch(commands, ["console", "--listen", "127.0.0.1:0", ...args], {
    ...captured.io,
    stop: stop.signal,
  });
  const url = async (): Promise<string> => {
    for (;;) {
      const [, found] = /posdiag console: (https?:\S+)\n/.exec(captured.err()) ?? [];
      if (found) return found;
      await systemClock.sleep(20);
    }
  };
  return {
    ...{ url: await url(), err: captured.err, exit },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      assert.is(await exit, 0);
    },
  };
}

test("wrong uses are told with what is wrong", async () => {
  writeFileSync(join(folder, "short"), "secret\n");
  const wrong: readonly (readonly [readonly string[], number, string])[] = [
    [[], 64, "--database URL is needed"],
    [["--database", "mysql://x/y"], 64, "postgres://"],
    [["--database", "x.db", "--listen", "nonsense"], 64, "not HOST:PORT"],
    [["--database", "x.db", "--listen", "127.0.0.1:99999"], 64, "not HOST:PORT"],
    [
      ["--database", "x.db", "--listen", "0.0.0.0:8088"],
      64,
      "--tls-cert and --tls-key, or --insecure-behind-proxy, are needed",
    ],
    [["--database", "x.db", "--listen", "[::]:8088"], 64, "is not this machine only"],
    [["--database", "x.db", "--tls-cert", "a.pem"], 64, "go together"],
    [["--database", "x.db", "--trust-user-header", "X-User"], 64, "go together"],
    [["--database", "x.db", "--trust-user-header", "X-User", "--trust-from", "proxy"], 64, "is no address"],
    [["--database", "x.db", "--collect"], 64, "--collect needs --broker"],
    [["--database", "x.db", "--key", "nowhere.key"], 66, "nowhere.key"],
    [["--database", "x.db", "--metrics-token", join(folder, "short")], 65, "no token of 16"],
  ];
  for (const [args, exit, what] of wrong) {
    const said = await run(["console", ...args]);
    assert.is(said.exit, exit, said.err);
    assert.ok(said.err.includes(what), said.err);
  }
});

test("the first start prints a code, with which the first account is made; more come from the shell", async () => {
  await using stores = createStores();
  const database = await stores.address("sqlite");
  const made = async (input: string, ...more: string[]) =>
    run(["console", "user", "add", ...more, "--database", database], input);
  {
    await using running = await start("--database", database);
    const [, token] = /with the code (\S+)\n/.exec(running.err()) ?? [];
    const anna = createBrowser(running.url);
    const { status, json } = await anna.send("POST", "/api/setup", { body: { name: "anna", password, token } });
    assert.equal([status, json.role, json.commands.on], [200, "command", false]);
    assert.match(json.commands.why, "--broker");
  }
  assert.is((await made(`${password}\n`, "boris", "--role", "ask", "--tenant", "acme")).exit, 0);
  assert.is((await made(`${password}\n`, "boris", "--role", "see")).exit, 65);
  assert.is((await made("short\n", "carla", "--role", "see")).exit, 65);
  assert.is((await made("", "dora", "--role", "see", "--proxy")).exit, 0);
  assert.is((await made(password, "eve", "--role", "root")).exit, 64);
  assert.is((await made(password, "e v e", "--role", "see")).exit, 64);
  await using running = await start("--database", database);
  assert.not(running.err().includes("code"), "there is an account");
  const boris = createBrowser(running.url);
  const { json } = await boris.send("POST", "/api/login", { body: { name: "boris", password } });
  assert.equal([json.role, json.tenant], ["ask", "acme"]);
});

test("over TLS, with a certificate that the browser knows", async () => {
  writeCertificates(folder, ["server", "other"]);
  await using stores = createStores();
  const database = await stores.address("sqlite");
  const file = (name: string) => join(folder, name);
  const args = ["--database", database, "--tls-cert", file("server.pem"), "--tls-key"];
  assert.is((await run(["console", ...args, file("other.key")])).exit, 65);
  await using running = await start(...args, file("server.key"));
  const status = await new Promise((resolve, reject) => {
    const ca = readFileSync(file("ca.pem"));
    request(`${running.url}/healthz`, { ca }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
  assert.is(status, 200);
});

test("with a broker and a key it asks terminals, and with --collect it is the collector too", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using stores = createStores();
  await supportKeygenCommand.run(["--out", folder, "--name", "console"], capturedIo().io);
  const url = `mqtt://127.0.0.1:${broker.port}`;
  const keys = ["--key", join(folder, "console.key")];
  await using running = await start(
    "--database",
    await stores.address("sqlite"),
    "--broker",
    url,
    ...keys,
    "--collect",
  );
  const [, token] = /with the code (\S+)\n/.exec(running.err()) ?? [];
  const anna = createBrowser(running.url);
  const { json } = await anna.send("POST", "/api/setup", { body: { name: "anna", password, token } });
  assert.is(json.commands.on, true);
  const { json: fleet } = await anna.get("/api/fleet");
  assert.equal([fleet.collector.unreadable, fleet.collector.lagMs], [0, null]);
});

test.run();
