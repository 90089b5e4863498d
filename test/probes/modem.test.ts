import { isPlausible } from "../../src/model/signal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { Bench, cme, healthy, info } from "./modem-bench.ts";

const test = suite("modem probe");

test("a healthy modem gives all its readings", async () => {
  const bench = new Bench("cmiot");
  await bench.live(3_000);
  await bench.stop();
  const want = {
    "modem.port": "open",
    "modem.module_present": true,
    "modem.at_response": "ok",
    "sim.state": "ready",
    "modem.csq": 20,
    "modem.rsrp_dbm": -95,
    "modem.rsrq_db": -10,
    "modem.sinr_db": 10,
    "modem.rat": "lte",
    "modem.reg_state": "home",
    "modem.reject_cause": "absent",
    "modem.pdp_state": "active",
    "modem.pdp_cause": "absent",
    "modem.apn": "cmiot",
    "modem.apn_expected": true,
  } as const;
  const got = Object.fromEntries(bench.readings.map(({ signal }) => [signal, bench.newest(signal)]));
  assert.equal(got, want);
  assert.ok(bench.readings.every(({ signal, value }) => value === undefined || isPlausible(signal, value)));
});

test("the line is cleaned before the first command, echo and error form come first, QSIMSTAT once it is known", async () => {
  const bench = new Bench();
  await bench.live(1_000);
  await bench.stop();
  assert.equal(bench.asked.slice(0, 7), ["\x1b", "AT", "ATE0", "ATV1", "AT+CMEE=1", "AT+CEREG=3", "AT+CGEREP=2,1"]);
  assert.is(bench.asked[bench.asked.indexOf("AT+CGSN") + 1], "AT+QSIMSTAT=1");
});

test("CEREG=3 falls back to 2", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG=3"] = cme(3);
  bench.replies["AT+CEREG=2"] = "\r\nOK\r\n";
  await bench.live(1_000);
  await bench.stop();
  assert.is(bench.asked[bench.asked.indexOf("AT+CEREG=3") + 1], "AT+CEREG=2");
});

test("a look costs two exchanges where all is well", async () => {
  const bench = new Bench();
  bench.probe.setPace("quick");
  await bench.live(7_000);
  bench.forget();
  await bench.live(10_000);
  await bench.stop();
  const look = "AT+CSQ;+CEREG?;+QCSQ;+CGACT?";
  assert.equal([...new Set(bench.asked)].sort(), ["AT+CPIN?", look, `${look};+CGDCONT?`]);
});

test("a modem that takes one command at a time gives the same readings, and is not asked for more for long", async () => {
  const bench = new Bench("cmiot");
  bench.combines = false;
  await bench.live(60_000);
  await bench.stop();
  assert.is(bench.newest("modem.csq"), 20);
  assert.is(bench.newest("modem.reg_state"), "home");
  assert.is(bench.newest("modem.pdp_state"), "active");
  assert.is(bench.asked.filter((request) => request.includes(";")).length, 2);
});

test("it looks every ten seconds, and every second in quick pace", async () => {
  const bench = new Bench();
  const looks = () => bench.asked.filter((request) => request === "AT+CPIN?").length;
  await bench.live(5_000);
  bench.forget();
  await bench.live(60_000);
  assert.is(looks(), 6);
  bench.probe.setPace("quick");
  bench.forget();
  await bench.live(20_000);
  await bench.stop();
  assert.ok(looks() >= 14 && looks() <= 20, `${looks()} looks`);
});

test("without a configured APN nothing is said about the right one", async () => {
  const bench = new Bench();
  await bench.live(3_000);
  await bench.stop();
  assert.is(bench.of("modem.apn_expected").length, 0);
  assert.is(bench.newest("modem.apn"), "cmiot");
});

test("another APN than the configured one is told; the network's realm makes no difference", async () => {
  const bench = new Bench("cmmtm");
  await bench.live(3_000);
  assert.is(bench.newest("modem.apn_expected"), false);
  bench.replies["AT+CGDCONT?"] = info('+CGDCONT: 1,"IP","CMMTM.mnc004.mcc460.gprs","10.0.0.1",0,0');
  await bench.live(11_000);
  await bench.stop();
  assert.is(bench.newest("modem.apn_expected"), true);
});

test("sentinels are absent, never numbers", async () => {
  const bench = new Bench();
  bench.replies["AT+CSQ"] = info("+CSQ: 99,99");
  bench.replies["AT+QCSQ"] = info('+QCSQ: "LTE",-32768,-32768,-32768,-32768');
  await bench.live(3_000);
  await bench.stop();
  for (const signal of ["modem.csq", "modem.rsrp_dbm", "modem.rsrq_db", "modem.sinr_db"] as const) {
    assert.is(bench.newest(signal), "absent", signal);
  }
});

test("good signal is not service: without a SIM the registration decides", async () => {
  const bench = new Bench();
  bench.replies["AT+CPIN?"] = cme(10);
  bench.replies["AT+CSQ"] = info("+CSQ: 31,99");
  bench.replies["AT+CEREG?"] = info("+CEREG: 3,0");
  await bench.live(3_000);
  await bench.stop();
  assert.is(bench.newest("sim.state"), "absent");
  assert.is(bench.newest("modem.csq"), 31);
  assert.is(bench.newest("modem.reg_state"), "unregistered");
});

test("without a SIM nothing is sent that only a SIM can answer", async () => {
  const bench = new Bench();
  bench.replies["AT+CPIN?"] = cme(10);
  bench.replies["AT+CEREG?"] = info("+CEREG: 3,3,,,,0,8");
  await bench.live(40_000);
  await bench.stop();
  for (const request of ["AT+CIMI", "AT+QCCID", "AT+CGDCONT?", "AT+CGACT?", "AT+CEER"]) {
    assert.not(bench.asked.includes(request), request);
  }
  assert.is(bench.newest("modem.pdp_state"), "absent");
  assert.ok(bench.asked.filter((request) => request === "AT+CPIN?").length > 3);
});

