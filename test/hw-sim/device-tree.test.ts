/** A body as Linux shows it; against what this machine's own kernel shows of the same files. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDeviceTree, type DeviceTree } from "../../hw-sim/device-tree.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the tree of a body");
let root = "";
let tree: DeviceTree;
test.before.each(() => {
  root = mkdtempSync(join(tmpdir(), "posdiag-tree-"));
  tree = createDeviceTree(root);
});
test.after.each(() => rmSync(root, { recursive: true }));

const read = (path: string) => readFileSync(join(root, path), "utf8").trim();

test("what it shows has the form of what this kernel shows", () => {
  const forms = [
    ["proc/sys/kernel/random/boot_id", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/],
    ["proc/stat", /^cpu {2}(\d+ ){9}\d+\ncpu0 (\d+ ){9}\d+/],
    ["proc/meminfo", /^MemTotal: +\d+ kB\nMemFree: +\d+ kB\nMemAvailable: +\d+ kB/],
  ] as const;
  for (const [path, form] of forms) {
    assert.match(read(path), form, path);
    assert.match(readFileSync(`/${path}`, "utf8").trim(), form, `/${path}`);
  }
});

test("the adapter feeds and charges; without it the battery does, and gives way under load", () => {
  const battery = () => [
    read("sys/class/power_supply/battery/status"),
    read("sys/class/power_supply/battery/voltage_now"),
  ];
  assert.equal(battery(), ["Charging", "4168000"]);
  tree.set({ plugged: false, load: "printing" });
  assert.equal(battery(), ["Discharging", "3988000"]);
  assert.equal(read("sys/class/power_supply/ac/online"), "0");
  tree.set({ plugged: true });
  assert.equal(
    [read("sys/class/power_supply/ac/online"), read("sys/class/power_supply/ac/voltage_now")],
    ["1", "4900000"],
  );
});

test("each start has its own id and the traces of its cause, and counts its lines anew", () => {
  const id = read("proc/sys/kernel/random/boot_id");
  tree.set({ uart0_errors: 7 });
  assert.match(read("proc/tty/driver/serial"), /^0: .* fe:7 /m);
  tree.reboot("watchdog");
  assert.is.not(read("proc/sys/kernel/random/boot_id"), id);
  assert.is(read("sys/class/watchdog/watchdog0/bootstatus"), "32");
  assert.not.match(read("proc/tty/driver/serial"), /fe:/);
  tree.reboot("panic");
  assert.match(read("sys/fs/pstore/dmesg-ramoops-1"), /^Panic#1 /);
  assert.is(read("sys/class/watchdog/watchdog0/bootstatus"), "0");
});

test("a chip with an empty cell begins in 2000 after the power was gone, and not after a restart", () => {
  tree.set({ rtc_cell: "empty", time_s: 1_795_000_500 });
  tree.reboot("normal");
  assert.is(read("sys/class/rtc/rtc0/since_epoch"), "1795000500");
  tree.reboot("power_loss");
  tree.set({ time_s: 1_795_000_560 });
  assert.is(read("sys/class/rtc/rtc0/since_epoch"), "946684860");
});

test.run();
