import { readFileSync } from "node:fs";
import { wayOut } from "../../src/probes/way-out.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("probes/way-out");

const head = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT";
/** As the kernel writes it: tabs, and blanks up to the width of the table. */
const line = (name: string, flags: string, [metric, to = "00000000", mask = to]: [number, string?, string?]) =>
  `${name}\t${to}\t0101A8C0\t${flags}\t0\t0\t${metric}\t${mask}\t0\t0\t0${" ".repeat(40)}`;
const table = (...lines: readonly string[]) => `${[head, ...lines].join("\n")}\n`;

test("the default route with the least metric is the way out", () => {
  const [wifi, modem] = [line("wlan0", "0003", [600]), line("wwan0", "0001", [700])];
  const near = line("wwan0", "0001", [0, "0000000A", "000000FF"]);
  assert.is(wayOut(table(near, modem, wifi)), "wlan0");
  assert.is(wayOut(table(near, modem)), "wwan0");
});

test("half of the Internet, a route that is down and one that refuses are none", () => {
  const half = line("tun0", "0001", [0, "00000000", "00000080"]);
  assert.is(wayOut(table(half, line("eth0", "0002", [0]), line("lo", "0201", [0]))), undefined);
});

test("nothing, and what is no table, has no way out", () => {
  for (const text of ["", head, "\u0000\n\n", "a b c d e f g h"]) assert.is(wayOut(text), undefined);
});

test("this machine's own table is understood", () => {
  const text = readFileSync("/proc/net/route", "utf8");
  const name = wayOut(text);
  assert.ok(name === undefined ? !/\t00000000\t\S+\t0003\t/.test(text) : text.includes(`\n${name}\t00000000\t`));
});

test.run();
