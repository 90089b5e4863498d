import {
  parseCserssi,
  parseCsnr,
  parseHfreqinfo,
  parseLtersrp,
  parseMonsc,
} from "../../../src/at/parse/huawei-cell.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Huawei cells");

/** MT5700 device log; the widths and bases are those of HiSilicon's AT sources. */
test("^MONSC on 5G has the subcarrier spacing before the cell", () => {
  const cell = parseMonsc("^MONSC: NR,460,00,524910,1,C027F5065,114,14225C,-73,-9,23");
  assert.equal(
    [cell?.mcc, cell?.mnc, cell?.channel, cell?.cell, cell?.physical, cell?.area],
    ["460", "00", 524_910, 0xc027f5065, 0x114, 0x14225c],
  );
  assert.equal([cell?.rsrpDbm, cell?.rsrqDb, cell?.sinrDb], [-73, -9, 23]);
});

/** MT5700 AT manual 13.9, measured. */
test("^MONSC on LTE has no spacing and ends with the whole power", () => {
  const cell = parseMonsc("^MONSC: LTE,460,00,38400,D975244,8,24C8,-85,-10,-54");
  assert.equal([cell?.channel, cell?.cell, cell?.physical, cell?.area], [38_400, 0xd975244, 8, 0x24c8]);
  assert.equal([cell?.rsrpDbm, cell?.rsrqDb, cell?.rssiDbm, cell?.sinrDb], [-85, -10, -54, undefined]);
});

test("a technology nobody knows has no cell", () => {
  assert.is(parseMonsc("^MONSC: NONE"), undefined);
  assert.is(parseMonsc("^MONSC: 1,460,00,1,1,157"), undefined);
});

/** MT5700 device log: two carriers of seven fields each. */
test("^HFREQINFO lists its carriers", () => {
  const parsed = parseHfreqinfo(
    "^HFREQINFO: 0,7,41,528960,2644800,60000,528960,2644800,60000,41,513000,2565000,100000,0,0,1400",
  );
  assert.is(parsed?.sysmode, 7);
  assert.equal(parsed?.carriers, [
    { band: 41, channel: 528_960, bandwidthKhz: 60_000 },
    { band: 41, channel: 513_000, bandwidthKhz: 100_000 },
  ]);
  assert.equal(parseHfreqinfo("^HFREQINFO: 0,0")?.carriers, []);
});

test("^CSERSSI has the 5G leg in its last three fields, in a read and in a report", () => {
  const report = parseCserssi(["^CSERSSI: -60,255,255,-88,-10,12,1,15,0,-92,-11,17"]);
  assert.equal([report?.rsrpDbm, report?.rsrqDb, report?.sinrDb], [-92, -11, 17]);
  assert.is(parseCserssi(["^CSERSSI: 1,20,-60,255,255,-88,-10,12,1,15,0,-92,-11,17"])?.rsrpDbm, -92);
  assert.is(parseCserssi(["^CSERSSI: 1,20"]), undefined);
});

test("^LTERSRP and ^CSNR (3ginfo and device logs)", () => {
  assert.equal([parseLtersrp("^LTERSRP:-87,-12")?.rsrpDbm, parseLtersrp("^LTERSRP:-87,-12")?.rsrqDb], [-87, -12]);
  assert.equal([parseCsnr("^CSNR:-93,-23")?.rscpDbm, parseCsnr("^CSNR:-93,-23")?.ecioDb], [-93, -23]);
});

test.run();
