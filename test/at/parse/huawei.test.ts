import { parseChiptemp, parseGetportmode, parseHcsq, parseMode, parseSysinfo } from "../../../src/at/parse/huawei.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("Huawei replies");

/** ModemManager's huawei tests; the scale is that of its mm-broadband-modem-huawei.c. */
const signals: readonly (readonly [line: string, sysmode: string, values: Readonly<Record<string, number>>])[] = [
  ['^HCSQ:"LTE",30,19,66,0', "LTE", { rssi: -91, rsrp: -122, sinr: -7, rsrq: -20 }],
  ['^HCSQ: "WCDMA",30,30,58', "WCDMA", { rssi: -91, rscp: -91, ecio: -3.5 }],
  ['^HCSQ: "GSM",36,255', "GSM", { rssi: -85 }],
  ["^HCSQ: LTE,33,40,135,11", "LTE", { rssi: -88, rsrp: -101, sinr: 6.8, rsrq: -14.5 }],
  ['^HCSQ: "NOSERVICE"', "NOSERVICE", {}],
  ['^HCSQ: "LTE",255,255,255,255', "LTE", {}],
  ['^HCSQ: 2,0,"LTE",63,20,68,30', "LTE", { rssi: -58, rsrp: -121, sinr: -6.6, rsrq: -5 }],
];
for (const [line, sysmode, values] of signals) {
  test(line, () => {
    assert.is(parseHcsq(line)?.sysmode, sysmode);
    assert.equal(parseHcsq(line)?.values, values);
  });
}

/** ModemManager's huawei tests: service, domain, roaming, mode, SIM, submode. */
const states: readonly (readonly [line: string, ...expected: (number | undefined)[]])[] = [
  ["^SYSINFO:2,4,5,3,1", 2, 4, 5, 3, 1, undefined],
  ["^SYSINFO:2,4,5,3,1,,6", 2, 4, 5, 3, 1, 6],
  ["^SYSINFO: 2,4,5,3,1,0,6", 2, 4, 5, 3, 1, 6],
  ["^SYSINFOEX:2,4,5,1,,3,WCDMA,41,HSPA+", 2, 4, 5, 3, 1, 41],
  ['^SYSINFOEX: 2,3,0,1,,6,"LTE",101,"LTE"', 2, 3, 0, 6, 1, 101],
];
for (const [line, ...expected] of states) {
  test(line, () => {
    const state = parseSysinfo(line);
    assert.equal([state?.service, state?.domain, state?.roaming, state?.sysmode, state?.sim, state?.submode], expected);
  });
}

/** Device logs: whole degrees on one module, tenths on another; 65535 and 0 for sensors that are not there. */
test("^CHIPTEMP tells its unit by its size", () => {
  assert.equal(parseChiptemp("^CHIPTEMP: 42"), [42]);
  assert.equal(parseChiptemp("^CHIPTEMP: 431,431,65535,35,65535"), [43.1, 43.1, 3.5]);
  assert.is(Math.max(...(parseChiptemp("^CHIPTEMP: 432,445,451,398,401,407,441,442,449,0,65535,448") ?? [])), 45.1);
  assert.is(parseChiptemp("^CHIPTEMP: 65535,65535"), undefined);
});

test("^MODE counts its modes in another way than ^SYSINFOEX", () => {
  assert.equal(
    [parseMode("^MODE:3,3")?.rat, parseMode("^MODE:5,4")?.rat, parseMode("^MODE: 17,17")?.rat],
    ["gsm", "wcdma", "lte"],
  );
  assert.is(parseMode("^MODE:0,0")?.rat, "none");
  assert.is(parseMode("^MODE:"), undefined);
});

/** ModemManager's huawei tests. */
test("^GETPORTMODE names the place of each port", () => {
  assert.equal(parseGetportmode(["^GETPORTMODE: TYPE: WCDMA: huawei,MDM:0,PCUI:1,NDIS:2,CDROM:3,SD:4,"]), {
    MDM: 0,
    PCUI: 1,
    NDIS: 2,
    CDROM: 3,
    SD: 4,
  });
  assert.is(parseGetportmode(["^getportmode:type:WCDMA:Qualcomm,NDIS:0,DIAG:1,PCUI:2,MDM:3,SD:4"])?.["PCUI"], 2);
});

test.run();
