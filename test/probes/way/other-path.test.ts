import { createHost } from "../../../hw-sim/host.ts";
import { systemClock } from "../../../src/base/clock.ts";
import { connectByOther } from "../../../src/probes/way/other-path.ts";
import { type RunTool, runTool, type ToolAnswer } from "../../../src/probes/way/tool.ts";
import type { Way } from "../../../src/probes/way/way.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createTree, type SystemTree } from "./system-tree.ts";
import { valuesOf } from "./values.ts";

const way: Way = { name: "eth0", kind: "ethernet", gateway: undefined, others: ["lo"] };
const target = { address: "127.0.0.1", port: 1 };

let tree: SystemTree;
const test = suite("the host by another way");
test.before.each(() => {
  tree = createTree();
  tree.write("proc/sys/kernel/osrelease", "6.1.0\n");
});
test.after.each(() => tree.remove());

const visit = async (run: RunTool, change: Partial<Parameters<typeof connectByOther>[0]> = {}) => {
  const options = { target, way, root: tree.root, run, clock: systemClock, timeoutMs: 1_500, ...change };
  return valuesOf(await connectByOther(options))["net.tcp_host_other_path"];
};
const answering =
  (answer: ToolAnswer): RunTool =>
  async () =>
    answer;
const done = (code: number, text: string): RunTool => answering({ kind: "done", code, text });

test("what curl says in its numbers and words", async () => {
  const connected = "*   Trying 192.0.2.1:7000...\n* Connected to 192.0.2.1 (192.0.2.1) port 7000 (#0)\n";
  const established = "* Established connection to 192.0.2.1 (192.0.2.1 port 7000) from 192.0.2.2 port 43578\n";
  assert.is(await visit(answering({ kind: "done", code: undefined, text: connected })), "ok");
  assert.is(await visit(answering({ kind: "done", code: undefined, text: established })), "ok");
  assert.is(await visit(done(7, "* connect to 192.0.2.1 port 7001 failed: Connection refused\n")), "refused");
  assert.is(await visit(done(7, "* Immediate connect fail for 192.0.2.1: Network is unreachable\n")), "unreachable");
  assert.is(await visit(done(28, "curl: (28) Failed to connect to 192.0.2.1 port 7001 after 2000 ms\n")), "timeout");
  assert.is(await visit(answering({ kind: "timeout" })), "timeout");
});

test("without curl, or where the interface cannot be had, nothing is known", async () => {
  assert.is(await visit(answering({ kind: "missing" })), "absent");
  assert.is(await visit(done(45, "curl: (45) Couldn't bind to 'wwan0'\n")), "absent");
});

test("with no other way curl is not started", async () => {
  let started = 0;
  const run: RunTool = async () => {
    started += 1;
    return { kind: "missing" };
  };
  for (const each of [undefined, { ...way, others: [] }]) assert.is(await visit(run, { way: each }), "absent");
  assert.is(started, 0);
});

test("the best other interface is asked for, with an address in its brackets, and nothing of the user's", async () => {
  let asked: readonly string[] = [];
  const run: RunTool = async (_program, args) => {
    asked = args;
    return { kind: "missing" };
  };
  await visit(run, { target: { address: "2001:db8::1", port: 7 }, way: { ...way, others: ["wwan0", "wlan0"] } });
  assert.is(
    asked.join(" "),
    "-q --noproxy * -g -sS -v -o /dev/null --interface if!wwan0 --connect-timeout 1.5 -m 1.5 telnet://[2001:db8::1]:7",
  );
});

test.run();

const real = suite("the host by another way, with curl itself", { needs: ["curl"] });

real("one that accepts is reached and left alone at once; one that refuses is told apart", async () => {
  let received = 0;
  const count = (bytes: number): void => {
    received += bytes;
  };
  const host = await createHost({ name: "host", received: count });
  const options = { way, root: "/", run: runTool, clock: systemClock, timeoutMs: 20_000 };
  const reach = async (port: number) =>
    valuesOf(await connectByOther({ ...options, target: { address: "127.0.0.1", port } }))["net.tcp_host_other_path"];
  assert.is(await reach(host.port), "ok");
  assert.is(await reach(1), "refused");
  assert.is(received, 0);
  await host.close();
});

real.run();
