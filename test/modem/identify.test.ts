import { commands } from "../../src/at/commands.ts";
import { identify } from "../../src/modem/identify.ts";
import { profiles } from "../../src/modem/profiles/index.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("modem profiles");

const identity = (manufacturer?: string, model?: string) => ({
  manufacturer,
  model,
  revision: undefined,
  imei: undefined,
});

const known: readonly (readonly [manufacturer: string | undefined, model: string | undefined, id: string])[] = [
  ["Quectel", "EC25", "quectel"],
  ["QUECTEL", "RM500U-CNV", "quectel"],
  ["Quectel", "SOMETHING NEW", "quectel"],
  ["Newland", "EC20", "quectel"],
  ["SIMCOM INCORPORATED", "SIM7600G-H", "generic"],
  [undefined, undefined, "generic"],
];
for (const [manufacturer, model, id] of known) {
  test(`${manufacturer ?? "nobody"} ${model ?? "nothing"} is ${id}`, () => {
    assert.is(identify(identity(manufacturer, model), profiles)?.profile.id, id);
  });
}

test("the better match wins and says why", () => {
  const found = identify(identity("Quectel", "EC25"), profiles);
  assert.is(found?.score, 30);
  assert.match(found?.reason ?? "", /manufacturer "Quectel".*model "EC25"/);
});

test("without a profile there is no match", () => assert.is(identify(identity(), []), undefined));

test("profiles are unique, one matches every modem, and all commands are in the table", () => {
  assert.is(new Set(profiles.map(({ id }) => id)).size, profiles.length);
  assert.ok(profiles.some(({ match }) => match.some(({ manufacturer, model }) => !manufacturer && !model)));
  for (const { setup, radio, iccid, simPresence } of profiles) {
    const presence = simPresence === undefined ? [] : [simPresence];
    for (const request of [...setup.flat(), ...radio.map((each) => each.request), ...iccid, ...presence]) {
      assert.ok(commands.has(request), request);
    }
  }
});

test.run();
