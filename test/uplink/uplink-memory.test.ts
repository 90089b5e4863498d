import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLog } from "../../src/base/log.ts";
import { createUplinkFile, keepWriting, type Remembered } from "../../src/uplink/uplink-memory.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("uplink/uplink-memory");
const remembered: Remembered = {
  use: {
    months: [{ name: "2026-11-01", uses: { fault: { up: 7, down: 3 } } }],
    days: [{ name: "2026-11-22", uses: {} }],
    unbooked: { session: { up: 1, down: 0 } },
  },
  keepaliveS: 450,
};

function place(): Disposable & { readonly dir: string; readonly path: string } {
  const dir = mkdtempSync(join(tmpdir(), "posdiag-uplink-"));
  return {
    ...{ dir, path: join(dir, "uplink.json") },
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}

test("what was used and which keep-alive holds come back after a restart", async () => {
  using here = place();
  assert.is(await createUplinkFile(here.path, silentLog).read(), undefined);
  assert.ok(await createUplinkFile(here.path, silentLog).write(remembered));
  assert.equal(await createUplinkFile(here.path, silentLog).read(), remembered);
});

test("a file that is damaged, or another's, is set aside and begun anew", async () => {
  const use = { months: [], days: [], unbooked: {} };
  for (const bad of [
    "",
    "{",
    "[]",
    '{"version":2}',
    JSON.stringify({ version: 1, ...use, months: [{ name: "x", uses: {} }] }),
  ]) {
    using here = place();
    writeFileSync(here.path, bad);
    assert.is(await createUplinkFile(here.path, silentLog).read(), undefined, bad);
    assert.equal(readdirSync(here.dir).includes("uplink.json"), false, bad);
  }
});

test("it is written when something changed, every so often, and at the end", async () => {
  const clock = new VirtualClock();
  const written: Remembered[] = [];
  let now: Remembered = remembered;
  const file = {
    read: async () => undefined,
    write: async (content: Remembered) => {
      written.push(content);
      return true;
    },
  };
  const stop = new AbortController();
  const writing = keepWriting(file, () => now, { clock, everyMs: 1_000, stop: stop.signal });
  await clock.advance(5_000);
  assert.is(written.length, 0);
  now = { ...remembered, keepaliveS: 225 };
  await clock.advance(5_000);
  assert.equal(
    written.map(({ keepaliveS }) => keepaliveS),
    [225],
  );
  now = remembered;
  stop.abort();
  await writing;
  assert.is(written.length, 2);
});

test.run();
