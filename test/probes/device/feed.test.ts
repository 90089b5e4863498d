/** The vendor's feed through the real probe: taken, refused, grown old, and what its counters become. */
import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { assert, suite } from "../../front-door/suite.ts";
import { TerminalBody } from "./terminal-body.ts";

const test = suite("probes/device/feed");
let body: TerminalBody;
test.before.each(() => {
  body = new TerminalBody();
});
test.after.each(() => body.remove());

const feed = (signals: object, rest: object = {}) => body.tree.set({ feed: { feed: 1, signals, ...rest } });

test("what the maker's service tells is told, and goes before what the kernel shows", async () => {
  feed({ "device.tamper": "none", "printer.state": "ok", "power.battery_pct": 71 });
  await body.start(true);
  await body.pass(10);
  assert.equal(
    [body.now("device.tamper"), body.now("printer.state"), body.now("power.battery_pct")],
    ["none", "ok", 71],
  );
  feed({ "device.tamper": "triggered" });
  await body.pass(6);
  assert.equal([body.now("device.tamper"), body.now("printer.state")], ["triggered", "absent"]);
  // The kernel still knows this one.
  assert.is(body.now("power.battery_pct"), 96);
});

test("a service that has ended says nothing any more, until it is back", async () => {
  feed({ "device.self_test": "ok" });
  await body.start(true);
  await body.pass(290);
  assert.is(body.now("device.self_test"), "ok");
  await body.pass(20);
  assert.is(body.now("device.self_test"), "absent");
  assert.equal(body.probe.feedCounts()?.state, "stale");
  feed({ "device.self_test": "fail:battery" });
  await body.pass(6);
  assert.is(body.now("device.self_test"), "fail:battery");
});

test("trap: the application may set the time at sign-in, and nothing is older for it", async () => {
  feed({ "device.self_test": "ok" });
  await body.start(true);
  body.setWall(body.wallMs() + 400 * 86_400_000);
  await body.pass(60);
  assert.equal([body.now("device.self_test"), body.probe.feedCounts()?.state], ["ok", "ok"]);
});

test("a file that lay there long before the agent began is as old as it is", async () => {
  feed({ "device.self_test": "ok" });
  const hourAgo = body.wallMs() / 1_000 - 3_600;
  utimesSync(body.feedPath, hourAgo, hourAgo);
  await body.start(true);
  await body.pass(10);
  assert.equal([body.now("device.self_test"), body.probe.feedCounts()?.state], [undefined, "stale"]);
});

test("a file of the same size within the same instant is another file", async () => {
  feed({ "power.battery_cycles": 611 });
  await body.start(true);
  writeFileSync(`${body.feedPath}.new`, `${JSON.stringify({ feed: 1, signals: { "power.battery_cycles": 612 } })}\n`);
  const instant = body.wallMs() / 1_000;
  utimesSync(body.feedPath, instant, instant);
  await body.pass(6);
  utimesSync(`${body.feedPath}.new`, instant, instant);
  renameSync(`${body.feedPath}.new`, body.feedPath);
  await body.pass(6);
  assert.is(body.now("power.battery_cycles"), 612);
});

test("one wrong entry costs that entry, and is named; its words are not", async () => {
  feed(
    { "device.tamper": "perhaps", "txn.rc": "51", "device.self_test": "ok", "4111 1111": 1 },
    { totals: { icc_powerup_ok: -1, dots: 5 }, extra: 1 },
  );
  await body.start(true);
  await body.pass(6);
  assert.is(body.now("device.self_test"), "ok");
  assert.equal([body.now("device.tamper"), body.now("txn.rc")], [undefined, undefined]);
  const { taken, entriesPassedOver } = body.probe.feedCounts() ?? {};
  assert.equal([taken, entriesPassedOver], [1, 6]);
  assert.match(body.logged.join(), /device\.tamper: bad_value.*txn\.rc: unknown_signal/);
  assert.not.match(body.logged.join(), /perhaps|4111/);
});

test("with card data in it, too large, half written or of another version it is refused whole, and what was known stays", async () => {
  feed({ "device.self_test": "ok" });
  await body.start(true);
  const bad: readonly (readonly [string, string])[] = [
    [`{"feed":1,"signals":{"device.tamper":"triggered"},"note":"${"4".repeat(16)}"}`, "card_data"],
    [JSON.stringify({ feed: 1, signals: {}, pad: "x".repeat(65_536) }), "too_large"],
    ['{"feed":1,"signals":{"device.tamp', "not_json"],
    ["[1]", "not_an_object"],
    ['{"feed":2,"signals":{"device.tamper":"triggered"}}', "wrong_version"],
    [
      JSON.stringify({ feed: 1, signals: Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`a${n}`, n])) }),
      "too_many_entries",
    ],
  ];
  for (const [text, why] of bad) {
    writeFileSync(body.feedPath, text);
    await body.pass(6);
    assert.match(body.logged.at(-1) ?? "", new RegExp(`feed.refused .*${why}`));
  }
  assert.equal([body.now("device.tamper"), body.now("device.self_test")], [undefined, "ok"]);
  assert.equal([body.probe.feedCounts()?.refused, body.probe.feedCounts()?.state], [bad.length, "refused"]);
});

