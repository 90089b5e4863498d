import { saidBy } from "../../src/at/facts/urcs.ts";
import { isReportForm, isUrc, parseUrc, type Urc, urcName } from "../../src/at/urc.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("unsolicited lines");

const present = (inserted: boolean): Urc => ({ kind: "sim_presence", presence: { enabled: true, inserted } });
const bearer = (up: boolean, cid?: number): Urc => ({ kind: "bearer", up, cid });
const notice = (name: string): Urc => ({ kind: "notice", name });

/** What each line says, with where it was seen. */
const lines: readonly (readonly [line: string, says: Urc, source: string])[] = [
  ["+QSIMSTAT: 1,0", present(false), "EC2x AT manual 5.12"],
  ['+QIND: "csq",20,99', { kind: "signal", rssiRaw: 20 }, "EC2x AT manual"],
  ['+QIND: "vbatt",-2', { kind: "voltage", level: "critical" }, "EC2x notes: below 3.2 V"],
  ["+QIND: SMS DONE", notice("sms_ready"), "EC21 AT manual"],
  ['+QIND: "FOTA","END",0', notice("indication"), "EC2x DFOTA note"],
  ["+QNETDEVSTATUS: 0", bearer(false), "RG255 manual 7.12"],
  ["POWERED DOWN", { kind: "shutdown" }, "ModemManager quectel plugin"],
  ["+CNSMOD: 8", { kind: "mode", rat: "lte" }, "ModemManager simtech plugin"],
  ["+SIMCARD: NOT AVAILABLE", present(false), "SIM7600 AT manual"],
  ["+APP PDP: 0,DEACTIVE", bearer(false, 0), "SIM7080 log"],
  ["+PDP: DEACT", bearer(false), "SIM800 AT manual"],
  ["UNDER-VOLTAGE WARNNING", { kind: "voltage", level: "low" }, "SIM800 AT manual"],
  ["UNDER-VOLTAGE POWER DOWN", { kind: "voltage", level: "critical" }, "SIM800 AT manual"],
  ["VOICE CALL: BEGIN", notice("call"), "ModemManager simtech tests"],
  ['*PSUTTZ: 2017,11,28,15,35,58,"+12",0', notice("network_time"), "SIM800 log"],
  ["DST: 0", notice("network_time"), "SIM800 log"],
  ["+CSQ: 18,99", { kind: "signal", rssiRaw: 18 }, "ModemManager simtech plugin, after +AUTOCSQ"],
  ["^RSSI:20", { kind: "signal", rssiRaw: 20 }, "OpenBSD forum log"],
  ["^MODE:5,4", { kind: "mode", rat: "wcdma" }, "ModemManager huawei plugin"],
  ["^SRVST:0", { kind: "service", service: "none" }, "ME909s AT manual"],
  ["^SRVST:2", { kind: "service", service: "full" }, "ME909s AT manual"],
  ["^SRVST:1", { kind: "service", service: "limited" }, "ME909s AT manual"],
  ["^SIMST:255", present(false), "ME909s log"],
  ["^SIMST: 255,1", present(false), "ME909s log"],
  ["^SIMST:1", present(true), "ME909s log"],
  ['^NDISSTAT: 0,33,,"IPV4"', bearer(false), "E3372 log"],
  ['^NDISSTAT: 1,,,"IPV4"', bearer(true), "ModemManager huawei tests"],
  ['^DEND: 1,0,"IPV4"', bearer(false), "SLM770 log"],
  ['^REJINFO:46000,1,40,2,3,40,"0026F8","FF","0A444202"', { kind: "rejection", cause: 40 }, "MT5700 AT manual 13.14"],
  ['^REJINFO:46000,1,301,2,3,0,"","",""', notice("REJINFO"), "HiSilicon: 256 and more are its own"],
  ["^BOOT:12345678,0,0,0,75", notice("BOOT"), "ModemManager huawei plugin"],
  ["+UUSIMSTAT:0", present(false), "SARA-R5 AT manual"],
  ["+UUPSDD: 0", bearer(false), "SARA-R5 AT manual"],
  ['+UUPSDA: 0,"100.76.0.1"', bearer(true), "SARA-R5 AT manual"],
  ["+PBREADY", notice("phonebook_ready"), "ModemManager ublox plugin"],
  ["#QSS: 0", present(false), "ModemManager telit plugin"],
  ["#QSS: 1,3", present(true), "LE910 AT manual"],
  ["+CIEV: simstatus,0", present(false), "ELS61 log"],
  ["+CIEV: simstatus,5", present(true), "ELS61 log"],
  ["+CIEV: 7,1", notice("indicator"), "ModemManager test-at-serial-port.c"],
  ["^SBC: Undervoltage", { kind: "voltage", level: "low" }, "TC65 programs"],
  ["^SHUTDOWN", { kind: "shutdown" }, "ModemManager cinterion plugin"],
  ["+SIM: Inserted", present(true), "FM160 and L610 logs"],
  ["+SIM: Removed", present(false), "FM160 and L610 logs"],
  ["+SIM DROP", present(false), "FM160 and L610 logs"],
  ["+SIM READY", notice("sim_ready"), "ModemManager fibocom plugin"],
  ["+MIPCALL: 0", bearer(false), "L610 programs"],
  ["+MIPCALL: 1,10.20.30.40", bearer(true), "L610 programs"],
  ['+ZPASR: "UMTS"', { kind: "mode", rat: "wcdma" }, "python-gsmmodem tests"],
  ['+ZDONR: "METEOR",272,3,"CS_ONLY","ROAM_OFF"', notice("operator"), "python-gsmmodem tests"],
  ["+ZUSIMR:2", notice("sim_toolkit"), "ModemManager zte plugin"],
  ["+PACSP0", notice("plmn_mode"), "ModemManager icera plugin"],
  ["+WIND: 0", present(false), "WISMO AT manual"],
  ["+E_UTRAN Service", { kind: "mode", rat: "lte" }, "Air780 log"],
  ["+EEMLTESVC: 1120, 2, 17", notice("cell"), "Air724UG capture"],
  ["_OSIGQ: 3,0", { kind: "signal", rssiRaw: 3 }, "ModemManager option plugin"],
  ["Call Ready", notice("call_ready"), "SIM800 AT manual"],
];
for (const [line, says, source] of lines) {
  test(`${line} (${source})`, () => {
    assert.ok(isUrc(line), "known by name");
    assert.equal(parseUrc(line), says);
  });
}

