import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFrame } from "../../src/outbox/frames.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createOutboxBench, text } from "../outbox/bench.ts";
import { createLedger } from "./durability/balance.ts";
import { readStoreFiles } from "./durability/store-files.ts";
import { runTrial } from "./durability/trial.ts";

const books = suite("bench/durability, its books");
const boot = "0123456789abcdef";
const record = (seq: number, digest = `d${seq}`) => ({ name: `${boot} ${seq}`, digest });

books("what was held and did not arrive is lost; what came twice is no loss", () => {
  const ledger = createLedger();
  for (const seq of [1, 2, 3]) ledger.held(record(seq));
  for (const seq of [1, 1, 3]) ledger.arrived(record(seq));
  const { taken, arrived, duplicates, lost, gaps, otherContent } = ledger.balance();
  assert.equal([taken, arrived, duplicates], [3, 2, 1]);
  assert.equal(lost, [`${boot} 2`]);
  assert.equal(gaps, [`${boot} 2`]);
  assert.equal(otherContent, []);
});

books("a number that nobody ever saw is a gap, and one told as dropped is none", () => {
  const ledger = createLedger();
  ledger.arrived(record(4));
  ledger.dropped(boot, 2, 3);
  assert.equal(ledger.balance().gaps, [`${boot} 1`]);
  assert.is(ledger.completeUpTo(boot), 0);
  ledger.arrived(record(1));
  assert.is(ledger.completeUpTo(boot), 4);
  assert.equal(ledger.balance().gaps, []);
});

books("a number with two contents is found, in the files, on arrival and between them", () => {
  const [files, wire, between] = [createLedger(), createLedger(), createLedger()];
  for (const digest of ["a", "b"]) files.held(record(1, digest));
  for (const digest of ["a", "b"]) wire.arrived(record(1, digest));
  between.held(record(1, "a"));
  between.arrived(record(1, "b"));
  for (const ledger of [files, wire, between]) assert.equal(ledger.balance().otherContent, [`${boot} 1`]);
});

books.run();

const files = suite("bench/durability, its own reader of the outbox's files");

files("reads what the outbox wrote, and what of it waits", async () => {
  await using bench = createOutboxBench();
  const outbox = await bench.open();
  assert.equal(readStoreFiles(bench.dir).records, []);
  for (const content of ["one", "two", "three", "four"]) await outbox.append("fault", text(content));
  const { boot: own } = outbox.position();
  outbox.ack({ boot: own, seq: 4 });
  outbox.ack({ boot: own, seq: 2 }, "up_to");
  await outbox.close();
  const found = readStoreFiles(bench.dir);
  assert.equal(
    found.records.map(({ name }) => name),
    [1, 2, 3, 4].map((seq) => `${own} ${seq}`),
  );
  assert.equal([...found.waiting], [`${own} 3`]);
  assert.equal([found.torn, found.damaged, found.setAside], [0, 0, 0]);
});

files("tells an unfinished record at the end from damage anywhere else", () => {
  const root = mkdtempSync(join(tmpdir(), "posdiag-reader-"));
  const dir = join(root, "outbox");
  mkdirSync(dir);
  const frame = (seq: number) => dataFrame({ class: "fault", boot, seq, monoS: 1 }, Buffer.from(`report ${seq}`));
  const write = (name: string, ...parts: readonly Buffer[]) => writeFileSync(join(dir, name), Buffer.concat(parts));
  write("00000001.log", frame(1), frame(2).subarray(0, 40), frame(3));
  write("00000002.log", frame(4), frame(5).subarray(0, 20));
  const { records, torn, damaged } = readStoreFiles(dir);
  assert.equal(
    records.map(({ name }) => name),
    [1, 3, 4].map((seq) => `${boot} ${seq}`),
  );
  assert.equal([torn, damaged], [1, 1]);
  rmSync(root, { recursive: true });
});

files.run();

const run = suite("bench/durability, the run itself", { timeoutMs: 60_000 });

run("five kills: everything that the outbox held arrives, and nothing twice with other content", async () => {
  const said: string[] = [];
  const trial = {
    kills: 5,
    seed: 7,
    broker: "embedded",
    ack: "collector",
    program: "source",
    patienceMs: 2_000,
  } as const;
  const findings = await runTrial(trial, (line) => said.push(line));
  assert.equal(findings.failures, []);
  assert.equal([findings.lost, findings.gaps, findings.otherContent], [[], [], []]);
  assert.is(findings.kills, 5);
  assert.ok(findings.taken >= 1 && findings.arrived >= findings.taken, `${findings.arrived} of ${findings.taken}`);
  assert.equal([findings.damagedPlaces, findings.brokenStores, findings.unreadable], [0, 0, 0]);
});

run.run();
