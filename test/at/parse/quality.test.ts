import { radioParsers } from "../../../src/at/parse/quality.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("radio quality");

const ucged = [
  "+UCGED: 2",
  "6,4,001,01",
  "2525,5,50,50,e8fe,1a2d001,1,d60814d1,8001,01,28,31,13.75,3,1,10,28,-50,-6,0",
];
const rfsts = '#RFSTS: "311 480",66536,-103,-68,-15,0D00,255,,1280,1,0,033C416,"000000000000000","Verizon",3,66';

test("each family's reply gives the technology, three levels and the cell", () => {
  const smoni = radioParsers.smoni(["^SMONI: 4G,6300,20,10,10,FDD,262,02,BF75,0345103,350,33,-94,-7,NOCONN"]);
  assert.equal(smoni, { rat: "lte", rsrpDbm: -94, rsrqDb: -7, sinrDb: undefined, area: 0xbf75, cell: 0x345103 });
  const telit = radioParsers.rfsts([rfsts]);
  assert.equal(telit, { rat: "lte", rsrpDbm: -103, rsrqDb: -15, sinrDb: undefined, area: 0xd00, cell: 0x33c416 });
  const ublox = radioParsers.ucged(ucged);
  assert.equal(ublox, { rat: "lte", rsrpDbm: -113, rsrqDb: -4.5, sinrDb: 13.75, area: 0xe8fe, cell: 0x1a2d001 });
  const quectel = radioParsers.qeng([
    '+QENG: "servingcell","CONNECT","NR5G-SA","TDD",460,11,760BF0114,702,76010F,633984,78,100,-89,-8,15,18,34,1',
  ]);
  assert.equal([quectel?.rat, quectel?.cell, quectel?.area], ["nr", 0x760bf0114, 0x76010f]);
});

/** Replies of test/transcripts and of the families' own tests. */
const others: readonly (readonly [
  parser: keyof typeof radioParsers,
  info: readonly string[],
  ...expected: readonly (string | number | undefined)[],
])[] = [
  [
    "cpsi",
    ["+CPSI: LTE,Online,505-01,0x5A1E,187214780,257,EUTRAN-BAND3,1850,5,5,-94,-850,-545,15"],
    "lte",
    -85,
    -9.4,
    15,
    0x5a1e,
    187_214_780,
  ],
  [
    "cpsi_index",
    ["+CPSI: LTE,Online,460-11,0x774B,126375687,303,EUTRAN-BAND1,100,5,0,12,36,42,5"],
    "lte",
    -105,
    -14,
    undefined,
    0x774b,
    126_375_687,
  ],
  ["cpsi", ["+CPSI: NO SERVICE,Online"], "none"],
  ["hcsq", ['^HCSQ:"LTE",30,19,66,0'], "lte", -122, -20, -7],
  ["hcsq", ['^HCSQ: "NOSERVICE"'], "none"],
  ["gtccinfo", ["+GTCCINFO:"], "none"],
  [
    "gtccinfo",
    ["+GTCCINFO:", "LTE service cell:", "1,4,460,01,4F50,52BF337,672,1E4,103,100,44,63,63,24"],
    "lte",
    -78,
    -8,
    22,
    0x4f50,
    0x52bf337,
  ],
  ["xcesq", ["+XCESQ: 0,99,99,255,255,19,46,32"], "lte", -95, -10.5, 16],
  ["xcesq", ["+XCESQ: 0,99,99,41,29,255,255,255"], "wcdma"],
  ["xcesq", ["+XCESQ: 0,99,99,255,255,255,255,255"], undefined],
  [
    "netdmsgex",
    ['+NETDMSGEX: "FDD LTE","460+01","BAND 3",1650,4F50,52BF337,484,-780,100,-953,-105,182,-640'],
    "lte",
    -95.3,
    -10.5,
    18.2,
  ],
  ["cellinfo", ["^CELLINFO: LTE,FDD,460,01,100,42,1,2,3,3,100,1,2,-65,-88,-10,134"], "lte", -88, -10, 13.4],
  [
    "zcellinfo",
    ["+ZCELLINFO: 27447297,120,LTE B3,1650"],
    "lte",
    undefined,
    undefined,
    undefined,
    undefined,
    27_447_297,
  ],
  ["zcellinfo", ["+ZRSSI: -102,-6.5,-76,19"], "lte", -102, -6.5, 19],
];
for (const [parser, info, rat, rsrp, rsrq, sinr, area, cell] of others) {
  test(`${parser}: ${info.at(-1)}`, () => {
    const quality = radioParsers[parser](info);
    assert.equal(
      [quality?.rat, quality?.rsrpDbm, quality?.rsrqDb, quality?.sinrDb, quality?.area, quality?.cell],
      [rat, rsrp, rsrq, sinr, area, cell],
    );
  });
}

test("a modem that searches has no technology", () => {
  for (const reading of [
    radioParsers.smoni(["^SMONI: 4G,SEARCH"]),
    radioParsers.qeng(['+QENG: "servingcell","SEARCH"']),
    radioParsers.gstatus(["!GSTATUS:", "System mode:   No service"]),
  ]) {
    assert.is(reading?.rat, "none");
    assert.is(reading?.rsrpDbm, undefined);
  }
});

test("a reply of another kind says nothing", () => {
  for (const parse of Object.values(radioParsers)) assert.is(parse(["+XYZ: 1,2,3"]), undefined);
});

test.run();
