import { looksLikeModem, wayOf } from "../../src/model/way.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("model/way");

test("the name of an interface tells by what the terminal goes", () => {
  const ways = ["wwan0", "ppp0", "rmnet_data1", "eth0", "enp3s0", "br-lan", "wlan0", "wlp2s0"].map(wayOf);
  assert.equal(ways, ["cellular", "cellular", "cellular", "cable", "cable", "cable", "wifi", "wifi"]);
});

test("no route, a tunnel and an unknown name tell nothing", () => {
  assert.equal(["none", "tun0", "wg0", "lo", undefined].map(wayOf), Array(5).fill(undefined));
});

test("modems' names are known, and those of others are not", () => {
  const modems = ["wwan0", "wwp0s20u4i4", "wwx0280379295ec", "ppp0", "usb0", "rmnet_data0", "ccmni0", "seth_lte0"];
  assert.equal(modems.filter(looksLikeModem), modems);
  assert.equal(["lo", "eth0", "wlan0", "docker0", "tun0", "br-lan", "wg0"].filter(looksLikeModem), []);
});

test.run();
