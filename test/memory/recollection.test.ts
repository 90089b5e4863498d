import { Recollection } from "../../src/memory/recollection.ts";
import { nothingRemembered } from "../../src/memory/remembered.ts";
import { reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { assert, suite } from "../front-door/suite.ts";
import { local, minuteMs } from "./bench.ts";

const test = suite("memory/recollection");

function recollection() {
  const at = (minute: number) => ({ monoMs: minute * minuteMs, wallMs: local(2026, 11, 10) + minute * minuteMs });
  const held = new Recollection(nothingRemembered("salt"), { planDay: 1, settleDays: 3 }, at(0));
  const see = (signal: SignalId, value: Scalar, minute: number) =>
    held.see(reading(signal, value, at(minute).monoMs), at(minute));
  const count = (minute: number, sentBytes: number, receivedBytes: number) =>
    held.count({ source: "interface", name: "wwan0", life: "l", sentBytes, receivedBytes }, at(minute));
  return { held, at, see, count };
}

/** A card in its place, registered, with a bearer. */
function attached() {
  const made = recollection();
  made.held.meet("m1", "c1", made.at(0));
  made.see("modem.reg_state", "home", 0);
  made.see("modem.pdp_state", "active", 0);
  return made;
}

test("an answer proves the card, also where nobody knows by which way it came", () => {
  const { see } = attached();
  assert.is(see("net.tcp_host", "ok", 1), true);
});

test("an answer that came by Wi-Fi proves nothing about the card", () => {
  const { held, see, count } = attached();
  held.setWayOut(false);
  for (let minute = 0; minute < 10; minute += 1) count(minute, minute * 100, 0);
  assert.equal([see("net.tcp_host", "ok", 10), see("txn.outcome", "approved", 10)], [false, false]);
  held.setWayOut(true);
  assert.is(see("net.tcp_host", "ok", 11), true);
});

test("beside Wi-Fi it proves the card when something came back through the modem, too", () => {
  const { held, see, count } = attached();
  held.setWayOut(false);
  for (let minute = 0; minute < 10; minute += 1) count(minute, minute * 100, minute * 100);
  assert.is(see("net.tcp_host", "ok", 10), true);
});

test("told by an application, the card has no name, its use is counted, and its age is not known", () => {
  const { held, at, see, count } = recollection();
  count(0, 0, 0);
  see("sim.state", "ready", 1);
  count(1, 1_000, 0);
  assert.is(held.used(at(1).wallMs), undefined);
  see("modem.source", "app", 2);
  count(2, 1_000, 500);
  assert.equal(held.used(at(2).wallMs), { from: "2026-11-01", bytes: 1_500 });
  assert.equal([held.usage.firstDay, held.pairs.current], [undefined, undefined]);
});

test("told by the port, bytes wait for the card's name", () => {
  const { held, at, see, count } = recollection();
  count(0, 0, 0);
  see("sim.state", "ready", 1);
  see("modem.source", "serial", 1);
  count(2, 1_000, 500);
  assert.is(held.used(at(2).wallMs), undefined);
  held.meet("m1", "c1", at(3));
  assert.equal(held.used(at(3).wallMs), { from: "2026-11-01", bytes: 1_500 });
});

test.run();
