import { finalFacts } from "../../../src/at/facts/final.ts";
import { classifyLine } from "../../../src/at/line.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("facts of finals");

function facts(text: string, command: string) {
  const line = classifyLine(text);
  if (line?.kind !== "final" || line.final.kind === "ok") throw new Error(`${text} is no error`);
  return finalFacts(line.final, command);
}

const errors: readonly (readonly [text: string, command: string, expected: Readonly<Record<string, unknown>>])[] = [
  ["+CME ERROR: 10", "AT+CPIN?", { cme: 10, cme_name: "SIM not inserted", sim_state: "absent" }],
  ["+CME ERROR: SIM PIN required", "AT+CPIN?", { cme: 11, text: "SIM PIN required", sim_state: "pin_required" }],
  ["+CME ERROR: 13", "AT+CCID", { cme: 13, sim_state: undefined, sim_state_hint: "absent" }],
  ["+CME ERROR: 13", "AT^ICCID?", { cme: 13, sim_state_hint: "absent" }],
  ["+CME ERROR: 10", "AT+COPS?", { cme: 10, sim_state: undefined, sim_state_hint: "absent" }],
  ["+CME ERROR: 13", "AT+CSQ", { cme: 13, sim_state: undefined, sim_state_hint: undefined }],
  ["+CME ERROR: 133", "AT+CGACT=1,1", { cme: 133, nas_cause: 33, layer: "ESM" }],
  ["+CME ERROR: 106", "AT+CGATT=1", { nas_cause: 6, layer: "EMM", supported: undefined }],
  [
    "+CME ERROR: requested service option not subscribed (#33)",
    "AT+CGACT=1,1",
    { cme: 133, nas_cause: 33, text: "requested service option not subscribed (#33)" },
  ],
  ["+CME ERROR: 4", "AT+ICCID", { cme: 4, supported: false }],
  ["+CME ERROR: 515", "AT+CSQ", { cme: 515, cme_name: undefined }],
  ["+CME ERROR: invalid command line", "AT*BAND?", { cme: undefined, supported: false }],
  ["+CMS ERROR: 310", "AT+CMGS=1", { final: "CMS", cms: 310, cms_name: "SIM not inserted" }],
  ["COMMAND NOT SUPPORT", "AT+X", { final: "ERROR", supported: false }],
  ["NO CARRIER", "ATD*99#", { final: "NO CARRIER" }],
];
for (const [text, command, expected] of errors) {
  test(`${text} in answer to ${command}`, () => {
    const got = facts(text, command);
    for (const [key, value] of Object.entries(expected)) assert.is(got[key], value, key);
  });
}

test("what a modem does not do is not known from silence", () => {
  assert.equal(finalFacts({ kind: "silent", afterMs: 1_000 }, "AT"), { final: undefined });
  assert.equal(finalFacts(undefined, "AT"), { final: undefined });
  assert.equal(finalFacts({ kind: "reset" }, "AT"), { final: "RESET" });
});

test.run();
