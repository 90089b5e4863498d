import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isHeldBy } from "../../../src/probes/governor/hold.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("the order to keep still");

const nowMs = Date.UTC(2026, 10, 22, 12, 0, 0);
const hour = 3_600_000;
let folder: string;
let file: string;

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-hold-"));
  file = join(folder, "hold");
});
test.after.each(() => rmSync(folder, { recursive: true }));

function write(text: string, modifiedMs = nowMs): void {
  writeFileSync(file, text);
  utimesSync(file, modifiedMs / 1_000, modifiedMs / 1_000);
}

test("no file, no folder: nobody is held", () => {
  assert.is(isHeldBy(file, nowMs), false);
  assert.is(isHeldBy(join(folder, "none", "hold"), nowMs), false);
});

for (const text of ["2026-11-22T13:00:00Z", "2026-11-22T13:00Z\n", " 2026-11-22T21:00:00.000+08:00 "]) {
  test(`${JSON.stringify(text)} holds until then, however old the file is`, () => {
    write(text, nowMs - 100 * hour);
    assert.equal(
      [isHeldBy(file, nowMs), isHeldBy(file, nowMs + hour - 1), isHeldBy(file, nowMs + hour)],
      [true, true, false],
    );
  });
}

for (const text of [
  "",
  "until the host is back",
  "2026-11-22",
  "2026-13-45T99:99:99Z",
  "\u0000\u00ff",
  "x".repeat(100_000),
]) {
  test(`what is no time (${JSON.stringify(text.slice(0, 24))}) holds for a day after the file was written`, () => {
    write(text);
    assert.equal(
      [isHeldBy(file, nowMs), isHeldBy(file, nowMs + 24 * hour - 1), isHeldBy(file, nowMs + 24 * hour)],
      [true, true, false],
    );
  });
}

test("a folder or a pipe in its place holds as what is no time, and waits for nobody", () => {
  mkdirSync(file);
  assert.is(isHeldBy(file, Date.now()), true);
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  assert.is(isHeldBy(pipe, Date.now()), true);
});

test.run();
