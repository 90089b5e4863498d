/** Which pages of an emulated process are the guest's. */
import { assert, suite } from "../front-door/suite.ts";
import { ownPages } from "./guest-memory.ts";

const test = suite("pages of an emulated process");

const mapping = (head: string, kb: number) => `${head}\nSize:  9999 kB\nRss:   ${kb} kB\nPss:  1 kB\nVmFlags: rd wr\n`;

const guest = [
  mapping("5500000000-5501000000 r--p 00000000 fe:01 123                  /opt/node/bin/node", 30_000),
  mapping("7f0000000000-7f0001000000 rw-p 00000000 00:00 0 ", 20_000),
].join("");

test("the guest's program and data count", () => assert.is(ownPages(guest), 50_000));

test("translated code, the emulator's heap and its program do not", () => {
  const emulator = [
    mapping("7f1000000000-7f1001000000 rwxp 00000000 00:00 0 ", 22_000),
    mapping("aaaa00000000-aaaa01000000 rw-p 00000000 00:00 0                  [heap]", 12_000),
    mapping("400000-800000 r-xp 00000000 fe:01 9                          /usr/bin/qemu-aarch64-static", 3_000),
  ].join("");
  assert.is(ownPages(guest + emulator), 50_000);
});

test.run();
