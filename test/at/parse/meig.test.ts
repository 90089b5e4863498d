import { parseCellinfo, parseSimslot, parseTemp } from "../../../src/at/parse/meig.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("MeiG replies");

const lte = ["LTE", "FDD", "460", "01", "100", "42", "1", "2", "3", "3", "100", "1", "2", "-65", "-88", "-10", "134"];
const sa = ["5G", "TDD", "460", "01", "100", "42", "3", "78", "100", "30", "1", "1", "2", "-65", "-81", "-9", "175"];
const leg = ["-79", "-8", "89", "78", "640000", "100", "321", "30"];
const nsa = ["EN-DC", ...lte.slice(1), ...Array.from({ length: 29 - lte.length }, () => "0"), ...leg];
const reply = (fields: readonly string[]) => [`^CELLINFO: ${fields.join(",")}`];

/** Field orders of QModem's tests of vendor/meig.sh, made after the AT manual V3.9 §7.12. */
test("^CELLINFO on LTE, 5G and both", () => {
  const one = parseCellinfo(reply(lte))?.cell;
  assert.equal([one?.mcc, one?.rsrpDbm, one?.rsrqDb, one?.sinrDb, one?.band], ["460", -88, -10, 13.4, 3]);
  const five = parseCellinfo(reply(sa))?.cell;
  assert.equal([five?.rat, five?.rsrpDbm, five?.sinrDb, five?.band], ["5G", -81, 17.5, 78]);
  const both = parseCellinfo(reply(nsa));
  assert.equal([both?.cell.rsrpDbm, both?.nr?.rsrpDbm, both?.nr?.sinrDb], [-88, -79, 8.9]);
  assert.equal([both?.nr?.band, both?.nr?.channel, both?.nr?.physical], [78, 640_000, 321]);
});

test("words and short lines are no cell", () => {
  assert.is(parseCellinfo(["^CELLINFO: no cellinfo rslt"]), undefined);
  assert.is(parseCellinfo(["^CELLINFO: (0,1)"]), undefined);
});

test("+TEMP is in degrees or thousandths of them", () => {
  assert.equal(
    [...parseTemp(['+TEMP: "soc-thmzone","38500"', '+TEMP: "cpu0-0-usr","45"'])],
    [
      ["soc-thmzone", 38.5],
      ["cpu0-0-usr", 45],
    ],
  );
  assert.is(parseTemp(['+TEMP: "x","-"']).size, 0);
});

test("^SIMSLOT says which slot is in use, or that none or both are", () => {
  assert.equal(
    ["1,1,1,0", "1,0,1,1", "0,0,0,0", "1,1,1,1"].map((body) => parseSimslot([`^SIMSLOT: ${body}`])),
    [1, 2, undefined, undefined],
  );
});

test.run();
