import { fieldTable } from "../../src/iso8583/field-table.ts";
import { decodeMessage, encodeMessage } from "../../src/iso8583/message.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("messages of ISO 8583");

/** A value of the greatest length that a field may have. */
function longest(number: number): string {
  const format = fieldTable[number];
  if (!format) throw new RangeError(`field ${number}`);
  const length = "length" in format ? format.length : format.most;
  return { bcd: "1", text: "A", bytes: "1f" }[format.form].repeat(length);
}

test("every field is read back at its greatest length, with one behind it", () => {
  for (const number of Object.keys(fieldTable).map(Number)) {
    const fields = new Map([[number, longest(number)]]);
    if (number !== 64) fields.set(64, longest(64));
    const read = decodeMessage(encodeMessage({ type: "0210", fields }));
    assert.equal([...(read?.fields ?? [])], [...fields], String(number));
  }
});

test("a message cut anywhere is not read", () => {
  const fields = new Map([2, 3, 32, 37, 55, 60].map((number) => [number, longest(number)]));
  const whole = encodeMessage({ type: "0210", fields });
  for (let end = 0; end < whole.length; end += 1) assert.is(decodeMessage(whole.subarray(0, end)), undefined);
  assert.ok(decodeMessage(whole));
});

for (const [what, hex] of [
  ["a second bitmap", "0830800000000000000000"],
  ["a length that is not of digits", "083000000000000000100a11000000013010"],
  ["a length beyond the field's limit", "0830000000010000000012123456789012"],
  ["a number that is not of digits", "083020000000000000000000fa"],
  ["a type that is not of digits", "0a3000000000000000"],
] as const) {
  test(`${what} is not read`, () => assert.is(decodeMessage(Buffer.from(hex, "hex")), undefined));
}

test.run();
