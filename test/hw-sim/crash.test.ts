/** Restarts nobody asked for, in virtual time. */
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal, type VirtualTerminal } from "./virtual-terminal.ts";

const test = suite("crashes");

const resets = ({ log }: VirtualTerminal) => log.filter((entry) => entry.endsWith(" reset")).length;

test("a weak supply gives way whenever the modem transmits, again and again, until it is mended", () => {
  const terminal = createVirtualTerminal();
  terminal.set({ power: "brownout" });
  terminal.time.pass(180_000);
  const often = resets(terminal);
  assert.ok(often >= 5, `${often} resets`);
  assert.is(terminal.modem.view()("millivolt"), 3_284);
  const events = terminal.log.map((entry) => entry.split(" ")[1]);
  // Every time: the port goes and comes, the banner, the card, and the registration that brings it down again.
  const cycle = events.slice(events.lastIndexOf("reset", events.lastIndexOf("reset") - 1));
  const order = ["reset", "port_gone", "port_attached", "boot", "sim_ready", "registration", "reset"];
  assert.equal(
    order.map((event) => cycle.includes(event)),
    order.map(() => true),
  );
  terminal.set({ power: "on" });
  terminal.time.pass(60_000);
  assert.is(resets(terminal), often);
  assert.is(terminal.state().modem.bearer, true);
});
test("without a transmission a weak supply holds", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("AT+CFUN=4");
  terminal.time.pass(10_000);
  terminal.set({ power: "brownout" });
  terminal.time.pass(600_000);
  assert.is(resets(terminal), 0);
});
test("a reset loop needs no network", () => {
  const terminal = createVirtualTerminal();
  terminal.set({ signal: "none" });
  terminal.time.pass(10_000);
  terminal.set({ power: "reset_loop" });
  terminal.time.pass(120_000);
  assert.ok(resets(terminal) >= 4);
  terminal.set({ power: "off" });
  const before = terminal.log.length;
  terminal.time.pass(120_000);
  assert.is(terminal.log.length, before);
});
test.run();
