/** Through the real probe and memory, on a body that is laid out as Linux shows it; among them the traps of such signs. */
import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, suite } from "../../front-door/suite.ts";
import { TerminalBody } from "./terminal-body.ts";

const test = suite("probes/device");
let body: TerminalBody;
test.before.each(() => {
  body = new TerminalBody();
});
test.after.each(() => body.remove());

test("a terminal in order says so", async () => {
  await body.start();
  await body.pass(60);
  const signals = ["source", "charging", "battery_pct", "battery_mv", "battery_health", "battery_cycles"] as const;
  assert.equal(
    signals.map((name) => body.now(`power.${name}`)),
    ["mains", true, 96, 4_168, "good", 120],
  );
  assert.equal([body.now("power.adapter_mv"), body.now("power.charge_current_ma")], [5_080, 900]);
  assert.equal([body.now("power.temp_c"), body.now("device.mem_free_mb")], [27.4, 412]);
  assert.equal([body.now("device.storage_free_mb"), body.now("clock.ntp")], [781, "ok"]);
  assert.equal([body.now("device.bus_errors_1min"), body.now("device.usb_reenumerations_1h")], [0, 0]);
  assert.equal([body.now("power.mains_losses_24h"), body.now("clock.rtc_reset")], [0, false]);
  // The first start ever: nobody knows what was before.
  assert.equal([body.now("device.reboot_reason"), body.now("sw.os_version_changed_h")], ["unknown", undefined]);
});

test("a machine that shows nothing of all this is a machine of which nothing is known", async () => {
  for (const folder of ["sys", "proc", "run", "etc"]) rmSync(join(body.root, folder), { recursive: true });
  await body.start();
  await body.pass(60);
  const known = body.readings.filter(
    ({ signal, quality }) => /^(power|device|clock|sw)/.test(signal) && quality !== "absent",
  );
  assert.equal([...new Set(known.map(({ signal }) => signal))], ["device.storage_free_mb"]);
  assert.ok(body.readings.length > 10);
  assert.equal(body.logged, []);
});

test("processor time is that between two looks", async () => {
  await body.start();
  assert.is(body.now("device.cpu_pct"), "absent");
  body.tree.set({ cpu_busy: 5_750, cpu_total: 103_000 });
  await body.pass(30);
  assert.is(body.now("device.cpu_pct"), 25);
});

test("trap: the gauge calls a worn pack good, and only its voltage under load tells", async () => {
  body.tree.set({ plugged: false, battery: "worn", battery_pct: 80 });
  await body.start();
  await body.pass(10);
  assert.is(body.now("power.battery_health"), "good");
  body.tell("printer.busy", true);
  body.tree.set({ load: "printing" });
  await body.pass(2);
  body.tree.set({ load: "idle" });
  body.tell("printer.busy", false);
  await body.pass(10);
  assert.is(body.now("power.battery_health"), "poor");
});

test("near miss: a good pack gives way a little under the same load, and stays good", async () => {
  body.tree.set({ plugged: false, battery_pct: 80 });
  await body.start();
  await body.pass(10);
  body.tell("printer.busy", true);
  body.tree.set({ load: "printing" });
  await body.pass(10);
  assert.is(body.now("power.battery_health"), "good");
});

test("an adapter that sags for less than a second while a slip is printed is caught at it", async () => {
  body.tree.set({ sag_mv: 1_150 });
  await body.start();
  await body.pass(7);
  assert.is(body.now("power.adapter_mv_min_under_load"), "absent");
  body.tell("printer.busy", true);
  await body.pass(1);
  body.tree.set({ load: "printing" });
  await body.pass(0.5);
  body.tree.set({ load: "idle" });
  body.tell("printer.busy", false);
  await body.pass(10);
  assert.equal([body.now("power.adapter_mv_min_under_load"), body.now("power.adapter_mv")], [3_930, 5_080]);
  // Another one is not to blame for what the old one did.
  body.tree.set({ plugged: false });
  await body.pass(10);
  body.tree.set({ plugged: true, sag_mv: 100 });
  await body.pass(10);
  assert.is(body.now("power.adapter_mv_min_under_load"), "absent");
});

