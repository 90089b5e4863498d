import { kindOf } from "../../../src/probes/way/link-kind.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("kinds of interfaces");

const ethernet = { type: 1, uevent: "", files: ["address"] };

test("a cable, a radio, a modem and a tunnel are told apart by what the kernel says of them", () => {
  assert.is(kindOf({ name: "eth0", ...ethernet }), "ethernet");
  assert.is(kindOf({ name: "mlan0", ...ethernet, files: ["wireless"] }), "wifi");
  assert.is(kindOf({ name: "wlan0", ...ethernet, files: ["phy80211"] }), "wifi");
  assert.is(kindOf({ name: "p2p0", ...ethernet, uevent: "DEVTYPE=wlan\n" }), "wifi");
  assert.is(kindOf({ name: "eth1", ...ethernet, uevent: "DEVTYPE=wwan\nINTERFACE=eth1\n" }), "cellular");
  assert.is(kindOf({ name: "ppp0", type: 512, uevent: "DEVTYPE=ppp\n", files: [] }), "cellular");
  assert.is(kindOf({ name: "tap0", ...ethernet, files: ["tun_flags"] }), "tunnel");
  assert.is(kindOf({ name: "wg0", type: 65534, uevent: "DEVTYPE=wireguard\n", files: [] }), "tunnel");
  assert.is(kindOf({ name: "sit0", type: 776, uevent: "", files: [] }), "tunnel");
  assert.is(kindOf({ name: "lo", type: 772, uevent: "", files: [] }), "loopback");
  assert.is(kindOf({ name: "can0", type: 280, uevent: "", files: [] }), "other");
  assert.is(kindOf({ name: "x0", type: undefined, uevent: "", files: [] }), "other");
});

test.run();
