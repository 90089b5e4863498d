/** The kernel's table of radios, byte for byte as a machine with one prints it. */
import { wirelessTable } from "../../../hw-sim/lab/wireless-table.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("table of radios");
const head = [
  "Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE",
  " face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22",
];
const table = (...lines: readonly string[]) => [...head, ...lines, ""].join("\n");

test("an associated interface has quality, level and no noise", () => {
  const line = " wlan0: 0000   54.  -56.  -256        0      0      0      0      0        0";
  assert.is(wirelessTable("wlan0", -56), table(line));
});
test("the quality ends at 70 and at nought, the level does not", () => {
  assert.match(wirelessTable("wlan0", -30), "wlan0: 0000   70.  -30. ");
  assert.match(wirelessTable("wlan0", -112), "wlan0: 0000    0.  -112. ");
});
test("one that is not associated has no figures", () => {
  const line = " wlan0: 0000    0     0     0        0      0      0      0      0        0";
  assert.is(wirelessTable("wlan0", null), table(line));
});
test.run();
