import type { Link } from "../../../src/probes/way/links.ts";
import type { Route } from "../../../src/probes/way/routes.ts";
import { chooseWay, type Way, type WayChoice } from "../../../src/probes/way/way.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("the way");

const link = (name: string, kind: Link["kind"], change: Partial<Link> = {}): Link => ({
  ...{ name, kind, index: 1, isOn: true, carrier: true, isReady: true, downs: 0, isPhysical: true },
  ...change,
});
const out = { carrier: false, isReady: false };
const route = (name: string, gateway?: string, isHalf = false): Route => ({ name, metric: 0, gateway, isHalf });
const eth = link("eth0", "ethernet");
const wwan = link("wwan0", "cellular");

const choose = (change: Partial<WayChoice>): Way | undefined =>
  chooseWay({ links: [eth, wwan], routes: [], last: undefined, configured: undefined, lanOnly: false, ...change });
const name = (change: Partial<WayChoice>) => choose(change)?.name;

test("the best default route is the way, and the others are known", () => {
  assert.equal(choose({ routes: [route("eth0", "10.0.0.1"), route("wwan0")] }), {
    name: "eth0",
    kind: "ethernet",
    gateway: "10.0.0.1",
    others: ["wwan0"],
  });
  const dead = [eth, link("wwan0", "cellular", out)];
  assert.equal(choose({ links: dead, routes: [route("eth0"), route("wwan0")] })?.others, []);
});

test("when the route is gone the last way is still the way, and its router with it", () => {
  const last: Way = { name: "eth0", kind: "ethernet", gateway: "10.0.0.1", others: [] };
  assert.equal(choose({ links: [link("eth0", "ethernet", out), wwan], last }), last);
  // The adapter itself was pulled out.
  assert.equal(choose({ links: [wwan], last }), last);
  assert.is(name({ routes: [route("wwan0")], last }), "wwan0");
});

test("the interface of the configuration comes before all routes", () => {
  assert.is(name({ routes: [route("wwan0")], configured: "eth0" }), "eth0");
  assert.is(name({ routes: [route("wwan0")], configured: "eth9" }), undefined);
  assert.is(choose({ routes: [route("wwan0", "10.9.9.9")], configured: "eth0" })?.gateway, undefined);
});

test("what a tunnel goes through is the way", () => {
  const tun = link("tun0", "tunnel", { isPhysical: false });
  assert.is(name({ links: [tun, eth], routes: [route("tun0"), route("eth0", "10.0.0.1")] }), "eth0");
  assert.is(name({ links: [tun, eth], routes: [route("tun0", undefined, true), route("eth0")] }), "eth0");
  assert.is(name({ links: [tun], routes: [route("tun0")] }), "tun0");
});

test("before any route was seen only the one cable that is in can be meant", () => {
  assert.is(name({}), "eth0");
  assert.is(name({ links: [eth, link("wlan0", "wifi")] }), undefined);
  assert.is(name({ links: [link("veth0", "ethernet", { isPhysical: false })] }), undefined);
  const idle = [link("eth0", "ethernet", out), wwan];
  // An empty socket beside a modem.
  assert.is(name({ links: idle }), undefined);
  assert.is(name({ links: idle, lanOnly: true }), "eth0");
  assert.is(name({ links: [link("eth0", "ethernet", out), link("wlan0", "wifi")], lanOnly: true }), "wlan0");
});

test.run();
