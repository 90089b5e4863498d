import { createLinks } from "../../../src/probes/way/links.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { cable, createTree, type SystemTree } from "./system-tree.ts";

const test = suite("interfaces");

let tree: SystemTree;
test.before.each(() => {
  tree = createTree();
});
test.after.each(() => tree.remove());

test("a cable that is in, one that is out, and an interface that is off", () => {
  const links = createLinks(tree.root);
  const eth = { name: "eth0", kind: "ethernet", index: 2, isPhysical: true, isOn: true };
  tree.link("eth0", cable);
  assert.equal(links.read(), [{ ...eth, carrier: true, isReady: true, downs: 0 }]);
  tree.link("eth0", { ...cable, operstate: "down", carrier: 0, downs: 1 });
  assert.equal(links.read(), [{ ...eth, carrier: false, isReady: false, downs: 1 }]);
  tree.link("eth0", { index: 2, flags: "0x1002", operstate: "down", downs: 1, also: ["device"] });
  assert.equal(links.read(), [{ ...eth, isOn: false, carrier: undefined, isReady: false, downs: 1 }]);
});

test("a Wi-Fi whose key is not accepted yet has a carrier, and is not ready", () => {
  tree.link("wlan0", { operstate: "dormant", carrier: 1, downs: 0, also: ["wireless"] });
  const [wlan] = createLinks(tree.root).read() ?? [];
  assert.equal([wlan?.kind, wlan?.carrier, wlan?.isReady], ["wifi", true, false]);
});

test("where the driver keeps no state, the carrier tells", () => {
  tree.link("wwan0", { type: 65534, operstate: "unknown", carrier: 1, downs: 0 });
  tree.link("tun0", { type: 65534, operstate: "unknown", carrier: 0, downs: 0, also: ["tun_flags"] });
  const found = createLinks(tree.root).read() ?? [];
  assert.equal(
    found.map(({ kind, carrier }) => [kind, carrier]),
    [
      ["tunnel", false],
      ["cellular", true],
    ],
  );
});

test("old kernels count changes, of which every other one is a loss", () => {
  const losses = (changes: number, carrier: 0 | 1): number | undefined => {
    tree.link("eth0", { operstate: carrier ? "up" : "down", carrier, changes });
    return createLinks(tree.root).read()?.[0]?.downs;
  };
  assert.equal([losses(2, 1), losses(3, 0), losses(4, 1)], [1, 2, 2]);
});

test("an interface that was made anew is looked at anew", () => {
  const links = createLinks(tree.root);
  tree.link("usb9", cable);
  assert.is(links.read()?.[0]?.kind, "cellular");
  tree.link("eth0", cable);
  tree.unlink("usb9");
  tree.link("eth0", { ...cable, index: 7, also: ["wireless"] });
  assert.equal(
    links.read()?.map(({ kind, index, isPhysical }) => [kind, index, isPhysical]),
    [["wifi", 7, false]],
  );
});

test("the loopback and what is no interface are left out; without sysfs nothing is known", () => {
  assert.is(createLinks(tree.root).read(), undefined);
  tree.link("lo", { index: 1, type: 772, operstate: "unknown", carrier: 1 });
  tree.write("sys/class/net/bonding_masters", "\n");
  assert.equal(createLinks(tree.root).read(), []);
});

test("this machine's own are understood", () => {
  for (const { index, name } of createLinks("/").read() ?? []) {
    assert.ok(index > 0, name);
    assert.is.not(name, "lo");
  }
  assert.ok(createLinks("/").read());
});

test.run();
