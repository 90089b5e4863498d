import type { Reading } from "../../../src/model/reading.ts";
import type { Pace } from "../../../src/probes/probe.ts";
import { createLinkProbe, type LinkProbeOptions } from "../../../src/probes/way/link-probe.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";
import { tableOf } from "./address-table.ts";
import { cable, createTree, defaultRoute, type SystemTree } from "./system-tree.ts";
import { valuesOf } from "./values.ts";

const test = suite("the terminal's own side of the way");

let tree: SystemTree;
let clock: VirtualClock;
let addresses: Record<string, readonly string[]>;
let seen: Reading[];
test.before.each(() => {
  tree = createTree();
  clock = new VirtualClock();
  addresses = { eth0: ["192.168.2.7"] };
  seen = [];
});
test.after.each(() => tree.remove());

type Steps = (probe: ReturnType<typeof createLinkProbe>) => Promise<void>;

/** Runs the probe while the steps go on. */
async function watch(steps: Steps, change: Partial<LinkProbeOptions> = {}): Promise<void> {
  const stop = new AbortController();
  const probe = createLinkProbe({
    ...{ root: tree.root, clock, run: async () => ({ kind: "missing" }) },
    addresses: () => tableOf(addresses),
    emit: (readings) => seen.push(...readings),
    onTraffic: () => {},
    ...{ name: undefined, modemName: undefined, lanOnly: false, hasProxy: false, wpaFolder: undefined },
    ...change,
  });
  const running = probe.run(stop.signal);
  await clock.advance(0);
  await steps(probe);
  stop.abort();
  await running;
}

const last = () => valuesOf(seen);
const healthy = {
  "net.default_iface": "eth0",
  "net.usable_ifaces": 1,
  "net.proxy_or_vpn": false,
  "lan.link_carrier": "up",
  "lan.wifi_link": "absent",
  "lan.link_flaps_10min": 0,
  "net.ip_assigned": true,
  "lan.dhcp": "absent",
  "lan.wifi_rssi_dbm": "absent",
  "lan.wifi_auth": "absent",
  "net.throughput_kbps": "absent",
  "net.retrans_pct": "absent",
};

test("a healthy cable, and everything that can be said of it", async () => {
  tree.link("eth0", cable);
  tree.routes(defaultRoute("eth0"));
  await watch(async (probe) => {
    assert.equal(last(), healthy);
    assert.equal(probe.way(), { name: "eth0", kind: "ethernet", gateway: "192.168.2.1", others: [] });
  });
});

for (const [pace, withinMs] of [
  ["slow", 4_000],
  ["quick", 2_000],
] as const satisfies readonly (readonly [Pace, number])[]) {
  test(`a cable that is pulled out is known within ${withinMs / 1_000} s at the ${pace} pace, and still the way`, async () => {
    tree.link("eth0", cable);
    tree.routes(defaultRoute("eth0"));
    await watch(async (probe) => {
      probe.setPace(pace);
      await clock.advance(10_000);
      tree.link("eth0", { ...cable, operstate: "down", carrier: 0, downs: 1 });
      tree.routes();
      addresses = {};
      await clock.advance(withinMs);
      assert.equal(last(), {
        ...healthy,
        "net.default_iface": "none",
        "net.usable_ifaces": 0,
        "net.proxy_or_vpn": "absent",
        "lan.link_carrier": "down",
        "lan.link_flaps_10min": 1,
        "net.ip_assigned": "absent",
      });
      assert.is(probe.way()?.gateway, "192.168.2.1");
    });
  });
}

test("a lost adapter is a lost cable; a cable that nobody uses is not looked at beside a modem", async () => {
  tree.link("eth0", cable);
  tree.routes(defaultRoute("eth0"));
  await watch(async () => {
    tree.unlink("eth0");
    tree.routes();
    await clock.advance(4_000);
    assert.is(last()["lan.link_carrier"], "down");
    tree.link("wwan0", { index: 5, type: 65534, operstate: "unknown", carrier: 1 });
    tree.routes(defaultRoute("wwan0", 0, "00000000"));
    await clock.advance(4_000);
    assert.is(last()["net.default_iface"], "wwan0");
    assert.is(last()["lan.link_carrier"], "absent");
    assert.is(last()["lan.link_flaps_10min"], "absent");
  });
});

