import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { openAudit } from "../../src/commands/audit.ts";
import { createAuditFile } from "../../src/commands/audit-file.ts";
import { verifyChain } from "../../src/commands/chain.ts";
import type { ClockQuality } from "../../src/model/record.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("commands/audit, on a real disk");

async function inFolder(work: (path: string, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-audit-"));
  try {
    await work(join(folder, "commands", "audit.log"), join(folder, "commands"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const open = (path: string, clockQuality: "ntp" | "none" = "ntp") =>
  openAudit({ file: createAuditFile(path), clock: systemClock, log: silentLog, clockQuality: () => clockQuality });
const linesOf = (path: string) => readFileSync(path, "utf8").split("\n").slice(0, -1);

test("goes on over restarts, and says no time where none is known", () =>
  inFolder(async (path) => {
    const first = await open(path);
    assert.ok(await first.note({ event: "taken", id: "a" }));
    const second = await open(path, "none");
    assert.equal(second.head(), first.head());
    assert.ok(await second.note({ event: "ended", id: "a" }));
    const lines = linesOf(path);
    assert.equal(verifyChain(lines), { kind: "whole", first: 1, head: second.head() });
    assert.match(lines[0] ?? "", /"at":"20/);
    assert.match(lines[1] ?? "", /"at":null/);
  }));

test("a line that a cut left unfinished is cut off, and that is a line", () =>
  inFolder(async (path) => {
    const first = await open(path);
    for (const id of ["a", "b"]) await first.note({ event: "taken", id });
    appendFileSync(path, '{"n":3,"at":"2026');
    const second = await open(path);
    assert.equal(second.head(), first.head());
    await second.note({ event: "taken", id: "c" });
    const lines = linesOf(path);
    assert.is(verifyChain(lines).kind, "whole");
    assert.match(lines[2] ?? "", /"event":"cut","reason":"17_bytes"/);
    assert.is(lines.length, 4);
  }));

test("a file in which somebody changed a line is kept beside it, and a new chain says so", () =>
  inFolder(async (path, folder) => {
    const first = await open(path);
    for (const id of ["a", "b", "c"]) await first.note({ event: "taken", id });
    writeFileSync(path, readFileSync(path, "utf8").replace('"id":"b"', '"id":"x"'));
    const second = await open(path);
    await second.note({ event: "taken", id: "d" });
    assert.equal(readdirSync(folder).toSorted(), ["audit.log", "audit.log.broken-1"]);
    assert.match(linesOf(path)[0] ?? "", /"event":"broken","reason":"line_3"/);
  }));

test("is bounded: a full file is set aside, and the next one holds on to it, also over a restart in between", () =>
  inFolder(async (path, folder) => {
    const audit = await open(path);
    const long = "x".repeat(60_000);
    for (let at = 0; at < 12; at += 1) await audit.note({ event: "taken", id: `${at}`, reason: long });
    assert.equal(readdirSync(folder).toSorted(), ["audit.log", "audit.log.1"]);
    const both = [...linesOf(`${path}.1`), ...linesOf(path)];
    assert.equal(verifyChain(both).kind === "whole" && both.length > 5, true);
    assert.match(linesOf(path)[0] ?? "", /"event":"continued"/);
    rmSync(path);
    const again = await open(path);
    await again.note({ event: "taken", id: "after" });
    assert.is(verifyChain([...linesOf(`${path}.1`), ...linesOf(path)]).kind, "whole");
  }));

test("a disk that takes nothing is counted, and what was to be noted comes later", () =>
  inFolder(async (path) => {
    const audit = await open("/dev/null/nowhere/audit.log");
    assert.is(await audit.note({ event: "taken", id: "a" }), false);
    assert.ok(audit.failed > 0);
    const file = createAuditFile(path);
    let fails = true;
    const quality = (): ClockQuality => "ntp";
    const broken = async () => {
      throw Object.assign(new Error("full"), { code: "ENOSPC" });
    };
    const flaky = { ...file, append: (text: string) => (fails ? broken() : file.append(text)) };
    const log = { file: flaky, clock: systemClock, log: silentLog, clockQuality: quality };
    const patient = await openAudit(log);
    assert.is(await patient.note({ event: "taken", id: "a" }), false);
    fails = false;
    assert.is(await patient.note({ event: "ended", id: "a" }), true);
    assert.is(linesOf(path).length, 2);
  }));

test.run();
