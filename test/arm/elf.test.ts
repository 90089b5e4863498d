/** What readelf says of an addon, and of every addon that is shipped. */
import { readFileSync } from "node:fs";
import { assert, suite } from "../front-door/suite.ts";
import { addonTable, shippedAddons } from "./addons.ts";
import { byVersion, parseElf } from "./elf.ts";

const pure = suite("what readelf says");

const header = "  Machine:                           ARM\n";
const versions = `
Version needs section '.gnu.version_r' contains 3 entries:
 000000: Version: 1  File: libgcc_s.so.1  Cnt: 1
  0x0010:   Name: GLIBC_2.99  Flags: none  Version: 6
  0x0020: Version: 1  File: libc.so.6  Cnt: 3
  0x0030:   Name: GLIBC_2.4  Flags: none  Version: 5
  0x0040:   Name: GLIBC_2.28  Flags: none  Version: 4
  0x0050:   Name: GLIBC_2.9  Flags: none  Version: 3
  0x0060: Version: 1  File: libm.so.6  Cnt: 1
  0x0070:   Name: GLIBC_2.27  Flags: none  Version: 2
`;

pure("the C library's newest version counts by its numbers, and not what other libraries call so", () => {
  assert.is(parseElf(header + versions).glibc, "2.28");
  assert.is(parseElf(header).glibc, undefined);
});

pure("versions are sorted by number", () => {
  assert.equal(["2.28", "2.4", "2.17", "2.4.1"].toSorted(byVersion), ["2.4", "2.4.1", "2.17", "2.28"]);
});

pure("the level of Android's interface is the note's first word", () => {
  const note =
    "  Android              0x00000084\tNT_VERSION (version)\t   description data: 17 00 00 00 72 32 35 62 00 \n";
  assert.is(parseElf(header + note).androidApi, 23);
});

pure("what is no ELF file is refused in words", () => {
  assert.throws(() => parseElf("readelf: Error: Not an ELF file"), /no ELF header/);
});

pure.run();

const shipped = suite("addons that are shipped", { needs: ["readelf"], timeoutMs: 20_000 });
const addons = () => shippedAddons();

shipped("are of the processor that their folder says", () => {
  const machines = { x64: "Advanced Micro Devices X86-64", arm64: "AArch64", arm: "ARM" } as const;
  assert.ok(addons().length >= 9);
  for (const { platform, variant, elf } of addons()) {
    const [, processor = ""] = platform.split("-");
    assert.is(
      elf.machine,
      Object.entries(machines).find(([name]) => name === processor)?.[1],
      `${platform} ${variant}`,
    );
  }
});

shipped("of Linux need glibc 2.28 at most, or none", () => {
  for (const { platform, variant, elf } of addons()) {
    assert.is(elf.glibc !== undefined, variant.endsWith("glibc"), `${platform} ${variant}`);
    assert.ok(elf.glibc === undefined || byVersion(elf.glibc, "2.28") <= 0, `${platform} ${variant}: ${elf.glibc}`);
  }
});

shipped("of 32-bit ARM pass floats in registers on Linux and not on Android", () => {
  for (const { platform, variant, elf } of addons().filter(({ elf }) => elf.machine === "ARM")) {
    assert.is(elf.floats, platform.startsWith("linux") ? "hard" : "soft", `${platform} ${variant}`);
  }
});

shipped("of Android need libc++_shared.so beside them and Android 6", () => {
  for (const { elf } of addons().filter(({ platform }) => platform.startsWith("android"))) {
    assert.ok(elf.needed.includes("libc++_shared.so"));
    assert.is(elf.androidApi, 23);
  }
});

shipped("are in docs/arm.md as they are", () => {
  assert.ok(
    readFileSync("docs/arm.md", "utf8").includes(addonTable(addons())),
    `docs/arm.md wants:\n${addonTable(addons())}`,
  );
});

shipped.run();
