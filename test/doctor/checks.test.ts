/** What the checks make of what was found; where it comes from is tried in test/cli/doctor.test.ts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AgentError } from "../../src/base/errors.ts";
import { readNames } from "../../src/doctor/account.ts";
import { judgeAddon } from "../../src/doctor/checks/addon.ts";
import { judgeAgent } from "../../src/doctor/checks/agent.ts";
import { judgeClock } from "../../src/doctor/checks/clock.ts";
import { judgeConfig } from "../../src/doctor/checks/config.ts";
import { judgeData } from "../../src/doctor/checks/data.ts";
import { judgeDisk, type Room } from "../../src/doctor/checks/disk.ts";
import { judgeFallBack } from "../../src/doctor/checks/fall-back.ts";
import { judgeFiles, type NamedFile } from "../../src/doctor/checks/files.ts";
import { judgeKernel, sources } from "../../src/doctor/checks/kernel.ts";
import { judgeMemory } from "../../src/doctor/checks/memory.ts";
import { judgeNode, libcOf } from "../../src/doctor/checks/node.ts";
import { judgeHeldPort, judgeRefusal } from "../../src/doctor/checks/port.ts";
import { judgeRivals } from "../../src/doctor/checks/rivals.ts";
import { judgeService } from "../../src/doctor/checks/service.ts";
import { judgeSocket } from "../../src/doctor/checks/socket.ts";
import { judgeState, type StateFolder } from "../../src/doctor/checks/state.ts";
import { judgeUser } from "../../src/doctor/checks/user.ts";
import type { Finding } from "../../src/doctor/finding.ts";
import { readService } from "../../src/doctor/service-state.ts";
import { assert, suite } from "../front-door/suite.ts";
import { status } from "../ipc/bench.ts";

const test = suite("what the doctor's checks conclude");

const said = ({ outcome, reason }: Finding) => `${outcome} ${reason}`;
const agentUser = { kind: "known", name: "posdiag", uid: 990, gids: [991, 20], from: "usual" } as const;
/** `mode` with the type of the file, as stat(2) has it. */
const node = (uid: number, gid: number, mode: number) =>
  ({ kind: "node", node: { uid, gid, mode, isDirectory: (mode & 0o40000) !== 0, size: 1 } }) as const;

let root = "";
test.before(() => {
  root = mkdtempSync(join(tmpdir(), "posdiag-doctor-"));
  mkdirSync(join(root, "etc"));
  writeFileSync(join(root, "etc/passwd"), "root:x:0:0::/:\nposdiag:x:990:991::/:\n");
  writeFileSync(join(root, "etc/group"), "root:x:0:\nposdiag:x:991:\ndialout:x:20:posdiag\npayment:x:30:\n");
});
test.after(() => rmSync(root, { recursive: true }));

test("Node.js is held against what is needed and against its own end", () => {
  const on = (version: string, day: string) =>
    said(judgeNode({ version, system: "linux", arch: "arm64", libc: "glibc" }, ">=20.20", day));
  assert.equal(
    [
      on("20.19.5", "2026-01-01"),
      on("18.20.0", "2026-01-01"),
      on("20.20.0", "2026-04-30"),
      on("20.20.2", "2026-05-01"),
    ],
    ["fail too_old", "fail too_old", "ok ok", "warn ended"],
  );
  assert.equal([on("24.1.0", "2026-11-27"), on("99.0.0", "2026-11-27")], ["ok ok", "ok unlisted"]);
  const maps = [
    "/usr/lib/libc.so.6",
    "/lib/ld-musl-aarch64.so.1",
    "/apex/com.android.runtime/lib64/bionic/libc.so",
    "",
  ];
  assert.equal(maps.map(libcOf), ["glibc", "musl", "bionic", "libc unknown"]);
});