test("a Wi-Fi without an access point, and one that is switched off, are down; a cable that is switched off is unknown", async () => {
  tree.link("wlan0", { operstate: "up", carrier: 1, downs: 0, also: ["wireless"] });
  tree.routes(defaultRoute("wlan0"));
  await watch(async () => {
    assert.is(last()["lan.wifi_link"], "up");
    tree.link("wlan0", { operstate: "down", carrier: 0, downs: 1, also: ["wireless"] });
    await clock.advance(4_000);
    assert.is(last()["lan.wifi_link"], "down");
    tree.link("wlan0", { flags: "0x1002", operstate: "down", downs: 1, also: ["wireless"] });
    await clock.advance(4_000);
    assert.is(last()["lan.wifi_link"], "down");
    assert.is(last()["lan.link_carrier"], "absent");
  });
  seen = [];
  tree.link("eth0", { ...cable, flags: "0x1002", operstate: "down" });
  await watch(async () => assert.is(last()["lan.link_carrier"], "absent"), { name: "eth0" });
});

test("no address on a cable that is in: after twelve seconds, with DHCP to blame", async () => {
  tree.link("eth0", cable);
  addresses = { eth0: ["169.254.9.9", "fe80::1"] };
  tree.routes();
  await watch(async () => {
    await clock.advance(11_000);
    assert.is(last()["net.ip_assigned"], "absent");
    await clock.advance(5_000);
    assert.equal(
      ["net.ip_assigned", "lan.dhcp", "net.usable_ifaces", "net.default_iface"].map((name) => last()[name]),
      [false, "timeout", 0, "none"],
    );
  });
});

test("a tunnel over the cable is told, and the cable is still the way", async () => {
  tree.link("eth0", cable);
  tree.link("tun0", { index: 9, type: 65534, operstate: "unknown", carrier: 1, also: ["tun_flags"] });
  addresses = { ...addresses, tun0: ["10.8.0.2"] };
  tree.routes(
    "tun0\t00000000\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0",
    defaultRoute("eth0"),
    "tun0\t00000080\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0",
  );
  await watch(async (probe) => {
    assert.is(last()["net.proxy_or_vpn"], true);
    assert.is(last()["net.usable_ifaces"], 1);
    assert.is(probe.way()?.name, "eth0");
  });
  seen = [];
  tree.routes(defaultRoute("eth0"));
  await watch(async () => assert.is(last()["net.proxy_or_vpn"], true), { hasProxy: true });
});

test("tables that may not be read are absent; without sysfs nothing is said at all", async () => {
  await watch(async (probe) => {
    await clock.advance(60_000);
    assert.equal(seen, []);
    assert.is(probe.way(), undefined);
  });
  tree.link("eth0", cable);
  await watch(
    async () => {
      assert.is(last()["net.default_iface"], "absent");
      assert.is(last()["net.usable_ifaces"], "absent");
      assert.is(last()["lan.link_carrier"], "up");
    },
    { addresses: () => undefined },
  );
});

test("what stays as it is is told three times, and then every half minute", async () => {
  tree.link("eth0", cable);
  tree.routes(defaultRoute("eth0"));
  await watch(async () => {
    await clock.advance(100_000);
    assert.is(seen.filter(({ signal }) => signal === "lan.link_carrier").length, 5);
    assert.is(seen.filter(({ signal }) => signal === "lan.wifi_link").length, 1);
  });
});

test("a quicker pace looks at once", async () => {
  tree.link("eth0", cable);
  tree.routes(defaultRoute("eth0"));
  await watch(async (probe) => {
    tree.link("eth0", { ...cable, operstate: "down", carrier: 0 });
    probe.setPace("quick");
    await clock.advance(0);
    assert.is(last()["lan.link_carrier"], "down");
  });
});

test("the modem's bytes are counted on the side", async () => {
  const found: unknown[] = [];
  tree.link("wwan0", { index: 3, operstate: "unknown", carrier: 1, sent: 15, received: 25 });
  tree.routes(defaultRoute("wwan0"));
  await watch(async () => void (await clock.advance(33_000)), { onTraffic: (traffic) => void found.push(traffic) });
  const wwan0 = { name: "wwan0", index: 3, sentBytes: 15, receivedBytes: 25, isWayOut: true };
  assert.equal(found, [wwan0, wwan0]);
});

test.run();