test("mains that comes and goes is counted, over restarts, for a day", async () => {
  await body.start();
  for (let times = 0; times < 3; times += 1) {
    body.tree.set({ plugged: false });
    await body.pass(10);
    body.tree.set({ plugged: true });
    await body.pass(10);
  }
  assert.is(body.now("power.mains_losses_24h"), 3);
  await body.reboot("normal");
  assert.is(body.now("power.mains_losses_24h"), 3);
  body.setWall(body.wallMs() + 86_400_000);
  await body.pass(60);
  assert.is(body.now("power.mains_losses_24h"), 0);
});

test("trap: a cold start after a brown-out looks like the power key, but nobody had told the agent to end", async () => {
  await body.start();
  await body.pass(60);
  body.tree.set({ plugged: false });
  await body.pass(30);
  await body.reboot("power_loss");
  assert.equal([body.now("device.reboot_reason"), body.now("power.brownout_resets_24h")], ["power_loss", 1]);
  assert.is(body.now("device.crash_reboots_24h"), 0);
  await body.pass(30);
  await body.reboot("normal");
  assert.equal([body.now("device.reboot_reason"), body.now("power.brownout_resets_24h")], ["normal", 1]);
});

test("a cable that is pulled from a terminal on mains is a loss of power, and no brown-out; nor is a battery that is flat", async () => {
  await body.start();
  await body.pass(60);
  await body.reboot("power_loss");
  assert.equal([body.now("device.reboot_reason"), body.now("power.brownout_resets_24h")], ["power_loss", 0]);
  body.tree.set({ plugged: false, battery_pct: 3 });
  await body.pass(1_000);
  await body.reboot("power_loss");
  assert.equal([body.now("device.reboot_reason"), body.now("power.brownout_resets_24h")], ["power_loss", 0]);
});

test("a watchdog and a panic leave their traces; an old crash record is no new crash", async () => {
  await body.start();
  await body.pass(60);
  await body.reboot("watchdog");
  assert.equal([body.now("device.reboot_reason"), body.now("device.crash_reboots_24h")], ["watchdog", 1]);
  await body.pass(60);
  await body.reboot("panic");
  assert.equal([body.now("device.reboot_reason"), body.now("device.crash_reboots_24h")], ["panic", 2]);
  await body.pass(60);
  await body.reboot("normal");
  assert.equal([body.now("device.reboot_reason"), body.now("device.crash_reboots_24h")], ["normal", 2]);
});

test("trap: a chip that restarts by way of its watchdog was asked to when the agent had ended in order", async () => {
  await body.start();
  await body.pass(60);
  await body.stop();
  body.tree.reboot("watchdog");
  await body.start();
  assert.equal([body.now("device.reboot_reason"), body.now("device.crash_reboots_24h")], ["normal", 0]);
});

test("the agent alone that starts anew is no restart, and later it is no news", async () => {
  await body.start();
  await body.pass(60);
  await body.reboot("panic");
  await body.stop();
  body.readings = [];
  await body.start();
  assert.equal([body.now("device.reboot_reason"), body.now("device.crash_reboots_24h")], ["panic", 1]);
  await body.pass(7_200);
  await body.stop();
  body.readings = [];
  await body.start();
  assert.equal([body.now("device.reboot_reason"), body.now("device.crash_reboots_24h")], [undefined, 1]);
});

test("a chip whose cell is empty has lost the time, and a good one has not", async () => {
  await body.start();
  body.tree.set({ rtc_cell: "empty", time_s: body.wallMs() / 1_000 });
  await body.pass(60);
  await body.reboot("normal");
  assert.is(body.now("clock.rtc_reset"), false);
  await body.reboot("power_loss");
  assert.is(body.now("clock.rtc_reset"), true);
});

test("what comes and goes on USB is counted; a modem that the agent itself restarts is not", async () => {
  await body.start();
  body.tree.set({ usb_attaches: 2 });
  await body.pass(31);
  body.tree.set({ usb_attaches: 3, modem_attaches: 2 });
  await body.pass(31);
  assert.is(body.now("device.usb_reenumerations_1h"), 3);
  body.memory.excuse();
  body.tree.set({ modem_attaches: 3 });
  await body.pass(31);
  assert.is(body.now("device.usb_reenumerations_1h"), 3);
  await body.pass(3_600);
  assert.is(body.now("device.usb_reenumerations_1h"), 0);
});

