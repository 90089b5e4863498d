import { createLinks } from "../../../src/probes/way/links.ts";
import { createModemCounter, type InterfaceTraffic } from "../../../src/probes/way/traffic.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";
import { createTree, type SystemTree } from "./system-tree.ts";

const test = suite("the modem's bytes");

let tree: SystemTree;
let clock: VirtualClock;
let found: InterfaceTraffic[];
test.before.each(() => {
  tree = createTree();
  clock = new VirtualClock();
  found = [];
});
test.after.each(() => tree.remove());

const counter = (name?: string) =>
  createModemCounter({ root: tree.root, name, clock, onTraffic: (traffic) => void found.push(traffic) });
const count = (out?: string, name?: string): void => counter(name).count(createLinks(tree.root).read() ?? [], out);
const wwan0 = { name: "wwan0", index: 3, sentBytes: 1_500, receivedBytes: 2_500 };

test("the busiest interface of a modem is counted, whatever else there is", () => {
  tree.link("lo", { index: 1, type: 772, sent: 9e9, received: 9e9 });
  tree.link("wlan0", { index: 2, sent: 8e9, received: 8e9, also: ["wireless"] });
  tree.link("wwan0", { index: 3, sent: 1_500, received: 2_500 });
  tree.link("usb0", { index: 4 });
  count();
  assert.equal(found, [{ ...wwan0, isWayOut: undefined }]);
});

test("the one that is configured is counted, though it has another name", () => {
  tree.link("wwan0", { index: 3, sent: 1_500, received: 2_500 });
  tree.link("eth1", { index: 5, sent: 7, received: 8 });
  count(undefined, "eth1");
  assert.equal(found, [{ name: "eth1", index: 5, sentBytes: 7, receivedBytes: 8, isWayOut: undefined }]);
});

test("whether it is the way out, by the default route", () => {
  tree.link("wwan0", { index: 3, sent: 1_500, received: 2_500 });
  count("wlan0");
  count("wwan0");
  assert.equal(found, [
    { ...wwan0, isWayOut: false },
    { ...wwan0, isWayOut: true },
  ]);
});

test("no interface, and files that hold no number, are nothing", () => {
  count();
  count(undefined, "wwan0");
  tree.link("wwan0", { index: 3 });
  tree.write("sys/class/net/wwan0/statistics/tx_bytes", "\n");
  count();
  assert.equal(found, []);
});

test("twice a minute", async () => {
  tree.link("wwan0", { index: 3 });
  const counting = counter();
  const links = createLinks(tree.root).read() ?? [];
  for (let look = 0; look < 21; look += 1) {
    counting.count(links, undefined);
    await clock.advance(3_000);
  }
  assert.is(found.length, 3);
});

test.run();
