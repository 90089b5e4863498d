/** The rules of the house, held against the whole repository; and each held against a bad sample, to show that it bites. */
import { readFileSync } from "node:fs";
import { codeOnly } from "./architecture/code.ts";
import { importProblems, importsOf, readTable } from "./architecture/imports.ts";
import { orphanProblems, sizeProblems, standalone } from "./architecture/layout.ts";
import { purityProblems } from "./architecture/purity.ts";
import { repositoryFiles, within } from "./architecture/sources.ts";
import { type PackageFile, packageProblems, textProblems } from "./architecture/text.ts";
import { assert, suite } from "./front-door/suite.ts";

const files = repositoryFiles();
const read = (path: string) => files.find((file) => file.path === path)?.text ?? "";
const file = (path: string, ...lines: readonly string[]) => ({ path, text: `${lines.join("\n")}\n` });
const none = (problems: readonly string[]) => assert.is(problems.join("\n"), "");

const table = [
  "| folder | own imports | npm |",
  "|---|---|---|",
  "| base | – | – |",
  "| at | base | – |",
  "| probes | `base`, at (types), modem/port.ts | – |",
  "| modem | base | serialport |",
  "| hw-sim | – | – |",
].join("\n");

const fine = [
  file("src/base/clock.ts", "export const clock = 1;"),
  file("src/at/line.ts", 'import { clock } from "../base/clock.ts";', "export const line = clock;"),
  file("src/modem/port.ts", 'import { SerialPort } from "serialport";', 'import "../base/clock.ts";'),
  file(
    "src/probes/modem.ts",
    'import type { Line } from "../at/line.ts";',
    'import { port } from "../modem/port.ts";',
    'import { clock } from "../base/clock.ts";',
  ),
  file("hw-sim/main.ts", 'import { openSync } from "node:fs";'),
];

/** The sample with one file replaced or added. */
const withFile = (changed: ReturnType<typeof file>) => [...fine.filter(({ path }) => path !== changed.path), changed];

const rules = suite("the repository");

rules("imports only what ARCHITECTURE.md permits, and permits nothing that is not imported", () => {
  none(importProblems(files, readTable(read("ARCHITECTURE.md"))));
});

rules("has no I/O in the core, and no clock, chance, environment or console outside the ports", () => {
  none(purityProblems(files));
});

rules("starts uvu in one place", () => {
  const uses = within(files, "test", "src", "hw-sim", "deploy").filter(({ path }) => !path.includes("/fixtures/"));
  const users = uses.filter((one) => importsOf(one).some(({ specifier }) => /^uvu\b|^node:test$/.test(specifier)));
  assert.equal(users.map(({ path }) => path).sort(), ["test/front-door/assert.ts", "test/front-door/suite.ts"]);
});

rules("keeps its files small", () => none(sizeProblems(files)));

rules("has a source for every test", () => {
  none(orphanProblems(files));
  for (const path of standalone) assert.ok(read(path), `${path} is excepted and does not exist`);
});

rules("names no machine, no registry and nothing unfinished", () => none(textProblems(files)));

rules("pins every package, and has a written reason for each", () => {
  const decisions = within(files, "docs/adr").map(({ text }) => text);
  const manifest: PackageFile = JSON.parse(readFileSync("package.json", "utf8"));
  none(packageProblems(manifest, decisions.join("\n")));
});

rules.run();

const bites = suite("the rules bite on");

bites("nothing in a sample that keeps to the table", () => none(importProblems(fine, readTable(table))));

bites("a folder that is not permitted", () => {
  const changed = withFile(
    file("src/at/line.ts", 'import { x } from "../modem/port.ts";', 'import "../base/clock.ts";'),
  );
  assert.equal(importProblems(changed, readTable(table)), [
    "src/at/line.ts imports src/modem/port.ts, which the table does not permit",
  ]);
});

bites("a re-export, and an import over many lines, of what is not permitted", () => {
  const again = withFile(file("src/base/clock.ts", 'export * from "../at/line.ts";'));
  assert.match(importProblems(again, readTable(table))[0] ?? "", "src/base/clock.ts imports src/at/line.ts");
  const long = withFile(file("src/base/clock.ts", "import {", "  one,", "  two,", '} from "../at/line.ts";'));
  assert.match(importProblems(long, readTable(table))[0] ?? "", "src/base/clock.ts imports src/at/line.ts");
});

bites("no text that only speaks of imports", () => {
  const talk = [
    "/**",
    " * What we",
    " * export goes out from",
    '"nowhere.ts"',
    " */",
    'export const from = ["a", "b"];',
  ];
  none(importProblems([...fine, file("src/at/talk.ts", ...talk)], readTable(table)));
});

bites("a value where only types are permitted", () => {
  const extra = file("src/probes/host.ts", 'import { line } from "../at/line.ts";');
  assert.equal(importProblems([...fine, extra], readTable(table)), [
    "src/probes/host.ts may import types only from src/at/line.ts",
  ]);
});

bites("another file of a folder of which one file is permitted", () => {
  const extra = [
    file("src/modem/session.ts", "export const session = 1;"),
    file("src/probes/host.ts", 'import "../modem/session.ts";'),
  ];
  assert.equal(importProblems([...fine, ...extra], readTable(table)), [
    "src/probes/host.ts imports src/modem/session.ts, which the table does not permit",
  ]);
});

bites("a package that is not permitted, by any of its paths", () => {
  const extra = file("src/at/extra.ts", 'import { Writer } from "protobufjs/minimal.js";', 'import x from "@a/b/c";');
  assert.equal(importProblems([...fine, extra], readTable(table)), [
    "src/at/extra.ts imports the package protobufjs, which the table does not permit",
    "src/at/extra.ts imports the package @a/b, which the table does not permit",
  ]);
});

