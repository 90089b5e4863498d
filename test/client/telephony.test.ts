import { type Observation, type TelephonySnapshot, telephonyObservations } from "../../src/client/telephony.ts";
import { parseRequest } from "../../src/ipc/messages.ts";
import { isPlausible } from "../../src/model/signal.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what Android says of modem and SIM");

const unavailable = 2_147_483_647;

function said(snapshot: TelephonySnapshot): Readonly<Record<string, Observation["value"]>> {
  return Object.fromEntries(telephonyObservations(snapshot).map(({ signal, value }) => [signal, value]));
}

/** What Android says, and everything that follows. Constants: AOSP, android.telephony. */
const rows: readonly (readonly [TelephonySnapshot, ReturnType<typeof said>])[] = [
  [{}, {}],
  [{ simState: 1 }, { "sim.state": "absent" }],
  [{ simState: "SIM_STATE_ABSENT" }, { "sim.state": "absent" }],
  [{ simState: "ABSENT" }, { "sim.state": "absent" }],
  [{ simState: 0 }, { "sim.state": null }],
  [{ simState: 2 }, { "sim.state": "pin_required" }],
  [{ simState: 3 }, { "sim.state": "puk_required" }],
  [{ simState: 4 }, { "sim.state": "error" }],
  [{ simState: 5 }, { "sim.state": "ready" }],
  [{ simState: 6 }, { "sim.state": "busy" }],
  [{ simState: 8 }, { "sim.state": "error" }],
  [{ simState: 10 }, { "sim.state": "ready" }],
  [{ simState: 77 }, { "sim.state": null }],
  [{ simState: "constructor" }, { "sim.state": null }],
  [
    { serviceState: 0, roaming: false },
    { "modem.reg_state": "home", "modem.reject_cause": null },
  ],
  [
    { serviceState: 0, roaming: true },
    { "modem.reg_state": "roaming", "modem.reject_cause": null },
  ],
  [{ serviceState: 1, roaming: true }, { "modem.reg_state": "unregistered" }],
  [{ serviceState: "STATE_EMERGENCY_ONLY" }, { "modem.reg_state": "emergency_only" }],
  [{ serviceState: 3 }, { "modem.reg_state": "unregistered" }],
  [{ serviceState: 1, registrationState: 2 }, { "modem.reg_state": "searching" }],
  [{ serviceState: 1, registrationState: 4 }, { "modem.reg_state": "unregistered" }],
  [
    { registrationState: 3, rejectCause: 8 },
    { "modem.reg_state": "denied", "modem.reject_cause": 8 },
  ],
  [
    { registrationState: 3, rejectCause: 0 },
    { "modem.reg_state": "denied", "modem.reject_cause": null },
  ],
  [
    { registrationState: 1, rejectCause: 8 },
    { "modem.reg_state": "home", "modem.reject_cause": null },
  ],
  [{ dataState: 2 }, { "modem.pdp_state": "active", "modem.pdp_cause": null }],
  [
    { dataState: 2, dataFailCause: 33 },
    { "modem.pdp_state": "active", "modem.pdp_cause": null },
  ],
  [{ dataState: 1 }, { "modem.pdp_state": "activating", "modem.pdp_cause": null }],
  [{ dataState: 3 }, { "modem.pdp_state": "suspended", "modem.pdp_cause": null }],
  [{ dataState: 0 }, { "modem.pdp_state": "inactive" }],
  [
    { dataState: 0, dataFailCause: 0 },
    { "modem.pdp_state": "inactive", "modem.pdp_cause": null },
  ],
  [
    { dataState: 0, dataFailCause: 27 },
    { "modem.pdp_state": "rejected", "modem.pdp_cause": 27 },
  ],
  [
    { dataState: 0, dataFailCause: 36 },
    { "modem.pdp_state": "inactive", "modem.pdp_cause": null },
  ],
  // Beyond 3GPP: EMM_ACCESS_BARRED, a modem's own, ERROR_UNSPECIFIED.
  [
    { dataState: 0, dataFailCause: 115 },
    { "modem.pdp_state": "inactive", "modem.pdp_cause": null },
  ],
  [
    { dataState: 0, dataFailCause: 2_055 },
    { "modem.pdp_state": "inactive", "modem.pdp_cause": null },
  ],
  [
    { dataState: 0, dataFailCause: 65_535 },
    { "modem.pdp_state": "inactive", "modem.pdp_cause": null },
  ],
  [{ dataState: -1 }, { "modem.pdp_state": null, "modem.pdp_cause": null }],
  [{ dataNetworkType: 13 }, { "modem.rat": "lte" }],
  [{ dataNetworkType: "NETWORK_TYPE_NR" }, { "modem.rat": "nr" }],
  [{ dataNetworkType: 2 }, { "modem.rat": "gsm" }],
  [{ dataNetworkType: 17 }, { "modem.rat": "wcdma" }],
  [{ dataNetworkType: 0 }, { "modem.rat": null }],
  [{ dataNetworkType: 18 }, { "modem.rat": null }],
  [
    { sdk: 33, rsrp: -97, rsrq: -11, rssnr: 12 },
    { "modem.rsrp_dbm": -97, "modem.rsrq_db": -11, "modem.sinr_db": 12 },
  ],
  [
    { sdk: 33, rsrp: unavailable, rsrq: unavailable, rssnr: unavailable },
    { "modem.rsrp_dbm": null, "modem.rsrq_db": null, "modem.sinr_db": null },
  ],
  [{ sdk: 28, rssnr: 25 }, { "modem.sinr_db": 2.5 }],
  [{ sdk: 30, rssnr: 25 }, { "modem.sinr_db": 25 }],
  [{ rssnr: 124 }, { "modem.sinr_db": 12.4 }],
  // Twelve decibels or 1.2: nobody knows.
  [{ rssnr: 12 }, { "modem.sinr_db": null }],
  [{ sdk: 34, rssnr: unavailable, ssSinr: 18 }, { "modem.sinr_db": 18 }],
  [{ ssSinr: unavailable }, { "modem.sinr_db": null }],
  [{ airplaneMode: true }, { "modem.airplane_mode": true }],
  [
    { usedBytes: 31_457_280, planMb: 30 },
    { "sim.data_used_mb_month": 30, "sim.data_plan_mb": 30 },
  ],
  [{ apn: "CMIOT", expectedApn: "cmiot" }, { "modem.apn_expected": true }],
  [{ apn: "cmnet", expectedApn: "cmiot" }, { "modem.apn_expected": false }],
  [{ apn: "", expectedApn: "cmiot" }, { "modem.apn_expected": null }],
  [{ apn: "cmnet" }, {}],
];

for (const [snapshot, expected] of rows) {
  test(`${JSON.stringify(snapshot)}`, () => assert.equal(said(snapshot), expected));
}

test("whatever follows is a value of its signal, and a message that the socket understands", () => {
  for (const { signal, value } of rows.flatMap(([snapshot]) => telephonyObservations(snapshot))) {
    assert.ok(value === null || isPlausible(signal, value), signal);
    assert.is(parseRequest("posdiag.observe", { signal, value }).kind, "observe", signal);
  }
});

test.run();
