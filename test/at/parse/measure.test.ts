import { halves, indexed, indices, tenths, whole } from "../../../src/at/parse/measure.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("measured values");

test("what firmware prints for nothing never becomes a number", () => {
  for (const text of ["255", "99", "-32768", "-3276", "65535", "-", "", "abc", undefined, "0x10"]) {
    for (const units of [whole, halves, tenths]) {
      assert.is(units.rsrp(text), undefined, `RSRP of ${text}`);
      assert.is(units.rssi(text), undefined, `RSSI of ${text}`);
    }
    if (text !== "99") assert.is(indices.rsrq(text), undefined, `index ${text}`);
  }
});

test("the index after the last is not known, the edges are", () => {
  assert.equal(["-1", "0", "97", "98"].map(indices.rsrp), [undefined, -141, -44, undefined]);
  assert.equal(["0", "34", "35"].map(indices.rsrq), [-20, -3, undefined]);
  assert.equal(["0", "127", "128"].map(indices.nrSinr), [-23.5, 40, undefined]);
});

test("steps show no floating point", () => {
  const read = indexed(251, -20.2, 0.2);
  assert.equal(["66", "135", "1"].map(read), [-7, 6.8, -20]);
  assert.is(tenths.rsrp("-1143"), -114.3);
});

test.run();
