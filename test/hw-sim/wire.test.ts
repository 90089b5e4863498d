import { createDice } from "../../hw-sim/random.ts";
import { disturb } from "../../hw-sim/wire.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createVirtualTerminal } from "./virtual-terminal.ts";

const test = suite("wire trouble");
const reply = Buffer.from("\r\n+CSQ: 23,99\r\n\r\nOK\r\n");

test("a clean wire leaves bytes alone", () => {
  assert.equal(disturb(reply, { split: false, noise: 0, garbage: 0 }, createDice(1, "t")), [reply]);
});
test("split pieces are the same bytes", () => {
  const pieces = disturb(reply, { split: true, noise: 0, garbage: 0 }, createDice(3, "t"));
  assert.ok(pieces.length > 1);
  assert.equal(Buffer.concat(pieces), reply);
});
test("noise and garbage are the dice's: the same seed, the same trouble", () => {
  const run = (seed: number) => disturb(reply, { split: true, noise: 0.5, garbage: 0.5 }, createDice(seed, "t"));
  assert.equal(run(5), run(5));
  const some = Array.from({ length: 20 }, (_, seed) => Buffer.concat(run(seed)).length);
  assert.ok(some.some((length) => length > reply.length));
});
test("pieces of several replies keep their order", () => {
  const terminal = createVirtualTerminal(9);
  terminal.ask("ATE0");
  terminal.set({ wire: { split: true } });
  assert.is(terminal.ask("AT+CGATT?\rAT+CFUN?"), "\r\n+CGATT: 1\r\n\r\nOK\r\n\r\n+CFUN: 1\r\n\r\nOK\r\n");
});
test.run();