test("the addon is there when it is the addon that refuses", () => {
  const runtime = { version: "24.1.0", system: "linux", arch: "riscv64", libc: "musl" };
  assert.is(said(judgeAddon(runtime, "Error: Not a directory, cannot open /dev/null/none")), "ok ok");
  const missing = judgeAddon(runtime, "No native build was found for platform=linux arch=riscv64\n  loaded from: /x");
  assert.equal(
    [said(missing), missing.values["error"]],
    ["fail missing", "No native build was found for platform=linux arch=riscv64"],
  );
});

test("a configuration that is wrong is not one that may not be read", () => {
  const config = (...whats: readonly string[]) =>
    judgeConfig("f", { kind: "wrong", problems: whats.map((what) => ({ key: "k", what })) });
  assert.is(said(config("is 5", "/x cannot be read (EACCES)")), "fail wrong");
  assert.equal(config("is 5", "/x cannot be read (EACCES)").details, ["k: is 5"]);
  assert.is(said(config("/x cannot be read (EACCES)")), "skipped files_unseen");
  assert.is(said(judgeConfig("f", { kind: "gone" })), "fail gone");
});

test("the user needs the port's group", () => {
  const names = readNames(root);
  const port = (gid: number, mode: number) => ({ path: "/dev/ttyUSB2", node: { uid: 0, gid, mode } });
  assert.is(said(judgeUser(agentUser, port(20, 0o660), names)), "ok ok");
  const refused = judgeUser(agentUser, port(30, 0o660), names);
  assert.equal([said(refused), refused.values["group"]], ["fail no_group", "payment"]);
  assert.is(said(judgeUser({ ...agentUser, uid: 0 }, port(30, 0o600), names)), "warn root");
  assert.is(said(judgeUser({ kind: "missing", name: "x" }, undefined, names)), "fail missing");
});

test("the state folder is the agent's, and nobody else's files are in it", () => {
  const found: StateFolder = {
    folder: "/v",
    looked: node(990, 991, 0o40750),
    reached: true,
    files: [],
    isMade: false,
  };
  const judged = (change: Partial<StateFolder>) =>
    said(judgeState({ ...found, ...change }, agentUser, readNames(root)));
  assert.equal([judged({}), judged({ files: [{ path: "/v/a", uid: 0 }] })], ["ok ok", "fail foreign"]);
  assert.equal(
    [judged({ looked: node(0, 0, 0o40755) }), judged({ reached: false })],
    ["fail no_write", "fail no_write"],
  );
  assert.equal(
    [judged({ looked: node(990, 991, 0o40777) }), judged({ files: undefined })],
    ["fail open", "skipped unseen"],
  );
  assert.equal(
    [judged({ looked: { kind: "gone" } }), judged({ looked: { kind: "gone" }, isMade: true })],
    ["fail missing", "ok not_yet"],
  );
});

test("secrets are the agent's alone, the rest nobody else may change; the gravest is told", () => {
  const file = (secret: boolean, looked: NamedFile["looked"]): NamedFile => ({
    path: "/f",
    secret,
    looked,
    reached: true,
  });
  const judged = (...files: readonly NamedFile[]) => said(judgeFiles(files, agentUser));
  assert.is(judged(file(true, node(990, 991, 0o600)), file(false, node(0, 0, 0o644))), "ok ok");
  assert.equal(
    [judged(file(true, node(0, 991, 0o640))), judged(file(true, node(0, 30, 0o640)))],
    ["ok ok", "fail exposed"],
  );
  assert.equal(
    [judged(file(true, node(990, 991, 0o644))), judged(file(false, node(0, 0, 0o600)))],
    ["fail exposed", "fail unreadable"],
  );
  assert.equal(
    [judged(file(false, node(0, 0, 0o666))), judged(file(false, node(5, 0, 0o644)))],
    ["fail writable", "fail writable"],
  );
  assert.is(judged(file(false, { kind: "unseen" }), file(false, { kind: "gone" })), "fail missing");
});

