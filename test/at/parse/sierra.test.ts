import { parseGstatus } from "../../../src/at/parse/sierra.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("!GSTATUS?");

const lte = [
  "!GSTATUS:",
  "Current Time:  22016\t\tTemperature: 40",
  "Reset Counter: 1\t\tMode:        ONLINE         ",
  "System mode:   LTE        \tPS state:    Attached     ",
  "LTE band:      B2     \t\tLTE bw:      20 MHz  ",
  "EMM state:     Registered     \tNormal Service ",
  "PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81",
  "PCC RxD RSSI:  -44\t\tRSRP (dBm):  -79",
  "Tx Power:      15\t\tTAC:         8C65 (35941)",
  "RSRQ (dB):     -14.0\t\tCell ID:     0B9B8F01 (194744065)",
  "SINR (dB):     10.2",
];

test("labels stand two in a line, and of two antennas the first counts", () => {
  const status = parseGstatus(lte);
  assert.equal([status?.mode, status?.systemMode, status?.attached], ["ONLINE", "LTE", true]);
  assert.equal([status?.emm, status?.temperature, status?.resets, status?.band], ["Registered", 40, 1, "B2"]);
  const cell = status?.cell;
  assert.equal([cell?.rsrpDbm, cell?.rsrqDb, cell?.sinrDb, cell?.rssiDbm], [-81, -14, 10.2, -45]);
  assert.equal([cell?.area, cell?.cell], [0x8c65, 0x0b9b8f01]);
});

test("without service there is no cell, and no level", () => {
  const status = parseGstatus(["!GSTATUS:", "System mode:   No service\tPS state:    Not attached", "Mode: ONLINE"]);
  assert.equal([status?.cell, status?.attached, status?.temperature], [undefined, false, undefined]);
  assert.is(parseGstatus(["OK", "!GSTATUS:"]), undefined);
});

test.run();
