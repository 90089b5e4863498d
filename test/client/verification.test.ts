import { verificationFlags } from "../../src/client/verification.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("terminal verification results");

for (const [results, flags] of [
  // EMV Book 3, Annex C5: byte 1 bit 8 is "offline data authentication was not performed", byte 3 bit 8 "cardholder
  // verification was not successful", byte 5 bit 5 "script processing failed after final GENERATE AC".
  ["8000000000", "B1b8"],
  ["0000008000", "B4b8"],
  ["8000800010", "B1b8,B3b8,B5b5"],
  ["80 00 80 00 10", "B1b8,B3b8,B5b5"],
  ["0040000000", "B2b7"],
  ["00004a0001", "B3b7,B3b4,B3b2,B5b1"],
  [Uint8Array.of(0, 0x60, 0, 0, 0), "B2b7,B2b6"],
  ["0000000000", undefined],
  ["FFFFFFFFFF", [1, 2, 3, 4, 5].flatMap((byte) => [8, 7, 6, 5, 4, 3, 2, 1].map((bit) => `B${byte}b${bit}`)).join(",")],
] as const) {
  test(`${String(results)} → ${flags?.slice(0, 30) ?? "nothing is set"}`, () => {
    assert.is(verificationFlags(results), flags);
  });
}

for (const results of ["", "80000000", "800000000000", "80000000zz", "B1b8", Uint8Array.of(1, 2)]) {
  test(`"${String(results)}" is no such result and is left as it is`, () => {
    assert.is(verificationFlags(results), String(results));
  });
}

test.run();
