/** Keys and MACs: known answers, and what a terminal must notice. */
import { randomBytes } from "node:crypto";
import { encipher, macOf } from "../../../hw-sim/iso8583/mac.ts";
import { makeWorkingKeys, openWorkingKeys } from "../../../hw-sim/iso8583/working-keys.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("working keys and MACs");
const master = randomBytes(16);

test("a single-length key is single DES (FIPS 81, first block of its example)", () => {
  const block = encipher(Buffer.from("0123456789abcdef", "hex"), Buffer.from("Now is t"));
  assert.is(block.toString("hex"), "3fa40e8a984d4815");
});

for (const [layout, bytes] of [
  ["001", 24],
  ["003", 40],
  ["004", 60],
] as const) {
  test(`field 62 of sign-in ${layout} has ${bytes} bytes, and gives the terminal the host's key`, () => {
    const { mac, field62 } = makeWorkingKeys(layout, master, randomBytes);
    assert.is(field62.length / 2, bytes);
    const opened = openWorkingKeys(layout, master, field62);
    assert.is(opened.kind === "ok" && opened.mac.toString("hex"), mac.toString("hex"));
  });
}
test("keys of another length, or under another master key, are told apart", () => {
  const { field62 } = makeWorkingKeys("003", master, randomBytes);
  assert.is(openWorkingKeys("003", master, field62.slice(2)).kind, "wrong_length");
  assert.is(openWorkingKeys("003", randomBytes(16), field62).kind, "wrong_check");
});
test("a MAC covers the type, every field and the key, and not itself", () => {
  const key = randomBytes(8);
  const sale = { mti: "0210", fields: { 11: "000001", 39: "00" } };
  const mac = macOf(key, sale);
  assert.match(mac, /^(3[0-9]|4[1-6]){8}$/);
  assert.is(macOf(key, { ...sale, fields: { ...sale.fields, 64: mac } }), mac);
  for (const other of [
    { ...sale, mti: "0410" },
    { ...sale, fields: { ...sale.fields, 39: "51" } },
  ]) {
    assert.is.not(macOf(key, other), mac);
  }
  assert.is.not(macOf(randomBytes(8), sale), mac);
});
test.run();
