import { spawnSync } from "node:child_process";
import { isAgentError } from "../../src/base/errors.ts";
import { seededRandom } from "../../src/base/random.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOutboxBench, drained } from "./bench.ts";
import { Account, command, start } from "./writer-life.ts";

const test = suite("outbox/writer", { timeoutMs: 60_000 });
test("killed at any moment: nothing acknowledged is lost, nothing is named twice, the lock is free", async () => {
  await using bench = createOutboxBench();
  const random = seededRandom(20_261_124);
  const account = new Account();
  for (let round = 1; round <= 8; round++) {
    const run = start(...command(bench.dir, bench.systemBoot, String(round)));
    // After some have been acknowledged, and a moment that is a part of the next.
    await run.said(1 + random() * 60);
    await new Promise((resolve) => setTimeout(resolve, random() * 3));
    run.process.kill("SIGKILL");
    await run.ended;
    account.hear(run.lines());
    const outbox = await bench.open({ limits: { bytes: 1 << 24, count: 1e6, ageMs: 1e12 } });
    account.compare(new Set(drained(outbox).map((record) => record.slice(record.indexOf(":") + 1))));
    assert.is(new Set([...account.contents.keys()].map((name) => name.split(" ")[0])).size, 1, "one boot");
    await outbox.close();
  }
  assert.ok(account.taken > 100, `${account.taken} records taken`);
});

test("while another process has it open, nobody else may; when it is killed, anybody may", async () => {
  await using bench = createOutboxBench();
  const run = start(...command(bench.dir, bench.systemBoot, "1"));
  await run.said(1);
  let refused: unknown;
  try {
    await bench.open();
  } catch (error) {
    refused = error;
  }
  run.process.kill("SIGKILL");
  await run.ended;
  assert.ok(isAgentError(refused, "AGENT_ALREADY_RUNS"));
  const outbox = await bench.open();
  assert.ok(outbox.position().nextSeq >= 1);
});

test.run();

const traced = suite("outbox/writer, traced", { timeoutMs: 60_000, needs: ["strace"] });

/** The system calls of a writer of 200 records: `write`, `sync` and `take` in their order. */
function trace(dir: string, atOnce: string): string[] {
  const args = ["-f", "-e", "trace=fdatasync,write,pwrite64", "-s", "12", process.execPath];
  const { stderr } = spawnSync("strace", [...args, ...command(dir, "boot-1", "1", atOnce, "200")], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return stderr.split("\n").flatMap((line) => {
    if (line.includes("pwrite64(") && line.includes('"PDR1')) return ["write"];
    if (/fdatasync(\(\d+\)| resumed>\)) += 0/.test(line)) return ["sync"];
    return line.includes('write(1, "take') ? ["take"] : [];
  });
}

traced("an append resolves only after its bytes are synced", async () => {
  await using bench = createOutboxBench();
  const calls = trace(bench.dir, "1");
  assert.is(calls.filter((call) => call === "take").length, 200);
  for (const [place, call] of calls.entries()) if (call === "take") assert.is(calls[place - 1], "sync");
});

traced("appends made at once share a sync", async () => {
  await using bench = createOutboxBench();
  const calls = trace(bench.dir, "20");
  assert.is(calls.filter((call) => call === "take").length, 200);
  const syncs = calls.filter((call) => call === "sync").length;
  assert.ok(syncs >= 10 && syncs <= 40, `${syncs} syncs for 200 appends, 20 at a time`);
});

traced.run();