/** Answers to AT+CPIN? and what they are. */
const sims: readonly (readonly [reply: string, state: string])[] = [
  [info("+CPIN: SIM PIN"), "pin_required"],
  [info("+CPIN: SIM PUK"), "puk_required"],
  [info("+CPIN: PH-SIM PIN"), "error"],
  [info("+CPIN: SIM PIN2"), "ready"],
  [cme(11), "pin_required"],
  [cme(12), "puk_required"],
  [cme(13), "error"],
  [cme(14), "busy"],
  [cme(100), "absent"],
];
for (const [reply, state] of sims) {
  test(`${JSON.stringify(reply)} to AT+CPIN? is ${state}`, async () => {
    const bench = new Bench();
    bench.replies["AT+CPIN?"] = reply;
    await bench.live(3_000);
    await bench.stop();
    assert.is(bench.newest("sim.state"), state);
  });
}

test("where +CPIN? leaves it open, the tray's contact decides", async () => {
  const bench = new Bench();
  bench.replies["AT+CPIN?"] = cme(13);
  bench.replies["AT+QSIMSTAT?"] = info("+QSIMSTAT: 1,0");
  await bench.live(3_000);
  await bench.stop();
  assert.is(bench.of("sim.state").at(-1)?.value, "absent");
  assert.is(bench.of("sim.state").at(-1)?.quality, "ok");
});

test("the best of all registrations counts", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG?"] = "\r\nERROR\r\n";
  bench.replies["AT+CREG?"] = info("+CREG: 0,5");
  await bench.live(3_000);
  assert.is(bench.newest("modem.reg_state"), "roaming");
  bench.replies = { ...healthy, "AT+CREG?": info("+CREG: 0,3"), "AT+CEREG?": info("+CEREG: 0,2") };
  await bench.live(11_000);
  await bench.stop();
  assert.is(bench.newest("modem.reg_state"), "denied");
});

test("a refused registration carries its cause, from +CEREG or from +CEER", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG?"] = info("+CEREG: 3,3,,,,0,8");
  await bench.live(3_000);
  assert.is(bench.newest("modem.reg_state"), "denied");
  assert.is(bench.newest("modem.reject_cause"), 8);
  bench.replies["AT+CEREG?"] = info("+CEREG: 2,3");
  bench.replies["AT+CEER"] = info("+CEER: EMM cause 15, No Suitable Cells In tracking area");
  await bench.live(11_000);
  await bench.stop();
  assert.is(bench.newest("modem.reject_cause"), 15);
});

test("a cause of the manufacturer's own is not taken for a 3GPP one", async () => {
  const bench = new Bench();
  bench.replies["AT+CEREG?"] = info("+CEREG: 3,3,,,,1,8");
  await bench.live(3_000);
  await bench.stop();
  assert.is(bench.newest("modem.reject_cause"), "absent");
});

test("a bearer that the network refuses is rejected, with the network's cause", async () => {
  const bench = new Bench();
  bench.replies["AT+CGACT?"] = info("+CGACT: 1,0", "+CGACT: 2,1");
  bench.replies["AT+CEER"] = info("+CEER: ESM cause 33, Requested service option not subscribed");
  await bench.live(3_000);
  assert.is(bench.newest("modem.pdp_state"), "rejected");
  assert.is(bench.newest("modem.pdp_cause"), 33);
  bench.replies["AT+CEER"] = info("+CEER: No cause information available");
  await bench.live(11_000);
  await bench.stop();
  assert.is(bench.newest("modem.pdp_state"), "inactive");
  assert.is(bench.newest("modem.pdp_cause"), "absent");
});

test("a modem of another family is asked what 3GPP defines", async () => {
  const bench = new Bench();
  bench.replies["AT+CGMI"] = info("Newcomer Ltd.");
  bench.replies["AT+CGMM"] = info("N1");
  bench.replies["AT+CESQ"] = info("+CESQ: 99,99,255,255,20,50");
  await bench.live(3_000);
  await bench.stop();
  assert.is(bench.probe.status().profile, "generic");
  assert.is(bench.newest("modem.rsrp_dbm"), -91);
  assert.not(bench.asked.includes("AT+QCSQ"));
});

test("where +QCSQ is not known, the next question is found and kept", async () => {
  const bench = new Bench();
  bench.replies["AT+QCSQ"] = "\r\nERROR\r\n";
  bench.replies['AT+QENG="servingcell"'] = info(
    '+QENG: "servingcell","NOCONN","LTE","FDD",460,11,D196A00,462,100,1,5,5,7794,-109,-11,-76,11,-',
  );
  await bench.live(30_000);
  await bench.stop();
  assert.is(bench.newest("modem.rsrp_dbm"), -109);
  assert.is(bench.asked.filter((request) => request === "AT+QCSQ").length, 1);
});

test("the status tells who the modem is, and identities only by their last four digits", async () => {
  const bench = new Bench();
  await bench.live(3_000);
  bench.port.say("\r\n+XYZ: 860000000001234\r\n");
  await bench.live(10);
  const status = bench.probe.status();
  await bench.stop();
  assert.is(status.model, "EC25");
  assert.equal([status.imei, status.iccid, status.imsi], ["…1234", "…5678", "…9012"]);
  assert.is(status.unknownLines.length, 1);
  assert.not(/\d{7}/.test(JSON.stringify(status)));
});

test.run();
