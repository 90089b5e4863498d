import { transcriptFacts } from "../../../src/at/facts/index.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("facts of Huawei");

const framed = (text: string) => `\r\n${text}\r\n\r\nOK\r\n`;

/** ModemManager's huawei tests, python and C wrappers of sticks, and device logs. */
const replies: readonly (readonly [command: string, text: string, expected: Readonly<Record<string, unknown>>])[] = [
  ["AT^HCSQ?", '^HCSQ: "NOSERVICE"', { sysmode: "NOSERVICE", rssi_dbm: undefined, rsrp_dbm: undefined }],
  ["AT^HCSQ?", '^HCSQ: "GSM",36,255', { sysmode: "GSM", rssi_dbm: -85, rssi_raw: 36 }],
  ["AT^HCSQ?", '^HCSQ:"LTE",255,255,255,255', { rssi_dbm: undefined, rsrp_dbm: undefined, rsrp_raw: 255 }],
  ["AT^SYSINFO", "^SYSINFO:2,4,5,3,1,6", { sysmode: 3, sim_state: 1, submode: undefined }],
  ["AT^NDISSTATQRY?", "^NDISSTAT: 1,,,IPV4\r\n^NDISSTAT: 0,,,IPV6", { ipv4_up: true, ipv6_up: false }],
  ["AT^NDISSTATQRY?", "^NDISSTATQRY: 1,,,IPV4\r\n^NDISSTATQRY: 1,,,IPV6", { ipv4_up: true, ipv6_up: true }],
  ["AT^CPIN?", "^CPIN: READY,,10,3,10,3", { cpin: "READY", usable: true, pin_left: 3, puk_left: 10 }],
  ["AT^CPIN?", "^CPIN: SIM PIN,3,10,3,10,3", { sim_state: "pin_required", usable: false, pin2_left: 3 }],
  ["AT^DHCP?", "^DHCP:a3ec5c64,f8ffffff,a1ec5c64,a1ec5c64,2200b10a,74bba80a,1,1", { mask: "255.255.255.248" }],
  ["AT^SYSCFGEX?", '^SYSCFGEX: "03",3FFFFFFF,1,2,7FFFFFFFFFFFFFFF', { acqorder: "03", lteband: "7FFFFFFFFFFFFFFF" }],
  ["AT^CHIPTEMP?", "^CHIPTEMP: 431,431,65535,35,65535", { temps_list_c: [43.1, 43.1, 3.5], max_c: 43.1 }],
  ["AT^MONSC", "^MONSC: LTE,460,00,38400,D975244,8,24C8,-85,-10,-54", { tac: 0x24c8, pci: 8, earfcn: 38_400 }],
  ["AT^DSFLOWQRY", "^DSFLOWQRY:\r\n3A,15863,834B41,3A,15863,834B41", { total_tx_bytes: 0x15863 }],
  ["AT^HFREQINFO?", "^HFREQINFO: 0,7,41,513000,2565000,100000,513000,2565000,100000", { band: 41, carriers: 1 }],
];
for (const [command, text, expected] of replies) {
  test(`${command}: ${text.replace("\r\n", " ")}`, () => {
    const facts = transcriptFacts({ command, context: "read", reply: framed(text) });
    assert.is(facts["final"], "OK");
    for (const [key, value] of Object.entries(expected)) assert.equal(facts[key], value, key);
  });
}

test("unasked, a line has its name beside its fields", () => {
  const facts = transcriptFacts({ command: null, context: "urc", reply: '\r\n^HCSQ:"LTE",48,35,86,14\r\n' });
  assert.equal([facts["urc"], facts["sysmode"], facts["rsrp_dbm"]], ["HCSQ", "LTE", -106]);
});

test.run();
