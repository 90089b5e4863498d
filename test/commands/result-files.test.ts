import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKeptFile, type KeptFile } from "../../src/base/kept-file.ts";
import { silentLog } from "../../src/base/log.ts";
import { packResult } from "../../src/commands/result.ts";
import {
  createResultFiles,
  decodeStored,
  encodeStored,
  mostStoredBytes,
  type StoredResult,
} from "../../src/commands/result-files.ts";
import { mostResults, openResults, type PackedResult } from "../../src/commands/results.ts";
import { createAssembly } from "../../src/support/assembly.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { anna, boris, bytesOf, commandOf, keys, newDisk, openBench } from "./bench.ts";

const test = suite("commands/result-files");

class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "posdiag-results-"));
  #kept: KeptFile<StoredResult>[] = [];

  /** As after a start. */
  open() {
    this.#kept = Array.from({ length: mostResults }, (_, place) =>
      createKeptFile({
        ...{ path: this.file(place), name: "results", log: silentLog, mostBytes: mostStoredBytes },
        ...{ decode: decodeStored, encode: encodeStored },
      }),
    );
    return createResultFiles(this.#kept);
  }

  /** Resolves when nothing is being written. */
  async written(count: number): Promise<void> {
    const sum = () => this.#kept.reduce((total, file) => total + file.counts().written, 0);
    while (sum() < count) await new Promise((resolve) => setImmediate(resolve));
  }

  file(place: number): string {
    return join(this.path, `result-${place}.json`);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}

const idOf = (n: number) => n.toString(16).padStart(32, "0");

function packed(n: number, value: unknown = { n }): PackedResult {
  const result = packResult(idOf(n), value);
  if (result.kind === "packed") return result;
  throw new Error("too large");
}

test("the newest four are there after a restart, byte for byte, and the oldest is replaced", async () => {
  using folder = new Folder();
  const files = folder.open();
  await files.read();
  for (let n = 1; n <= 3; n++) files.write(idOf(n), packed(n));
  await folder.written(3);
  const after = folder.open();
  assert.equal(
    (await after.read()).map(({ id, result }) => [id, result.digest]),
    [1, 2, 3].map((n) => [idOf(n), packed(n).digest]),
  );
  for (let n = 4; n <= 6; n++) after.write(idOf(n), packed(n));
  await folder.written(3);
  assert.equal(
    (await folder.open().read()).map(({ id }) => id),
    [3, 4, 5, 6].map(idOf),
  );
  assert.is(readdirSync(folder.path).length, mostResults);
  assert.is(statSync(folder.file(0)).mode & 0o77, 0, "for nobody else to read");
});

test("a file that is damaged or none of ours costs one result", async () => {
  using folder = new Folder();
  const files = folder.open();
  await files.read();
  for (let n = 1; n <= 3; n++) files.write(idOf(n), packed(n));
  await folder.written(3);
  writeFileSync(folder.file(1), encodeStored({ id: idOf(2), order: 1, bytes: Buffer.alloc(9) }).slice(0, -4));
  writeFileSync(folder.file(3), "{}");
  assert.equal(
    (await folder.open().read()).map(({ id }) => id),
    [1, 3].map(idOf),
  );
});

test("nonsense is no stored result", () => {
  const sound = { version: 1, id: idOf(1), order: 1, gzip: "AAAA" };
  assert.ok(decodeStored(JSON.stringify(sound)));
  for (const change of [{ version: 2 }, { id: "../x" }, { order: 1.5 }, { gzip: "" }, { gzip: 1 }]) {
    assert.is(decodeStored(JSON.stringify({ ...sound, ...change })), undefined, JSON.stringify(change));
  }
  for (const text of ["", "null", "[]", "1", "{"]) assert.is(decodeStored(text), undefined, text);
  assert.is(decodeStored(encodeStored({ id: idOf(1), order: 0, bytes: Buffer.alloc(262_145) })), undefined);
});

test("the largest result fits its file", () => {
  const text = encodeStored({ id: idOf(1), order: Number.MAX_SAFE_INTEGER, bytes: Buffer.alloc(262_144) });
  assert.ok(text.length <= mostStoredBytes, `${text.length}`);
});

test("a result that got lost is had after a restart too, by who asked for it and by nobody else", async () => {
  using folder = new Folder();
  const clock = new VirtualClock();
  const disk = newDisk();
  const value = Array.from({ length: 9_000 }, (_, at) => (at * 7_919) % 10_007);
  const change = { keys: () => keys.map((each) => ({ ...each, may: [] })) };
  const open = async () =>
    openBench({
      ...{ clock, disk, execute: async () => ({ kind: "done", result: value }) },
      change: { ...change, results: await openResults(folder.open()) },
    });
  const command = commandOf(clock, { kind: "read_state" });
  const first = await open();
  first.desk.receive({ payload: bytesOf(command), retained: false });
  await clock.advance(1_000);
  await folder.written(1);
  await first.stop();
  const second = await open();
  const again = (who = anna) =>
    commandOf(clock, { kind: "again", id: command.id }, { who: who === anna ? "anna" : "boris" });
  second.desk.receive({ payload: bytesOf(again(boris), boris), retained: false });
  await clock.advance(1_000);
  assert.is(second.told.at(-1)?.reason, "not_allowed");
  const asked = again();
  second.desk.receive({ payload: bytesOf(asked), retained: false });
  await clock.advance(1_000);
  const assembly = createAssembly();
  for (const chunk of second.sent.filter(({ id }) => id === asked.id)) assembly.take(chunk);
  const digest = second.told.at(-1)?.result;
  assert.equal(digest && assembly.result(digest), { kind: "whole", value });
  assert.is(second.ran.length, 0);
  await second.stop();
});

test.run();
