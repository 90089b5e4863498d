import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { holderOf, holderText, likelyHolder } from "../../src/modem/holders.ts";
import { systemRoots } from "../../src/modem/ports.ts";
import { assert, suite } from "../front-door/suite.ts";
import { ec25, FakeSystem } from "./fake-system.ts";

const test = suite("who holds a port");

test("the process that has it open is named", async () => {
  using system = new FakeSystem();
  system.plug(ec25());
  system.process(1, "systemd");
  system.process(812, "ModemManager", [system.path("ttyUSB3"), system.path("ttyUSB2")]);
  const holder = await holderOf(system.path("ttyUSB2"), system.roots);
  assert.equal(holder, { pid: 812, program: "ModemManager", certain: true });
  assert.is(await holderOf(system.path("ttyUSB1"), system.roots), undefined);
});

test("a real process that holds a real file is found, and its end frees it; we ourselves are no holder", async () => {
  using system = new FakeSystem();
  system.node("file");
  const path = system.path("file");
  const fd = openSync(path, "r");
  assert.is(await holderOf(path, systemRoots), undefined);
  const child = spawn("sleep", ["60"], { stdio: [fd, "ignore", "ignore"] });
  await once(child, "spawn");
  const holder = await holderOf(path, systemRoots);
  assert.equal([holder?.pid, holder?.program], [child.pid, "sleep"]);
  child.kill();
  await once(child, "exit");
  assert.is(await holderOf(path, systemRoots), undefined);
  closeSync(fd);
});

test("where files of others are not shown, a program that takes modems is the likely one", async () => {
  using system = new FakeSystem();
  system.process(44, "bash");
  assert.is(await likelyHolder(system.roots), undefined);
  system.process(812, "ModemManager");
  const holder = await likelyHolder(system.roots);
  assert.equal(holder, { pid: 812, program: "ModemManager", certain: false });
});

test("what is said names the program, the second port, and the program's own way out", () => {
  const holder = { pid: 812, program: "ModemManager", certain: true };
  assert.is(
    holderText("/dev/ttyUSB2", holder, "/dev/ttyUSB3"),
    "ModemManager (pid 812) holds /dev/ttyUSB2: use the second AT port /dev/ttyUSB3, or `mmcli --inhibit-device`, or the udev property ID_MM_PORT_IGNORE",
  );
  const other = { pid: 9, program: "picocom", certain: true };
  assert.is(
    holderText("/dev/ttyUSB2", other, undefined),
    "picocom (pid 9) holds /dev/ttyUSB2: use another AT port of the modem, or stop that program",
  );
  assert.match(
    holderText("/dev/ttyUSB2", { ...holder, certain: false }, undefined),
    /^ModemManager \(pid 812\) probably/,
  );
});

test("a system without /proc has no holders", async () => {
  const roots = { ...systemRoots, proc: join("/nonexistent", "proc") };
  assert.is(await holderOf("/dev/null", roots), undefined);
  assert.is(await likelyHolder(roots), undefined);
});

test.run();
