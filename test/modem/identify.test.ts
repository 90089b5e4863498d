import { identify } from "../../src/modem/identify.ts";
import { profiles } from "../../src/modem/profiles/index.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("modem recognition");

const identity = (manufacturer?: string, model?: string, revision?: string) => ({
  manufacturer,
  model,
  revision,
  imei: undefined,
});

type Row = readonly [manufacturer: string | undefined, model: string | undefined, revision: string | undefined];

/** What modems said of themselves, by the profile that is theirs, and where it was seen. */
const seen: readonly (readonly [id: string, source: string, ...Row])[] = [
  ["quectel", "lukejenkins/cwd ec2x outputs.md", "Quectel", "EG25", "EG25GGBR07A08M2G"],
  ["quectel", "EC2x manual 2.1", "Quectel", "EC25", "EC25EFAR02A09M4G"],
  ["quectel", "a module sold under the terminal's name", "Newland", "EC20", undefined],
  ["quectel", "a family that came later", "Quectel", "SOMETHING NEW", undefined],
  ["quectel_unisoc", "FUjr/QModem testcases/quectel/unisoc", "Quectel", "RM500U-CNV", "RM500UCNVCAR03A12M2G"],
  ["quectel_unisoc", "as it was in capitals", "QUECTEL", "RM500U-CNV", undefined],
  ["quectel_asr", "3ginfo-lite 2c7c6026", "Quectel", "EC200T", undefined],
  ["quectel_asr", "EC200x manual 2.5", "Quectel", "EC200S", "EC200SCNAAR01A01M16"],
  ["simcom_qualcomm", "LilyGO examples", "SIMCOM INCORPORATED", "SIMCOM_SIM7600G-H", "LE20B04SIM7600G22"],
  ["simcom_qualcomm", "public code 71536473653", "SIMCOM INCORPORATED", "SIMCOM_SIM7080G", "1951B17SIM7080"],
  ["simcom_qualcomm", "3ginfo-lite 1e0e9001", "SIMCOM INCORPORATED", "SIM8200EA-M2", undefined],
  ["simcom_asr", "LilyGO-T-A76XX issue 245", "INCORPORATED", "A7670E-FASE", "A011B07A7670M7_F"],
  ["simcom_asr", "LilyGO examples", "SIMCOM INCORPORATED", "A7670G-LLSE", "A124B01A7670M7"],
  ["simcom_asr", "public code 42661674610", "SIMCOM INCORPORATED", "SIM7670G-MNGV", "SIM767XM5A_B01V03_231207"],
  ["fibocom_qualcomm", "FM160-CN, seen", "Fibocom Wireless Inc.", "FM160-CN", "89614.1000.00.04.01.02"],
  ["fibocom_qualcomm", "public code 69135426632", "Fibocom Wireless Inc.", "NL668T-GL", "19906.5090.00.02.00.23"],
  ["fibocom_unisoc", "L610 AT manual", "Fibocom Wireless Inc.", "L610-CN-00-00-00-08", "16000.1000.00.52.08.04"],
  ["fibocom_unisoc", "3ginfo-lite 2cb70a05", "Fibocom Wireless Inc.", "FG621-EA", undefined],
  ["xmm", "mmcli, public code 56693975274", "Fibocom", 'L850 LTE Module","L850', "18500.5001.00.05.27.30"],
  ["meig", "3ginfo-lite 05c6f601; firmware of a router", "MEIG", "SLM750-V", "SLM750_4.0.6_EQ101"],
  ["neoway", "N58 AT manual", "Neoway", "N58", undefined],
  ["u-blox", "ubxlib", "u-blox", "SARA-R510M8S", "02.00"],
  ["u-blox", "ubxlib", "u-blox", "LARA-R6001D", "00.13"],
  ["telit", "3ginfo-lite 1bc71040", "Telit", "LN940", undefined],
  ["telit", "3ginfo-lite 1bc71201", "Telit", "LE910-EUG", undefined],
  ["huawei", "ModemManager test-modem-helpers.c", "huawei", "E1550", "11.608.09.01.21"],
  ["huawei", "ModemManager test-modem-helpers.c", "HUAWEI INCORPORATED", "EC121", "11.100.17.00.114"],
  ["huawei", "ME909s AT manual", "Huawei Technologies Co., Ltd.", "ME909s-821", "11.617.02.00.00"],
  ["zte", "ModemManager test-modem-helpers.c", "ZTE INCORPORATED", "MF627", "BD_3GHAP673A4V1.0.0B02"],
  ["zte", "FUjr/QModem vendor/gosuncn.sh", "GOSUNCN", "GM800", undefined],
  ["sierra", "public code 66374160492", "Sierra Wireless, Incorporated", "EM7455B", "SWI9X30C_02.24.05.06 r7040"],
  ["sierra", "ModemManager test-modem-helpers.c", "Sierra Wireless, Inc.", "C885", "J1_0_1_26AP"],
  ["cinterion", "EHS6 AT manual 2.4", "Cinterion", "EHS6", "REVISION 03.001"],
  ["cinterion", "3ginfo-lite 1e2d00b3", "Cinterion", "MV31-W", undefined],
  ["unisoc", "FUjr/QModem testcases/openluat", undefined, "Air724UG", "LuatOS-Air_V4032_RDA8910_TTS_NOLVGL_FLOAT"],
  ["generic", "ModemManager test-modem-helpers.c", "QUALCOMM INCORPORATED", "88", "D1020-SUUAASFA-4352"],
  ["generic", "nobody", undefined, undefined, undefined],
];
for (const [id, source, manufacturer, model, revision] of seen) {
  test(`${manufacturer ?? "nobody"} ${model ?? "nothing"} is ${id} (${source})`, () => {
    assert.is(identify(identity(manufacturer, model, revision), profiles)?.profile.id, id);
  });
}

test("every profile has a modem that it was tried with", () => {
  const tried = new Set(seen.map(([id]) => id));
  for (const { id } of profiles) assert.ok(tried.has(id), id);
});

test("the better match wins and says why", () => {
  const found = identify(identity("Quectel", "EC25"), profiles);
  assert.is(found?.score, 30);
  assert.match(found?.reason ?? "", /manufacturer "Quectel".*model "EC25"/);
});

test("of equal matches the first counts, and firmware weighs like a model", () => {
  const [first] = profiles;
  if (!first) throw new Error("no profile");
  const named = (id: string, match: (typeof first.match)[number]) => ({ ...first, id, match: [match] });
  const list = [
    named("maker", { manufacturer: /acme/i, source: "" }),
    named("model", { model: /^X1/, source: "" }),
    named("firmware", { revision: /^Y/, source: "" }),
    named("both", { model: /^X1/, revision: /^Z/, source: "" }),
  ];
  assert.is(identify(identity("Acme", "X1", "Y"), list)?.profile.id, "model");
  assert.is(identify(identity("Acme", "X2", "Y"), list)?.profile.id, "firmware");
  assert.is(identify(identity("Acme", "X1", "Z9"), list)?.profile.id, "both");
  assert.match(identify(identity("Acme", "X1", "Z9"), list)?.reason ?? "", /revision "Z9"/);
  assert.is(identify(identity("Other", "X3", "Q"), list), undefined);
});

test("without a profile there is no match", () => assert.is(identify(identity(), []), undefined));

test.run();
