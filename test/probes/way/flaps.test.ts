import { createFlaps } from "../../../src/probes/way/flaps.ts";
import type { Link } from "../../../src/probes/way/links.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("links that come and go");

const eth = (downs: number, index = 2): readonly Link[] => [
  { name: "eth0", kind: "ethernet", index, isOn: true, carrier: true, isReady: true, downs, isPhysical: true },
];

test("losses since the first look count, for ten minutes", () => {
  const flaps = createFlaps();
  flaps.see(eth(7), 0);
  assert.is(flaps.count("eth0", 0), 0);
  flaps.see(eth(8), 1_000);
  flaps.see(eth(10), 500_000);
  assert.is(flaps.count("eth0", 600_999), 3);
  assert.is(flaps.count("eth0", 601_000), 2);
  assert.is(flaps.count("eth0", 1_100_000), 0);
  assert.is(flaps.count("none", 0), 0);
});

test("an interface that went and came back has lost its carrier once, whatever its new counter says", () => {
  const flaps = createFlaps();
  flaps.see(eth(7), 0);
  flaps.see([], 2_000);
  flaps.see(eth(0, 3), 4_000);
  flaps.see(eth(1, 3), 6_000);
  assert.is(flaps.count("eth0", 6_000), 2);
});

test("what flaps with every look for ever is held in a bounded memory", () => {
  const flaps = createFlaps();
  for (let look = 0; look < 5_000; look += 1) flaps.see(eth(look * 2), look * 100);
  assert.is(flaps.count("eth0", 500_000), 256);
});

test.run();
