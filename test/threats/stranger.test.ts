/** Other users of the terminal at the agent's socket and at what it has written. To become another user the test has to be root. */
import { chmodSync, chownSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "../../src/base/durable-file.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createBench } from "../ipc/bench.ts";
import { connecting, reading, runAs } from "./stranger.ts";

const test = suite("threats: another user of the terminal", { needs: ["setpriv"], timeoutMs: 20_000 });

const nobody = 65_534;
/** Numbers that no group of a usual system has. */
const [groupOfPayments, groupOfOthers] = [64_100, 64_101];
const isRoot = process.getuid?.() === 0;
const rightsOf = (path: string) => lstatSync(path).mode & 0o777;

test("who is not in the socket's group cannot connect, and who is can", async () => {
  const bench = await createBench();
  await bench.server.start();
  // As the unit's RuntimeDirectoryMode= has it: others may come as far as the socket.
  chmodSync(bench.directory, 0o755);
  assert.is(rightsOf(bench.socket), 0o660);
  if (isRoot) {
    chownSync(bench.socket, 0, groupOfPayments);
    const said = await Promise.all(
      [[], [groupOfOthers], [groupOfPayments]].map((groups) =>
        runAs({ user: nobody, groups }, connecting(bench.socket)),
      ),
    );
    assert.equal(said, ["EACCES", "EACCES", "connected"]);
  }
  await bench.end();
});

test("what the agent keeps is closed to others, also where its folder is not", async () => {
  const bench = await createBench();
  chmodSync(bench.directory, 0o755);
  const path = join(bench.directory, "memory.json");
  const before = process.umask(0o000);
  await replaceFile(path, "{}");
  process.umask(before);
  assert.is(rightsOf(path), 0o600);
  if (isRoot) assert.is(await runAs({ user: nobody, groups: [] }, reading(path)), "EACCES");
  await bench.end();
});

test.run();
