/** Messages and frames against samples of public documents, and against what must not be taken for a message. */
import { createFrameCutter, decodeFrame, encodeFrame } from "../../../hw-sim/iso8583/frame.ts";
import { decodeMessage, encodeMessage, type Message } from "../../../hw-sim/iso8583/message.ts";
import { createDice } from "../../../hw-sim/random.ts";
import { assert, suite } from "../../front-door/suite.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const message = suite("ISO 8583 messages");

/** The echo of a terminal 12345678, and its answer of 30 November, 09:30:15, as the host's link is described. */
const ECHO = hex(
  `00 34 60 00 03 00 00 60 31 00 31 00 00 08 20 00 00 00 00 00 C0 00 10 31 32 33 34 35 36 37 38 31 32 33 34 35 36 37 38 39
   30 31 32 33 34 35 00 11 00 00 00 01 30 10`.replaceAll("\n", ""),
);
const who = { 41: "12345678", 42: Array.from({ length: 15 }, (_, index) => (index + 1) % 10).join("") };

message("the echo is the sample, byte for byte, and reads back", () => {
  const echo: Message = { mti: "0820", fields: { ...who, 60: "00000001301" } };
  const frame = encodeFrame({ tpdu: { to: "0003", from: "0000" }, asks: 0, body: encodeMessage(echo) });
  assert.is(frame.toString("hex"), ECHO.toString("hex"));
  const read = decodeFrame(ECHO.subarray(2));
  assert.equal(read.kind === "ok" && [read.frame.tpdu, read.frame.asks], [{ to: "0003", from: "0000" }, 0]);
  assert.equal(read.kind === "ok" && decodeMessage(read.frame.body), { kind: "ok", message: echo });
});

const encodings: ReadonlyArray<readonly [string, Readonly<Record<number, string>>, string]> = [
  ["digits in front, spare half byte before", { 23: "123" }, "0123"],
  ["the entry mode, which has it behind", { 22: "021" }, "0210"],
  ["an odd count of digits of variable length", { 60: "22000001000" }, "0011 220000010000"],
  ["characters", { 44: "g1" }, "02 6731"],
  ["bytes, whose length is counted in bytes", { 62: "00FF7F" }, "0003 00FF7F"],
  ["a track's separator", { 36: "1=2" }, "0003 1D20"],
];
for (const [what, fields, bytes] of encodings) {
  message(`packs ${what}`, () => {
    const encoded = encodeMessage({ mti: "0200", fields });
    assert.is(encoded.subarray(10).toString("hex"), hex(bytes).toString("hex"));
    assert.equal(decodeMessage(encoded), { kind: "ok", message: { mti: "0200", fields } });
  });
}

message("fields beyond 64 bring a second bitmap", () => {
  const fields = { 11: "000001", 116: "printer=ok" };
  const encoded = encodeMessage({ mti: "0820", fields });
  assert.is(encoded.toString("hex", 2, 18), "80200000000000000000000000001000");
  assert.equal(decodeMessage(encoded), { kind: "ok", message: { mti: "0820", fields } });
});

for (const [what, fields, error] of [
  ["too long", { 44: "x".repeat(26) }, /field 44 is 26 long, at most 25/],
  ["of another width", { 11: "1" }, /field 11 is 1 long instead of 6/],
  ["of another type", { 11: "00000A" }, /field 11 is not of type n/],
  ["of no field", { 17: "1" }, /field 17 is not known/],
] as const) {
  message(`a value ${what} is a mistake of the sender`, () => {
    assert.throws(() => encodeMessage({ mti: "0200", fields }), error);
  });
}

const bad: ReadonlyArray<readonly [string, string, RegExp]> = [
  ["nothing", "", /short/],
  ["a type that is no number", "0A20 0000000000000000", /message type/],
  ["half a bitmap", "0820 00000000", /short/],
  ["a field that nobody knows", "0820 0000800000000000 00", /field 17: not known/],
  ["digits that are none", "0820 0020000000000000 00000A", /field 11: not of type n/],
  ["a length that is no number", "0820 0000000000100000 0F", /field 44: length 0f/],
  ["a length beyond the field's", "0820 0000000000100000 26", /field 44: length 26, at most 25/],
  ["a field cut short", "0820 0000000000100000 05 3131", /field 44: 3 bytes short/],
  ["bytes left over", "0820 0020000000000000 000001 00", /1 bytes left over/],
  ["a control character", "0210 0000000002000000 3007", /field 39: not of type ans/],
  ["something in the spare half byte", "0820 0000000000000010 0001 15", /field 60: padded with 5/],
];
for (const [what, bytes, error] of bad) {
  message(`${what} is no message`, () => {
    const decoded = decodeMessage(hex(bytes));
    assert.match(decoded.kind === "bad" ? decoded.error : "taken", error);
  });
}
message("bent bytes are bad or another message, and never more than that", () => {
  const dice = createDice(3, "bent messages");
  let taken = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const bytes = Buffer.from(ECHO.subarray(13));
    for (let bends = dice.between([1, 4]); bends > 0; bends -= 1) {
      bytes[dice.between([0, bytes.length - 1])] = dice.between([0, 255]);
    }
    const read = decodeMessage(bytes.subarray(0, dice.between([0, bytes.length])));
    if (read.kind === "bad") continue;
    taken += 1;
    const again = decodeMessage(encodeMessage(read.message));
    assert.equal(again, read);
  }
  assert.ok(taken > 0);
});
message.run();

const frame = suite("frames");

frame("cuts frames out of bytes that come in any pieces", () => {
  const whole = Buffer.concat([ECHO, ECHO]);
  for (const size of [1, 3, 53, 54, 55, whole.length]) {
    const cutter = createFrameCutter();
    const cuts = [];
    for (let at = 0; at < whole.length; at += size) cuts.push(...cutter.take(whole.subarray(at, at + size)));
    assert.equal(
      cuts.map((cut) => cut.kind === "whole" && cut.bytes.toString("hex")),
      [ECHO.toString("hex", 2), ECHO.toString("hex", 2)],
    );
  }
});
frame("a length that no frame has ends it, and nothing more is held", () => {
  for (const start of ["0014", "1001", "1603", "4854"]) {
    const cutter = createFrameCutter();
    assert.match(JSON.stringify(cutter.take(hex(start))), /"bad"/);
    assert.equal(cutter.take(ECHO), []);
  }
});
frame("what has no TPDU or no header is bad", () => {
  for (const bytes of ["", "61 0003 0000 603100310000", "60 0003 0000 613100310000", "60 0003 00"]) {
    assert.is(decodeFrame(hex(bytes)).kind, "bad");
  }
});
frame.run();
