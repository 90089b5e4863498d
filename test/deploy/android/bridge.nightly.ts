/** The Android bridge without Android, by `.ci/nightly`, which brings the compiler: its plain part on a JVM, against our own mapping and against the real agent. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awaitDoor, type Door } from "../../../hw-sim/rig/door.ts";
import { openRig } from "../../../hw-sim/rig/rig.ts";
import { type TelephonySnapshot, telephonyObservations } from "../../../src/client/telephony.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { Bridge, compileBridge } from "./kotlin-bridge.ts";

const test = suite("Android bridge", { needs: ["kotlin"], timeoutMs: 290_000 });

let folder: string;
let jar: string;

test.before(() => {
  folder = mkdtempSync(join(tmpdir(), "posdiag-bridge-"));
  jar = compileBridge(folder);
});
test.after(() => rmSync(folder, { recursive: true, force: true }));

const words = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

const unavailable = 2_147_483_647;
const numbers = (least: number, most: number) => Array.from({ length: most - least + 1 }, (_, at) => least + at);

/** Every constant that Android has, and one to each side. */
const snapshots: readonly TelephonySnapshot[] = [
  ...numbers(-1, 12).map((simState) => ({ simState })),
  ...numbers(-2, 6).flatMap((dataState) =>
    [0, 7, 8, 27, 33, 36, 112, 113, 2_055, 65_535].map((dataFailCause) => ({ dataState, dataFailCause })),
  ),
  ...numbers(-2, 6).map((dataState) => ({ dataState })),
  { dataFailCause: 27 },
  ...numbers(-1, 4).flatMap((serviceState) => [true, false].map((roaming) => ({ serviceState, roaming }))),
  ...numbers(-1, 7).flatMap((registrationState) =>
    [0, 8].map((rejectCause) => ({ serviceState: 1, registrationState, rejectCause })),
  ),
  ...numbers(-1, 21).map((dataNetworkType) => ({ dataNetworkType })),
  ...[26, 29, 30, 35].flatMap((sdk) => [-200, -25, 0, 30, 300, unavailable].map((rssnr) => ({ sdk, rssnr }))),
  { sdk: 33, rsrp: -97, rsrq: -11, rssnr: unavailable, ssSinr: 18 },
  { rsrp: unavailable, rsrq: unavailable, ssSinr: unavailable },
  { airplaneMode: true },
  { airplaneMode: false },
];

test("tells of every constant what our own library tells", async () => {
  await using bridge = new Bridge(jar);
  for (const snapshot of snapshots) {
    // The bridge always knows its version.
    const told = { sdk: 33, ...snapshot };
    const wanted = Object.fromEntries(telephonyObservations(told).map(({ signal, value }) => [signal, value]));
    assert.equal(JSON.parse(await bridge.ask(`snapshot ${words(told)}`)), wanted, JSON.stringify(told));
  }
});

test("a battery's numbers become the feed's signals", async () => {
  await using bridge = new Bridge(jar);
  const said =
    "level=42 scale=50 plugged=1 status=2 health=5 voltage=4112 temperature=315 currentNow=-512000 cycles=212";
  assert.equal(JSON.parse(await bridge.ask(`battery ${said}`)), {
    "power.source": "mains",
    "power.charging": true,
    "power.battery_pct": 84,
    "power.battery_mv": 4112,
    "power.battery_health": "poor",
    "power.temp_c": 31.5,
    "power.battery_cycles": 212,
    "power.charge_current_ma": 512,
  });
  // Volts instead of millivolts, a level beyond its scale, a gauge that does not count, nothing said of health.
  assert.equal(
    JSON.parse(await bridge.ask("battery level=101 scale=100 plugged=0 status=1 health=1 voltage=4 cycles=0")),
    {
      "power.source": "battery",
    },
  );
});

async function reading(door: Door, signal: string): Promise<unknown> {
  const { status } = await door.ask("posdiag.status");
  const { readings } = JSON.parse(JSON.stringify(status));
  return readings.find((one: { signal: string }) => one.signal === signal)?.value;
}

async function untilRead(door: Door, signal: string, value: unknown): Promise<void> {
  while ((await reading(door, signal)) !== value) await new Promise((resolve) => setTimeout(resolve, 100));
}

test("the agent hears it, and again after it was killed; the feed is taken", async () => {
  const feed = join(folder, "feed.json");
  const rig = await openRig({ seed: 11, config: { modem: { source: "app" }, feed: { file: feed } } });
  try {
    await using bridge = new Bridge(jar);
    assert.is(await bridge.ask(`feed ${feed} level=84 scale=100 plugged=1`), "true");
    const agent = rig.startAgent();
    const door = await awaitDoor(rig.socket);
    assert.is(await bridge.ask(`connect ${rig.socket}`), "connected");
    bridge.tell("tell sdk=33 simState=1 serviceState=1 dataState=0");
    await untilRead(door, "sim.state", "absent");
    await untilRead(door, "power.battery_pct", 84);
    door.close();
    await agent.end("SIGKILL");
    rig.startAgent();
    assert.is(await bridge.hear(), "connected");
    bridge.tell("tell sdk=33 simState=5");
    const again = await awaitDoor(rig.socket);
    await untilRead(again, "sim.state", "ready");
    const { told, refused, dropped } = JSON.parse(await bridge.ask("state"));
    assert.equal({ told, refused, dropped }, { told: 2, refused: 0, dropped: 0 });
    again.close();
  } finally {
    await rig.close();
  }
});

test("an agent that wants none of it says so, and is told on", async () => {
  const rig = await openRig({ seed: 12, config: { modem: { source: "serial" } } });
  try {
    rig.startAgent();
    const door = await awaitDoor(rig.socket);
    await using bridge = new Bridge(jar);
    assert.is(await bridge.ask(`connect ${rig.socket}`), "connected");
    bridge.tell("tell sdk=33 simState=1");
    let state = { refused: 0, refusal: "" };
    while (state.refused === 0) state = JSON.parse(await bridge.ask("state"));
    assert.is(state.refusal, "not_configured");
    door.close();
  } finally {
    await rig.close();
  }
});

test("without an agent the oldest is thrown away and counted", async () => {
  await using bridge = new Bridge(jar);
  bridge.tell(`connect ${join(folder, "nobody.sock")}`);
  for (let count = 0; count < 130; count += 1) bridge.tell("tell sdk=33 simState=5");
  assert.is(JSON.parse(await bridge.ask("state")).dropped, 2);
});

test.run();
