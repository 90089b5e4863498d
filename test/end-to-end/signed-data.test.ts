/** Signed data from the command line to a real agent: in force after a start, given up when the agent is killed with it, good in the end. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Door } from "../../hw-sim/rig/door.ts";
import { bringUp, openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { dataBackCommand } from "../../src/cli/data-back.ts";
import { dataInstallCommand } from "../../src/cli/data-install.ts";
import { dataListCommand } from "../../src/cli/data-list.ts";
import { dataPackCommand } from "../../src/cli/data-pack.ts";
import { supportKeygenCommand } from "../../src/cli/support-keygen.ts";
import { isAgentStatus, isAlarmListView } from "../../src/client/shape.ts";
import type { AgentStatus } from "../../src/model/view.ts";
import { runCaptured } from "../cli/captured-io.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("signed data, end to end", { timeoutMs: 290_000 });
const fault = "printer.paper_out";

async function statusOf(door: Door): Promise<AgentStatus> {
  const { status } = await door.ask("posdiag.status");
  if (!isAgentStatus(status)) throw new Error(JSON.stringify(status).slice(0, 500));
  return status;
}

/** What the merchant reads when the paper is out. */
async function paperText(door: Door): Promise<string> {
  await door.ask("posdiag.observe", { signal: "printer.state", value: "paper_out" });
  for (;;) {
    const { alarms } = await door.ask("posdiag.alarms", { lang: "en", all: true });
    if (!isAlarmListView(alarms)) throw new Error(JSON.stringify(alarms));
    const open = alarms.alarms.find(({ alarm_type_id, is_cleared }) => alarm_type_id === fault && !is_cleared);
    if (open) return open.alarm_text;
    await delay(50);
  }
}

interface Desk {
  readonly rig: Rig;
  /** Makes `acme-<version>` that calls the fault so, and lays it ready. Resolves to what was said. */
  install(version: number, name: string): Promise<string>;
}

async function openDesk(): Promise<Desk> {
  const config = { start: { trial_s: 10 } };
  const rig = await openRig({ seed: 83, quiet: true, config: { ...config, data: { keys_file: "/nonexistent" } } });
  const keys = join(rig.folder, "keys");
  await runCaptured(supportKeygenCommand, ["--out", keys, "--name", "anna", "--may", "data"]);
  const text = readFileSync(rig.configFile, "utf8").replace("/nonexistent", join(keys, "anna.pub.json"));
  writeFileSync(rig.configFile, text);
  return {
    rig,
    install: async (version, name) => {
      const [file, catalogue] = [join(rig.folder, `acme-${version}.posdata`), join(rig.folder, "catalogue.json")];
      writeFileSync(catalogue, JSON.stringify({ texts: { en: { [fault]: { name } } } }));
      const made = await runCaptured(dataPackCommand, [
        ...["--key", join(keys, "anna.key"), "--name", "acme", "--version", String(version), "--out", file],
        `catalogue=${catalogue}`,
      ]);
      assert.is(made.exit, 0, made.err);
      return (await runCaptured(dataInstallCommand, [file, "--config", rig.configFile])).out;
    },
  };
}

async function list({ configFile }: Rig): Promise<unknown> {
  return JSON.parse((await runCaptured(dataListCommand, ["--config", configFile, "--json"])).out);
}

test("installed, restarted, in force, good; one that the agent does not survive is given up; and back", async () => {
  const { rig, install } = await openDesk();
  try {
    assert.match(await install(11, "Roll finished"), /acme-11 lies ready/);
    const first = await bringUp(rig);
    assert.equal([(await statusOf(first.door)).data?.in_force], ["acme-11"]);
    assert.match(await paperText(first.door), /Roll finished/);
    while ((await statusOf(first.door)).data?.trial_left_s !== null) await delay(200);
    first.door.close();
    assert.is(await first.agent.end(), 0);

    await install(12, "Roll at its end");
    for (const _start of [1, 2]) {
      const killed = await bringUp(rig);
      const { data } = await statusOf(killed.door);
      assert.equal([data?.in_force, data?.before], ["acme-12", "acme-11"]);
      killed.door.close();
      await killed.agent.end("SIGKILL");
    }
    const back = await bringUp(rig);
    const { data } = await statusOf(back.door);
    assert.equal([data?.in_force, data?.given_up], ["acme-11", [{ pack: "acme-12", why: "did_not_live" }]]);
    assert.match(await paperText(back.door), /Roll finished/);
    assert.ok(back.agent.lines.some((line) => line.includes("data.fell_back")));
    back.door.close();
    assert.is(await back.agent.end(), 0);

    assert.is((await runCaptured(dataBackCommand, ["--config", rig.configFile])).exit, 0);
    const bare = await bringUp(rig);
    assert.is((await statusOf(bare.door)).data?.in_force, null);
    assert.not.match(await paperText(bare.door), /Roll/);
    bare.door.close();
    await bare.agent.end();
    const given_up = [
      { pack: "acme-12", why: "did_not_live" },
      { pack: "acme-11", why: "taken_back" },
    ];
    assert.equal(await list(rig), { current: null, trial: null, before: null, highest: 12, given_up, waiting: null });
  } finally {
    await rig.close();
  }
});

test.run();
