import { absent, reading } from "../../src/model/reading.ts";
import { createLinkState } from "../../src/probes/link-state.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("whether anything can leave the terminal");

test("a cable, a radio, an address or an interface that is missing is enough, until it is back", () => {
  for (const [signal, dead, alive] of [
    ["lan.link_carrier", "down", "up"],
    ["lan.wifi_link", "down", "up"],
    ["net.ip_assigned", false, true],
    ["net.usable_ifaces", 0, 1],
  ] as const) {
    const state = createLinkState();
    state.see(reading(signal, dead, 0));
    assert.is(state.isDead(), true, signal);
    state.see(reading(signal, alive, 1));
    assert.is(state.isDead(), false, signal);
  }
});

test("what cannot be told is not held against the way, and a route may be in another table", () => {
  const state = createLinkState();
  state.see(reading("net.default_iface", "none", 0));
  state.see(reading("lan.link_carrier", "down", 0));
  state.see(absent("lan.link_carrier", 1));
  assert.is(state.isDead(), false);
});

test.run();
