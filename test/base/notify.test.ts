import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { createNotifier } from "../../src/base/notify.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("notifier");

const neverFails = (error: unknown) => {
  throw error;
};

test("runs nothing outside systemd", async () => {
  const said: (readonly string[])[] = [];
  const run = async (args: readonly string[]) => void said.push(args);
  const notifier = createNotifier({ socket: undefined, run, failed: neverFails });
  notifier.ready();
  notifier.status("works");
  await notifier.settled();
  assert.equal(said, []);
});

test("runs one process at a time, and what waits goes together, of each kind the newest", async () => {
  const said: (readonly string[])[] = [];
  const done: (() => void)[] = [];
  const run = (args: readonly string[]) => {
    said.push(args);
    return new Promise<void>((resolve) => void done.push(resolve));
  };
  const notifier = createNotifier({ socket: "/run/systemd/notify", run, failed: neverFails });
  notifier.ready();
  notifier.status("one");
  notifier.alive();
  notifier.status("two\nREADY=0");
  assert.equal(said, [["READY=1"]]);
  done[0]?.();
  while (done.length < 2) await Promise.resolve();
  done[1]?.();
  await notifier.settled();
  assert.equal(said, [["READY=1"], ["STATUS=two READY=0", "WATCHDOG=1"]]);
});

test("goes on after a process that failed, and tells", async () => {
  const errors: unknown[] = [];
  const run = () => Promise.reject(new Error("ENOENT"));
  const notifier = createNotifier({ socket: "x", run, failed: (error) => void errors.push(error) });
  notifier.alive();
  await notifier.settled();
  notifier.alive();
  await notifier.settled();
  assert.is(errors.length, 2);
});

test.run();

const real = suite("notifier with systemd-notify", { needs: ["systemd-notify", "python3"], timeoutMs: 15_000 });

/** Node cannot listen on a datagram socket of the unix family. */
const listener = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print("listening", flush=True)
stopping = False
while True:
    for line in s.recv(4096).decode().splitlines():
        if line != "BARRIER=1": print(line, flush=True)
        stopping = stopping or line == "STOPPING=1"
        # systemd-notify waits for its barrier to be taken up, after the last word.
        if stopping and line == "BARRIER=1": sys.exit(0)
`;

real("systemd hears ready, status, watchdog and stopping", async () => {
  const directory = await mkdtemp(join(tmpdir(), "posdiag-notify-"));
  const socket = join(directory, "notify");
  const child = spawn("python3", ["-c", listener, socket], { stdio: ["ignore", "pipe", "inherit"] });
  // Asked for before anything can end: the listener may be gone before systemd-notify is seen to be.
  const closed = once(child, "close");
  const lines: string[] = [];
  const output = createInterface(child.stdout);
  await once(output, "line");
  output.on("line", (line) => lines.push(line));
  const environment = { ...process.env, NOTIFY_SOCKET: socket };
  const run = async (args: readonly string[]) =>
    void (await promisify(execFile)("systemd-notify", [...args], { env: environment, timeout: 10_000 }));
  const notifier = createNotifier({ socket, run, failed: neverFails });
  notifier.ready();
  notifier.status("SIM card missing");
  notifier.alive();
  await notifier.settled();
  notifier.stopping();
  await notifier.settled();
  await closed;
  assert.equal(lines, ["READY=1", "STATUS=SIM card missing", "WATCHDOG=1", "STOPPING=1"]);
  await rm(directory, { recursive: true });
});

real.run();
