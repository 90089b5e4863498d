import { commands } from "../../src/at/commands.ts";
import type { VendorProfile } from "../../src/modem/profile.ts";
import { profiles } from "../../src/modem/profiles/index.ts";
import { quirks } from "../../src/modem/quirk-table.ts";
import { noOddities, odditiesOf } from "../../src/modem/quirks.ts";
import { isReset, recoveryOf } from "../../src/modem/recovery.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("modem profiles");

function requestsOf(profile: VendorProfile): readonly string[] {
  const { radio, temperature, voltage, traffic, time, simPresence } = profile;
  const questions = [...radio, ...temperature, ...voltage, ...traffic, ...time, ...(simPresence ? [simPresence] : [])];
  const asked = questions.map(({ request }) => request);
  return [...profile.setup.flat(), ...asked, ...profile.iccid, ...Object.values(profile.recovery)];
}

test("profiles are unique, one matches every modem, and every rule has a source", () => {
  assert.is(new Set(profiles.map(({ id }) => id)).size, profiles.length);
  assert.is(profiles.at(-1)?.id, "generic");
  for (const { match } of profiles) assert.ok(match.every(({ source }) => source.length > 3));
  for (const { source } of quirks) assert.ok(source.length > 10, source);
});

for (const profile of profiles) {
  test(`${profile.id}: ends with what every modem knows, and its settings answer with OK alone`, () => {
    assert.is(profile.radio.at(-1)?.parser, "cesq");
    assert.ok(profile.iccid.length > 0);
    const { recovery } = profile;
    const settings = [...profile.setup.flat(), ...Object.values(recovery)];
    for (const request of settings) assert.is(commands.get(request)?.lines, "none", request);
    const asked = requestsOf(profile).filter((request) => !settings.some((setting) => setting === request));
    for (const request of asked) assert.not(commands.get(request)?.lines === "none", request);
  });
}

const identity = (manufacturer: string, model: string) => ({
  manufacturer,
  model,
  revision: undefined,
  imei: undefined,
});
const generic = profiles.at(-1);
if (!generic) throw new Error("no generic profile");

test("a quirk changes what mends a modem, and nothing else of it", () => {
  const [usual, mu736] = ["ME909s", "MU736"].map((model) =>
    recoveryOf(generic, odditiesOf(identity("Huawei Technologies Co., Ltd.", model))),
  );
  assert.equal(usual, generic.recovery);
  assert.equal(mu736, { ...generic.recovery, reset: "AT+CFUN=16" });
  const u201 = recoveryOf(generic, odditiesOf(identity("u-blox", "SARA-U201")));
  assert.equal([u201.reset, u201.radioOff], ["AT+CFUN=15", "AT+CFUN=0"]);
  assert.equal(recoveryOf(generic, noOddities), generic.recovery);
});

test("what starts a module anew is known as such, and what only switches its radio is not", () => {
  for (const request of ["AT+CFUN=1,1", "AT+CRESET", "AT#REBOOT", "AT^RESET", "AT!RESET", "AT+CFUN=15", "AT+CREBOOT"]) {
    assert.ok(isReset(request), request);
  }
  for (const request of ["AT+CFUN=1", "AT+CFUN=4", "AT+CFUN=0", "AT+CGATT=0", "AT"])
    assert.not(isReset(request), request);
});

test("quirks are told apart by model", () => {
  const kinds = (maker: string, model: string) => [
    ...new Set(odditiesOf(identity(maker, model)).all.map(({ kind }) => kind)),
  ];
  assert.equal(kinds("Fibocom Wireless Inc.", "FM160-CN"), ["never_asked", "card_gone"]);
  assert.equal(kinds("Fibocom Wireless Inc.", "NL668-CN"), ["card_gone"]);
  assert.equal(kinds("u-blox", "SARA-R410M-02B"), ["rest", "recovery"]);
  assert.equal(kinds("u-blox", "SARA-R510S"), []);
  assert.equal(kinds("Cinterion", "EHS6"), ["asked_alone"]);
  assert.equal(kinds("SIMCOM INCORPORATED", "SIMCOM_SIM7080G"), ["recovery"]);
  assert.equal(kinds("Quectel", "EM12"), ["card_gone", "reports_elsewhere", "doubtful_sinr"]);
});

test.run();
