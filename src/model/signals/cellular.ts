import type { SignalDefinition } from "../signal-shape.ts";

/** Signals of the groups modem, sim. */
export const cellularSignals = {
  "modem.rsrp_dbm": {
    shape: { kind: "number", min: -157, max: -31, unit: "dBm" },
    evidence: "stat",
    note: "LTE/NR reference signal power",
  },
  "modem.rsrq_db": { shape: { kind: "number", min: -43, max: 20, unit: "dB" }, evidence: "stat", note: "LTE quality" },
  "modem.sinr_db": {
    shape: { kind: "number", min: -23, max: 40, unit: "dB" },
    evidence: "stat",
    note: "signal to noise",
  },
  "modem.csq": { shape: { kind: "number", min: 0, max: 99, unit: "" }, evidence: "stat", note: "AT+CSQ value" },
  "modem.rat": {
    shape: { kind: "one_of", values: ["nr", "lte", "wcdma", "gsm", "none"] },
    evidence: "state",
    note: "radio technology",
  },
  "modem.reg_state": {
    shape: { kind: "one_of", values: ["home", "roaming", "searching", "denied", "unregistered", "emergency_only"] },
    evidence: "state",
    note: "registration",
  },
  "modem.reject_cause": {
    shape: { kind: "number", min: 0, max: 255, unit: "3GPP cause" },
    evidence: "state",
    note: "registration reject cause",
  },
  "modem.pdp_state": {
    shape: { kind: "one_of", values: ["active", "inactive", "activating", "rejected", "suspended"] },
    evidence: "state",
    note: "data bearer",
  },
  "modem.pdp_cause": {
    shape: { kind: "number", min: 0, max: 255, unit: "3GPP SM/ESM cause" },
    evidence: "state",
    note: "bearer reject cause: 8 operator barring, 27 unknown APN, 29 user auth failed, 33 not subscribed",
  },
  "modem.apn": { shape: { kind: "text" }, evidence: "state", note: "APN in use (name only)" },
  "modem.cell_changes_10min": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "stat",
    note: "cell changes",
  },
  "modem.module_present": { shape: { kind: "flag" }, evidence: "state", note: "USB/serial module enumerated" },
  "modem.apn_expected": { shape: { kind: "flag" }, evidence: "state", note: "APN in use equals the configured one" },
  "modem.port": {
    shape: { kind: "one_of", values: ["open", "missing", "denied", "busy", "failed"] },
    evidence: "state",
    note: "the serial port as the agent sees it",
  },
  "modem.at_response": {
    shape: { kind: "one_of", values: ["ok", "timeout"] },
    evidence: "state",
    note: "module answers",
  },
  "modem.temp_c": {
    shape: { kind: "number", min: -60, max: 150, unit: "C" },
    evidence: "state",
    note: "hottest sensor of the module",
  },
  "modem.supply_mv": {
    shape: { kind: "number", min: 0, max: 60000, unit: "mV" },
    evidence: "state",
    note: "supply voltage at the module",
  },
  "modem.restarts_1h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "state",
    note: "starts of the module that nobody asked for",
  },
  "modem.pair_known_days": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "days" },
    evidence: "state",
    note: "since this SIM card and this module were first seen working together",
  },
  "modem.source": {
    shape: { kind: "one_of", values: ["serial", "app", "none"] },
    evidence: "state",
    note: "where readings of modem and SIM come from: the serial port, or the payment or system application",
  },
  "modem.airplane_mode": { shape: { kind: "flag" }, evidence: "state", note: "flight mode" },
  "sim.state": {
    shape: { kind: "one_of", values: ["ready", "absent", "pin_required", "puk_required", "error", "busy"] },
    evidence: "state",
    note: "SIM state",
  },
  "sim.state_flaps_1h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "state",
    note: "changes ready/absent",
  },
  "sim.iccid_changed": { shape: { kind: "flag" }, evidence: "state", note: "ICCID differs from last boot" },
  "sim.imei_changed": { shape: { kind: "flag" }, evidence: "state", note: "module IMEI differs from last record" },
  "sim.data_used_mb_month": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "MB" },
    evidence: "state",
    note: "local counter this month",
  },
  "sim.data_plan_mb": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "MB" },
    evidence: "state",
    note: "plan from TMS, if known",
  },
  "sim.activation_age_days": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "days" },
    evidence: "state",
    note: "age of SIM from TMS or first seen",
  },
  "compare.apn": {
    shape: { kind: "one_of", values: ["same", "changed"] },
    evidence: "state",
    note: "beside the APN by which payments were answered last",
  },
  "compare.pair": {
    shape: { kind: "one_of", values: ["same", "changed"] },
    evidence: "state",
    note: "another card or module within three days, whatever the newest restart says",
  },
  "compare.mended": {
    shape: { kind: "one_of", values: ["none", "module_answers", "another_card", "new_month"] },
    evidence: "state",
    note: "with what a trouble ended that is over",
  },
  "sim.portal_status": {
    shape: { kind: "one_of", values: ["active", "suspended", "locked", "expired", "unknown"], unknown: ["unknown"] },
    evidence: "state",
    note: "from carrier/card platform via support back-end; usually unknown on device",
  },
} as const satisfies Record<string, SignalDefinition>;
