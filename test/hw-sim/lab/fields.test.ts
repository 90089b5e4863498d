/** What a person may set in a lab, and what is said to the rest. */
import { LAB_FIELDS, readField } from "../../../hw-sim/lab/fields.ts";
import { QUIET_SHOP } from "../../../hw-sim/lab/state.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("fields of a lab");

test("every part of the state can be set, and to what it is anyhow", () => {
  assert.equal(LAB_FIELDS.map(({ name }) => name).sort(), Object.keys(QUIET_SHOP).sort());
  for (const [name, value] of Object.entries(QUIET_SHOP)) {
    assert.equal(readField(name, value), { kind: "ok", change: { [name]: value } });
  }
});
test("what is not said of a line or a Wi-Fi is as it usually is", () => {
  const poor = { delayMs: 5, jitterMs: 0, loss: 0.2, kbps: 0 };
  assert.equal(readField("wan", { loss: 0.2 }), { kind: "ok", change: { wan: poor } });
  const wifi = { rssi_dbm: -85, auth: "ok" };
  assert.equal(readField("wifi", { rssi_dbm: -85 }), { kind: "ok", change: { wifi } });
});
for (const [name, value, words] of [
  ["cable", "gone", '"cable" cannot be "gone"; allowed: "in", "out", "loose"'],
  ["wan", { loss: 2 }, '"wan" cannot be {"loss":2}; allowed: "ok", "cut", or any of {"delayMs"'],
  ["wan", { lost: 1 }, '"wan" cannot be {"lost":1}'],
  ["wan", { delayMs: "5" }, '"wan" cannot be'],
  ["wifi", "weak", '"wifi" cannot be "weak"'],
  ["wifi", { rssi_dbm: 5 }, '"wifi" cannot be'],
  ["portal", "maybe", '"portal" cannot be "maybe"; allowed: true, false, "page"'],
  ["cabel", "out", 'there is no "cabel"; keys: cable, router,'],
] as const) {
  test(`${name} ${JSON.stringify(value)} is refused, with what is allowed`, () => {
    const read = readField(name, value);
    assert.match(read.kind === "bad" ? read.error : "taken", words);
  });
}
test.run();
