import { readFileSync } from "node:fs";
import { readRoutes, routesOut } from "../../../src/probes/way/routes.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createTree } from "./system-tree.ts";

const test = suite("default routes");

const head = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT";
/** As the kernel writes it: tabs, and blanks up to the width of the table. */
const line = (name: string, flags: string, [metric, to = "00000000", mask = to]: [number, string?, string?]) =>
  `${name}\t${to}\t0102A8C0\t${flags}\t0\t0\t${metric}\t${mask}\t0\t0\t0${" ".repeat(40)}`;
const table = (...lines: readonly string[]) => `${[head, ...lines].join("\n")}\n`;
const names = (v4: string, v6?: string) => routesOut(v4, v6).map(({ name }) => name);

test("the default route with the least metric leads out", () => {
  const [wifi, modem] = [line("wlan0", "0003", [600]), line("wwan0", "0001", [700])];
  const near = line("wwan0", "0001", [0, "0000000A", "000000FF"]);
  assert.equal(names(table(near, modem, wifi)), ["wlan0", "wwan0"]);
  assert.equal(names(table(near, modem)), ["wwan0"]);
});

test("the router's address is read, and a point-to-point link has none", () => {
  const direct = "ppp0\t00000000\t00000000\t0001\t0\t0\t5\t00000000\t0\t0\t0";
  assert.equal(
    routesOut(table(line("eth0", "0003", [0]), direct)).map(({ gateway }) => gateway),
    ["192.168.2.1", undefined],
  );
});

test("a route that is down and one that refuses are none; half of the Internet is told as such", () => {
  const half = line("tun0", "0001", [0, "00000000", "00000080"]);
  const other = line("tun0", "0001", [0, "00000080", "00000080"]);
  const found = routesOut(table(half, other, line("eth0", "0002", [0]), line("lo", "0201", [0])));
  assert.equal(
    found.map(({ name, isHalf }) => [name, isHalf]),
    [["tun0", true]],
  );
});

test("IPv6 comes after IPv4, with its router", () => {
  const zeros = "0".repeat(32);
  const six = [
    `fe800000000000000000000000000000 40 ${zeros} 00 ${zeros} 00000100 00000001 00000000 00000001     eth0`,
    `${zeros} 00 ${zeros} 00 fe80000000000000b4cdc2fffe0dfe8d 00000400 00000002 00000000 00000003     eth0`,
    `${zeros} 00 ${zeros} 00 ${zeros} 00000064 00000002 00000000 00000001    wwan0`,
    `${zeros} 00 ${zeros} 00 ${zeros} ffffffff 00000001 00000000 00200200       lo`,
  ].join("\n");
  assert.equal(routesOut("", six), [
    { name: "wwan0", metric: 100, gateway: undefined, isHalf: false },
    { name: "eth0", metric: 1024, gateway: "fe80::b4cd:c2ff:fe0d:fe8d", isHalf: false },
  ]);
  assert.equal(names(table(line("wlan0", "0003", [600])), six), ["wlan0", "wwan0", "eth0"]);
});

test("nothing, and what is no table, leads nowhere", () => {
  for (const text of ["", head, "\u0000\n\n", "a b c d e f g h"]) assert.equal(routesOut(text, text), []);
});

test("a closed table is not an empty one", () => {
  const tree = createTree();
  assert.is(readRoutes(tree.root), undefined);
  tree.routes();
  assert.equal(readRoutes(tree.root), []);
  tree.remove();
});

test("this machine's own tables are understood", () => {
  const text = readFileSync("/proc/net/route", "utf8");
  const found = readRoutes("/")?.find(({ gateway, isHalf }) => gateway?.includes(".") && !isHalf);
  assert.ok(found ? text.includes(`\n${found.name}\t00000000\t`) : !/\t00000000\t\S+\t0003\t/.test(text));
});

test.run();
