import { spawn } from "node:child_process";
import { once } from "node:events";
import { sourceProgram } from "../hw-sim/rig/program.ts";
import { assert, suite } from "./front-door/suite.ts";
import { createBench, until } from "./ipc/bench.ts";

const test = suite("command line: the process", { timeoutMs: 20_000 });

const [node, ...program] = sourceProgram().words;

function start(...args: readonly string[]) {
  const child = spawn(node, [...program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk) => (text.out += String(chunk)));
  child.stderr.setEncoding("utf8").on("data", (chunk) => (text.err += String(chunk)));
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, ...text }));
  return { child, ended };
}

test("prints help and version, exit 0, and nothing on standard error", async () => {
  const [help, version] = await Promise.all([start("--help").ended, start("--version").ended]);
  assert.equal([help.code, help.err], [0, ""]);
  assert.match(help.out, /config check/);
  assert.equal([version.code, version.err], [0, ""]);
  assert.match(version.out, /^posdiag \d+\.\d+\.\d+\n$/);
});

test("asks a real agent and ends", async () => {
  const bench = await createBench();
  await bench.server.start();
  const { code, out } = await start("status", "--socket", bench.socket).ended;
  assert.equal([code, out.startsWith("posdiag 1.2.3 on terminal PX7-00042")], [0, true]);
  await bench.end();
});

test("ends with the exit code of the error", async () => {
  const { code, out, err } = await start("status", "--socket", "/nonexistent/socket").ended;
  assert.equal([code, out], [69, ""]);
  assert.match(err, /^posdiag: no agent answers/);
});

test("a reader that has seen enough is no error", async () => {
  const { child, ended } = start("--help");
  child.stdout.destroy();
  const { code, err } = await ended;
  assert.equal([code, err], [0, ""]);
});

test("SIGTERM ends a question that waits", async () => {
  const bench = await createBench({ handlers: { diagnose: () => new Promise(() => {}) } });
  await bench.server.start();
  const { child, ended } = start("diagnose", "--lang", "en", "--socket", bench.socket);
  await until(() => bench.server.counters().accepted === 1);
  child.kill("SIGTERM");
  const { code, signal } = await ended;
  assert.equal([code, signal], [69, null]);
  await bench.end();
});

test.run();
