import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dispatch } from "../../src/cli/dispatch.ts";
import { supportCodeKeyCommand } from "../../src/cli/support-code-key.ts";
import { readKeyFile } from "../../src/last-resort/key-file.ts";
import { terminalKey } from "../../src/last-resort/seal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { terminal } from "../last-resort/bench.ts";
import { capturedIo } from "./captured-io.ts";

const test = suite("posdiag support code-key");
const folder = mkdtempSync(join(tmpdir(), "posdiag-code-key-"));
const [fleet, own] = [join(folder, "fleet.key"), join(folder, "own.key")];
test.after(() => rmSync(folder, { recursive: true }));

const whose = ["--tenant", terminal.tenant, "--serial", terminal.serial];

function run(...args: readonly string[]): Promise<number> {
  return dispatch([supportCodeKeyCommand], ["support", "code-key", ...args], capturedIo().io);
}

test("a fleet's key is made once, and a terminal's out of it, both for their owner only", async () => {
  assert.is(await run("--new", fleet), 0);
  assert.is(await run("--new", fleet), 73, "it is not overwritten");
  assert.is(await run("--fleet", fleet, ...whose, "--out", own), 0);
  const [made, derived] = [fleet, own].map((path) => readKeyFile(readFileSync(path, "utf8")));
  assert.ok(made?.kind === "fleet" && derived?.kind === "terminal");
  assert.equal([derived.key, derived.terminal], [terminalKey(made.key, terminal), terminal]);
  for (const path of [fleet, own]) assert.is(statSync(path).mode & 0o777, 0o600);
});

test("of a terminal's key no other is made; wrong use is told", async () => {
  await run("--new", fleet);
  await run("--fleet", fleet, ...whose, "--out", own);
  assert.is(await run("--fleet", own, ...whose, "--out", join(folder, "x")), 65);
  assert.is(await run("--fleet", join(folder, "none"), ...whose, "--out", join(folder, "x")), 66);
  for (const args of [
    [],
    ["--fleet", fleet],
    ["--new", fleet, ...whose],
    ["--fleet", fleet, "--out", own, "--tenant", "a"],
  ]) {
    assert.is(await run(...args), 64, args.join(" "));
  }
});

test.run();
