import { connectionText, faultText, painted, placeText, printable, type Reader } from "../../src/cli/fleet-text.ts";
import type { FleetTerminal } from "../../src/support/fleet-view.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("cli/fleet-text");
const reader: Reader = { language: "en", colour: false, nowMs: 600_000 };
const terminal: FleetTerminal = {
  ...{ tenant: "acme", serial: "SN-1", online: false, seenMs: 300_000, version: undefined, place: {}, open: [] },
};

test("colour only where it is wanted, and only for what is grave or away", () => {
  const coloured = { ...reader, colour: true };
  assert.is(painted("x", "critical", coloured), "\u001b[31mx\u001b[0m");
  assert.is(painted("x", "offline", coloured), "\u001b[2mx\u001b[0m");
  assert.is(painted("x", "minor", coloured), "x");
  assert.is(painted("x", undefined, coloured), "x");
  assert.is(painted("x", "critical", reader), "x");
});

test("what a terminal says cannot steer a screen", () => {
  assert.is(printable("a\u001b[2J\u202eb\r\n"), "a·[2J·b··");
});

test("away is told with since when, as far as it is known", () => {
  const chinese: Reader = { ...reader, language: "zh-CN" };
  assert.is(connectionText(terminal, reader), "offline, heard 5 min ago");
  assert.is(connectionText(terminal, chinese), "离线，5分钟前上报");
  assert.is(connectionText({ ...terminal, seenMs: undefined }, reader), "offline");
  assert.is(connectionText({ ...terminal, online: true }, reader), "online");
  assert.is(connectionText({ ...terminal, online: undefined }, reader), "not known");
});

test("nothing is certain, and a fault that this catalogue does not know keeps its id", () => {
  const known = { fault: "sim.absent", severity: "critical", probability: 0.9999, openedMs: undefined };
  assert.is(faultText(known, reader), "SIM card missing (sim.absent, 99 %)");
  assert.match(faultText({ ...known, fault: "new.fault" }, reader), /\(new\.fault, 99 %\)$/);
  assert.is(placeText({ shop: "s-1", carrier: "46000" }, reader), "shop s-1, carrier 46000");
});

test.run();
