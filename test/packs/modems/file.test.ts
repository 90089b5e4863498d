import { readFileSync } from "node:fs";
import { identify } from "../../../src/modem/identify.ts";
import { modemsWith, type OwnModems } from "../../../src/modem/modem-knowledge.ts";
import { odditiesOf } from "../../../src/modem/quirks.ts";
import { roleOf } from "../../../src/modem/usb-table.ts";
import { readModemsFile } from "../../../src/packs/modems/file.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("packs/modems/file");

const profile = {
  ...{ id: "quectel-new", name: "Quectel of next year", like: "quectel" },
  match: [{ manufacturer: "^quectel", model: "^NX\\d", source: "a manual" }],
};
const quirk = { manufacturer: "^quectel", model: "^NX7", source: "seen", kind: "rest", ms: 120 };
const layout = { name: "Quectel NX7", ids: ["2c7c:9999"], roles: { "00": "diag", "04": "at" }, source: "a manual" };

function read(file: object): OwnModems {
  const taken = readModemsFile(JSON.stringify(file));
  if ("problems" in taken) throw new Error(taken.problems.map(({ key, what }) => `${key} ${what}`).join("\n"));
  return taken.modems;
}

function wrong(file: object): string {
  const taken = readModemsFile(JSON.stringify(file));
  return "problems" in taken ? taken.problems.map(({ key, what }) => `${key}: ${what}`).join("\n") : "";
}

const identity = { manufacturer: "Quectel", model: "NX7", revision: "NX7R1", imei: undefined };

test("a family that is like another one is recognised, with what is said of it", () => {
  const own = { ...profile, iccid: ["AT+CCID"], radio: [{ request: "AT+CESQ", parser: "cesq" }], reset: "AT+CFUN=1,1" };
  const known = modemsWith(read({ profiles: [own] }));
  const found = identify(identity, known.profiles)?.profile;
  assert.equal(
    [found?.id, found?.iccid, found?.radio],
    ["quectel-new", ["AT+CCID"], [{ request: "AT+CESQ", parser: "cesq" }]],
  );
  assert.equal(found?.temperature, [{ request: "AT+QTEMP", parser: "qtemp" }], "as the one that it is like");
  assert.is(identify({ ...identity, model: "EC25" }, known.profiles)?.profile.id, "quectel");
});

test("quirks come to ours, layouts take the place of ours", () => {
  const known = modemsWith(read({ quirks: [quirk], usb: [layout, { ...layout, ids: ["2c7c:0125"] }] }));
  assert.equal(odditiesOf(identity, known.quirks).of("rest"), [{ kind: "rest", ms: 120 }]);
  assert.ok(odditiesOf(identity, known.quirks).of("card_gone").length > 0);
  const at = (id: string, number: string) => roleOf({ id, number, protocol: "ff/00/00" }, known.layouts);
  assert.equal([at("2c7c:9999", "04"), at("2c7c:0125", "04"), at("2c7c:0125", "02")], ["at", "at", "unknown"]);
});

test("every kind of quirk can be said", () => {
  const about = { manufacturer: "^x", source: "seen" };
  const rows = [
    { kind: "asked_alone", requests: ["AT+CESQ"] },
    { kind: "never_asked", requests: ["AT+CCID"] },
    { kind: "card_gone", codes: [10, 13] },
    { kind: "reports_elsewhere", requests: ['AT+QURCCFG="urcport","usbat"'] },
    { kind: "doubtful_sinr", parser: "qeng" },
    { kind: "recovery", reset: "AT+CFUN=15" },
    { kind: "recovery", radio_off: "AT+CFUN=0" },
  ];
  const { quirks } = read({ quirks: rows.map((row) => ({ ...about, ...row })) });
  assert.equal(
    quirks.map(({ oddity }) => oddity.kind),
    rows.map(({ kind }) => kind),
  );
});

test("nothing is sent that the agent does not send there anyway", () => {
  assert.match(wrong({ profiles: [{ ...profile, iccid: ["AT+CFUN=1,1"] }] }), /iccid\[0\].*not known/);
  assert.match(wrong({ profiles: [{ ...profile, setup: [["AT+CFUN=0"]] }] }), /setup/);
  assert.match(wrong({ profiles: [{ ...profile, setup: [["ATD112;"]] }] }), /setup/);
  assert.match(wrong({ profiles: [{ ...profile, reset: "AT+CESQ" }] }), /reset/);
  assert.match(wrong({ profiles: [{ ...profile, radio: [{ request: "AT+QCSQ", parser: "cesq" }] }] }), /radio/);
  assert.match(
    wrong({ quirks: [{ ...quirk, kind: "reports_elsewhere", ms: undefined, requests: ["AT&F"] }] }),
    /requests/,
  );
});

test("what is wrong is all said, with its place", () => {
  const said = wrong({
    profiles: [
      { ...profile, id: "generic", like: "nobody", match: [{ source: "x" }, { model: "(a+)+", source: "x" }], more: 1 },
    ],
    quirks: [
      { ...quirk, kind: "magic" },
      { ...quirk, ms: 9_999 },
      { kind: "rest", ms: 1, source: "x" },
    ],
    usb: [
      { ...layout, ids: ["2C7C:1"] },
      { ...layout, roles: { "4": "at" } },
      { ...layout, roles: { "04": "boss" } },
    ],
    scripts: [],
  });
  for (const part of [
    "profiles[0].more",
    "profiles[0].like",
    "match[0]",
    "match[1].model",
    "quirks[0]",
    "quirks[1].ms",
  ])
    assert.ok(said.includes(part), `${part}\n${said}`);
  for (const part of ["quirks[2]", "usb[0].ids[0]", "usb[1].roles", "usb[2].roles", "scripts"])
    assert.ok(said.includes(part), `${part}\n${said}`);
  assert.match(wrong({ profiles: [{ ...profile, id: "generic" }] }), /no name for a profile/);
  assert.match(wrong({ profiles: [profile, profile] }), /twice/);
  assert.match(wrong({ quirks: [] }), /0 entries/);
});

test("no text in it looks like a card", () => {
  // Put together here, so that no file holds it.
  const card = `4${"1".repeat(15)}`;
  assert.match(wrong({ usb: [{ ...layout, source: `seen ${card}` }] }), /card data/);
});

test("the sample in docs/updates.md is one", () => {
  const page = readFileSync(new URL("../../../docs/updates.md", import.meta.url), "utf8");
  const [, sample = ""] = /```jsonc\n(\{\n[^`]*"profiles"[^`]*)```/.exec(page) ?? [];
  assert.ok("modems" in readModemsFile(sample), JSON.stringify(readModemsFile(sample)));
});

test.run();
