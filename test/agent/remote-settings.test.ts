import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRemoteSettings } from "../../src/agent/remote-settings.ts";
import { silentLog } from "../../src/base/log.ts";
import { loadConfig } from "../../src/config/load.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("agent/remote-settings");
const order = (level: string, trialS = 60) =>
  ({ kind: "set_config", settings: [{ key: "log.level", value: JSON.stringify(level) }], trialS }) as const;

/** A folder with a configuration in it, and the agent started again and again. */
function createPlace(usual: string) {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-settings-"));
  const clock = new VirtualClock();
  const loaded = loadConfig(
    JSON.stringify({
      terminal: { tenant: "acme", serial: "PX7-00042" },
      modem: { port: "/dev/ttyUSB2" },
      acquirer: { host: "pos.example.com", port: 5500 },
      uplink: { url: "mqtts://broker.example.com" },
      commands: { keys_file: "/etc/posdiag/keys.json", dir: folder },
      log: { level: usual },
    }),
  );
  if (loaded.kind !== "config") throw new Error("the configuration is wrong");
  const start = async (isSupervised = true) => {
    const over = new AbortController();
    const restart = () => over.abort();
    const opened = await openRemoteSettings({ config: loaded.config, clock, log: silentLog, isSupervised, restart });
    if (!opened) throw new Error("no settings");
    const running = opened.run(over.signal);
    return { settings: opened, over: over.signal, level: opened.config["log.level"], running };
  };
  return { clock, folder, start, end: () => rmSync(folder, { recursive: true }) };
}

test("what is confirmed in time stays, over restarts", async () => {
  const { clock, start, end } = createPlace("info");
  const first = await start();
  assert.is((await first.settings.set("a".repeat(32), order("debug"))).kind, "done");
  await clock.advance(5_000);
  assert.ok(first.over.aborted);
  const second = await start();
  assert.is(second.level, "debug");
  assert.equal(await second.settings.confirm("b".repeat(32)), { kind: "failed", reason: "no_such_trial" });
  assert.equal(await second.settings.set("c".repeat(32), order("error")), { kind: "failed", reason: "on_trial" });
  await clock.advance(30_000);
  assert.equal(second.settings.view(), { set: [], on_trial: ["log.level"], left_s: 30 });
  assert.is((await second.settings.confirm("a".repeat(32))).kind, "done");
  await clock.advance(120_000);
  assert.ok(!second.over.aborted);
  const third = await start();
  assert.equal([third.level, third.settings.view()], ["debug", { set: ["log.level"], on_trial: [], left_s: null }]);
  end();
});

test("what nobody confirms falls back in time, and what kills the agent at its next start", async () => {
  const { clock, start, end } = createPlace("info");
  await (await start()).settings.set("a".repeat(32), order("debug"));
  const tried = await start();
  assert.is(tried.level, "debug");
  await clock.advance(62_000);
  await tried.running;
  assert.ok(tried.over.aborted);
  const back = await start();
  assert.is(back.level, "info");
  await back.settings.set("b".repeat(32), order("error"));
  assert.is((await start()).level, "error");
  const after = await start();
  assert.equal([after.level, after.settings.failed?.id], ["info", "b".repeat(32)]);
  end();
});

test("without somebody who starts the agent again nothing is tried; what is no value is refused", async () => {
  const { start, end } = createPlace("info");
  const { settings } = await start(false);
  assert.equal(await settings.set("a".repeat(32), order("debug")), { kind: "failed", reason: "no_supervisor" });
  const supervised = (await start()).settings;
  assert.equal(await supervised.set("a".repeat(32), order("loud")), { kind: "failed", reason: "bad_value" });
  const unsafe = { ...order("debug"), settings: [{ key: "uplink.url", value: '"mqtt://evil"' }] };
  assert.equal(await supervised.set("a".repeat(32), unsafe), { kind: "failed", reason: "unsafe_key" });
  end();
});

test("a damaged file is set aside, and the file of the configuration counts", async () => {
  const { folder, start, end } = createPlace("info");
  await (await start()).settings.set("a".repeat(32), order("debug"));
  writeFileSync(join(folder, "settings.json"), "{}");
  assert.is((await start()).level, "info");
  end();
});

test.run();
