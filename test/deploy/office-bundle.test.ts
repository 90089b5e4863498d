/** Vendor support's side as it is shipped: beside the terminals' bundle, with its database, where no npm package is installed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/store.ts";
import { addFleet } from "../cli/stored-fleet.ts";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";

const test = suite("deploy: the vendor side's bundle", { timeoutMs: 60_000 });

async function run(args: readonly string[], cwd = process.cwd()) {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk) => (text.out += String(chunk)));
  child.stderr.setEncoding("utf8").on("data", (chunk) => (text.err += String(chunk)));
  await once(child, "close");
  return { code: child.exitCode, ...text };
}

const build = (folder: string, entry: string) =>
  run(["--import", loader, "deploy/bundle.ts", "--quiet", entry, folder]);

let folder: string;
const shipped = (...args: string[]) => run([join(folder, "dist", "posdiag.cjs"), ...args], folder);

test.before(async () => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-office-"));
  const { code, err } = await build(join(folder, "dist"), "test/deploy/fixtures/office.ts");
  if (code !== 0) throw new Error(err);
});
test.after(() => rmSync(folder, { recursive: true, force: true }));

test("opens its database and lists terminals, with no npm package", async () => {
  const url = join(folder, "fleet.db");
  await (async () => {
    await using store = await openStore({ url });
    await addFleet(store);
  })();
  const listed = await shipped("support", "list", "--database", url);
  assert.equal([listed.code, listed.err], [0, ""]);
  assert.match(listed.out, /acme\/SN-1 .*SIM card missing/);
  assert.match(listed.out, /\n3 terminals\n$/);
});

test("speaks PostgreSQL, and an error is told as one, not as a bug", async () => {
  const refused = await shipped("support", "list", "--database", "postgres://anna:hidden@127.0.0.1:1/x");
  assert.is(refused.code, 74);
  assert.match(refused.err, /^posdiag: the database cannot be used: .*ECONNREFUSED/);
  assert.not.match(refused.err, /hidden/);
});

test("is not in the terminals' bundle, names no folder of this machine, and is ASCII", () => {
  const [terminal, office] = ["posdiag.cjs", "posdiag-office.cjs"].map((file) =>
    readFileSync(join(folder, "dist", file), "latin1"),
  );
  for (const word of ["Kysely", "pg_catalog", "DatabaseSync"]) {
    assert.not(terminal?.includes(word), word);
    assert.ok(office?.includes(word), word);
  }
  assert.not(office?.includes(process.cwd()));
  assert.not.match(office ?? "", /[\u0080-\u00ff]/);
});

test("has the database's addon for every kind of Linux, and apart from the serial port's", () => {
  const at = join(folder, "dist", "sqlite", "prebuilds");
  assert.equal(readdirSync(at).toSorted(), ["linux-arm64", "linux-x64"]);
  for (const platform of readdirSync(at)) assert.is(readdirSync(join(at, platform)).length, 2, "glibc and musl");
});

test("has the console's page, and each of its files packed as well", () => {
  const files = readdirSync(join(folder, "dist", "console"));
  for (const name of ["index.html", "index.html.br", "index.html.gz"]) assert.ok(files.includes(name), name);
  assert.is(files.filter((name) => /^app\.[0-9a-f]+\.(?:js|css)$/.test(name)).length, 2);
});

test("serves the page that lies beside it, and ends in good order", async () => {
  const words = ["console", "--database", join(folder, "served.db"), "--listen", "127.0.0.1:0"];
  const child = spawn(process.execPath, [join(folder, "dist", "posdiag.cjs"), ...words], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "close");
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stderr.setEncoding("utf8").on("data", (text) => {
        said += String(text);
        const [, address] = /^posdiag console: (http:\S+)$/m.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
      child.once("close", () => reject(new Error(said)));
    });
    const page = await fetch(url);
    assert.is(page.status, 200);
    const [, script = ""] = /src="(\/assets\/app\.[^"]+\.js)"/.exec(await page.text()) ?? [];
    assert.is((await fetch(url + script)).headers.get("content-encoding"), "gzip");
  } finally {
    child.kill("SIGTERM");
  }
  assert.equal(await ended, [0, null]);
});

test("without it the command says so and ends with 69, and its name is still known", async () => {
  rmSync(join(folder, "dist", "posdiag-office.cjs"));
  const missing = await shipped("collector", "--broker", "mqtt://127.0.0.1:1");
  assert.equal([missing.code, missing.out], [69, ""]);
  assert.match(missing.err, /this installation has no vendor side/);
  const help = await shipped("support", "list", "--help");
  assert.is(help.code, 0);
  assert.match(help.out, /^posdiag support list: list terminals/);
});

test("an entry that does not lead to it is built without it", async () => {
  const { code } = await build(join(folder, "lean"), "test/deploy/fixtures/everything.ts");
  assert.is(code, 0);
  assert.ok(existsSync(join(folder, "lean", "posdiag.cjs")));
  assert.not(existsSync(join(folder, "lean", "posdiag-office.cjs")));
  assert.not(existsSync(join(folder, "lean", "console")));
});

test.run();