bites("a simulator that borrows from the agent", () => {
  const changed = withFile(file("hw-sim/main.ts", 'import { line } from "../src/at/line.ts";'));
  assert.equal(importProblems(changed, readTable(table)), [
    "hw-sim/main.ts imports src/at/line.ts, which the table does not permit",
  ]);
});

bites("a permission that nobody uses", () => {
  const changed = withFile(file("src/modem/port.ts", "export const port = 1;"));
  assert.equal(importProblems(changed, readTable(table)), [
    "the table permits modem to import base, which nothing there does",
    "the table permits modem to import serialport, which nothing there does",
  ]);
});

bites("a folder without a row, and a row without a folder", () => {
  const added = [...fine, file("src/extra/one.ts", "export const one = 1;")];
  assert.equal(importProblems(added, readTable(table)), ["extra is not in the table"]);
  assert.equal(importProblems(fine, readTable(`${table}\n| ghost | – | – |`)), [
    "the table has ghost, which does not exist",
  ]);
  assert.throws(() => readTable("# no table"), /no table/);
});

bites("every way to the clock, to chance, to the environment and to the console", () => {
  const lines: ReadonlyArray<readonly [string, string]> = [
    ["const now = Date.now();", "Date.now"],
    ["const now = new Date();", "new Date() without a time"],
    ["const now = performance.now();", "performance.now"],
    ["setTimeout(go, 5);", "a timer"],
    ["const id = setInterval(go, 5);", "a timer"],
    ["fetch(url, { signal: AbortSignal.timeout(5) });", "AbortSignal.timeout"],
    ["const dice = Math.random();", "Math.random"],
    ["const home = process.env.HOME;", "process.env"],
    [`const text = ${"`at $"}{Date.now()}${"`"};`, "Date.now"],
    ["console.log(1);", "console"],
    ['const fs = await import("node:fs");', "a dynamic import"],
    ['if (vendor === "quectel") return 1;', "a branch on the vendor"],
    ["const text = value as string;", "a cast with `as`"],
    ["export function f() { return value as string; }", "a cast with `as`"],
  ];
  for (const [line, what] of lines) {
    assert.equal(purityProblems([file("src/modem/bad.ts", line)]), [`src/modem/bad.ts uses ${what}`], line);
  }
});

bites("I/O in the core, and timers by another name", () => {
  const read = file("src/diagnose/bad.ts", 'import { readFileSync } from "node:fs";');
  assert.equal(purityProblems([read]), ["src/diagnose/bad.ts imports node:fs, and is to be pure"]);
  const sleep = file("src/modem/bad.ts", 'import { setTimeout as sleep } from "node:timers/promises";');
  assert.equal(purityProblems([sleep]), ["src/modem/bad.ts imports node:timers; take a Clock"]);
});

bites("no comment, no string, no method of that name, and no port", () => {
  const harmless = file(
    "src/modem/good.ts",
    'import { one as two } from "./one.ts";',
    "// Date.now() would tie this to the machine's clock",
    'const text = "console.log as it is";',
    "const quotes = /[\"'`]/; const names = [1] as const;",
    "socket.setTimeout(5);",
    "const when = new Date(wallMs).toISOString();",
  );
  none(purityProblems([harmless, file("src/base/clock.ts", "const now = Date.now();")]));
  assert.not.match(codeOnly(harmless.text), "console");
});

bites("files that have grown too long", () => {
  const long = (path: string, lines: number) => file(path, ...Array.from({ length: lines }, () => "x"));
  const grown = [
    long("src/at/long.ts", 251),
    long("hw-sim/long.json", 251),
    long("test/long.test.ts", 301),
    long("ARCHITECTURE.md", 201),
    long("CONTRIBUTING.md", 121),
  ];
  assert.is(sizeProblems(grown).length, grown.length);
  assert.is(sizeProblems(grown)[0], "src/at/long.ts has 251 lines, and may have 250");
  none(sizeProblems([long("src/at/full.ts", 250), long("src/report/wire.js", 3_000), long("docs/faults.md", 900)]));
});

bites("a test of something that is no more", () => {
  const present = [file("src/at/line.ts", ""), file("hw-sim/modem.ts", "")];
  const kept = [file("test/at/line.test.ts", ""), file("test/hw-sim/modem.test.ts", ""), file("test/at.test.ts", "")];
  none(orphanProblems([...present, ...kept]));
  const orphan = file("test/at/gone.test.ts", "");
  assert.equal(orphanProblems([...present, orphan]), [
    "test/at/gone.test.ts tests neither src/at/gone.ts nor at/gone.ts",
  ]);
});

bites("a machine's path, a registry and a note of unfinished work", () => {
  const lines = [
    `see /${"work"}/x`,
    `https://registry.${"npmjs"}.org/x`,
    `// ${"TO"}${"DO"} later`,
    "a framework/test of paths",
  ];
  assert.equal(textProblems([file("docs/bad.md", ...lines)]), [
    "docs/bad.md:1 mentions a path of one machine",
    "docs/bad.md:2 mentions a package registry",
    "docs/bad.md:3 mentions unfinished work",
  ]);
});

bites("a version range, and a package nobody argued for", () => {
  const manifest = { dependencies: { mqtt: "^5.16.0" }, devDependencies: { uvu: "0.5.6" } };
  assert.equal(packageProblems(manifest, "we take `mqtt`"), [
    "mqtt is not pinned: ^5.16.0",
    "no decision in docs/adr mentions `uvu`",
  ]);
});

bites.run();
