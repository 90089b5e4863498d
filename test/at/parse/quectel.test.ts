import { parseQnwinfo } from "../../../src/at/parse/quectel.ts";
import { parseQcsq, parseServingCell } from "../../../src/at/parse/serving-cell.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Quectel replies");

test("a technology keeps the name that the modem gives it", () => {
  const quality = parseQcsq('+QCSQ: "NBIoT",-80,-90,120,-11');
  assert.equal([quality?.sysmode, quality?.rsrpDbm, quality?.sinrDb], ["NBIoT", -90, 4]);
});

test("TD-SCDMA and CDMA cells have a place too (EC2x AT manual 6.7)", () => {
  const td = parseServingCell(['+QENG: "servingcell","NOCONN","TDSCDMA",460,00,5504,2B55,10054,-67,-71,-6'])?.cell;
  assert.equal([td?.rat, td?.area, td?.channel, td?.rscpDbm, td?.ecioDb], ["TDSCDMA", 0x5504, 10_054, -71, -6]);
  const cdma = parseServingCell(['+QENG: "servingcell","LIMSRV","CDMA",460,03,5504,2B55,283,-73,-4,-'])?.cell;
  assert.equal([cdma?.rat, cdma?.cell, cdma?.rssiDbm, cdma?.ecioDb], ["CDMA", 0x2b55, -73, -4]);
});

test("no network is no access", () => {
  for (const line of ["+QNWINFO: No Service", '+QNWINFO: "NONE"', '+QNWINFO: "NONE","","",0']) {
    assert.is(parseQnwinfo(line)?.access, undefined, line);
    assert.is(parseQnwinfo(line)?.channel, undefined, line);
  }
});

test.run();
