/** Both ends together: the loop as it runs in the machine, over pipes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { assert, suite } from "../../front-door/suite.ts";
import { createGuestLink, type GuestLink, lineCutter } from "./guest-link.ts";

const test = suite("install test: the link into the machine", { timeoutMs: 20_000, needs: ["unshare", "namespaces"] });

const loop = fileURLToPath(new URL("../inside/guest-loop.sh", import.meta.url));

/** It writes to /run: another one than this machine's. */
async function withLoop(act: (link: GuestLink, cutOff: () => void) => Promise<void>): Promise<void> {
  const enter = 'mount -t tmpfs tmpfs /run && exec sh "$1" -';
  const words = [
    "--mount",
    "--pid",
    "--fork",
    "--kill-child",
    "--propagation",
    "private",
    "sh",
    "-c",
    enter,
    "sh",
    loop,
  ];
  const child = spawn("unshare", words, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const link = createGuestLink(child.stdout, child.stdin);
  void ended.then(() => link.end("it ended"));
  try {
    assert.match(await link.greeting(10), /^[0-9a-f-]{36}$/);
    await act(link, () => child.kill("SIGKILL"));
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}

test("a script's output, errors and code come back, whatever is in them", () =>
  withLoop(async (link) => {
    assert.equal(await link.run("echo one; echo zwei ü >&2; exit 3", 5), { code: 3, output: "one\nzwei ü" });
    assert.equal(await link.run("cat", 5), { code: 0, output: "" });
    const { output } = await link.run("head -c 300000 /dev/zero | tr '\\0' x", 5);
    assert.is(output.length, 300_000);
  }));

test("a script that does not end is ended, and the next one runs", () =>
  withLoop(async (link) => {
    assert.is((await link.run("sleep 100", 1)).code, 124);
    assert.is((await link.run("echo on", 5)).output, "on");
  }));

test("what a script leaves running does not hold the link", () =>
  withLoop(async (link) => {
    assert.is((await link.run("sleep 100 & echo left", 5)).output, "left");
    assert.is((await link.run("echo on", 5)).output, "on");
  }));

test("the end of the machine is an error of who waits", () =>
  withLoop(async (link, cutOff) => {
    const waiting = link.run("sleep 10", 15).catch((error: Error) => error.message);
    cutOff();
    assert.is(await waiting, "it ended");
  }));

test("bytes in any pieces make the same lines", () => {
  const lines: string[] = [];
  const take = lineCutter((line) => lines.push(line));
  for (const piece of ["on", "e\r\ntw", "o\n", "\nthr"]) take(piece);
  assert.equal(lines, ["one", "two", ""]);
});

test.run();
