import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBootTraces } from "../../../src/probes/device/boot-traces.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("probes/device/boot-traces");
let root = "";
test.before.each(() => {
  root = mkdtempSync(join(tmpdir(), "posdiag-traces-"));
  lay("proc/sys/kernel/random/boot_id", "4b59ec1c-7251-4f0d-a51a-efc6543a93da");
});
test.after.each(() => rmSync(root, { recursive: true }));

function lay(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), `${text}\n`);
}

test("what cannot be read is not nothing", () => {
  assert.equal(readBootTraces(root), {
    boot: "4b59ec1c-7251-4f0d-a51a-efc6543a93da",
    crashRecords: undefined,
    watchdog: undefined,
    rtcS: undefined,
  });
  rmSync(join(root, "proc"), { recursive: true });
  assert.is(readBootTraces(root), undefined);
});

test("a panic is a crash record; an oops, the console's log and what a program wrote are none", () => {
  lay("sys/fs/pstore/dmesg-ramoops-0", "Panic#2 Part1\n<0>[ 1.0] Kernel panic - not syncing: Fatal exception");
  lay("sys/fs/pstore/dmesg-ramoops-1", "Oops#1 Part1\n<1>[ 1.0] Unable to handle kernel NULL pointer dereference");
  lay("sys/fs/pstore/console-ramoops-0", "[ 1.0] Linux version 5.10");
  lay("sys/fs/pstore/pmsg-ramoops-0", "posdiag");
  const records = readBootTraces(root)?.crashRecords ?? [];
  assert.is(records.length, 1);
  assert.match(records[0] ?? "", /^dmesg-ramoops-0 /);
  // Another panic in the same place is another record.
  lay("sys/fs/pstore/dmesg-ramoops-0", "Panic#3 Part1\n<0>[ 2.0] Kernel panic - not syncing: Fatal exception");
  assert.is.not(readBootTraces(root)?.crashRecords?.[0], records[0]);
});

test("records that systemd has taken away are found where it puts them", () => {
  mkdirSync(join(root, "sys/fs/pstore"), { recursive: true });
  mkdirSync(join(root, "var/lib/systemd/pstore/1795000000"), { recursive: true });
  assert.equal(readBootTraces(root)?.crashRecords, ["archive 1795000000"]);
});

test("of several watchdogs each may speak", () => {
  lay("sys/class/watchdog/watchdog0/bootstatus", "0");
  lay("sys/class/watchdog/watchdog1/bootstatus", String(0x20 | 0x10));
  assert.equal(readBootTraces(root)?.watchdog, { fired: true, overheated: false, starved: true });
});

test.run();
