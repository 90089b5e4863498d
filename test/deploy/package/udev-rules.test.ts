import { readFileSync } from "node:fs";
import { udevLines } from "../../../deploy/package/udev-rules.ts";
import { layouts } from "../../../src/modem/usb-layouts.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("udev rule of the modem's port");
const rules = readFileSync("deploy/70-posdiag-modem.rules", "utf8").split("\n");

test("has a line for every USB layout with an AT port, and no other", () => {
  const known = (line: string) => line.startsWith('ENV{ID_VENDOR_ID}=="');
  assert.equal(rules.filter(known), udevLines().filter(known));
  assert.is(
    udevLines().filter(known).length,
    layouts.filter(({ roles }) => Object.values(roles).includes("at")).length,
  );
});

test("keeps ModemManager off a port only where a second one is left to it", () => {
  const quectel = rules.find((line) => line.includes('"2c7c"') && line.includes('"0125|'));
  assert.match(quectel ?? "", /ID_MM_PORT_IGNORE\}="1"$/);
  const single = rules.find((line) => line.includes('"1e0e"') && line.includes('"9011"'));
  assert.match(single ?? "", /POSDIAG_PORT\}="at"$/);
});

test("gives the one name at its end, and jumps to a label that is there", () => {
  assert.match(
    rules.join("\n"),
    /^ENV\{POSDIAG_PORT\}=="at", SYMLINK\+="posdiag-modem", GROUP="dialout", MODE="0660"$/m,
  );
  assert.is(rules.filter((line) => line === 'LABEL="posdiag_end"').length, 1);
});

test.run();
