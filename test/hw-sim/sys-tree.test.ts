/** The tree as Linux has it: from the tty up to the device, by links only. */
import { existsSync, mkdtempSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { clearSysTree, removeSysTree, writeSysTree } from "../../hw-sim/sys-tree.ts";
import { assert, suite } from "../front-door/suite.ts";

const usb = {
  vendor: "2c7c",
  product: "0125",
  manufacturer: "Quectel",
  name: "EC25",
  ports: { diag: 0, at: 2 },
  source: "test",
} as const;

const test = suite("the tree of sysfs");
let dir = "";
test.before.each(() => {
  dir = mkdtempSync(join(tmpdir(), "posdiag-sys-"));
});
test.after.each(() => rmSync(dir, { recursive: true }));

const write = (tty: string, devnum: number) =>
  writeSysTree(dir, usb, { devnum, ports: [{ interface: 2, tty, target: "/dev/null" }] });

test("leads from class/tty over the interface to the device", () => {
  write("ttyUSB2", 5);
  const device = realpathSync(join(dir, "sys/class/tty/ttyUSB2/device"));
  assert.is(basename(device), "ttyUSB2");
  const face = dirname(device);
  assert.match(basename(face), /^\d+-\d+(?:\.\d+)*:1\.2$/);
  const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");
  assert.is(read(face, "bInterfaceNumber"), "02\n");
  assert.is(read(face, "bInterfaceClass"), "ff\n");
  assert.is(basename(realpathSync(join(face, "driver"))), "option");
  assert.equal(
    ["idVendor", "idProduct", "manufacturer", "product", "busnum", "devnum"].map((name) => read(dirname(face), name)),
    ["2c7c\n", "0125\n", "Quectel\n", "EC25\n", "1\n", "5\n"],
  );
  assert.is(readlinkSync(join(dir, "dev/ttyUSB2")), "/dev/null");
});
test("another number leaves nothing of the old one, and the same socket and interface", () => {
  write("ttyUSB2", 5);
  const before = basename(dirname(realpathSync(join(dir, "sys/class/tty/ttyUSB2/device"))));
  write("ttyUSB6", 6);
  assert.not.ok(existsSync(join(dir, "sys/class/tty/ttyUSB2")) || existsSync(join(dir, "dev/ttyUSB2")));
  assert.is(basename(dirname(realpathSync(join(dir, "sys/class/tty/ttyUSB6/device")))), before);
});
test("off the bus both folders are empty, and in the end gone", () => {
  write("ttyUSB2", 5);
  clearSysTree(dir);
  assert.not.ok(existsSync(join(dir, "sys/class")));
  assert.ok(existsSync(join(dir, "dev")));
  removeSysTree(dir);
  assert.not.ok(existsSync(join(dir, "sys")) || existsSync(join(dir, "dev")));
});
test.run();
