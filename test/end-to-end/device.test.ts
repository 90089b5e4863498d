/** The terminal's own body and the real agent: what it shows in `status`, what its maker's feed adds, and why it started anew. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDeviceTree, type DeviceTree } from "../../hw-sim/device-tree.ts";
import type { Child } from "../../hw-sim/rig/child.ts";
import type { Door } from "../../hw-sim/rig/door.ts";
import { layMobileRoot } from "../../hw-sim/rig/mobile-root.ts";
import { bringUp, openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the terminal's own body", { timeoutMs: 60_000 });

let folder = "";
let rig: Rig;
let tree: DeviceTree;
let agent: Child;
let door: Door;

test.before(async () => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-device-"));
  const root = layMobileRoot(folder);
  tree = createDeviceTree(root, { feed: { feed: 1, signals: { "device.tamper": "none" } } });
  rig = await openRig({ seed: 5, config: { system: { root }, feed: { file: join(root, "feed.json") } } });
  ({ agent, door } = await bringUp(rig));
});
test.after(async () => {
  door.close();
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

async function values(): Promise<ReadonlyMap<string, unknown>> {
  const { status } = await door.ask("posdiag.status");
  const { readings }: { readings: readonly { signal: string; value: unknown }[] } = JSON.parse(JSON.stringify(status));
  return new Map(readings.map(({ signal, value }) => [signal, value]));
}

/** Resolves when the signal has this value. */
async function until(signal: string, value: unknown): Promise<void> {
  for (const endMs = Date.now() + 15_000; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const shown = (await values()).get(signal);
    if (shown === value) return;
    if (Date.now() > endMs) throw new Error(`${signal} is ${String(shown)}, not ${String(value)}`);
  }
}

async function again(): Promise<void> {
  door.close();
  ({ agent, door } = await bringUp(rig));
}

test("supply, battery and storage are in its status, and what the feed tells", async () => {
  await until("power.source", "mains");
  await until("device.tamper", "none");
  const shown = await values();
  assert.equal([shown.get("power.battery_pct"), shown.get("power.adapter_mv")], [96, 5_080]);
  assert.type(shown.get("device.storage_free_mb"), "number");
  const { status } = await door.ask("posdiag.status");
  const { cases, feed } = JSON.parse(JSON.stringify(status));
  assert.equal([cases, feed], [[], { state: "ok", taken: 1, refused: 0, passed_over: 0 }]);
  tree.set({ plugged: false, feed: { feed: 1, signals: { "device.tamper": "triggered" } } });
  await until("power.source", "battery");
  await until("power.mains_losses_24h", 1);
  await until("device.tamper", "triggered");
});

test("killed by a loss of power on its battery it knows of a brown-out; told to end it knows of none", async () => {
  // Which it has to have written down before.
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  await agent.end("SIGKILL");
  tree.reboot("power_loss");
  await again();
  await until("power.brownout_resets_24h", 1);
  await agent.end();
  tree.reboot("normal");
  await again();
  await until("power.mains_losses_24h", 1);
  assert.equal(
    [(await values()).get("power.brownout_resets_24h"), (await values()).get("device.crash_reboots_24h")],
    [1, 0],
  );
});

test.run();
