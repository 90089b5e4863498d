/** A terminal whose broker is gone: what the merchant reads out, and what support makes of it. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awaitDoor, type Door } from "../../hw-sim/rig/door.ts";
import { sourceProgram } from "../../hw-sim/rig/program.ts";
import { openRig, type Rig, tenant } from "../../hw-sim/rig/rig.ts";
import { isAgentStatus, isCodeView, isDiagnosisView } from "../../src/client/shape.ts";
import { formatKeyFile } from "../../src/last-resort/key-file.ts";
import { terminalKey } from "../../src/last-resort/seal.ts";
import type { CodeView } from "../../src/model/code-view.ts";
import { assert, suite } from "../front-door/suite.ts";
import { readPng } from "../last-resort/qr-reader.ts";

const test = suite("the last resort of a real agent", { timeoutMs: 120_000 });
const terminal = { tenant, serial: "PX7-00042" };
const fleetKey = new Uint8Array(32).fill(7);
/** Nobody listens there. */
const nowhere = "mqtt://127.0.0.1:9";

function posdiag(args: readonly string[]) {
  const [node, ...program] = sourceProgram().words;
  const done = spawnSync(node, [...program, ...args], { encoding: "utf8" });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

async function codeAfter(door: Door, fault: string): Promise<CodeView> {
  for (;;) {
    const { diagnosis } = await door.ask("posdiag.diagnose", { lang: "en" });
    if (!isDiagnosisView(diagnosis)) throw new Error(JSON.stringify(diagnosis));
    if (diagnosis.verdicts[0]?.fault === fault && diagnosis.code) return diagnosis.code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function withRig(work: (rig: Rig, files: { key: string; fleet: string }) => Promise<void>): Promise<void> {
  const rig = await openRig({ seed: 31, quiet: true, broker: nowhere, serial: terminal.serial });
  const files = { key: join(rig.folder, "terminal.key"), fleet: join(rig.folder, "fleet.key") };
  writeFileSync(files.key, formatKeyFile({ kind: "terminal", terminal, key: terminalKey(fleetKey, terminal) }));
  writeFileSync(files.fleet, formatKeyFile({ kind: "fleet", key: fleetKey }));
  const config = JSON.parse(readFileSync(rig.configFile, "utf8"));
  config["last_resort"] = { key_file: files.key, after_min: 0 };
  writeFileSync(rig.configFile, JSON.stringify(config));
  try {
    await work(rig, files);
  } finally {
    await rig.close();
  }
}

test("without a broker the diagnosis bears a code, and support reads from it what is wrong with whom", async () => {
  await withRig(async (rig, { fleet }) => {
    const agent = rig.startAgent();
    const door = await awaitDoor(rig.socket);
    await door.ask("posdiag.observe", { signal: "printer.state", value: "paper_out" });
    const shown = await codeAfter(door, "printer.paper_out");
    const { status } = await door.ask("posdiag.status");
    assert.ok(isAgentStatus(status) && status.code === shown.text);
    const { code: asked } = await door.ask("posdiag.code", { lang: "zh-CN" });
    assert.ok(isCodeView(asked) && asked.text === shown.text && asked.lines[0] === "无法连接技术支持");

    const picture = join(rig.folder, "code.png");
    const printed = posdiag(["diagnose", "--code", "--qr", picture, "--config", rig.configFile, "--lang", "en"]);
    assert.is(printed.code, 0, printed.err);
    assert.is(readPng(readFileSync(picture)), shown.uri, "a camera reads the same");

    const said = shown.text.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
    const whose = ["--key", fleet, "--tenant", terminal.tenant, "--serial", terminal.serial];
    const read = posdiag(["support", "decode", ...said.split(" "), ...whose, "--json"]);
    assert.is(read.code, 0, read.err);
    const heard = JSON.parse(read.out);
    assert.equal(
      [heard.fault, heard.authenticity, heard.terminal],
      ["printer.paper_out", "authentic", "bench/PX7-00042"],
    );
    assert.equal([heard.known, heard.party, heard.slip], [true, ["merchant"], null]);
    assert.ok(heard.age_s >= 0 && heard.age_s < 900, read.out);
    assert.ok(heard.evidence.length > 0 && heard.evidence[0].id === "paper_out", read.out);

    const other = [...whose.slice(0, -1), "PX7-00043"];
    const refused = posdiag(["support", "decode", shown.uri, ...other]);
    assert.is(refused.code, 1);
    assert.match(refused.out, "NOT AUTHENTIC");
    door.close();
    await agent.end();
  });
});

test.run();
