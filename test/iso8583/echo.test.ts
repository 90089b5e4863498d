import { decodeEchoAnswer, type EchoIdentity, encodeEcho } from "../../src/iso8583/echo.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the echo and its answer, byte for byte");

const identity: EchoIdentity = {
  tpdu: "6000030000",
  header: "603100310000",
  terminal: "12345678",
  merchant: ["12345678", "9012345"].join(""),
};

/** The acquirer's samples. */
const request = [
  "00 34 60 00 03 00 00 60 31 00 31 00 00 08 20 00 00 00 00 00 C0 00 10",
  "31 32 33 34 35 36 37 38 31 32 33 34 35 36 37 38 39 30 31 32 33 34 35 00 11 00 00 00 01 30 10",
].join(" ");
const answer = [
  "00 3B 60 00 00 00 03 60 31 00 31 00 00 08 30 00 18 00 00 02 C0 00 10 09 30 15 11 22 30 30",
  "31 32 33 34 35 36 37 38 31 32 33 34 35 36 37 38 39 30 31 32 33 34 35 00 11 00 00 00 01 30 10",
].join(" ");
const bytes = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
/** The answer without its length, with some bytes replaced. */
const changed = (at: number, hex: string) => {
  const copy = Buffer.from(bytes(answer).subarray(2));
  copy.set(Buffer.from(hex, "hex"), at);
  return copy;
};

test("the request is the sample", () => {
  assert.is(encodeEcho(identity).toString("hex").toUpperCase(), bytes(request).toString("hex").toUpperCase());
  assert.is(encodeEcho(identity).length, 54);
});

test("the answer of the sample is read", () => {
  assert.equal(decodeEchoAnswer(bytes(answer).subarray(2), identity), {
    code: "00",
    request: 0,
    time: [11, 22, 9, 30, 15],
  });
});

test("the processing request is the sixth digit of the header", () => {
  assert.is(decodeEchoAnswer(changed(7, "03"), identity)?.request, 3);
});

test("fields that were not asked for are passed over, wherever they stand", () => {
  const ascii = (text: string) => Buffer.from(text, "latin1").toString("hex");
  const superset = [
    ["TPDU and header", "6000000003", "603100310000"],
    ["type and bitmap", "0830", "003800010AC00012"],
    ["11 to 13", "000123", "093015", "1122"],
    ["32, five digits", "05", "123450"],
    ["37, 39", ascii("000000001234"), ascii("00")],
    ["41, 42", ascii(identity.terminal), ascii(identity.merchant)],
    ["60", "0011", "000000013010"],
    ["63", "0003", ascii("CUP")],
  ].flatMap(([, ...hex]) => hex);
  const read = decodeEchoAnswer(bytes(superset.join("")), identity);
  assert.equal(read, { code: "00", request: 0, time: [11, 22, 9, 30, 15] });
});

for (const [what, wrong] of [
  ["another type of message", changed(11, "0810")],
  ["a code that is none", changed(26, "2020")],
  ["addresses that are not swapped", changed(1, "00030000")],
  ["another application class", changed(0, "61")],
  ["a header that is not of digits", changed(6, "ab")],
  ["a field more than there are bytes", changed(13, "80")],
  ["another terminal", changed(28, "39")],
  ["a byte too few", changed(0, "60").subarray(0, 58)],
  ["a byte too many", Buffer.concat([changed(0, "60"), Buffer.of(0)])],
  ["nothing", Buffer.alloc(0)],
] as const) {
  test(`${what} is no answer`, () => assert.is(decodeEchoAnswer(wrong, identity), undefined));
}

test("a time that no clock shows is no time, and the code still counts", () => {
  assert.equal(decodeEchoAnswer(changed(21, "256199"), identity), { code: "00", request: 0, time: undefined });
});

test.run();
