import { createAddressWatch } from "../../../src/probes/way/address-watch.ts";
import type { Link } from "../../../src/probes/way/links.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";
import { createTree, type SystemTree } from "./system-tree.ts";
import { valuesOf } from "./values.ts";

const test = suite("the way's address");

let tree: SystemTree;
let clock: VirtualClock;
let watch: ReturnType<typeof createAddressWatch>;
test.before.each(() => {
  tree = createTree();
  clock = new VirtualClock();
  watch = createAddressWatch(tree.root, clock);
});
test.after.each(() => tree.remove());

const eth: Link = {
  ...{ name: "eth0", kind: "ethernet", index: 2, isOn: true, carrier: true, isReady: true, downs: 0, isPhysical: true },
};
const see = (link: Link | undefined, addresses: readonly string[] | undefined): readonly unknown[] => {
  const values = valuesOf(watch.see(link, addresses));
  return [values["net.ip_assigned"], values["lan.dhcp"]];
};

test("an address that does not come is missing after twelve seconds, not before", async () => {
  assert.equal(see(eth, []), ["absent", "absent"]);
  await clock.advance(11_999);
  assert.equal(see(eth, []), ["absent", "absent"]);
  await clock.advance(1);
  assert.equal(see(eth, []), [false, "timeout"]);
  assert.equal(see(eth, ["10.0.0.7"]), [true, "absent"]);
  assert.equal(see(eth, []), ["absent", "absent"]);
});

test("a link that is not ready hides its addresses, and the wait begins anew behind it", async () => {
  see(eth, []);
  await clock.advance(20_000);
  assert.equal(see({ ...eth, isReady: false }, []), ["absent", "absent"]);
  assert.equal(see(eth, []), ["absent", "absent"]);
  await clock.advance(8_000);
  // Pulled out and put back in between two looks.
  assert.equal(see({ ...eth, index: 3 }, []), ["absent", "absent"]);
  await clock.advance(11_000);
  assert.equal(see({ ...eth, index: 3 }, []), ["absent", "absent"]);
});

test("a modem's interface without an address is that, and nobody's DHCP", async () => {
  const modem: Link = { ...eth, kind: "cellular" };
  see(modem, []);
  await clock.advance(12_000);
  assert.equal(see(modem, []), [false, "absent"]);
});

test("what cannot be seen is not missing", async () => {
  for (const step of [undefined, undefined]) {
    assert.equal(see(step, ["10.0.0.7"]), ["absent", "absent"]);
    assert.equal(see(eth, undefined), ["absent", "absent"]);
    await clock.advance(20_000);
  }
});

test("a lease is found when it is written, late or at once", async () => {
  assert.equal(see(eth, ["10.0.0.7"]), [true, "absent"]);
  tree.write("run/systemd/netif/leases/2", "ADDRESS=10.0.0.7\n");
  await clock.advance(60_000);
  assert.equal(see(eth, ["10.0.0.7"]), [true, "ok"]);
  assert.equal(see(eth, ["10.0.0.8"]), [true, "absent"]);
  assert.equal(see(eth, ["2001:db8::1"]), [true, "absent"]);
});

test.run();
