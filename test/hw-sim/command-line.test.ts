import { commandsIn } from "../../hw-sim/command-line.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("several commands in one line (V.250 5.2.1)");

test("are split at semicolons, each with its AT", () => {
  assert.equal(commandsIn("AT+CSQ;+CEREG?;+QCSQ"), ["AT+CSQ", "AT+CEREG?", "AT+QCSQ"]);
  assert.equal(commandsIn("ATI"), ["ATI"]);
});

test("are not split inside a string", () => {
  assert.equal(commandsIn('AT+CGDCONT=1,"IP","a;b";+CSQ'), ['AT+CGDCONT=1,"IP","a;b"', "AT+CSQ"]);
});

test.run();
