import { once } from "node:events";
import { connect, createServer } from "node:net";
import { createRetransmissions } from "../../../src/probes/way/retransmissions.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createTree, type SystemTree } from "./system-tree.ts";

const test = suite("segments sent again");

let tree: SystemTree;
test.before.each(() => {
  tree = createTree();
});
test.after.each(() => tree.remove());

/** As Linux 6 writes them; a field that nobody asks for stands between. */
function count([received, sent, again]: readonly [number, number, number], connecting = 0): void {
  const ip = "Ip: Forwarding DefaultTTL\nIp: 1 64\n";
  const names = "Tcp: RtoAlgorithm RtoMin RtoMax MaxConn InSegs OutSegs RetransSegs InErrs";
  tree.write("proc/net/snmp", `${ip}${names}\nTcp: 1 200 120000 -1 ${received} ${sent} ${again} 0\n`);
  tree.write("proc/net/netstat", `TcpExt: SyncookiesSent TCPSynRetrans\nTcpExt: 0 ${connecting}\nIpExt: A\nIpExt: 1\n`);
}

/** One look for each, ten seconds apart. */
function percent(...steps: ReadonlyArray<readonly [number, number, number, number?]>): number | undefined {
  const probe = createRetransmissions(tree.root);
  steps.forEach(([received, sent, again, connecting], at) => {
    count([received, sent, again], connecting);
    probe.look(at * 10_000);
  });
  return probe.percent();
}

test("of all that was sent: RFC 4022 counts what is sent again apart", () => {
  assert.is(percent([1_000, 1_000, 50], [1_080, 1_080, 70]), 20);
  assert.is(percent([1_000, 1_000, 50], [1_080, 1_080, 50]), 0);
});

test("thirty segments each way must have gone, over as many looks as that takes", () => {
  assert.is(percent([0, 0, 0], [29, 40, 10]), undefined);
  assert.is(percent([0, 0, 0], [40, 29, 10]), undefined);
  assert.is(percent([0, 0, 0], [20, 20, 5], [30, 30, 10]), 25);
  assert.is(percent([0, 0, 0], [30, 30, 30], [60, 60, 30]), 0);
});

test("connections that nobody answers are no loss", () => {
  assert.is(percent([0, 0, 0, 0], [40, 40, 60, 60]), 0);
});

test("what is older than five minutes, or from before a restart of the counters, does not count", () => {
  const probe = createRetransmissions(tree.root);
  count([0, 0, 0]);
  probe.look(0);
  count([90, 90, 90]);
  probe.look(300_001);
  assert.is(probe.percent(), undefined);
  assert.is(percent([500, 500, 0], [90, 90, 90]), undefined);
});

test("the counters are read every ten seconds at most", () => {
  const probe = createRetransmissions(tree.root);
  count([0, 0, 0]);
  probe.look(0);
  count([90, 90, 10]);
  probe.look(9_999);
  assert.is(probe.percent(), undefined);
  probe.look(10_000);
  assert.is(probe.percent(), 10);
});

test("closed or strange tables say nothing", () => {
  const probe = createRetransmissions(tree.root);
  probe.look(0);
  tree.write("proc/net/snmp", "Tcp: OutSegs\n");
  probe.look(10_000);
  assert.is(probe.percent(), undefined);
});

test("this machine's own counters count what it sends", async () => {
  const server = createServer((socket) => socket.pipe(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const probe = createRetransmissions("/");
  probe.look(0);
  const address = server.address();
  const socket = connect(typeof address === "object" && address ? address.port : 0, "127.0.0.1");
  for (let sent = 0; sent < 40; sent += 1) {
    socket.write(".");
    await once(socket, "data");
  }
  socket.destroy();
  server.close();
  probe.look(10_000);
  assert.type(probe.percent(), "number");
});

test.run();
