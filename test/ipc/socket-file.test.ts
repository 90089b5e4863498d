import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { chmod, lstat, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer, Server } from "node:net";
import { join } from "node:path";
import { isAgentError } from "../../src/base/errors.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Bench, connectRaw, createBench } from "./bench.ts";

const test = suite("local socket: its file");

let bench: Bench;

test.before.each(async () => {
  bench = await createBench();
});

test.after.each(() => bench.end());

async function codeOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (isAgentError(error)) return error.code;
    throw error;
  }
  return "started";
}

/** A socket file whose owner was killed: bound in a process that then kills itself. */
async function leaveStale(path: string): Promise<void> {
  const script = `require("net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`;
  spawnSync(process.execPath, ["-e", script]);
  assert.ok((await lstat(path)).isSocket());
}

const mode = () => statSync(bench.socket).mode & 0o777;

test("is open to owner and group and nobody else, and to less when it is made, whatever the umask", async () => {
  const { listen } = Server.prototype;
  const before = process.umask(0o000);
  const made: number[] = [];
  Server.prototype.listen = new Proxy(listen, {
    apply: (target, self, args) => {
      const result: unknown = Reflect.apply(target, self, args);
      made.push(mode());
      return result;
    },
  });
  try {
    await bench.server.start();
    assert.is(process.umask(), 0o000);
  } finally {
    Server.prototype.listen = listen;
    process.umask(before);
  }
  assert.equal([...made, mode()], [0o600, 0o660]);
});

test("is gone after the stop, and the path can be served again", async () => {
  await bench.server.start();
  const peer = await connectRaw(bench.socket);
  await bench.server.stop();
  await peer.closed;
  assert.is(statSync(bench.socket, { throwIfNoEntry: false }), undefined);
  const next = await createBench({ path: bench.socket });
  await next.server.start();
  assert.ok((await lstat(bench.socket)).isSocket());
  await next.end();
});

test("a stale one is replaced", async () => {
  await leaveStale(bench.socket);
  await bench.server.start();
  const peer = await connectRaw(bench.socket);
  peer.frame("posdiag.status", { request: 1 });
  assert.is((await peer.next()).type, "posdiag.answer");
  peer.end();
});

test("a live one stays with its agent, and the second agent is refused", async () => {
  const other = createServer((socket) => socket.on("error", () => {}).end("mine\f"));
  await new Promise<void>((resolve) => void other.listen(bench.socket, resolve));
  assert.is(await codeOf(() => bench.server.start()), "AGENT_ALREADY_RUNS");
  const peer = await connectRaw(bench.socket);
  await peer.closed;
  assert.ok((await lstat(bench.socket)).isSocket());
  other.close();
});

test("a regular file at the path is left as it is", async () => {
  await writeFile(bench.socket, "precious");
  assert.is(await codeOf(() => bench.server.start()), "IPC_FAILED");
  await bench.server.stop();
  assert.is(await readFile(bench.socket, "utf8"), "precious");
});

test("neither is a symbolic link followed, nor a directory taken", async () => {
  const target = join(bench.directory, "target");
  await writeFile(target, "precious");
  await symlink(target, bench.socket);
  assert.is(await codeOf(() => bench.server.start()), "IPC_FAILED");
  assert.is(await readFile(bench.socket, "utf8"), "precious");
});

test("a directory that others may write, that is missing, or that is a file is refused", async () => {
  await chmod(bench.directory, 0o770);
  assert.is(await codeOf(() => bench.server.start()), "IPC_FAILED");
  await chmod(bench.directory, 0o1777);
  assert.is(await codeOf(() => bench.server.start()), "IPC_FAILED");
  await chmod(bench.directory, 0o700);
  await mkdir(bench.socket);
  assert.is(await codeOf(() => bench.server.start()), "IPC_FAILED");
});

test("a group that there is not is an error, and no socket is left behind", async () => {
  const grouped = await createBench({ group: "no-such-group" });
  assert.is(await codeOf(() => grouped.server.start()), "IPC_FAILED");
  assert.is(await lstat(grouped.socket).catch(() => undefined), undefined);
  await grouped.end();
});

test("goes to the group that was asked for", async () => {
  const fields = (await readFile("/etc/group", "utf8")).split("\n").map((line) => line.split(":"));
  const [name = "", , id] = fields.find((group) => process.getgroups?.().includes(Number(group[2]))) ?? [];
  const grouped = await createBench({ group: name });
  await grouped.server.start();
  const { gid, mode } = await lstat(grouped.socket);
  assert.equal([gid, mode & 0o777], [Number(id), 0o660]);
  await grouped.end();
});

test.run();
