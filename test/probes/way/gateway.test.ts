import { systemClock } from "../../../src/base/clock.ts";
import { createGateway } from "../../../src/probes/way/gateway.ts";
import type { RunTool } from "../../../src/probes/way/tool.ts";
import type { Way } from "../../../src/probes/way/way.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createTree, type SystemTree } from "./system-tree.ts";
import { valuesOf } from "./values.ts";

const test = suite("the router");

/** Refuses connections. */
const way: Way = { name: "eth0", kind: "ethernet", gateway: "127.0.0.1", others: [] };
/** Cannot be connected to from anywhere. */
const far: Way = { ...way, gateway: "255.255.255.255" };
const text = (received: number): string =>
  `3 packets transmitted, ${received} received\nrtt min/avg/max/mdev = 1.0/2.25/3.0/0.1 ms\n`;
const answering =
  (received: number): RunTool =>
  async () => ({ kind: "done", code: 0, text: text(received) });
const mute: RunTool = async () => ({ kind: "missing" });

let tree: SystemTree;
let wallMs = 0;
const clock = { ...systemClock, monoMs: () => wallMs };
test.before.each(() => {
  tree = createTree();
  wallMs = 0;
});
test.after.each(() => tree.remove());

const arp = (flags: string, address = far.gateway): void =>
  tree.write("proc/net/arp", `IP address HW type\n${address} 0x1 ${flags} 00:00:00:00:00:00 * eth0\n`);
/** ping, ARP, loss, round trip. */
const values = async (looked: ReturnType<ReturnType<typeof createGateway>["look"]>) =>
  Object.values(valuesOf(await looked));
const gateway = (run: RunTool) => createGateway({ root: tree.root, run, clock });

test("one that answers echoes is there, with its loss and its time", async () => {
  assert.equal(valuesOf(await gateway(answering(2)).look(far)), {
    "net.gateway_ping": "ok",
    "lan.arp_gateway": "ok",
    "lan.gateway_loss_pct": 33,
    "lan.gateway_rtt_ms": 2.3,
  });
});

test("one that ARP does not find is gone", async () => {
  arp("0x0");
  assert.equal(await values(gateway(answering(0)).look(far)), ["fail", "incomplete", "absent", "absent"]);
});

test("one that never answered an echo and does not now has not failed by that", async () => {
  arp("0x2");
  assert.equal(await values(gateway(answering(0)).look(far)), ["absent", "absent", "absent", "absent"]);
});

test("one that drops echoes and is known to ARP for longer than that believes the dead is there", async () => {
  arp("0x2");
  const router = gateway(answering(0));
  await router.look(far);
  wallMs += 60_000;
  assert.equal(await values(router.look(far)), ["absent", "ok", "absent", "absent"]);
  arp("0x0");
  assert.equal(await values(router.look(far)), ["fail", "incomplete", "absent", "absent"]);
});

test("one that answered before and does not any more has failed, though ARP still believes in it", async () => {
  let received = 3;
  const router = gateway(async () => ({ kind: "done", code: 0, text: text(received) }));
  arp("0x2");
  await router.look(far);
  received = 0;
  assert.equal(await values(router.look(far)), ["fail", "absent", 100, "absent"]);
  // The router behind another interface is another one.
  assert.equal(await values(router.look({ ...far, name: "eth1" })), ["absent", "absent", "absent", "absent"]);
});

test("one that refuses a connection is there, whatever became of echoes, and without ping", async () => {
  arp("0x2", way.gateway);
  for (const run of [answering(0), mute]) {
    assert.equal(await values(gateway(run).look(way)), ["absent", "ok", "absent", "absent"]);
  }
});

test("without ping and without an answer ARP decides", async () => {
  arp("0x0");
  assert.equal(await values(gateway(mute).look(far)), ["fail", "incomplete", "absent", "absent"]);
});

test("a way without a router, through a modem, or none at all is not asked", async () => {
  let asked = 0;
  const run: RunTool = async () => {
    asked += 1;
    return { kind: "missing" };
  };
  for (const each of [undefined, { ...far, gateway: undefined }, { ...far, kind: "cellular" as const }]) {
    assert.equal(await values(gateway(run).look(each)), ["absent", "absent", "absent", "absent"]);
  }
  assert.is(asked, 0);
});

test.run();
