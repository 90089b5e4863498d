import { parseCpin, parseIccid } from "../../../src/at/parse/sim.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("card replies");

const states: readonly (readonly [words: string, state: string | undefined])[] = [
  ["READY", "ready"],
  ["NOT READY", "not_ready"],
  ["NOT INSERTED", "absent"],
  ["SIM REMOVED", "absent"],
  ["SIM not inserted", "absent"],
  ["SIM FAILURE", "failure"],
  ["SIM BUSY", "busy"],
  ["SIM PUK2", "puk2_required"],
  ["PH-FSIM PUK", "device_locked_to_sim"],
  ["PH-NETSUB PIN", "network_locked"],
  ["PH-CORP PUK", "network_locked"],
  ["SOMETHING", undefined],
];
for (const [words, state] of states) {
  test(`+CPIN: ${words} is ${state ?? "not known"}`, () => {
    assert.equal(parseCpin(`+CPIN: ${words}`), { text: words, state });
  });
}

const names = ["+CCID", "+QCCID", "+ICCID", "+CICCID", "+ZICCID", "^ICCID", "!ICCID", "#CCID", "$MYCCID", "ICCID"];
test("the number of the card stands behind many names, quoted or not, and behind none", () => {
  for (const name of names) {
    assert.is(parseIccid(`${name}: 8986011234567890123F`), "8986011234567890123", name);
    assert.is(parseIccid(`${name}: "89860112345678901234"`), "89860112345678901234", name);
  }
  assert.is(parseIccid("89860112345678901234"), "89860112345678901234");
  assert.is(parseIccid("+CSQ: 89860112345678901234"), undefined);
});

test.run();