test("the socket's folder is as the agent wants it when it starts", () => {
  const judged = (looked: NamedFile["looked"], group?: string, isMade = false) =>
    said(judgeSocket({ folder: "/r", looked, group, isMade }, agentUser, readNames(root)));
  assert.equal([judged(node(990, 991, 0o40755)), judged(node(990, 991, 0o40775))], ["ok ok", "fail open"]);
  assert.equal(
    [judged(node(0, 0, 0o40755)), judged({ kind: "gone" }, undefined, true)],
    ["fail foreign", "ok not_yet"],
  );
  assert.equal([judged({ kind: "gone" }), judged({ kind: "gone" }, "dialout", true)], ["fail missing", "ok not_yet"]);
  assert.equal(
    [judged({ kind: "gone" }, "payment"), judged({ kind: "gone" }, "nobody-here")],
    ["fail not_member", "fail no_group"],
  );
});

test("the service runs, stays, comes again and is locked up", () => {
  const sound = readService(
    "LoadState=loaded\nActiveState=active\nSubState=running\nUnitFileState=enabled\nNRestarts=0\n",
  );
  assert.equal(
    [said(judgeService(undefined, undefined)), said(judgeService({ ...sound, there: false }, undefined))],
    ["skipped none", "warn missing"],
  );
  assert.equal(
    [said(judgeService(sound, 1.5)), said(judgeService(sound, undefined)), said(judgeService(sound, 9.2))],
    ["ok ok", "ok ok", "warn exposed"],
  );
  assert.equal(
    [said(judgeService({ ...sound, active: false }, 1)), said(judgeService({ ...sound, restarts: 5 }, 1))],
    ["fail down", "fail restless"],
  );
  assert.is(said(judgeService({ ...sound, enabled: "disabled" }, 1)), "warn disabled");
});

test("an agent that does not run is a failure only where something should start it", () => {
  const judged = (kind: "absent" | "denied" | "silent" | "strange", isStarted = true) =>
    said(judgeAgent({ kind, socket: "/s" }, "1.2.3", isStarted));
  assert.equal(
    [judged("absent"), judged("absent", false), judged("denied")],
    ["fail absent", "warn absent_here", "skipped denied"],
  );
  assert.equal([judged("silent"), judged("strange")], ["fail silent", "fail strange"]);
  assert.is(said(judgeAgent({ kind: "answer", socket: "/s", status }, "1.2.3", true)), "ok ok");
  assert.is(said(judgeAgent({ kind: "answer", socket: "/s", status }, "1.3.0", true)), "warn other_version");
});

test("the clock is plausible, kept, and outlives a power cut", () => {
  const wallMs = Date.UTC(2026, 10, 27);
  const judged = (change: Partial<Parameters<typeof judgeClock>[0]>) =>
    said(judgeClock({ wallMs, kept: "ok", chipS: wallMs / 1_000, ...change }));
  assert.equal(
    [judged({}), judged({ kept: "unknown" }), judged({ kept: "fail" })],
    ["ok ok", "ok unknown", "warn loose"],
  );
  assert.equal([judged({ wallMs: 0 }), judged({ wallMs: Date.UTC(2070, 0, 1) })], ["fail early", "fail late_years"]);
  assert.equal(
    [judged({ chipS: undefined }), judged({ chipS: wallMs / 1_000 - 61 })],
    ["warn no_chip", "warn chip_off"],
  );
});

test("the outbox lies on a disk with room that a power cut does not empty", () => {
  const megabyte = 1024 * 1024;
  const room: Room = {
    ...{ folder: "/v", freeBytes: 100 * megabyte, entries: 1_000, type: "ext4" },
    ...{ isVolatile: false, isReadOnly: false, wantedBytes: 16 * megabyte },
  };
  const judged = (change: Partial<Room>) => said(judgeDisk({ ...room, ...change }));
  assert.equal(
    [judged({}), judged({ entries: undefined }), judged({ isVolatile: true })],
    ["ok ok", "ok ok", "fail volatile"],
  );
  assert.equal(
    [judged({ isReadOnly: true }), judged({ freeBytes: megabyte }), judged({ entries: 3 })],
    ["fail read_only", "fail full", "fail few_entries"],
  );
  assert.equal([judged({ freeBytes: 17 * megabyte }), judged({ freeBytes: 18 * megabyte })], ["warn tight", "ok ok"]);
});

