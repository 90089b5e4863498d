import {
  parseZcainfo,
  parseZcellinfo,
  parseZdonr,
  parseZpas,
  parseZpinpuk,
  parseZrssi,
} from "../../../src/at/parse/zte.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("ZTE and Gosuncn replies");

/** Forms of 3ginfo's modem/usb/19d2*, a device log (0xFFFE: not known), and QModem's vendor/gosuncn.sh. */
const cells: readonly (readonly [
  line: string,
  rat: string,
  area: number | undefined,
  cell: number | undefined,
  band: number | string | undefined,
])[] = [
  ["+ZCELLINFO: 27447297,120,LTE B3,1650", "LTE", undefined, 27_447_297, 3],
  ["+ZCELLINFO: 0XFFFE,0XFFFFFFFF,0X00000000,LTE B3,1600", "LTE", undefined, undefined, 3],
  ["+ZCELLINFO: 0XFFFE,0XFFFFFFFF,PGSM_900", "WCDMA", undefined, undefined, "PGSM_900"],
  ["+ZCELLINFO: tac:4580,cellid:134515351,pci:297,band:5", "LTE", 4_580, 134_515_351, "5"],
];
for (const [line, rat, area, cell, band] of cells) {
  test(line, () => {
    const parsed = parseZcellinfo(line);
    assert.equal([parsed?.rat, parsed?.area, parsed?.cell, parsed?.band], [rat, area, cell, band]);
  });
}

test("+ZRSSI has four values on LTE and three without sign on old sticks", () => {
  const lte = parseZrssi("+ZRSSI: -102,-6.5,-76,19");
  assert.equal([lte?.rsrpDbm, lte?.rsrqDb, lte?.rssiDbm, lte?.sinrDb], [-102, -6.5, -76, 19]);
  const old = parseZrssi("+ZRSSI: 73,13,172");
  assert.equal([old?.rssiDbm, old?.ecioDb, old?.rscpDbm], [-73, -6.5, -86]);
  assert.equal(
    [parseZrssi("+ZRSSI: 93,1000,1000")?.ecioDb, parseZrssi("+ZRSSI: 93,1000,1000")?.rscpDbm],
    [undefined, undefined],
  );
});

test("+ZCAINFO: the primary carrier stands before the first semicolon", () => {
  const cell = parseZcainfo("+ZCAINFO: 120,3,17792,1650,20.0;121,7,0,3050,20.0");
  assert.equal([cell?.physical, cell?.band, cell?.area, cell?.channel], [120, 3, 17_792, 1_650]);
});

/** ModemManager's zte plugin, and logs of usb-modeswitch and python-gsmmodem. */
test("mode and operator, asked for and unasked", () => {
  assert.equal(parseZpas(['+ZPAS: "GPRS/EDGE","CS_ONLY"']), { mode: "GPRS/EDGE", domain: "CS_ONLY", none: false });
  assert.is(parseZpas(["+ZPAS: No Service"])?.none, true);
  assert.is(parseZpas(['+ZPASR: "UMTS"'])?.mode, "UMTS");
  assert.equal(parseZdonr('+ZDONR: "METEOR",272,3,"CS_ONLY","ROAM_OFF"'), {
    operator: "METEOR",
    mcc: "272",
    mnc: "03",
    domain: "CS_ONLY",
    roaming: false,
  });
  assert.is(parseZdonr('+ZDONR: "Not Found"')?.operator, undefined);
  assert.equal(parseZpinpuk("+ZPINPUK: 3,10"), { pin: 3, puk: 10 });
});

test.run();