test("a pipe, a folder or a device in its place is refused, and nobody waits for it", async () => {
  feed({ "device.self_test": "ok" });
  await body.start(true);
  await body.pass(6);
  const strange: readonly (() => unknown)[] = [
    () => execFileSync("mkfifo", [body.feedPath]),
    () => mkdirSync(body.feedPath),
    () => symlinkSync("/dev/zero", body.feedPath),
  ];
  for (const [place, put] of strange.entries()) {
    rmSync(body.feedPath, { recursive: true });
    put();
    await body.pass(6);
    assert.equal([body.now("device.self_test"), body.probe.feedCounts()?.refused], ["ok", place + 1]);
  }
});

test("counters that only grow become what they grew by in a day", async () => {
  const tell = (chip: readonly [number, number], stripe: readonly [number, number]) => {
    const [icc_powerup_ok, icc_powerup_fail, mag_swipes, mag_fail] = [...chip, ...stripe];
    feed({}, { totals: { icc_powerup_ok, icc_powerup_fail, mag_swipes, mag_fail } });
  };
  const ofDay = () =>
    (["icc_powerup_ok", "icc_powerup_fail", "mag_ok", "mag_fail"] as const).map((name) =>
      body.now(`reader.${name}_24h`),
    );
  tell([48_210, 1_904], [5_000, 40]);
  await body.start(true);
  await body.pass(60);
  assert.equal(ofDay(), [0, 0, 0, 0]);
  tell([48_230, 1_911], [5_010, 44]);
  await body.pass(70);
  assert.equal(ofDay(), [20, 7, 6, 4]);
  // Over a restart; the service was set back to zero meanwhile.
  await body.stop();
  tell([3, 1], [0, 0]);
  await body.start(true);
  await body.pass(70);
  assert.equal(ofDay(), [23, 8, 6, 4]);
  body.setWall(body.wallMs() + 86_400_000);
  await body.pass(60);
  assert.equal(ofDay(), [0, 0, 0, 0]);
});

test("on Android it says why the system started and which version it has, and `cold` decides nothing", async () => {
  feed({}, { os_version: "PX7-11.0.4", param_version: "P0031", boot_reason: "reboot" });
  await body.start(true);
  await body.pass(60);
  feed({}, { os_version: "PX7-11.0.5", param_version: "P0031", boot_reason: "cold" });
  await body.reboot("power_loss", { withFeed: true });
  await body.pass(10);
  assert.is(body.now("device.reboot_reason"), "power_loss");
  assert.equal([body.now("sw.os_version_changed_h"), body.now("sw.param_changed_h")], [0, undefined]);
  body.tree.set({ plugged: false });
  await body.pass(30);
  feed({}, { os_version: "PX7-11.0.5", boot_reason: "kernel_panic,sysrq" });
  await body.reboot("power_loss", { withFeed: true });
  await body.pass(10);
  assert.equal([body.now("device.reboot_reason"), body.now("device.crash_reboots_24h")], ["panic", 1]);
  // What looked like a brown-out was none.
  assert.is(body.now("power.brownout_resets_24h"), 0);
});

test("its own word on the restart is held against what was seen, and does not stand beside it", async () => {
  await body.start(true);
  await body.pass(60);
  feed({ "device.reboot_reason": "thermal" });
  await body.reboot("power_loss", { withFeed: true });
  await body.pass(10);
  assert.is(body.now("device.reboot_reason"), "thermal");
  await body.reboot("watchdog", { withFeed: true });
  await body.pass(120);
  assert.is(body.now("device.reboot_reason"), "watchdog");
});

test("what was written before the terminal started says nothing of why it did", async () => {
  await body.start(true);
  await body.pass(60);
  feed({ "device.reboot_reason": "thermal" }, { boot_reason: "watchdog" });
  await body.reboot("power_loss", { withFeed: true, feedAgeS: 25 });
  await body.pass(10);
  assert.is(body.now("device.reboot_reason"), "power_loss");
});

test.run();
