import { parseMysysinfo, parseNetdmsgex, parseSimcross, parseXiic } from "../../../src/at/parse/neoway.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Neoway replies");

/** Field order of QModem's vendor/neoway.sh; every power is in tenths of a dB. */
test("+NETDMSGEX has its powers in tenths", () => {
  const lte = parseNetdmsgex([
    '+NETDMSGEX: "FDD LTE","460+01","BAND 3",1650,4F50,52BF337,484,-780,100,-953,-105,182,-640',
  ]);
  assert.equal([lte?.mcc, lte?.mnc, lte?.band, lte?.channel, lte?.physical], ["460", "01", "BAND 3", 1_650, 484]);
  assert.equal([lte?.rsrpDbm, lte?.rsrqDb, lte?.sinrDb, lte?.rssiDbm], [-95.3, -10.5, 18.2, -64]);
  const nr = parseNetdmsgex(['+NETDMSGEX: "NR to 5GCN","460+00","BAND 78",633984,1234,702,-890,-110,150']);
  assert.equal([nr?.rsrpDbm, nr?.rsrqDb, nr?.sinrDb], [-89, -11, 15]);
  const none = parseNetdmsgex([
    '+NETDMSGEX: "FDD LTE","460+01","BAND 3",1650,0,0,0,-32768,0,-32768,-32768,-32768,-32768',
  ]);
  assert.is(none?.rsrpDbm, undefined);
  assert.is(parseNetdmsgex(["+NETDMSGEX: ERROR"]), undefined);
});

/** N720 driver comment, N58 and M590 logs. */
test("$MYSYSINFO, +SIMCROSS and +XIIC", () => {
  assert.equal(parseMysysinfo("$MYSYSINFO: 4,4"), { mode: 4, operator: 4 });
  assert.is(parseMysysinfo("$MYSYSINFO: 2,01")?.operator, 1);
  assert.is(parseSimcross("+SIMCROSS: 1,0"), 1);
  assert.equal(parseXiic("+XIIC:    1, 10.224.178.69"), { up: true, ipv4: "10.224.178.69" });
  assert.equal(parseXiic("+XIIC:    0, 0.0.0.0"), { up: false, ipv4: undefined });
});

test.run();
