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

test("systemd rates its sandbox 1.8 or better, out of 10 for none", () => {
  const { output } = analyze("security", "--offline=true", "--no-pager");
  const [, exposure] = /Overall exposure level for posdiag\.service: ([\d.]+)/.exec(output) ?? [];
  assert.ok(
    Number(exposure) <= 1.8,
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

test("nothing in a directory that it can write can be executed", () => {
  const closed = settings("NoExecPaths").flatMap((value) => value.split(" "));
  const writable = [
    `/var/lib/${settings("StateDirectory")[0]}`,
    `/run/${settings("RuntimeDirectory")[0]}`,
    "/tmp",
    "/var/tmp",
  ];
  for (const folder of writable) assert.ok(closed.includes(`-${folder}`), folder);
});

test("its user and its directories are those that sysusers and tmpfiles make", () => {
  const [user, state] = [settings("User")[0], settings("StateDirectory")[0]];
  const beside = (name: string) => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), "utf8");
  assert.match(beside("posdiag.sysusers"), new RegExp(`^u ${user} - "[^"]+" /var/lib/${state}$`, "m"));
  assert.match(beside("posdiag.sysusers"), new RegExp(`^m ${user} ${settings("SupplementaryGroups")[0]}$`, "m"));
  const made = (path: string, mode: string | undefined) =>
    new RegExp(`^d ${path} ${mode} ${user} ${settings("Group")[0]} -$`, "m");
  assert.match(beside("posdiag.tmpfiles"), made(`/var/lib/${state}`, settings("StateDirectoryMode")[0]));
  assert.match(
    beside("posdiag.tmpfiles"),
    made(`/run/${settings("RuntimeDirectory")[0]}`, settings("RuntimeDirectoryMode")[0]),
  );
});

test("its log is bounded", () => {
  assert.equal([settings("LogRateLimitIntervalSec"), settings("LogRateLimitBurst")], [["1min"], ["200"]]);
});

test("it leaves no core and takes no word of the environment on what Node loads or trusts", () => {
  assert.equal(settings("LimitCORE"), ["0"]);
  const [unset = ""] = settings("UnsetEnvironment");
  for (const name of ["NODE_OPTIONS", "NODE_PATH", "NODE_EXTRA_CA_CERTS", "NODE_TLS_REJECT_UNAUTHORIZED"]) {
    assert.ok(unset.split(" ").includes(name), name);
  }
  const launcher = readFileSync(new URL("../../deploy/package/launcher.sh", import.meta.url), "utf8");
  assert.match(launcher, `unset ${unset}`);
});

test("Node takes every flag in it", () => {
  const [command = ""] = settings("ExecStart");
  const flags = command.split(" ").filter((word) => word.startsWith("--") && word !== "--config");
  assert.ok(flags.length >= 4);
  const { status, stderr } = spawnSync(process.execPath, [...flags, "-e", "0"], { encoding: "utf8" });
  assert.equal([status, stderr], [0, ""]);
});

test.run();
