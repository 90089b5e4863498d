import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "../../src/base/random.ts";
import { nothingRemembered, type Remembered } from "../../src/memory/remembered.ts";
import { createStore } from "../../src/memory/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";

const test = suite("memory/store", { timeoutMs: 60_000 });
const some: Remembered = { ...nothingRemembered("salt"), unbookedBytes: 42 };

let folder = "";
let logged: string[] = [];

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-memory-"));
  logged = [];
});

test.after.each(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, "state", "memory.json");
const store = (at = path()) => createStore(at, (_, event) => void logged.push(event));

test("nothing is there at first; what is written is there afterwards, for its owner only", async () => {
  assert.is(await store().read(), undefined);
  assert.is(await store().write(some), true);
  assert.equal(await store().read(), some);
  assert.is(statSync(path()).mode & 0o777, 0o600);
  assert.equal(readdirSync(join(folder, "state")), ["memory.json"]);
  assert.equal(logged, []);
});

test("damaged files are set aside, reported, and only the newest few kept", async () => {
  mkdirSync(join(folder, "state"));
  for (let round = 1; round <= 6; round += 1) {
    writeFileSync(path(), `damage ${round}`);
    const own = store();
    assert.is(await own.read(), undefined);
    assert.is(own.counts().setAside, 1);
  }
  assert.equal(
    readdirSync(join(folder, "state")).sort(),
    [4, 5, 6].map((at) => `memory.json.broken-${at}`),
  );
  assert.equal(logged, times(6, "memory.damaged"));
  assert.is(await store().write(some), true);
  assert.equal(await store().read(), some);
});

const times = (count: number, event: string) => Array.from({ length: count }, () => event);

test("a huge file and a directory of that name are not ours either", async () => {
  mkdirSync(join(folder, "state"));
  writeFileSync(path(), "x".repeat(1_000_000));
  assert.is(await store().read(), undefined);
  mkdirSync(path());
  assert.is(await store().read(), undefined);
  assert.is(await store().write(some), true);
});

test("what a power cut left of a new file does not matter", async () => {
  await store().write(some);
  writeFileSync(`${path()}.new`, readFileSync(path(), "utf8").slice(0, 20));
  assert.equal(await store().read(), some);
  assert.is(await store().write({ ...some, unbookedBytes: 43 }), true);
  assert.is((await store().read())?.unbookedBytes, 43);
});

test("a disk that refuses is counted and reported, and the next write is tried all the same", async () => {
  writeFileSync(join(folder, "state"), "a file where the directory should be");
  const own = store();
  assert.is(await own.read(), undefined);
  assert.equal([await own.write(some), await own.write(some)], [false, false]);
  assert.is(own.counts().failed, 3);
  rmSync(join(folder, "state"));
  assert.equal([await own.write(some), own.counts().written], [true, 1]);
});

test("killed at any moment: the file is whole, and nothing that was on disk is lost", async () => {
  const child = fileURLToPath(new URL("writer-child.ts", import.meta.url));
  const random = seededRandom(20_261_122);
  let most = 0;
  for (let round = 0; round < 6; round += 1) {
    const writer = spawn(process.execPath, ["--import", loader, child, path()], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    writer.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    await once(writer.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, random() * 60));
    writer.kill("SIGKILL");
    await once(writer, "close");
    const acknowledged = said
      .split("\n")
      .filter((line) => line.startsWith("true "))
      .at(-1);
    const found = (await store().read())?.unbookedBytes ?? 0;
    assert.ok(found >= Number(acknowledged?.slice(5)) && found > most, `${found} after ${acknowledged}`);
    most = found;
  }
  assert.equal(logged, [], "no file was set aside");
});

test.run();
