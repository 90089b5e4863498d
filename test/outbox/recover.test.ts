import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { seededRandom } from "../../src/base/random.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOutboxBench, drained, type OutboxBench, text } from "./bench.ts";

const test = suite("outbox/recover", { timeoutMs: 60_000 });

/** Everything ever numbered, by boot and number; the same name with other content is the one thing that must not be. */
class Names {
  readonly #contents = new Map<string, string>();
  async append(outbox: Outbox, content: string): Promise<void> {
    const { boot, seq } = await outbox.append("fault", text(content));
    this.check(`${boot} ${seq}`, content);
  }
  check(name: string, content: string): void {
    const known = this.#contents.get(name) ?? content;
    if (known !== content) throw new Error(`${name} was ${known} and is ${content}`);
    this.#contents.set(name, content);
  }
}

async function filled(bench: OutboxBench, names: Names, count = 6): Promise<void> {
  const outbox = await bench.open();
  for (let index = 1; index <= count; index++) await names.append(outbox, `record ${index}`);
  await outbox.close();
}

function only(bench: OutboxBench): string {
  const [path] = bench.segments();
  if (!path) throw new Error("no segment");
  return path;
}

const expected = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}:record ${index + 1}`);

function brokenNames(path: string): string[] {
  return readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.broken-`));
}

test("a tail torn at any byte of the last record costs that record only, and its number is used again", async () => {
  await using bench = createOutboxBench();
  await filled(bench, new Names());
  const whole = readFileSync(only(bench));
  const last = whole.lastIndexOf("PDR1");
  assert.ok(whole.length - last > 34);
  for (let end = last; end < whole.length; end++) {
    writeFileSync(only(bench), whole.subarray(0, end));
    const outbox = await bench.open();
    assert.equal(drained(outbox), expected(5), `cut at ${end}`);
    assert.is(outbox.stats().cutBytes, end - last);
    assert.is((await outbox.append("fault", text("record 6"))).seq, 6);
    await outbox.close();
    assert.equal(readFileSync(only(bench)), whole, `cut at ${end}`);
  }
});

test("a flipped bit anywhere costs one record at most, and no name is used for two contents", async () => {
  await using bench = createOutboxBench();
  const names = new Names();
  await filled(bench, names, 3);
  const path = only(bench);
  const head = readFileSync(join(bench.dir, "head"));
  const whole = readFileSync(path);
  const random = seededRandom(20_261_123);
  for (let place = 0; place < whole.length; place++) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8((bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8)), place);
    for (const file of bench.segments()) rmSync(file);
    writeFileSync(path, bytes);
    writeFileSync(join(bench.dir, "head"), head);
    const outbox = await bench.open();
    const found = drained(outbox);
    assert.ok(found.length >= 2, `byte ${place}: ${found}`);
    assert.ok(found.every((record) => expected(3).includes(record)));
    assert.ok(outbox.stats().cutBytes > 0, `byte ${place} unnoticed`);
    await names.append(outbox, `after a flip at ${place}`);
    await outbox.close();
    const again = await bench.open();
    assert.is(again.pendingCount(), found.length + 1);
    await again.close();
  }
});

test("a flip in a middle file costs one record; the newest file goes on", async () => {
  await using bench = createOutboxBench();
  const limits = { bytes: 65_536, count: 1000, ageMs: 1e9 };
  const first = await bench.open({ limits });
  for (let index = 0; index < 30; index++) await first.append("fault", () => Buffer.alloc(1000, 65 + index));
  const { boot } = first.position();
  await first.close();
  const [, middle] = bench.segments();
  assert.ok(middle && bench.segments().length > 3);
  const bytes = readFileSync(middle ?? "");
  bytes.writeUInt8((bytes[3000] ?? 0) ^ 4, 3000);
  writeFileSync(middle ?? "", bytes);
  const second = await bench.open({ limits });
  assert.is(second.pendingCount(), 29);
  assert.equal(second.position(), { boot, firstSeq: 1, nextSeq: 31 });
});

