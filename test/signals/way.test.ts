import { reading } from "../../src/model/reading.ts";
import { createWay } from "../../src/signals/way.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("by what the terminal reaches the world");

test("the route says it, and a route that is lost is still the way", () => {
  const way = createWay();
  way.hear(reading("net.default_iface", "wwan0", 0));
  way.hear(reading("net.default_iface", "none", 1));
  assert.is(way.now(), "cellular");
});

test("without a route it is the link over which the router answers, and without a router nobody knows", () => {
  const way = createWay();
  way.hear(reading("lan.wifi_rssi_dbm", -60, 0));
  assert.is(way.now(), undefined);
  way.hear(reading("net.gateway_ping", "ok", 1));
  assert.is(way.now(), "wifi");
});

test.run();
