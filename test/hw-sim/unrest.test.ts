/** What moves by itself, in virtual time, and the same way with the same seed. */
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal } from "./virtual-terminal.ts";

const test = suite("unrest");

test("a loose card goes and comes, seconds apart, until its contact is good again", () => {
  const terminal = createVirtualTerminal(5);
  terminal.ask("AT+QSIMSTAT=1");
  terminal.set({ contact: "loose" });
  const said = terminal.hear(300_000);
  const out = said.split("+QSIMSTAT: 1,0").length - 1;
  assert.ok(out >= 8 && out <= 80, `${out} times`);
  assert.ok(Math.abs(said.split("+QSIMSTAT: 1,1").length - 1 - out) <= 1);
  terminal.set({ contact: "ok" });
  terminal.time.pass(30_000);
  assert.is(terminal.state().modem.bearer, true);
  assert.is(terminal.hear(120_000), "");
});
test("a fading signal wanders between its two ends and reaches both", () => {
  const terminal = createVirtualTerminal(3);
  terminal.ask("ATE0");
  terminal.set({ signal: "good", fading: "weak" });
  const levels = Array.from({ length: 200 }, () => {
    terminal.time.pass(5_000);
    return Number(terminal.modem.view()("rsrp"));
  });
  assert.ok(Math.max(...levels) <= -87 && Math.min(...levels) >= -121);
  assert.ok(Math.max(...levels) > -95 && Math.min(...levels) < -113);
  assert.ok(levels.slice(1).every((level, index) => Math.abs(level - (levels[index] ?? 0)) <= 20));
  assert.ok(terminal.log.length > 0);
  terminal.set({ fading: null });
  assert.is(terminal.modem.view()("rsrp"), -87);
});
test("a storm of reports goes between the replies, and ends", () => {
  const terminal = createVirtualTerminal();
  terminal.ask("ATE0");
  terminal.set({ storm: true });
  const said = terminal.ask("AT+CGMM");
  assert.ok(said.split("+CREG: 1").length > 50);
  assert.match(said, /\r\nEC25\r\n\r\nOK\r\n/);
  terminal.set({ storm: false });
  terminal.time.pass(1_000);
  assert.is(terminal.hear(60_000), "");
});
test("the same seed moves the same way, another one differently", () => {
  const run = (seed: number) => {
    const terminal = createVirtualTerminal(seed);
    terminal.set({ contact: "loose", fading: "weak" });
    terminal.time.pass(120_000);
    return terminal.log.join("\n");
  };
  assert.is(run(11), run(11));
  assert.is.not(run(11), run(12));
});
test.run();