test("the newest file missing, or the note of it: what is left is kept, and a new boot begins", async () => {
  for (const lose of ["segment", "head"]) {
    await using bench = createOutboxBench();
    const limits = { bytes: 65_536, count: 1000, ageMs: 1e9 };
    const first = await bench.open({ limits });
    for (let index = 0; index < 20; index++) await first.append("fault", () => Buffer.alloc(1000, index));
    const { boot } = first.position();
    await first.close();
    rmSync(lose === "head" ? join(bench.dir, "head") : (bench.segments().at(-1) ?? ""));
    const second = await bench.open({ limits });
    assert.ok(second.pendingCount() > 10);
    const fresh = await second.append("fault", text("x"));
    assert.is.not(fresh.boot, boot);
    assert.is(fresh.seq, 1);
  }
});

test("a newest file that was never begun is as if it were not there", async () => {
  for (const begun of [0, 4, 20, 40]) {
    await using bench = createOutboxBench();
    const names = new Names();
    await filled(bench, names);
    const { boot } = await headOf(bench);
    const header = readFileSync(only(bench)).subarray(0, begun);
    writeFileSync(join(bench.dir, "00000002.log"), header);
    const outbox = await bench.open();
    assert.equal(drained(outbox), expected(6));
    assert.equal(await outbox.append("fault", text("record 7")), { boot, seq: 7 });
  }
});

async function headOf(bench: OutboxBench): Promise<{ readonly boot: string }> {
  const outbox = await bench.open();
  const position = outbox.position();
  await outbox.close();
  return position;
}

test("a store of which nothing can be understood is set aside and replaced, and only the newest three are kept", async () => {
  await using bench = createOutboxBench();
  for (let round = 1; round <= 5; round++) {
    await filled(bench, new Names(), 2);
    for (const path of bench.segments()) writeFileSync(path, Buffer.alloc(5000, round));
    const outbox = await bench.open();
    assert.is(outbox.stats().brokenStores, 1);
    assert.is(outbox.pendingCount(), 0);
    assert.is((await outbox.append("fault", text("x"))).seq, 1);
    await outbox.close();
    rmSync(bench.dir, { recursive: true });
  }
  assert.equal(brokenNames(bench.dir), ["outbox.broken-3", "outbox.broken-4", "outbox.broken-5"]);
});

test("a file where the directory should be is set aside", async () => {
  await using bench = createOutboxBench();
  rmSync(bench.dir, { recursive: true });
  writeFileSync(bench.dir, "alien");
  const outbox = await bench.open();
  assert.is(outbox.stats().brokenStores, 1);
  assert.is((await outbox.append("fault", text("x"))).seq, 1);
  assert.equal(brokenNames(bench.dir), ["outbox.broken-1"]);
});

test("directories, giants and strangers among the files are not fatal", async () => {
  await using bench = createOutboxBench();
  await filled(bench, new Names());
  mkdirSync(join(bench.dir, "00000007.log"));
  writeFileSync(join(bench.dir, "00000008.log"), "");
  truncateSync(join(bench.dir, "00000008.log"), 5_000_000);
  rmSync(join(bench.dir, "head"));
  mkdirSync(join(bench.dir, "head"));
  writeFileSync(join(bench.dir, "notes.txt"), "hello");
  const outbox = await bench.open();
  assert.equal(drained(outbox), expected(6));
  assert.is(outbox.stats().brokenStores, 3);
  await outbox.append("fault", text("x"));
  assert.is(outbox.pendingCount(), 7);
});

test("a file that disappears while the outbox is open costs its records, and they are told as dropped", async () => {
  await using bench = createOutboxBench();
  const limits = { bytes: 65_536, count: 1000, ageMs: 1e9 };
  const outbox = await bench.open({ limits });
  for (let index = 0; index < 20; index++) await outbox.append("fault", () => Buffer.alloc(1000, index));
  rmSync(only(bench));
  const left = drained(outbox);
  assert.ok(left.length > 10 && left.length < 20);
  assert.is(outbox.stats().lost, 20 - left.length);
  const [told] = outbox.takeDropped();
  assert.equal([told?.count, told?.firstSeq, told?.lastSeq], [20 - left.length, 1, 20 - left.length]);
});

test.run();
