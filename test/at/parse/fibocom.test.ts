import {
  parseGtcainfo,
  parseGtccinfo,
  parseGtdualsim,
  parseGtrndis,
  parseGtsenrdtemp,
  parseGtstatis,
  parseMtsm,
} from "../../../src/at/parse/fibocom.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Fibocom replies");

const reply = (label: string, ...lines: readonly string[]) => ["+GTCCINFO:", `${label} service cell:`, ...lines];

/** What the band says of the channel's base: FM160 captures, an FM350 log, an L716 comment. */
const channels: readonly (readonly [source: string, line: string, band: number, channel: number, physical: number])[] =
  [
    ["FM160-CN", "1,4,460,11,4F50,052BF337,672,1E4,103,100,50,68,68,28", 3, 1_650, 484],
    ["FM160-CN", "1,4,460,11,4580,8048A97,994,129,105,50,-4,45,45,10", 5, 2_452, 297],
    ["FM350-GL", "1,4,262,1,05D5,0019BF801,1300,358,103,100,13,60,60,22", 3, 1_300, 358],
    ["L716", "1,4,460,00,247E,5423D8D,9826,43,40,5,28,58,58,23", 40, 38_950, 67],
  ];
for (const [source, line, band, channel, physical] of channels) {
  test(`${source}: the channel lies in band ${band}`, () => {
    const cell = parseGtccinfo(reply("LTE", line))?.serving?.cell;
    assert.equal([cell?.band, cell?.channel, cell?.physical], [band, channel, physical]);
  });
}

test("5G has scales of its own (FM160 in a test network)", () => {
  const cell = parseGtccinfo(reply("NR", "1,9,460,11,010203,0000012345,99240,C6,5078,100,91,74,74,67"))?.serving?.cell;
  assert.equal([cell?.rat, cell?.band, cell?.channel, cell?.physical], ["NR", 78, 0x99240, 0xc6]);
  assert.equal([cell?.rsrpDbm, cell?.rsrqDb, cell?.sinrDb], [-83, -10, 22]);
});

test("beside an LTE anchor the 5G cell is its leg, and neighbours are counted", () => {
  const cells = parseGtccinfo([
    ...reply("LTE", "1,4,460,01,4F50,52BF337,672,1E4,103,100,44,63,63,24"),
    "NR service cell:",
    "1,9,460,01,,,9E040,1,5078,100,89,60,60,65",
    "LTE neighbor cell:",
    "2,4,,,,,994,F4,,38,38,0",
  ]);
  assert.equal([cells?.serving?.cell.rat, cells?.nr?.rsrpDbm, cells?.neighbours], ["LTE", -97, 1]);
});

test("255 and a reply without cells are not known", () => {
  const cell = parseGtccinfo(reply("LTE", "1,4,460,01,4F50,52BF337,672,1E4,103,100,255,255,255,255"))?.serving?.cell;
  assert.equal([cell?.rsrpDbm, cell?.rsrqDb, cell?.sinrDb], [undefined, undefined, undefined]);
  assert.is(parseGtccinfo(["+GTCCINFO:"])?.serving, undefined);
  assert.is(parseGtccinfo(["+CSQ: 1,2"]), undefined);
});

/** FM160-CN and FM350 captures. */
test("+GTCAINFO names the primary carrier and counts the others", () => {
  assert.equal(parseGtcainfo(["+GTCAINFO:", "PCC: 103,1E4,672,100,2,1,1,2,68"]), { band: 3, secondary: 0 });
  const two = [
    "+GTCAINFO:",
    "PCC:5078,940,641760,450,2,1,1,3,19,-1,-80",
    "SCC 3:2,0,103,216,1444,50,255,4,255,3,255,13,-9,-81",
  ];
  assert.equal(parseGtcainfo(two), { band: 78, secondary: 1 });
  assert.is(parseGtcainfo([]), undefined);
});

test("+GTSTATIS has received before sent (FM160-CN)", () => {
  const parsed = parseGtstatis("+GTSTATIS: 2954,2125,378317,331309");
  assert.equal([parsed?.receivedBytes, parsed?.sentBytes], [378_317, 331_309]);
  assert.is(parseGtstatis("+GTSTATIS: 2954"), undefined);
});

test("+GTRNDIS and +GTDUALSIM", () => {
  assert.equal(parseGtrndis(["+GTRNDIS: 0"]), { active: false, cid: undefined });
  assert.is(parseGtrndis(["+GTRNDIS: (0,1),(1-23)"]), undefined);
  assert.equal(parseGtdualsim(['+GTDUALSIM : 0, "SUB1", "L"']), { slot: 0, name: "SUB1" });
});

test("the hottest of the sensors that are there (FM350)", () => {
  assert.is(parseGtsenrdtemp(["+GTSENRDTEMP: 1,48250", "+GTSENRDTEMP: 2,0", "+GTSENRDTEMP: 10,46066"]), 48.25);
  assert.is(parseGtsenrdtemp(["+GTSENRDTEMP: 2,0"]), undefined);
  assert.is(parseMtsm("+MTSM: 46"), 46);
  assert.is(parseMtsm("+MTSM: (0-1)"), undefined);
});

test.run();
