import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schema } from "../../src/config/schema.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("systemd unit", { needs: ["systemd-analyze"], timeoutMs: 20_000 });

const unit = readFileSync(new URL("../../deploy/posdiag.service", import.meta.url), "utf8");

/** All values of a setting, in the order of the file. */
function settings(name: string): readonly string[] {
  return [...unit.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].map(([, value = ""]) => value);
}

function analyze(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const directory = mkdtempSync(join(tmpdir(), "posdiag-unit-"));
  const path = join(directory, "posdiag.service");
  // `verify` wants the program to be there, and this machine may have Node elsewhere than a terminal.
  writeFileSync(path, unit.replace("ExecStart=/usr/bin/node ", `ExecStart=${process.execPath} `));
  const { status, stdout, stderr } = spawnSync("systemd-analyze", [...args, path], { encoding: "utf8" });
  rmSync(directory, { recursive: true });
  return { status, output: stdout + stderr };
}

test("systemd finds nothing wrong with it", () => {
  const { status, output } = analyze("verify", "--man=no", "--recursive-errors=no");
  assert.is(output.includes("posdiag.service"), false, output);
  assert.is(status, 0);
});

test("systemd rates its sandbox 2.0 or better, out of 10 for none", () => {
  const { output } = analyze("security", "--offline=true", "--no-pager");
  const [, exposure] = /Overall exposure level for posdiag\.service: ([\d.]+)/.exec(output) ?? [];
  assert.ok(
    Number(exposure) <= 2,
    output
      .split("\n")
      .filter((line) => line.startsWith("✗"))
      .join("\n"),
  );
});

test("it is watched, restarted for ever, and not restarted when the configuration is wrong", () => {
  assert.equal(
    ["Type", "NotifyAccess", "Restart", "StartLimitIntervalSec"].map((name) => settings(name)),
    [["notify"], ["all"], ["always"], ["0"]],
  );
  assert.ok(Number(settings("WatchdogSec")[0]) > 0);
  assert.ok(settings("RestartPreventExitStatus")[0]?.split(" ").includes("78"));
});

test("its directories hold the default socket and outbox", () => {
  assert.ok(schema["ipc.socket"].default.startsWith(`/run/${settings("RuntimeDirectory")[0]}/`));
  assert.ok(schema["outbox.dir"].default.startsWith(`/var/lib/${settings("StateDirectory")[0]}/`));
});

test("Node takes every flag in it", () => {
  const [command = ""] = settings("ExecStart");
  const flags = command.split(" ").filter((word) => word.startsWith("--") && word !== "--config");
  assert.ok(flags.length >= 4);
  const { status, stderr } = spawnSync(process.execPath, [...flags, "-e", "0"], { encoding: "utf8" });
  assert.equal([status, stderr], [0, ""]);
});

test.run();
