import { parseCnsmod, parseCpmutemp, parseCpsi } from "../../../src/at/parse/simcom.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("SIMCom replies");

type Power = readonly [rsrp: number | undefined, rsrq: number | undefined, rssi: number | undefined];

/** The unit of the LTE fields differs by chip set and stands nowhere but in the numbers. */
const lte: readonly (readonly [source: string, line: string, unit: string, ...power: Power])[] = [
  [
    "SIM8200, QModem vendor/simcom.sh",
    "LTE,Online,460-01,0x7496,251941991,203,EUTRAN-BAND8,3740,3,3,-92,-672,-418,14",
    "tenths",
    -67.2,
    -9.2,
    -41.8,
  ],
  [
    "SIM7600, driver comment",
    "LTE,Online,505-02,0xCBE8,36519691,101,EUTRAN-BAND3,1800,5,5,-147,-1143,-764,11",
    "tenths",
    -114.3,
    -14.7,
    -76.4,
  ],
  [
    "SIM7070, driver comment",
    "LTE CAT-M1,Online,505-01,0x2036,134523149,238,EUTRAN-BAND28,9410,5,5,-20,-116,-82,6",
    "dB",
    -116,
    -20,
    -82,
  ],
  [
    "A7670, AT log",
    "LTE,Online,460-11,0x774B,126375687,303,EUTRAN-BAND1,100,5,0,12,36,42,5",
    "index",
    -105,
    -14,
    undefined,
  ],
  [
    "no value",
    "LTE,Online,460-00,0x1806,1234567,0,EUTRAN-BAND40,38950,5,5,-32768,-32768,-32768,0",
    "tenths",
    undefined,
    undefined,
    undefined,
  ],
];
for (const [source, fields, unit, rsrp, rsrq, rssi] of lte) {
  test(`+CPSI in ${unit} (${source})`, () => {
    const parsed = parseCpsi([`+CPSI: ${fields}`]);
    assert.is(parsed?.unit, unit);
    assert.equal([parsed?.cell?.rsrpDbm, parsed?.cell?.rsrqDb, parsed?.cell?.rssiDbm], [rsrp, rsrq, rssi]);
  });
}

test("5G: RSRP stands before RSRQ, and both are tenths (SIM8202 field test)", () => {
  const parsed = parseCpsi(["+CPSI: NR5G_SA,Online,242-12,0x765D,4955280,0,NR5G_BAND78,640704,-740,-110,240"]);
  assert.equal(
    [parsed?.cell?.rsrpDbm, parsed?.cell?.rsrqDb, parsed?.cell?.sinrDb, parsed?.cell?.area, parsed?.cell?.cell],
    [-74, -11, 24, 0x765d, 4_955_280],
  );
});

test("the 5G leg beside LTE, and how the first firmware of SIM8200 wrote it", () => {
  const anchor = "+CPSI: LTE,Online,460-11,0x5A1E,187214780,257,EUTRAN-BAND3,1850,5,5,-94,-850,-545,15";
  const leg = parseCpsi([anchor, "+CPSI: NR5G_NSA,644,NR5G_BAND78,627264,-960,-120,95"]);
  assert.equal([leg?.cell?.rsrpDbm, leg?.nr?.rsrpDbm, leg?.nr?.rsrqDb, leg?.nr?.sinrDb], [-85, -96, -12, 9.5]);
  const first = parseCpsi([anchor, "+CPSI: NR5G_NSA,58,643296,-12,-86,8.5"])?.nr;
  assert.equal([first?.channel, first?.band, first?.rsrpDbm, first?.rsrqDb], [643_296, undefined, -86, -12]);
});

test("WCDMA prints how far below zero, newer firmware with the sign", () => {
  const old = parseCpsi(["+CPSI: WCDMA,Online,460-01,0xA809,11122855,WCDMA IMT 2000,279,10663,0,1.5,62,33,52,500"]);
  assert.equal(
    [old?.cell?.rscpDbm, old?.cell?.ecioDb, old?.cell?.physical, old?.cell?.channel],
    [-62, -1.5, 279, 10_663],
  );
  const signed = parseCpsi([
    "+CPSI: WCDMA,Online,252-02,0x2612,11122855,WCDMA IMT 2000,437,10687,0,-3,-83,-32768,-83,-15",
  ]);
  assert.equal([signed?.cell?.rscpDbm, signed?.cell?.ecioDb], [-83, -3]);
});

test("GSM has channel and band in one field, or the channel alone", () => {
  const parsed = parseCpsi(["+CPSI: GSM,Online,502-12,0x1054,62168,512 DCS 1800,-71,0,32-32"]);
  assert.equal([parsed?.cell?.channel, parsed?.cell?.band, parsed?.cell?.rssiDbm], [512, "DCS 1800", -71]);
  assert.is(parseCpsi(["+CPSI: GSM,Online,286-01,0x2B5C,12401,27,-64,2110,42-42"])?.cell?.band, undefined);
});

test("without service there is no cell, though the module is on line", () => {
  const parsed = parseCpsi(["+CPSI: NO SERVICE,Online"]);
  assert.is(parsed?.online, true);
  assert.is(parsed?.cell, undefined);
  assert.is(parseCpsi(["+CPSI: LTE,Online"])?.cell, undefined);
  assert.is(parseCpsi(["OK"]), undefined);
});

test("+CNSMOD has its mode last, with or without <n>", () => {
  assert.equal([parseCnsmod("+CNSMOD: 1,8")?.rat, parseCnsmod("+CNSMOD: 7")?.name], ["lte", "HSPA"]);
  assert.is(parseCnsmod("+CNSMOD: 0,0")?.rat, "none");
  assert.is(parseCnsmod("+CNSMOD: (0,1)"), undefined);
});

test("a temperature that no module survives is none", () => {
  assert.is(parseCpmutemp("+CPMUTEMP: 35"), 35);
  assert.is(parseCpmutemp("+CPMUTEMP: -32768"), undefined);
});

test.run();
