import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { deviceOf, listPorts, portAt } from "../../src/modem/ports.ts";
import { assert, suite } from "../front-door/suite.ts";
import { ec25, FakeSystem } from "./fake-system.ts";

const test = suite("the machine's ports");

test("every port of a USB modem has its interface, its role, and a key that is not its number", async () => {
  using system = new FakeSystem();
  system.plug(ec25(4));
  const ports = await listPorts(system.roots);
  assert.equal(
    ports.map(({ path, key, role, kind }) => [path, key, role, kind]),
    [
      [system.path("ttyUSB4"), "1-1:1.0", "diag", "modem"],
      [system.path("ttyUSB5"), "1-1:1.1", "nmea", "modem"],
      [system.path("ttyUSB6"), "1-1:1.2", "at", "modem"],
      [system.path("ttyUSB7"), "1-1:1.3", "at_secondary", "modem"],
    ],
  );
  assert.equal(ports[2]?.usb, {
    id: "2c7c:0125",
    number: "02",
    protocol: "ff/00/00",
    driver: "option",
    manufacturer: "Maker",
    product: "EC25-EU",
  });
  assert.ok(ports.every((port) => deviceOf(port) === "1-1"));
});

test("ports behind a hub and interfaces beyond nine keep their keys; ttyUSB10 comes after ttyUSB9", async () => {
  using system = new FakeSystem();
  const interfaces = [
    { number: "0a", tty: "ttyUSB10" },
    { number: "00", tty: "ttyUSB9" },
  ];
  system.plug({ socket: "3-1.4.2", id: "1546:1107", interfaces });
  assert.equal(
    (await listPorts(system.roots)).map(({ key, role }) => [key, role]),
    [
      ["3-1.4.2:1.0", "at"],
      ["3-1.4.2:1.10", "other"],
    ],
  );
});

test("Huawei's ports are told apart by their protocol", async () => {
  using system = new FakeSystem();
  const interfaces = ["01", "02", "05"].map((protocol, at) => {
    return { number: `0${at}`, tty: `ttyUSB${at}`, protocol: `ff/01/${protocol}` };
  });
  system.plug({ socket: "1-2", id: "12d1:1506", interfaces });
  assert.equal(
    (await listPorts(system.roots)).map(({ role }) => role),
    ["ppp", "at", "nmea"],
  );
});

for (const [what, device, kind] of [
  ["a modem of an unknown maker by its driver", { id: "ffff:0001", driver: "option" }, "modem"],
  ["a modem of an unknown maker by its network card", { id: "ffff:0001", driver: "cdc_acm", net: "usb0" }, "modem"],
  ["a PIN pad or printer", { id: "ffff:0001", driver: "cdc_acm" }, "doubtful"],
  ["a serial adapter", { id: "0403:6001", driver: "ftdi_sio" }, "doubtful"],
  ["a GPS receiver of a maker of modems", { id: "1546:01a8", driver: "cdc_acm" }, "doubtful"],
] as const) {
  test(`${what} is ${kind}`, async () => {
    using system = new FakeSystem();
    const { id, driver } = device;
    const card = "net" in device ? [{ number: "01", net: device.net }] : [];
    system.plug({ socket: "2-1", id, interfaces: [{ number: "00", tty: "ttyACM0", driver }, ...card] });
    assert.is((await listPorts(system.roots))[0]?.kind, kind);
  });
}

test("nodes of a radio daemon are listed after USB ports; other terminals are not", async () => {
  using system = new FakeSystem();
  for (const name of ["smd7", "stty_lte0", "ttyC3", "ttyS0", "smd9"]) system.node(name);
  system.plug(ec25());
  const ports = await listPorts(system.roots);
  assert.equal(
    ports.slice(4).map(({ path, kind, key }) => [path, kind, key]),
    ["smd7", "stty_lte0", "ttyC3"].map((name) => [system.path(name), "daemon", undefined]),
  );
});

test("a link leads to its port, and what is listed nowhere to none", async () => {
  using system = new FakeSystem();
  system.plug(ec25());
  symlinkSync(system.path("ttyUSB2"), join(system.root, "modem"));
  const ports = await listPorts(system.roots);
  assert.is((await portAt(join(system.root, "modem"), ports))?.key, "1-1:1.2");
  assert.is(await portAt("/dev/null", ports), undefined);
});

test("a system without sysfs has no ports", async () => {
  assert.equal(await listPorts({ sys: "/nonexistent", dev: "/nonexistent", proc: "/nonexistent" }), []);
});

test.run();
