import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { writeTrust } from "../../src/commands/trust.ts";
import { openShelf } from "../../src/packs/shelf.ts";
import { openPackStore } from "../../src/packs/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { anna, bytesOf, openTerminal, packOf, terms } from "./bench.ts";

const test = suite("packs/store", { timeoutMs: 180_000 });

/** The child as one file, for it is started some thirty times. */
const program = join(mkdtempSync(join(tmpdir(), "posdiag-killed-")), "child.mjs");

test.before(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL("killed-child.ts", import.meta.url))],
    ...{
      outfile: program,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      mainFields: ["module", "main"],
    },
  });
});
test.after(() => rmSync(dirname(program), { recursive: true }));

/** Resolves to whether it was killed; a child that ends by itself must have said so. */
async function isKilled(what: "install" | "start", folder: string, step: number): Promise<boolean> {
  const running = spawn(process.execPath, [program, what, folder, String(step)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  running.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(running, "close");
  if (running.signalCode === null) assert.equal([running.exitCode, said], [0, "done\n"]);
  return running.signalCode === "SIGKILL";
}

/** A terminal with acme-11 in force, and acme-12 beside it. */
async function template(): Promise<string> {
  const terminal = openTerminal();
  await terminal.want("install", bytesOf(packOf(11)));
  await terminal.live();
  writeFileSync(join(terminal.folder, "pack"), bytesOf(packOf(12)));
  writeFileSync(join(terminal.folder, "keys.json"), writeTrust([anna.trusted]));
  return terminal.folder;
}

async function labelAt(folder: string): Promise<string | undefined> {
  const store = openPackStore(join(folder, "data"), silentLog);
  const shelf = await openShelf({ store, terms, trialMs: 60_000, clock: systemClock, log: silentLog });
  await shelf.end();
  return shelf.label;
}

/** Kills at every step there is, each time on a fresh terminal. */
async function atEveryStep(what: "install" | "start", check: (folder: string) => Promise<void>): Promise<number> {
  const from = await template();
  for (let step = 0; ; step += 1) {
    const folder = mkdtempSync(join(tmpdir(), "posdiag-killed-"));
    cpSync(from, folder, { recursive: true });
    const store = openPackStore(join(folder, "data"), silentLog);
    if (what === "start") await store.want({ kind: "install", bytes: bytesOf(packOf(12)) });
    const killed = await isKilled(what, folder, step);
    await check(folder);
    rmSync(folder, { recursive: true });
    if (!killed) {
      rmSync(from, { recursive: true });
      return step;
    }
  }
}

test("killed at any step of laying it ready: the old data is in force or the new, and it can be laid ready again", async () => {
  const steps = await atEveryStep("install", async (folder) => {
    assert.ok(["acme-11", "acme-12"].includes((await labelAt(folder)) ?? "none"));
    const store = openPackStore(join(folder, "data"), silentLog);
    await store.want({ kind: "install", bytes: bytesOf(packOf(12)) });
    assert.is(await labelAt(folder), "acme-12");
  });
  assert.ok(steps >= 8, `${steps} steps`);
});

test("killed at any step of the start that takes it: the next start has it", async () => {
  const steps = await atEveryStep("start", async (folder) => {
    assert.is(await labelAt(folder), "acme-12");
    assert.is(await labelAt(folder), "acme-12");
  });
  assert.ok(steps >= 12, `${steps} steps`);
});

test("what lies there is for its owner only", async () => {
  const terminal = openTerminal();
  await terminal.want("install", bytesOf(packOf(12)));
  await terminal.start();
  const folder = join(terminal.folder, "data");
  assert.is(statSync(folder).mode & 0o777, 0o700);
  for (const name of terminal.files()) assert.is(statSync(join(folder, name)).mode & 0o777, 0o600, name);
  terminal.end();
});

test("one thing is wanted at a time, the newest", async () => {
  const terminal = openTerminal();
  await terminal.want("install", bytesOf(packOf(12)));
  await terminal.want("back");
  assert.is((await terminal.store.order())?.kind, "back");
  await terminal.want("force", bytesOf(packOf(7)));
  assert.equal(terminal.files(), ["next-older.posdata"]);
  await terminal.store.done();
  assert.is(await terminal.store.order(), undefined);
  terminal.end();
});

test.run();
