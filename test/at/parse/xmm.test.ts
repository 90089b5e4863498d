import { parseCellPower, parseXact, parseXcesq, parseXlec, parseXmci } from "../../../src/at/parse/xmm.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Intel XMM replies");

/** ModemManager's xmm tests: RxLev, RSCP, Ec/No, RSRQ, RSRP, RSSNR. The last: L860, which has four fields more. */
const qualities: readonly (readonly [line: string, ...expected: (number | undefined)[]])[] = [
  ["+XCESQ: 0,99,99,255,255,19,46,32", undefined, undefined, undefined, -10.5, -95, 16],
  ["+XCESQ: 0,99,99,255,255,19,46,-32", undefined, undefined, undefined, -10.5, -95, -16],
  ["+XCESQ: 0,99,99,255,255,16,47,28", undefined, undefined, undefined, -12, -94, 14],
  ["+XCESQ: 0,99,99,41,29,255,255,255", undefined, -80, -10, undefined, undefined, undefined],
  ["+XCESQ: 0,10,6,255,255,255,255,255", -101, undefined, undefined, undefined, undefined, undefined],
  ["+XCESQ: 0,99,99,255,255,24,62,34,255,255,255,255", undefined, undefined, undefined, -8, -79, 17],
];
for (const [line, ...expected] of qualities) {
  test(line, () => {
    const parsed = parseXcesq(line);
    assert.equal(
      [parsed?.rxlevDbm, parsed?.rscpDbm, parsed?.ecnoDb, parsed?.rsrqDb, parsed?.rsrpDbm, parsed?.sinrDb],
      expected,
    );
  });
}

test("a short +XCESQ is none", () => {
  assert.is(parseXcesq("+XCESQ: 0,99,99,255"), undefined);
  assert.is(parseXcesq("+XCESQ: (0-1)"), undefined);
});

/** L860 log: the module itself breaks the record behind a comma. */
test("+XMCI in two lines is one cell", () => {
  const parsed = parseXmci([
    '+XMCI: 4,250,02,"0x2608","0x026D741E","0x0108","0x00000642","0x00004C92",',
    '"0xFFFFFFFF",58,22,38,"0x00000003","0x00000000"',
    '+XMCI: 5,000,000,"0xFFFE","0xFFFFFFFF","0x01B7","0x00000BE8","0xFFFFFFFF",',
    '"0xFFFFFFFF",51,14,255,"0x7FFFFFFF","0x00000000"',
  ]);
  const { cell } = parsed ?? {};
  assert.equal([cell?.mcc, cell?.mnc, cell?.area, cell?.cell], ["250", "02", 0x2608, 0x26d741e]);
  assert.equal([cell?.physical, cell?.channel, cell?.rsrpDbm, cell?.rsrqDb, cell?.sinrDb], [0x108, 0x642, -83, -9, 19]);
  assert.is(parsed?.neighbours, 1);
});

test("+XLEC and +XACT (L850 log; ModemManager's xmm tests)", () => {
  assert.equal(parseXlec("+XLEC: 0,2,5,3,BAND_LTE_3"), { carriers: 2, band: 3 });
  assert.equal(parseXact("+XACT: 4,1,2,1,2,4,5,8,101,102"), {
    mode: 4,
    preferred: 1,
    bands: [1, 2, 4, 5, 8, 101, 102],
  });
  assert.is(parseXact("+XACT: 1,1,,1,2")?.preferred, 1);
});

test("+RSRP and +RSRQ have the cell before the value", () => {
  const cell = parseCellPower(['+RSRP: 1,2850,"-118.00"', '+RSRQ: 1,2850,"-11.50"']);
  assert.equal([cell?.physical, cell?.channel, cell?.rsrpDbm, cell?.rsrqDb], [1, 2_850, -118, -11.5]);
});

test.run();
