/** `npm run sim` as a program: its first line, its answers, and how it ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";

const main = fileURLToPath(new URL("../../hw-sim/main.ts", import.meta.url));

function start(args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", loader, main, ...args], { stdio: "pipe" });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  return { child, line, json: async () => JSON.parse(await line()) };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

const test = suite("npm run sim", { timeoutMs: 15_000 });

test("prints its paths in one line, answers commands, refuses wrong ones, and cleans up when told to quit", async () => {
  const { child, json } = start(["--json"]);
  const paths = await json();
  assert.equal(Object.keys(paths).sort(), ["broker", "ca", "dns", "dns_alt", "host", "modem", "reference"]);
  assert.ok(lstatSync(paths.modem).isSymbolicLink());
  child.stdin.write('{"set":{"sim":"gone"}}\n{"set":{"host":"down"}}\n{"get":true}\n');
  assert.match((await json()).error, /allowed: "ready", "absent"/);
  assert.is((await json()).state.host, "down");
  assert.is((await json()).state.sim, "ready");
  child.stdin.write('{"quit":true}\n');
  assert.is(await exitOf(child), 0);
  assert.not.ok(existsSync(dirname(paths.modem)));
});
test("runs on without stdin, serves in the folder given, and ends with SIGTERM", async () => {
  const dir = mkdtempSync(join(tmpdir(), "posdiag-sim-"));
  const { child, json } = start(["--json", "--no-broker", "--dir", dir]);
  child.stdin.end();
  const paths = await json();
  assert.is(paths.modem, join(dir, "modem"));
  assert.is(paths.broker, undefined);
  child.kill("SIGTERM");
  assert.is(await exitOf(child), 0);
  rmdirSync(dir); // and so the link is gone, too
});
test("sells at the counter, shows the merchant's screen, and lays the terminal's own files", async () => {
  const dir = mkdtempSync(join(tmpdir(), "posdiag-root-"));
  const { child, json } = start(["--json", "--no-broker", "--pace", "100", "--root", dir]);
  await json();
  child.stdin.write(
    '{"sell":{"card":"poor"}}\n{"set":{"paper":"out","battery_pct":40}}\n{"sell":{"way":"tap"}}\nsell nobody\n',
  );
  assert.equal((await json()).screen, {
    prompt: "余额不足，请查询 (51)",
    outcome: "declined",
    rc: "51",
    posdiag: null,
  });
  assert.is((await json()).counter.paper, "out");
  assert.is((await json()).screen.prompt, "交易成功，打印机缺纸");
  assert.match((await json()).error, /allowed: "good"/);
  assert.is(readFileSync(join(dir, "root/sys/class/power_supply/battery/capacity"), "utf8").trim(), "40");
  child.stdin.write("quit\n");
  assert.is(await exitOf(child), 0);
  rmSync(dir, { recursive: true });
});
test("plays a scenario and tells what happens", async () => {
  const { child, json } = start(["--json", "--scenario", "sim-pulled", "--pace", "100", "--no-broker"]);
  await json();
  assert.equal(await json(), { at_s: 10, scenario: { sim: "absent" } });
  assert.is((await json()).event, "sim_removed");
  child.stdin.write("quit\n");
  assert.is(await exitOf(child), 0);
});
test("plays the persona and all the ports that are asked for", async () => {
  const { child, json } = start(["--json", "--no-broker", "--persona", "fibocom-fm160", "--ports"]);
  const paths = await json();
  assert.equal(Object.keys(paths.ports).sort(), ["at", "at2", "diag"]);
  assert.ok(lstatSync(paths.ports.at2).isSymbolicLink());
  child.stdin.write("quit\n");
  assert.is(await exitOf(child), 0);
  assert.not.ok(existsSync(dirname(paths.modem)));
});
test("tells people what they can type", async () => {
  const { child, line } = start(["--no-broker"]);
  assert.match(await line(), /^modem +\/.*\/modem$/);
  let text = "";
  while (!text.includes("signal")) text = await line();
  assert.match(text, /"weak"/);
  child.stdin.write("quit\n");
  assert.is(await exitOf(child), 0);
});
for (const args of [
  ["--seed", "x"],
  ["--pace", "0"],
  ["--scenario", "no-such"],
  ["--colour"],
  ["--persona", "nobody"],
]) {
  test(`refuses ${args.join(" ")} with exit 78`, async () => {
    const { child } = start(args);
    assert.is(await exitOf(child), 78);
  });
}
test("--help needs nothing else", async () => {
  const { child, line } = start(["--help"]);
  assert.match(await line(), /npm run sim/);
  assert.is(await exitOf(child), 0);
});
test("--list-personas lists them, one a line", async () => {
  const { child, line } = start(["--list-personas"]);
  assert.is(await line(), "cinterion-els61");
  assert.is(await exitOf(child), 0);
});
test.run();