test("memory is enough to start in, and to go on in", () => {
  const judged = (availableMb: number, change: Partial<Parameters<typeof judgeMemory>[0]> = {}) => {
    const meminfo = `MemTotal:       262144 kB\nMemAvailable:   ${availableMb * 1_024} kB\n`;
    return said(judgeMemory({ meminfo, limit: undefined, events: undefined, runs: false, ...change }));
  };
  assert.equal(
    [judged(79), judged(80), judged(12, { runs: true }), judged(11, { runs: true })],
    ["fail short", "ok ok", "ok ok", "fail short"],
  );
  assert.equal([judged(200, { limit: "max" }), judged(200, { limit: "67108864" })], ["ok ok", "warn limit"]);
  assert.is(judged(200, { events: "low 0\noom 1\noom_kill 2\n" }), "warn killed");
  assert.is(said(judgeMemory({ meminfo: "", limit: undefined, events: undefined, runs: false })), "skipped unseen");
});

test("what the kernel does not show is named with what is lost; only some of it is a failure", () => {
  const all = sources();
  const some = all.filter(({ needed }) => !needed).slice(0, 2);
  assert.is(said(judgeKernel("6.1", [])), "ok ok");
  assert.equal([said(judgeKernel("6.1", some)), judgeKernel("6.1", some).details.length], ["ok partly", 2]);
  assert.is(said(judgeKernel("6.1", all.slice(0, 1))), "fail blind");
});

test("a running agent's word on its port counts; a refusal is told apart by who asks", () => {
  const held = (change: object) => said(judgeHeldPort("/dev/ttyUSB2", { ...status.modem, ...change }));
  assert.equal(
    [held({}), held({ answering: false }), held({ port: "busy" })],
    ["ok agent", "fail agent_silent", "fail agent_fails"],
  );
  assert.is(held({ port: "unused" }), "skipped unused");
  const refused = (code: "PORT_BUSY" | "PORT_DENIED" | "PORT_GONE" | "PORT_SILENT" | "PORT_FAILED", isAgent = true) =>
    said(judgeRefusal(new AgentError(code, "x"), isAgent));
  assert.equal(
    [refused("PORT_BUSY"), refused("PORT_DENIED"), refused("PORT_DENIED", false)],
    ["fail busy", "fail denied", "skipped denied_us"],
  );
  assert.equal(
    [refused("PORT_GONE"), refused("PORT_SILENT"), refused("PORT_FAILED")],
    ["fail gone", "fail silent", "fail failed"],
  );
});

test("ModemManager is no rival where udev tells it off", () => {
  const known = { pid: 7, program: "ModemManager", certain: false };
  const judged = (change: object) =>
    said(judgeRivals({ port: "/dev/ttyUSB2", holder: undefined, known: undefined, properties: undefined, ...change }));
  assert.equal([judged({}), judged({ known }), judged({ holder: known })], ["ok ok", "warn runs", "fail holds"]);
  assert.is(judged({ known, properties: "E:ID_MM_PORT_IGNORE=1\n" }), "ok told_off");
  assert.is(judged({ known: { ...known, program: "pppd" }, properties: "E:ID_MM_PORT_IGNORE=1\n" }), "warn runs");
});

test("data and configuration are by the agent's word", () => {
  const { data, configuration } = status;
  assert.ok(data);
  assert.equal([said(judgeData(null)), said(judgeData(data))], ["ok off", "warn refused"]);
  const calm = { ...data, refused: null };
  assert.is(said(judgeData({ ...calm, newer_given_up: "acme-13" })), "warn given_up");
  assert.equal([said(judgeData(calm)), said(judgeData({ ...calm, trial_left_s: null }))], ["ok trial", "ok ok"]);
  assert.is(said(judgeFallBack(configuration)), "fail last_good");
  assert.is(said(judgeFallBack({ ...configuration, source: "file", why: null, problem: null })), "ok ok");
});

test.run();