test("noise is counted by the line, and forgotten after a minute", async () => {
  await body.start();
  body.tree.set({ uart0_errors: 12 });
  await body.pass(31);
  assert.equal([body.now("device.bus_errors_1min"), body.now("device.buses_with_errors")], [12, 1]);
  body.tree.set({ uart1_errors: 5 });
  await body.pass(30);
  assert.equal([body.now("device.bus_errors_1min"), body.now("device.buses_with_errors")], [17, 2]);
  await body.pass(120);
  assert.equal([body.now("device.bus_errors_1min"), body.now("device.buses_with_errors")], [0, 0]);
});

test("trap: a processor at work is not hot, and a sensor whose wire is broken shows no frost", async () => {
  body.tree.set({ battery: "none", processor_temp_c: 83 });
  await body.start();
  assert.is(body.now("power.temp_c"), "absent");
  body.tree.set({ battery: "good", battery_temp_c: -40 });
  await body.pass(31);
  assert.is(body.now("power.temp_c"), "implausible");
});

test("a version that changes is dated, and the first one is not", async () => {
  await body.start();
  body.tell("sw.app_version", "3.2.0");
  await body.pass(120);
  assert.equal([body.now("sw.app_version_changed_h"), body.now("sw.os_version_changed_h")], [undefined, undefined]);
  body.tell("sw.app_version", "3.3.0");
  body.tree.set({ os_version: "12.0.1" });
  await body.pass(7_260);
  assert.is(body.now("sw.app_version_changed_h"), 2);
  await body.reboot("normal", { offS: 3_600 });
  assert.equal([body.now("sw.app_version_changed_h"), body.now("sw.os_version_changed_h")], [3, 0]);
});

test("the application is too old by numbers, not by letters", async () => {
  await body.start();
  body.tell("sw.app_version", "3.9.12");
  assert.is(body.now("sw.app_too_old"), undefined);
  body.tell("sw.min_required_version", "3.10");
  assert.is(body.now("sw.app_too_old"), true);
  body.tell("sw.app_version", "3.10.0");
  assert.is(body.now("sw.app_too_old"), false);
});

test("a clock that nobody sets any more is told after hours, and right after boot it is not yet known", async () => {
  body.tree.set({ ntp: false });
  await body.start();
  assert.is(body.now("clock.ntp"), "unknown");
  await body.pass(960);
  assert.is(body.now("clock.ntp"), "fail");
  body.tree.set({ ntp: true });
  await body.pass(31);
  assert.is(body.now("clock.ntp"), "ok");
  const longAgo = body.wallMs() / 1_000 - 4 * 3_600;
  utimesSync(join(body.root, "run/systemd/timesync/synchronized"), longAgo, longAgo);
  await body.pass(31);
  assert.is(body.now("clock.ntp"), "fail");
});

test("chronyd is asked where it runs", async () => {
  rmSync(join(body.root, "run/systemd"), { recursive: true });
  mkdirSync(join(body.root, "run/chrony"));
  // chronyc(1) of chrony 4.3, one machine with servers and one without.
  const good =
    "CB007105,203.0.113.5,2,1795000000.123456789,0.000012345,-0.000001234,0.000045678,-3.456,0.001,0.045,0.0123,0.0009,64.7,Normal\n";
  const lost =
    "7F7F0101,,0,0.000000000,0.000000000,0.000000000,0.000000000,0.000,0.000,0.000,1.0,1.0,0.0,Not synchronised\n";
  let asked = 0;
  let text = good;
  body.run = () => {
    asked += 1;
    return Promise.resolve({ kind: "done", code: 0, text });
  };
  await body.start();
  assert.is(body.now("clock.ntp"), "ok");
  text = lost;
  await body.pass(1_300);
  assert.equal([body.now("clock.ntp"), asked], ["fail", 3]);
});

test("where a gauge speaks in thousandths, where a driver turns the sign, and where a keyboard has a battery", async () => {
  const battery = join(body.root, "sys/class/power_supply/battery");
  await body.start();
  writeFileSync(join(battery, "voltage_now"), "3987\n");
  writeFileSync(join(battery, "current_now"), "-850000\n");
  const keyboard = join(body.root, "sys/class/power_supply/a-keyboard");
  mkdirSync(keyboard);
  for (const [name, value] of Object.entries({ type: "Battery", scope: "Device", capacity: "3" }))
    writeFileSync(join(keyboard, name), `${value}\n`);
  await body.pass(10);
  assert.equal(
    [body.now("power.battery_mv"), body.now("power.charge_current_ma"), body.now("power.battery_pct")],
    [3_987, 850, 96],
  );
});

test.run();