test("the flow of a session is traffic, not a reply", () => {
  const line = "^DSFLOWRPT:00000124,00000082,00000EA6,0000000000012325,000000000022771D,0000BB80,0001F400";
  assert.equal(parseUrc(line), { kind: "traffic", sentBytes: 74_533, receivedBytes: 2_258_717 });
});

test("where a read and a report have one name, the number of fields tells them apart", () => {
  assert.equal(
    ["+CNSMOD: 8", "+CNSMOD: 1,8", "+CNSMOD: (0,1)", "#QSS: 0", "#QSS: 1,0", "+CSCON: 1", "+CREG: 2", "+CREG: 2,1"].map(
      isReportForm,
    ),
    [true, false, false, true, false, true, true, false],
  );
});

test("replies, banners and noise are not unsolicited lines", () => {
  for (const line of ["+QCCID: 8986", "+CGDCONT: 1", "OK", "Revision: 1", "460001234567890", "", "+", ":", "+SIM"]) {
    assert.is(isUrc(line), line === "+SIM", line);
  }
});

test("a line whose fields make no sense says nothing", () => {
  for (const line of ["^SIMST:", "+UUSIMSTAT: x", "^DSFLOWRPT: 1", "+SIM", "+CREG:", "+CPIN:", "^RSSI: -"]) {
    assert.is(parseUrc(line), undefined, line);
  }
});

test("as fields, a line has its name and what it measures", () => {
  assert.equal(saidBy("^RSSI:99"), { csq: 99, rssi_dbm: undefined, urc: "RSSI" });
  assert.equal(saidBy("^NDISSTAT: 0"), { active: false, cid: undefined, urc: "NDISSTAT" });
  assert.equal(saidBy("RDY"), { urc: "boot" });
  assert.equal(saidBy("+NOBODY: 1"), {});
  assert.is(urcName("+QIND: PB DONE"), "phonebook_ready");
});

test.run();
