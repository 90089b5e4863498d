import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isAgentError } from "../../src/base/errors.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOutboxBench, drained, text } from "./bench.ts";

const test = suite("outbox/reserve", { timeoutMs: 60_000, needs: ["bash"] });
const limits = { bytes: 1 << 24, count: 1e6, ageMs: 1e12 };

/** A disk of one megabyte, if this user may mount one. */
function mountSmall(): string | undefined {
  const point = mkdtempSync(join(tmpdir(), "posdiag-small-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", point]);
  if (status === 0) return point;
  rmSync(point, { recursive: true });
  return undefined;
}

async function refused(outbox: Outbox, content: () => Uint8Array): Promise<boolean> {
  try {
    await outbox.append("metric", content);
    return false;
  } catch (error) {
    if (isAgentError(error, "OUTBOX_FAILED")) return true;
    throw error;
  }
}

const small = mountSmall();
const onSmall = small === undefined ? test.skip : test;

onSmall("on a full disk metrics give way, faults stay, everything can still be read and freed", async () => {
  await using bench = createOutboxBench(small);
  const outbox = await bench.open({ limits });
  for (let index = 0; index < 20; index++) await outbox.append("fault", text(`fault ${index}`));
  for (let index = 0; index < 1500; index++) await outbox.append("metric", () => Buffer.alloc(2000, index));
  const { dropped, pending } = outbox.stats();
  assert.is(dropped.fault, 0);
  assert.ok(dropped.metric > 0 && pending.metric > 50, `${dropped.metric} dropped, ${pending.metric} wait`);
  assert.is(dropped.metric + pending.metric, 1500);
  const { boot } = outbox.position();
  assert.is(outbox.ack({ boot, seq: 5 }, "up_to"), 5);
  await outbox.close();
  const again = await bench.open({ limits });
  assert.is(drained(again)[0], "6:fault 5");
  assert.equal(again.position(), { boot, firstSeq: 6, nextSeq: 1521 });
});

onSmall("a disk that others fill refuses records, loses none, and takes them again when there is room", async () => {
  await using bench = createOutboxBench(small);
  const outbox = await bench.open({ limits });
  for (let index = 0; index < 50; index++) await outbox.append("fault", text(`fault ${index}`));
  const hog = join(small ?? "", "hog");
  fill(hog);
  let refusals = 0;
  for (let index = 0; index < 400; index++) {
    if (await refused(outbox, () => Buffer.alloc(1500, index))) refusals += 1;
    if (index === 200) fill(hog); // takes what the reserve gave back as well
  }
  assert.ok(refusals > 0);
  assert.is(outbox.stats().dropped.fault, 0);
  rmSync(hog);
  assert.not(await refused(outbox, () => Buffer.alloc(1500)));
  assert.is(drained(outbox).filter((record) => record.includes("fault")).length, 50);
});

function fill(path: string): void {
  for (const size of [65_536, 4096, 512]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: "a" });
    } catch {
      // Full for this size: that is the aim.
    }
  }
}

test("a file that may not grow refuses records and keeps what it has", async () => {
  await using bench = createOutboxBench();
  const child = fileURLToPath(new URL("writer-child.ts", import.meta.url));
  const line = `ulimit -f 40; exec "$0" --import tsx "$@"`;
  const { stdout, stderr } = spawnSync(
    "bash",
    ["-c", line, process.execPath, child, bench.dir, bench.systemBoot, "1", "1", "1000"],
    { encoding: "utf8" },
  );
  const taken = stdout.split("\n").filter((said) => said.startsWith("take"));
  const freed = new Set(stdout.split("\n").flatMap((said) => (said.startsWith("free") ? [said.slice(5)] : [])));
  assert.ok(taken.length > 20 && taken.length < 1000, `${taken.length} taken`);
  assert.match(stderr, /OUTBOX_FAILED/);
  assert.match(stderr, /EFBIG/);
  const outbox = await bench.open({ limits });
  const waiting = new Set(drained(outbox).map((record) => record.split(":")[1]));
  for (const said of taken) {
    const record = said.slice(5);
    const name = record.split(" ").slice(0, 2).join(" ");
    assert.ok(freed.has(name) || waiting.has(record), `${name} lost`);
  }
  assert.is(outbox.position().nextSeq, taken.length + 1);
});

test.after(() => {
  if (small === undefined) return;
  spawnSync("umount", [small]);
  rmSync(small, { recursive: true });
});

test.run();
