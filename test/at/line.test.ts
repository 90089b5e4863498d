import { classifyLine, type Final, isWholeWithoutEnd, type Line, numericFinal } from "../../src/at/line.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("at line");

const kinds: readonly (readonly [text: string, command: string | undefined, kind: Line["kind"] | undefined])[] = [
  ["", undefined, undefined],
  ["  ", undefined, undefined],
  ["AT+CSQ", "AT+CSQ", "echo"],
  ["ATAT+CPIN?", "AT+CPIN?", "echo"],
  ["AT+CER", "AT+CEREG?", "echo"],
  ["AT+COPS=?", "AT+CSQ", "echo"],
  ["\u001bATE0", "ATE0", "echo"],
  ["\u001b", undefined, undefined],
  ["OK", undefined, "final"],
  ["CONNECT 115200", undefined, "final"],
  ["+CSQ: 20,99", "AT+CSQ", "information"],
  ["+CEER: ERROR", "AT+CEER", "information"],
  ["Quectel", "AT+CGMI", "information"],
  ["OKAY", undefined, "information"],
  [">", undefined, "prompt"],
  ["RDY", undefined, "banner"],
  ["$GPGSV,1,1,00*79", undefined, "junk"],
  ["~\u0001\u0002~", undefined, "junk"],
  ["þþþþ", undefined, "junk"],
  ['+COPS: 0,0,"Télécom",7', undefined, "information"],
];

for (const [text, command, kind] of kinds) {
  test(`${JSON.stringify(text)} is ${kind ?? "nothing"}`, () => {
    assert.is(classifyLine(text, command)?.kind, kind);
  });
}

const finals: readonly (readonly [text: string, final: Final])[] = [
  ["OK", { kind: "ok" }],
  ["ERROR", { kind: "error" }],
  ["COMMAND NOT SUPPORT", { kind: "unsupported" }],
  ["INVALID COMMAND LINE", { kind: "unsupported" }],
  ["ABORTED", { kind: "error" }],
  ["NO CARRIER", { kind: "call", result: "no_carrier" }],
  ["+CME ERROR: 10", { kind: "cme", code: 10, text: "10" }],
  ["+CME ERROR:10", { kind: "cme", code: 10, text: "10" }],
  ["+CME ERROR: SIM not inserted", { kind: "cme", code: 10, text: "SIM not inserted" }],
  ["+CME ERROR: PH-SIM PIN required", { kind: "cme", code: 5, text: "PH-SIM PIN required" }],
  ["+CME ERROR: something new", { kind: "cme", code: undefined, text: "something new" }],
  ["+CMS ERROR: 500", { kind: "cms", code: 500, text: "500" }],
  ["MODEM ERROR: 4", { kind: "error" }],
];

for (const [text, final] of finals) {
  test(`${text} ends an exchange`, () => {
    assert.equal(classifyLine(text), { kind: "final", final });
  });
}

test("numeric results are those of V.250", () => {
  assert.equal(numericFinal("0"), { kind: "ok" });
  assert.equal(numericFinal("4"), { kind: "error" });
  assert.is(numericFinal("2"), undefined);
  assert.is(numericFinal("20"), undefined);
});

test("only a final or a prompt is whole without a line end", () => {
  for (const text of ["OK", "ERROR", "> "]) assert.ok(isWholeWithoutEnd(text));
  for (const text of ["O", "+CME ERROR: 1", "+CSQ: 20,99", "CONNECT"]) assert.not(isWholeWithoutEnd(text));
});

test.run();
