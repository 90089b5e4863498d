/** A real agent whose configuration becomes wrong, or one with which nothing can be opened: it runs with the last one that was good. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Door } from "../../hw-sim/rig/door.ts";
import { sourceProgram } from "../../hw-sim/rig/program.ts";
import { bringUp, openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { isAgentStatus } from "../../src/client/shape.ts";
import type { ConfigurationView } from "../../src/model/pack-view.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the last good configuration, end to end", { timeoutMs: 290_000 });

async function configurationOf(door: Door): Promise<ConfigurationView> {
  const { status } = await door.ask("posdiag.status");
  if (!isAgentStatus(status)) throw new Error("no status");
  return status.configuration;
}

/** Starts the agent, asks it where its configuration comes from, and ends it in good order. */
async function look(rig: Rig): Promise<{ readonly said: ConfigurationView; readonly lines: readonly string[] }> {
  const { agent, door } = await bringUp(rig);
  const said = await configurationOf(door);
  door.close();
  assert.is(await agent.end(), 0);
  return { said, lines: agent.lines };
}

test("a wrong file, one that nobody can live with, another terminal's, and none at all", async () => {
  const { words } = sourceProgram();
  const state = mkdtempSync(join(tmpdir(), "posdiag-state-"));
  const rig = await openRig({
    ...{ seed: 84, quiet: true, config: { start: { trial_s: 10 } } },
    program: { words, env: { STATE_DIRECTORY: state } },
  });
  try {
    const text = readFileSync(rig.configFile, "utf8");
    const first = await bringUp(rig);
    while ((await configurationOf(first.door)).trial_left_s !== null) await delay(200);
    first.door.close();
    assert.is(await first.agent.end(), 0);

    writeFileSync(rig.configFile, text.replace('"trial_s": 10', '"trial_s": "soon"'));
    const wrong = await look(rig);
    assert.equal([wrong.said.source, wrong.said.why], ["last_good", "wrong"]);
    assert.match(wrong.said.problem ?? "", /start\.trial_s/);
    assert.ok(wrong.lines.some((line) => line.startsWith("<3>") && line.includes("config.fell_back")));

    const blocked = join(rig.folder, "blocked");
    writeFileSync(blocked, "a file where a folder should be");
    writeFileSync(rig.configFile, text.replace(join(rig.folder, "outbox"), join(blocked, "outbox")));
    assert.equal([await rig.startAgent().ended, await rig.startAgent().ended], [74, 74]);
    assert.is((await look(rig)).said.why, "did_not_live");

    writeFileSync(rig.configFile, text.replace("PX7-00042", "PX7-00043").replace('"trial_s": 10', '"trial_s": "soon"'));
    assert.is(await rig.startAgent().ended, 78, "the configuration of another terminal");

    writeFileSync(rig.configFile, text);
    assert.equal((await look(rig)).said, { source: "file", why: null, problem: null, trial_left_s: null });
  } finally {
    await rig.close();
    rmSync(state, { recursive: true });
  }
});

test.run();
