// ../../tmp/m/cpu3.mts
import { spawn } from "node:child_process";

// src/modem/port.ts
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { SerialPort as SerialPort2 } from "serialport";

// src/base/errors.ts
var errorCatalogue = {
  CONFIG_INVALID: { exit: 78, text: "the configuration has errors" },
  AGENT_UNREACHABLE: { exit: 69, text: "no agent answers on the local socket" },
  AGENT_ALREADY_RUNS: { exit: 75, text: "another agent already serves this socket or outbox" },
  INPUT_UNREADABLE: { exit: 66, text: "the file cannot be read" },
  INPUT_INVALID: { exit: 65, text: "the input is not what this command reads" },
  USAGE: { exit: 64, text: "wrong use of the command line" },
  PORT_BUSY: { exit: 75, text: "another program holds the serial port" },
  PORT_DENIED: { exit: 77, text: "no permission to open the serial port" },
  PORT_GONE: { exit: 69, text: "the serial port is not there" },
  PORT_FAILED: { exit: 74, text: "the serial port failed" },
  OUTBOX_FAILED: { exit: 74, text: "the outbox cannot be read or written" },
  IPC_FAILED: { exit: 74, text: "the local socket cannot be opened" },
  CATALOGUE_BROKEN: { exit: 70, text: "the fault catalogue is broken" },
  RECORD_INVALID: { exit: 70, text: "a record does not fit its wire format" }
};
var AgentError = class extends Error {
  code;
  constructor(code, detail, options) {
    super(detail ? `${errorCatalogue[code].text}: ${detail}` : errorCatalogue[code].text, options);
    this.name = "AgentError";
    this.code = code;
  }
  /** Process exit code after sysexits.h. */
  get exit() {
    return errorCatalogue[this.code].exit;
  }
};
function systemCode(error) {
  if (typeof error !== "object" || error === null || !("code" in error)) return void 0;
  return typeof error.code === "string" ? error.code : void 0;
}

// src/modem/binding.ts
import { readSync, writeSync } from "node:fs";
import { SerialPort } from "serialport";
var tryAgain = /* @__PURE__ */ new Set(["EAGAIN", "EWOULDBLOCK", "EINTR"]);
var canceled = () => Object.assign(new Error("the port is closed"), { canceled: true });
function ready(port, event) {
  return new Promise((resolve, reject) => {
    if (!port.isOpen) return reject(canceled());
    port.poller.once(event, (error) => error ? reject(error) : resolve());
  });
}
function now(port, call) {
  if (port.fd === null) throw canceled();
  try {
    return call(port.fd);
  } catch (error) {
    if (tryAgain.has(systemCode(error))) return void 0;
    throw error;
  }
}
async function read(port, target) {
  const { buffer, offset, length } = target;
  for (; ; ) {
    await ready(port, "readable");
    const bytesRead = now(port, (fd) => readSync(fd, buffer, offset, length, null));
    if (bytesRead === 0) throw new Error("the terminal has hung up");
    if (bytesRead !== void 0) return { buffer, bytesRead };
  }
}
async function write(port, bytes) {
  let rest = bytes;
  while (rest.length > 0) {
    const written = now(port, (fd) => writeSync(fd, rest)) ?? 0;
    rest = rest.subarray(written);
    if (rest.length > 0) await ready(port, "writable");
  }
}
async function open(options) {
  const port = await SerialPort.binding.open({ ...options });
  if (!("poller" in port)) return port;
  port.read = (buffer, offset, length) => read(port, { buffer, offset, length });
  port.write = (bytes) => write(port, bytes);
  return port;
}
var safeBinding = { list: () => SerialPort.binding.list(), open };

// src/modem/line-reader.ts
import { ReadlineParser } from "@serialport/parser-readline";
var longestLine = 4096;
var longestPartial = 16;
var lineEnd = 10;
var carriageReturn = 13;
var LineReader = class extends ReadlineParser {
  #bytes = 0;
  #noise = 0;
  #overlong = 0;
  #discarding = false;
  constructor() {
    super({ delimiter: "\n", encoding: "latin1" });
  }
  get counts() {
    return { bytes: this.#bytes, noise: this.#noise, overlong: this.#overlong };
  }
  /** What has come since the last line end, while it is short enough to be a final or a prompt. */
  get partial() {
    return this.buffer.length > longestPartial ? "" : this.buffer.toString("latin1");
  }
  /** Forgets what has come since the last line end. */
  dropPartial() {
    this.buffer = Buffer.alloc(0);
  }
  _transform(chunk, encoding, done) {
    this.#bytes += chunk.length;
    super._transform(this.#afterDiscarded(this.#cleaned(chunk)), encoding, done);
    if (this.buffer.length <= longestLine) return;
    this.#overlong += 1;
    this.#discarding = true;
    this.dropPartial();
  }
  /** Called by the parser with each line; it is told at once, because the readable side's own buffer has no use here. */
  push(line) {
    if (line === null) return super.push(null);
    if (line.length > longestLine) this.#overlong += 1;
    else if (line.length > 0) this.emit("data", line.toString("latin1"));
    return true;
  }
  #cleaned(chunk) {
    const clean = Buffer.allocUnsafe(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      if (byte === 0 || byte === 255) continue;
      clean[length] = byte === carriageReturn ? lineEnd : byte;
      length += 1;
    }
    this.#noise += chunk.length - length;
    return clean.subarray(0, length);
  }
  #afterDiscarded(chunk) {
    if (!this.#discarding) return chunk;
    const end = chunk.indexOf(lineEnd);
    this.#discarding = end === -1;
    return end === -1 ? chunk.subarray(chunk.length) : chunk.subarray(end);
  }
};

// src/modem/port.ts
var unsentLimit = 1024;
var advice = {
  PORT_BUSY: "stop the program that holds it, or give posdiag the modem's second AT port",
  PORT_DENIED: "add posdiag's user to the group of the device",
  PORT_GONE: "the modem is unplugged, without power, or has another path"
};
async function errorCode(path2, error) {
  const refusal = await access(path2, constants.R_OK | constants.W_OK).then(() => void 0, systemCode);
  if (refusal === "ENOENT" || refusal === "ENODEV" || refusal === "ENXIO") return "PORT_GONE";
  if (refusal === "EACCES" || refusal === "EPERM") return "PORT_DENIED";
  const text = error instanceof Error ? error.message : "";
  if (/lock|busy/i.test(text)) return "PORT_BUSY";
  return /permission/i.test(text) ? "PORT_DENIED" : "PORT_FAILED";
}
async function portError(path2, error) {
  const code = await errorCode(path2, error);
  return new AgentError(code, [path2, advice[code]].filter((part) => part !== void 0).join(": "), { cause: error });
}
function created({ path: path2, baudRate }) {
  const options = { path: path2, baudRate, lock: true, hupcl: false, autoOpen: false, binding: safeBinding };
  return new SerialPort2(options);
}
function opened(serial) {
  return new Promise((resolve, reject) => serial.open((error) => error ? reject(error) : resolve()));
}
function serialPort(settings) {
  return async (listener) => {
    const serial = created(settings);
    const reader = new LineReader();
    let open2 = true;
    reader.on("data", (line) => open2 && listener.line(line));
    serial.on("data", (chunk) => {
      reader.write(chunk);
      if (open2 && reader.partial !== "") listener.partial();
    });
    const lose = () => {
      if (open2) listener.lost();
      open2 = false;
    };
    try {
      await opened(serial);
    } catch (error) {
      throw await portError(settings.path, error);
    }
    serial.on("close", lose);
    serial.on("error", lose);
    return {
      write: (text) => {
        if (!open2 || !serial.isOpen || serial.writableLength > unsentLimit) return false;
        serial.write(text, "latin1");
        return true;
      },
      partial: () => reader.partial,
      dropPartial: () => reader.dropPartial(),
      close: () => {
        open2 = false;
        if (serial.isOpen) serial.close();
      },
      get counts() {
        return reader.counts;
      }
    };
  };
}

// src/base/backoff.ts
function createBackoff(range, random) {
  let ceiling = range.firstMs;
  return {
    next: () => {
      const delay2 = range.floorMs + random() * Math.max(0, ceiling - range.floorMs);
      ceiling = Math.min(ceiling * 2, range.limitMs);
      return Math.round(delay2);
    },
    reset: () => {
      ceiling = range.firstMs;
    }
  };
}

// src/model/signals/cellular.ts
var cellularSignals = {
  "modem.rsrp_dbm": {
    shape: { kind: "number", min: -157, max: -31, unit: "dBm" },
    evidence: "stat",
    note: "LTE/NR reference signal power"
  },
  "modem.rsrq_db": { shape: { kind: "number", min: -43, max: 20, unit: "dB" }, evidence: "stat", note: "LTE quality" },
  "modem.sinr_db": {
    shape: { kind: "number", min: -23, max: 40, unit: "dB" },
    evidence: "stat",
    note: "signal to noise"
  },
  "modem.csq": { shape: { kind: "number", min: 0, max: 99, unit: "" }, evidence: "stat", note: "AT+CSQ value" },
  "modem.rat": {
    shape: { kind: "one_of", values: ["nr", "lte", "wcdma", "gsm", "none"] },
    evidence: "state",
    note: "radio technology"
  },
  "modem.reg_state": {
    shape: { kind: "one_of", values: ["home", "roaming", "searching", "denied", "unregistered", "emergency_only"] },
    evidence: "state",
    note: "registration"
  },
  "modem.reject_cause": {
    shape: { kind: "number", min: 0, max: 255, unit: "3GPP cause" },
    evidence: "state",
    note: "registration reject cause"
  },
  "modem.pdp_state": {
    shape: { kind: "one_of", values: ["active", "inactive", "activating", "rejected", "suspended"] },
    evidence: "state",
    note: "data bearer"
  },
  "modem.pdp_cause": {
    shape: { kind: "number", min: 0, max: 255, unit: "3GPP SM/ESM cause" },
    evidence: "state",
    note: "bearer reject cause: 8 operator barring, 27 unknown APN, 29 user auth failed, 33 not subscribed"
  },
  "modem.apn": { shape: { kind: "text" }, evidence: "state", note: "APN in use (name only)" },
  "modem.cell_changes_10min": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "stat",
    note: "cell changes"
  },
  "modem.module_present": { shape: { kind: "flag" }, evidence: "state", note: "USB/serial module enumerated" },
  "modem.apn_expected": { shape: { kind: "flag" }, evidence: "state", note: "APN in use equals the configured one" },
  "modem.port": {
    shape: { kind: "one_of", values: ["open", "missing", "denied", "busy", "failed"] },
    evidence: "state",
    note: "the serial port as the agent sees it"
  },
  "modem.at_response": {
    shape: { kind: "one_of", values: ["ok", "timeout"] },
    evidence: "state",
    note: "module answers"
  },
  "modem.airplane_mode": { shape: { kind: "flag" }, evidence: "state", note: "flight mode" },
  "sim.state": {
    shape: { kind: "one_of", values: ["ready", "absent", "pin_required", "puk_required", "error", "busy"] },
    evidence: "state",
    note: "SIM state"
  },
  "sim.state_flaps_1h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "state",
    note: "changes ready/absent"
  },
  "sim.iccid_changed": { shape: { kind: "flag" }, evidence: "state", note: "ICCID differs from last boot" },
  "sim.imei_changed": { shape: { kind: "flag" }, evidence: "state", note: "module IMEI differs from last record" },
  "sim.data_used_mb_month": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "MB" },
    evidence: "state",
    note: "local counter this month"
  },
  "sim.data_plan_mb": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "MB" },
    evidence: "state",
    note: "plan from TMS, if known"
  },
  "sim.activation_age_days": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "days" },
    evidence: "state",
    note: "age of SIM from TMS or first seen"
  },
  "sim.portal_status": {
    shape: { kind: "one_of", values: ["active", "suspended", "locked", "expired", "unknown"], unknown: ["unknown"] },
    evidence: "state",
    note: "from carrier/card platform via support back-end; usually unknown on device"
  }
};

// src/model/signals/network.ts
var networkSignals = {
  "net.default_iface": {
    shape: { kind: "text", pattern: /^[a-z][a-z0-9_.-]{0,14}$/ },
    evidence: "probe",
    note: "route in use"
  },
  "net.ip_assigned": { shape: { kind: "flag" }, evidence: "probe", note: "address present" },
  "net.gateway_ping": {
    shape: { kind: "one_of", values: ["ok", "fail", "not_run"], unknown: ["not_run"] },
    evidence: "probe"
  },
  "net.dns_resolve": {
    shape: { kind: "one_of", values: ["ok", "timeout", "nxdomain", "servfail", "not_used"], unknown: ["not_used"] },
    evidence: "probe",
    note: "host name"
  },
  "net.dns_alt_resolve": {
    shape: { kind: "one_of", values: ["ok", "timeout", "nxdomain"] },
    evidence: "probe",
    note: "via second server"
  },
  "net.internet_probe": {
    shape: { kind: "one_of", values: ["ok", "fail", "portal", "not_allowed"], unknown: ["not_allowed"] },
    evidence: "probe",
    note: "neutral probe; private APN: not_allowed"
  },
  "net.captive_portal": { shape: { kind: "flag" }, evidence: "probe" },
  "net.data_stall": { shape: { kind: "one_of", values: ["none", "dns", "tcp"] }, evidence: "probe" },
  "net.tcp_host": {
    shape: {
      kind: "one_of",
      values: ["ok", "timeout", "refused", "unreachable", "reset", "not_run"],
      unknown: ["not_run"]
    },
    evidence: "probe",
    note: "TCP connect to acquirer address"
  },
  "net.tcp_host_alt": {
    shape: {
      kind: "one_of",
      values: ["ok", "timeout", "refused", "unreachable", "reset", "not_run"],
      unknown: ["not_run"]
    },
    evidence: "probe",
    note: "second acquirer address"
  },
  "net.tcp_host_other_path": {
    shape: { kind: "one_of", values: ["ok", "timeout", "refused", "unreachable", "not_run"], unknown: ["not_run"] },
    evidence: "probe",
    note: "same address through another interface"
  },
  "net.tcp_host_ms": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" },
    evidence: "probe",
    note: "connect time"
  },
  "net.loss_pct": { shape: { kind: "number", min: 0, max: 100, unit: "%" }, evidence: "stat" },
  "net.rtt_ms": { shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" }, evidence: "stat" },
  "net.throughput_kbps": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "kbit/s" },
    evidence: "stat",
    note: "passive"
  },
  "net.rx_bytes_5min": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "bytes" },
    evidence: "probe",
    note: "passive"
  },
  "net.config_changed_h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" },
    evidence: "probe",
    note: "since IP/port/APN/proxy change"
  },
  "net.proxy_or_vpn": { shape: { kind: "flag" }, evidence: "probe" },
  "lan.link_carrier": { shape: { kind: "one_of", values: ["up", "down"] }, evidence: "state" },
  "lan.link_flaps_10min": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "lan.dhcp": { shape: { kind: "one_of", values: ["ok", "timeout", "nak", "static"] }, evidence: "state" },
  "lan.arp_gateway": { shape: { kind: "one_of", values: ["ok", "incomplete"] }, evidence: "state" },
  "lan.wifi_rssi_dbm": { shape: { kind: "number", min: -120, max: 0, unit: "dBm" }, evidence: "state" },
  "lan.wifi_auth": { shape: { kind: "one_of", values: ["ok", "failed"] }, evidence: "state" },
  "lan.other_devices_ok": {
    shape: { kind: "one_of", values: ["yes", "no", "unknown"], unknown: ["unknown"] },
    evidence: "state",
    note: "told by people or seen in fleet"
  },
  "line.dial_result": {
    shape: {
      kind: "one_of",
      values: ["ok", "no_dial_tone", "no_line", "no_carrier", "busy", "line_in_use", "no_answer"]
    },
    evidence: "probe"
  },
  "line.dial_success_pct": {
    shape: { kind: "number", min: 0, max: 100, unit: "%" },
    evidence: "stat",
    note: "field 62 item 51"
  },
  "host.tls": {
    shape: {
      kind: "one_of",
      values: ["ok", "cert_not_yet_valid", "cert_expired", "unknown_ca", "handshake_failure", "reset", "not_used"],
      unknown: ["not_used"]
    },
    evidence: "probe"
  },
  "host.echo_0820": {
    shape: { kind: "text", pattern: /^(ok|timeout|not_run|rc:[0-9A-Z]{2})$/ },
    evidence: "probe",
    note: "only with acquirer consent"
  },
  "host.signin_rc": {
    shape: { kind: "text", pattern: /^[0-9A-Z]{2}$/ },
    evidence: "probe",
    note: "answer code of 0800"
  },
  "host.resp_ms": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" },
    evidence: "probe",
    note: "last answer time"
  },
  "host.resp_ms_p95_1h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" }, evidence: "stat" },
  "host.header_proc_req": {
    shape: { kind: "number", min: 0, max: 7, unit: "" },
    evidence: "probe",
    note: "processing request digit of the UnionPay header"
  },
  "host.last_ok_age_s": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "s" },
    evidence: "probe",
    note: "since last good answer"
  }
};

// src/model/signals/payment.ts
var paymentSignals = {
  "txn.running": { shape: { kind: "flag" }, evidence: "state", note: "a payment or reversal is under way" },
  "txn.rc": { shape: { kind: "text", pattern: /^[0-9A-Z]{2}$/ }, evidence: "stat", note: "field 39" },
  "txn.rc_text": { shape: { kind: "text" }, evidence: "stat", note: "screen text" },
  "txn.entry_mode": {
    shape: { kind: "one_of", values: ["mag", "icc", "nfc", "manual", "fallback", "qr"] },
    evidence: "stat"
  },
  "txn.amount_fen": { shape: { kind: "number", min: 0, max: 9999999999, unit: "fen" }, evidence: "stat" },
  "txn.outcome": {
    shape: { kind: "one_of", values: ["approved", "declined", "timeout", "aborted", "unknown"], unknown: ["unknown"] },
    evidence: "stat"
  },
  "txn.issuer_group": {
    shape: { kind: "text", pattern: /^[A-Za-z][A-Za-z0-9_-]{0,15}$/ },
    evidence: "stat",
    note: "opaque issuer alias, not a BIN longer than 6-8"
  },
  "txn.card_ref": {
    shape: { kind: "text", pattern: /^[A-Za-z][A-Za-z0-9_-]{0,7}$/ },
    evidence: "stat",
    note: "opaque per-boot alias c1,c2.."
  },
  "txn.reversal_state": {
    shape: { kind: "one_of", values: ["none", "pending", "sent", "ok", "failed"] },
    evidence: "stat"
  },
  "txn.reversal_attempts": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "txn.local_error": { shape: { kind: "text" }, evidence: "stat", note: "app error text or code" },
  "txn.receipt_printed": { shape: { kind: "flag" }, evidence: "stat" },
  "txn.type": {
    shape: { kind: "one_of", values: ["sale", "void", "refund", "preauth", "signin", "settle", "query"] },
    evidence: "stat"
  },
  "txn.daily_count_same_card": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "stat",
    note: "kept by the payment app"
  },
  "txn.minutes_since_same_card": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "txn.pin_tries_left": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "stat",
    note: "from 63CX"
  },
  "txn.last_ic_failed_flag": {
    shape: { kind: "one_of", values: ["0", "1", "2"] },
    evidence: "stat",
    note: "sub-field 60.5"
  },
  "key.working_key_age_h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" },
    evidence: "state",
    note: "since last sign-in"
  },
  "key.master_key_present": { shape: { kind: "flag" }, evidence: "state" },
  "key.mac_verify": { shape: { kind: "one_of", values: ["ok", "fail"] }, evidence: "state" },
  "key.pinpad_error": { shape: { kind: "text" }, evidence: "state" }
};

// src/model/signals/people.ts
var percent = { kind: "number", min: 0, max: 100, unit: "%" };
var peopleSignals = {
  "fleet.same_shop_fail": {
    shape: { kind: "text", pattern: /^\d{1,4}\/\d{1,4}$/ },
    evidence: "stat",
    note: "failing / reporting terminals in the shop"
  },
  "fleet.same_region_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.same_carrier_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.other_carrier_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.same_issuer_fail_pct": { shape: percent, evidence: "stat", note: "refused at this issuer, all terminals" },
  "fleet.other_issuer_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.same_version_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.other_version_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.same_acquirer_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.notice": { shape: { kind: "text" }, evidence: "stat", note: "maintenance notice or advisory received" },
  "operator.report": { shape: { kind: "text" }, evidence: "human", note: "what a person said" },
  "operator.screen_text": { shape: { kind: "text" }, evidence: "human", note: "prompt on screen" }
};

// src/model/signals/reader.ts
var readerSignals = {
  "reader.icc_event": {
    shape: {
      kind: "one_of",
      values: ["inserted", "atr_ok", "atr_failed", "mute", "apdu_timeout", "parity_error", "removed", "powered"]
    },
    evidence: "stat"
  },
  "reader.icc_sw": { shape: { kind: "text", pattern: /^[0-9A-F]{4}$/ }, evidence: "stat", note: "status word" },
  "reader.nfc_event": {
    shape: { kind: "one_of", values: ["activate_ok", "activate_failed", "apdu_failed", "collision", "none"] },
    evidence: "stat"
  },
  "reader.contactless_outcome": {
    shape: {
      kind: "one_of",
      values: ["approve", "decline", "onlineRequest", "tryAgain", "tryAnotherInterface", "endApplication"]
    },
    evidence: "stat"
  },
  "reader.mag_event": {
    shape: {
      kind: "one_of",
      values: ["ok", "no_data", "lrc_error", "parity_error", "start_sentinel_missing", "end_sentinel_error", "timeout"]
    },
    evidence: "stat"
  },
  "reader.tvr_bits": { shape: { kind: "text", pattern: /^B[1-5]b[1-8](,B[1-5]b[1-8])*$/ }, evidence: "stat" },
  "reader.icc_powerup_ok_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.icc_powerup_fail_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.mag_ok_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.mag_fail_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.nfc_ok_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.nfc_fail_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.distinct_cards_failed": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "stat",
    note: "distinct card_ref failing in the window"
  },
  "reader.distinct_cards_ok": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.status": { shape: { kind: "one_of", values: ["ok", "error", "not_present", "busy"] }, evidence: "stat" },
  "printer.state": {
    shape: {
      kind: "one_of",
      values: ["ok", "paper_low", "paper_out", "jam", "overheat", "cover_open", "low_voltage", "fault"]
    },
    evidence: "state"
  },
  "printer.job": { shape: { kind: "one_of", values: ["printed", "failed", "partial"] }, evidence: "state" }
};

// src/model/signals/terminal.ts
var terminalSignals = {
  "power.source": { shape: { kind: "one_of", values: ["mains", "battery"] }, evidence: "state" },
  "power.charging": { shape: { kind: "flag" }, evidence: "state" },
  "power.battery_pct": { shape: { kind: "number", min: 0, max: 100, unit: "%" }, evidence: "state" },
  "power.battery_mv": { shape: { kind: "number", min: 0, max: 2147483647, unit: "mV" }, evidence: "state" },
  "power.battery_health": {
    shape: { kind: "one_of", values: ["good", "poor", "overheat", "dead", "unknown"], unknown: ["unknown"] },
    evidence: "state"
  },
  "power.battery_cycles": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "power.adapter_mv": { shape: { kind: "number", min: 0, max: 2147483647, unit: "mV" }, evidence: "state" },
  "power.adapter_mv_min_under_load": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "mV" },
    evidence: "state",
    note: "minimum seen during print/transmit"
  },
  "power.charge_current_ma": { shape: { kind: "number", min: 0, max: 2147483647, unit: "mA" }, evidence: "state" },
  "power.brownout_resets_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "power.mains_losses_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "power.temp_c": { shape: { kind: "number", min: -60, max: 150, unit: "C" }, evidence: "state" },
  "device.uptime_s": { shape: { kind: "number", min: 0, max: 2147483647, unit: "s" }, evidence: "state" },
  "device.reboot_reason": {
    shape: {
      kind: "one_of",
      values: ["normal", "power_loss", "watchdog", "panic", "thermal", "unknown"],
      unknown: ["unknown"]
    },
    evidence: "state"
  },
  "device.storage_free_mb": { shape: { kind: "number", min: 0, max: 2147483647, unit: "MB" }, evidence: "state" },
  "device.mem_free_mb": { shape: { kind: "number", min: 0, max: 2147483647, unit: "MB" }, evidence: "state" },
  "device.cpu_pct": { shape: { kind: "number", min: 0, max: 100, unit: "%" }, evidence: "stat" },
  "device.tamper": { shape: { kind: "one_of", values: ["none", "triggered"] }, evidence: "state" },
  "device.self_test": { shape: { kind: "text", pattern: /^(ok|fail:[a-z_]{1,24})$/ }, evidence: "state" },
  "device.usb_reenumerations_1h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "device.bus_errors_1min": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "state",
    note: "CRC/parity/frame errors over UART, I2C, SPI"
  },
  "device.buses_with_errors": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "state",
    note: "how many independent buses"
  },
  "device.keypad_stuck_key": { shape: { kind: "flag" }, evidence: "state" },
  "device.geo_shift_km": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "km" },
    evidence: "state",
    note: "from registered place"
  },
  "device.touch_resets_1h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "sw.app_version": { shape: { kind: "text" }, evidence: "state" },
  "sw.app_version_changed_h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" }, evidence: "state" },
  "sw.os_version_changed_h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" }, evidence: "state" },
  "sw.param_changed_h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" }, evidence: "state" },
  "sw.min_required_version": { shape: { kind: "text" }, evidence: "state" },
  "sw.app_crash_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "sw.anr_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "sw.settle_first": { shape: { kind: "flag" }, evidence: "state" },
  "clock.skew_s": {
    shape: { kind: "number", min: -2147483648, max: 2147483647, unit: "s" },
    evidence: "state",
    note: "device minus reference"
  },
  "clock.rtc_reset": { shape: { kind: "flag" }, evidence: "state" },
  "clock.ntp": {
    shape: { kind: "one_of", values: ["ok", "fail", "unknown"], unknown: ["unknown"] },
    evidence: "state"
  },
  "env.ambient_temp_c": {
    shape: { kind: "number", min: -60, max: 90, unit: "C" },
    evidence: "human",
    note: "told by people or sensor"
  },
  "env.humidity_pct": { shape: { kind: "number", min: 0, max: 100, unit: "%" }, evidence: "human" }
};

// src/model/signal.ts
var table = {
  ...cellularSignals,
  ...networkSignals,
  ...paymentSignals,
  ...readerSignals,
  ...terminalSignals,
  ...peopleSignals
};
var signals = table;
function isPlausible(signal, value) {
  const { shape } = signals[signal];
  switch (shape.kind) {
    case "number":
      return typeof value === "number" && Number.isFinite(value) && value >= shape.min && value <= shape.max;
    case "flag":
      return typeof value === "boolean";
    case "one_of":
      return typeof value === "string" && shape.values.includes(value);
    case "text":
      return typeof value === "string" && (shape.pattern?.test(value) ?? true);
  }
}

// src/model/reading.ts
function reading(signal, value, atMs) {
  if (isPlausible(signal, value)) return { signal, value, atMs, quality: "ok" };
  return { signal, value: void 0, atMs, quality: "implausible" };
}
function absent(signal, atMs) {
  return { signal, value: void 0, atMs, quality: "absent" };
}

// src/at/commands.ts
var promptMs = 1e3;
var simMs = 5e3;
var row = (prefix, lines, more = {}) => ({
  prefixes: [prefix],
  lines,
  deadlineMs: promptMs,
  needsSim: false,
  ...more
});
var setting = { prefixes: [], lines: "none", deadlineMs: promptMs, needsSim: false };
var withSim = { needsSim: true, deadlineMs: simMs };
var table2 = {
  AT: setting,
  ATE0: setting,
  ATV1: setting,
  "AT+CMEE=1": setting,
  "AT+CEREG=2": setting,
  "AT+CEREG=3": setting,
  "AT+CGEREP=2,1": setting,
  "AT+QSIMSTAT=1": setting,
  ATI: row("+GMI", "any"),
  "AT+CGMI": row("+CGMI", "any"),
  "AT+CGMM": row("+CGMM", "any"),
  "AT+CGMR": row("+CGMR", "any"),
  "AT+CGSN": row("+CGSN", "any"),
  "AT+CPIN?": row("+CPIN", "named", { deadlineMs: simMs }),
  "AT+QSIMSTAT?": row("+QSIMSTAT", "named"),
  "AT+QCCID": row("+QCCID", "any", withSim),
  "AT+CCID": row("+CCID", "any", withSim),
  "AT+ICCID": row("+ICCID", "any", withSim),
  "AT+CIMI": row("+CIMI", "any", withSim),
  "AT+CSQ": row("+CSQ", "named"),
  "AT+CESQ": row("+CESQ", "named"),
  "AT+QCSQ": row("+QCSQ", "named"),
  'AT+QENG="servingcell"': row("+QENG", "named"),
  "AT+CREG?": row("+CREG", "named"),
  "AT+CGREG?": row("+CGREG", "named"),
  "AT+CEREG?": row("+CEREG", "named"),
  "AT+C5GREG?": row("+C5GREG", "named"),
  "AT+CGATT?": row("+CGATT", "named", { deadlineMs: simMs }),
  "AT+CGACT?": row("+CGACT", "named", withSim),
  "AT+CGDCONT?": row("+CGDCONT", "named", withSim),
  "AT+CGPADDR": row("+CGPADDR", "named", withSim),
  "AT+CEER": row("+CEER", "any", withSim),
  "AT+COPS?": row("+COPS", "named", { deadlineMs: simMs })
};
var commands = new Map(
  Object.entries(table2).map(([request, rest]) => [request, { request, ...rest }])
);
function command(request) {
  return { request, ...table2[request] };
}
function combined(parts) {
  return {
    request: `AT${parts.map(({ request }) => request.slice(2)).join(";")}`,
    prefixes: parts.flatMap(({ prefixes }) => prefixes),
    lines: "named",
    deadlineMs: Math.max(...parts.map(({ deadlineMs }) => deadlineMs)),
    needsSim: parts.some(({ needsSim }) => needsSim)
  };
}
var namePattern = /[+^#$!*%&@][A-Z][A-Z0-9_]*/gi;
function commandFor(request, deadlineMs) {
  const known = commands.get(request);
  const names = [
    ...new Set(
      request.slice(2).replace(/"[^"]*"/g, "").match(namePattern) ?? []
    )
  ];
  const base = known ?? { ...setting, request, prefixes: names.map((name) => name.toUpperCase()), lines: "any" };
  return deadlineMs === void 0 ? base : { ...base, deadlineMs };
}

// src/at/fields.ts
var namePattern2 = /^[+^#$!*%&@][A-Za-z][A-Za-z0-9_]*(?=\s*:)/;
function prefixOf(line) {
  return namePattern2.exec(line)?.[0].toUpperCase();
}
function bodyOf(line) {
  return line.slice(line.indexOf(":") + 1).trim();
}
function splitFields(body) {
  const fields = [];
  let start = 0;
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at];
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "(") depth += 1;
    else if (char === ")") depth = Math.max(0, depth - 1);
    else if (char === "," && depth === 0) {
      fields.push(body.slice(start, at).trim());
      start = at + 1;
    }
  }
  fields.push(body.slice(start).trim());
  return fields;
}
function fieldsOf(line, prefix) {
  return prefixOf(line) === prefix ? splitFields(bodyOf(line)) : void 0;
}
function allFieldsOf(lines, prefix) {
  return lines.flatMap((line) => {
    const fields = fieldsOf(line, prefix);
    return fields ? [fields] : [];
  });
}
function isQuoted(field) {
  return field?.startsWith('"') ?? false;
}
function textOf(field) {
  if (field === void 0) return void 0;
  const text = field.replace(/^"|"$/g, "").trim();
  return text === "" || text === "-" ? void 0 : text;
}
function numberOf(field, shape, base) {
  const text = textOf(field);
  if (text === void 0 || !shape.test(text)) return void 0;
  const value = base === 16 ? Number.parseInt(text, 16) : Number(text);
  return Number.isSafeInteger(Math.trunc(value)) ? value : void 0;
}
function integerOf(field) {
  return numberOf(field, /^[+-]?\d+$/, 10);
}
function hexadecimalOf(field) {
  return numberOf(field, /^(0x)?[0-9a-f]{1,10}$/i, 16);
}
function measuredOf(field, min, max) {
  const value = numberOf(field, /^[+-]?\d+(\.\d+)?$/, 10);
  return value !== void 0 && value >= min && value <= max ? value : void 0;
}

// src/at/codes.ts
var cmeMeanings = {
  0: "Phone failure",
  1: "No connection to phone",
  2: "Phone-adaptor link reserved",
  3: "Operation not allowed",
  4: "Operation not supported",
  5: "PH-SIM PIN required",
  6: "PH-FSIM PIN required",
  7: "PH-FSIM PUK required",
  10: "SIM not inserted",
  11: "SIM PIN required",
  12: "SIM PUK required",
  13: "SIM failure",
  14: "SIM busy",
  15: "SIM wrong",
  16: "Incorrect password",
  17: "SIM PIN2 required",
  18: "SIM PUK2 required",
  20: "Memory full",
  21: "Invalid index",
  22: "Not found",
  23: "Memory failure",
  24: "Text string too long",
  25: "Invalid characters in text string",
  26: "Dial string too long",
  27: "Invalid characters in dial string",
  30: "No network service",
  31: "Network timeout",
  32: "Network not allowed - emergency calls only",
  40: "Network personalization PIN required",
  41: "Network personalization PUK required",
  42: "Network subset personalization PIN required",
  43: "Network subset personalization PUK required",
  44: "Service provider personalization PIN required",
  45: "Service provider personalization PUK required",
  46: "Corporate personalization PIN required",
  47: "Corporate personalization PUK required",
  48: "Hidden key required",
  49: "EAP method not supported",
  50: "Incorrect parameters",
  51: "Command implemented but currently disabled",
  52: "Command aborted by user",
  53: "Not attached to network due to MT functionality restrictions",
  54: "Modem not allowed - MT restricted to emergency calls only",
  55: "Operation not allowed because of MT functionality restrictions",
  56: "Fixed dial number only allowed",
  57: "Temporarily out of service due to other MT usage",
  58: "Language/alphabet not supported",
  59: "Unexpected data value",
  60: "System failure",
  61: "Data missing",
  62: "Call barred",
  63: "Message waiting indication subscription failure",
  100: "Unknown error",
  102: "IMSI unknown in network",
  103: "Illegal MS",
  105: "IMEI not accepted",
  106: "Illegal ME",
  107: "GPRS services not allowed",
  108: "GPRS and non-GPRS services not allowed",
  109: "Identity cannot be derived by the network",
  110: "Implicitly detached",
  111: "PLMN not allowed",
  112: "Location/tracking area not allowed",
  113: "Roaming not allowed in this location/tracking area",
  114: "GPRS services not allowed in this PLMN",
  115: "No suitable cells in location/tracking area",
  116: "MSC temporarily not reachable",
  117: "Network failure",
  118: "CS domain not available",
  119: "ESM failure",
  122: "Congestion",
  125: "Not authorized for this CSG",
  126: "Insufficient resources",
  127: "Missing or unknown APN",
  128: "Unknown PDP address or PDP type",
  129: "User authentication failed",
  130: "Activation rejected by GGSN, serving or PDN gateway",
  131: "Activation rejected, unspecified",
  132: "Service option not supported",
  133: "Requested service option not subscribed",
  134: "Service option temporarily out of order",
  140: "Feature not supported",
  148: "Unspecified GPRS error",
  149: "PDP authentication failure",
  150: "Invalid mobile class",
  172: "Semantically incorrect message",
  173: "Invalid mandatory information",
  174: "Message type non-existent or not implemented",
  175: "Conditional information element error",
  176: "Protocol error, unspecified",
  177: "Operator determined barring",
  178: "Maximum number of PDP/bearer contexts reached",
  179: "Requested APN not supported in current RAT and PLMN combination",
  185: "No bearer context activated",
  186: "Invalid message type",
  189: "Service option not authorized in this PLMN",
  190: "Network failure",
  191: "Reactivation requested",
  192: "PDN type IPv4 only allowed",
  193: "PDN type IPv6 only allowed",
  194: "Single address bearers only allowed",
  195: "Collision with network initiated request",
  196: "PDN type IPv4v6 only allowed",
  202: "PDN connection does not exist",
  203: "Multiple PDN connections for a given APN not allowed",
  204: "Severe network failure"
};
var cmsMeanings = {
  300: "ME failure",
  301: "SMS service reserved",
  302: "Operation not allowed",
  303: "Operation not supported",
  310: "SIM not inserted",
  311: "SIM PIN required",
  312: "PH-SIM PIN required",
  313: "SIM failure",
  314: "SIM busy",
  315: "SIM wrong",
  316: "SIM PUK required",
  317: "SIM PIN2 required",
  318: "SIM PUK2 required",
  320: "Memory failure",
  321: "Invalid memory index",
  322: "Memory full",
  330: "SMSC address unknown",
  331: "No network service",
  332: "Network timeout",
  340: "No +CNMA acknowledgement expected",
  500: "Unknown error"
};
var nameByCme = new Map(
  Object.entries(cmeMeanings).map(([n2, text]) => [Number(n2), text])
);
var nameByCms = new Map(
  Object.entries(cmsMeanings).map(([n2, text]) => [Number(n2), text])
);
function squeezed(text) {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
var cmeByName = new Map(
  [...nameByCme].reverse().map(([code, text]) => [squeezed(text), code])
);
function cmeCodeOf(text) {
  return cmeByName.get(squeezed(text));
}

// src/at/line.ts
var finals = /* @__PURE__ */ new Map([
  ["OK", { kind: "ok" }],
  ["ERROR", { kind: "error" }],
  ["NA", { kind: "error" }],
  ["COMMAND NOT SUPPORT", { kind: "unsupported" }],
  ["NO CARRIER", { kind: "call", result: "no_carrier" }],
  ["BUSY", { kind: "call", result: "busy" }],
  ["NO ANSWER", { kind: "call", result: "no_answer" }],
  ["NO DIALTONE", { kind: "call", result: "no_dialtone" }],
  ["NO DIAL TONE", { kind: "call", result: "no_dialtone" }]
]);
var banners = /* @__PURE__ */ new Set([
  "RDY",
  "APP RDY",
  "START",
  "*ATREADY: 1",
  "^SYSSTART",
  "+AT: READY",
  "MODEM:STARTUP",
  "AT READY"
]);
var numericFinals = [
  { kind: "ok" },
  { kind: "call", result: "connect" },
  void 0,
  { kind: "call", result: "no_carrier" },
  { kind: "error" }
];
var errorPattern = /^\+?CM([ES]) ERROR\s*:?\s*(.*)$/i;
var modemErrorPattern = /^MODEM ERROR\s*:\s*\d+$/i;
var connectPattern = /^CONNECT( [\x20-\x7e]*)?$/;
var echoPattern = /^(?:AT)+(?:$|[+^#$!*%&@\\]|[A-Z]\d*$|D)/i;
var nmeaPattern = /^[$!][A-Z]{2}[A-Z0-9]{3},/;
var leadingEscape = /^\x1b+/;
var controlPattern = /[\x00-\x08\x0e-\x1f\x7f]/;
function errorFinal(text) {
  const match = errorPattern.exec(text);
  if (!match) return modemErrorPattern.test(text) ? { kind: "error" } : void 0;
  const detail = (match[2] ?? "").trim();
  const number = /^\d{1,5}$/.test(detail) ? Number(detail) : void 0;
  if (match[1]?.toUpperCase() === "S") return { kind: "cms", code: number, text: detail };
  return { kind: "cme", code: number ?? cmeCodeOf(detail), text: detail };
}
function finalOf(text) {
  const known = finals.get(text);
  if (known) return known;
  if (connectPattern.test(text)) return { kind: "call", result: "connect" };
  return text.includes("ERROR") || text.includes("error") ? errorFinal(text) : void 0;
}
function numericFinal(text) {
  return /^\d$/.test(text) ? numericFinals[Number(text)] : void 0;
}
function highBytes(text) {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 126) count += 1;
  return count;
}
function junkOf(text) {
  if (nmeaPattern.test(text)) return "nmea";
  if (controlPattern.test(text)) return "binary";
  return prefixOf(text) === void 0 && highBytes(text) * 3 > text.length ? "binary" : void 0;
}
function classifyLine(raw, command2) {
  const text = raw.replace(leadingEscape, "").trim();
  if (text === "") return void 0;
  const final = finalOf(text);
  if (final) return { kind: "final", final };
  if (text === ">") return { kind: "prompt" };
  if (banners.has(text)) return { kind: "banner", text };
  if (text === command2 || echoPattern.test(text)) return { kind: "echo", text };
  const junk = junkOf(text);
  if (junk) return { kind: "junk", junk, text };
  return { kind: "information", prefix: prefixOf(text), text };
}
function isWholeWithoutEnd(raw) {
  const text = raw.trim();
  return text === "OK" || text === "ERROR" || text === ">";
}

// src/at/causes.ts
var emmMeanings = {
  2: "IMSI unknown in HSS",
  3: "Illegal UE",
  5: "IMEI not accepted",
  6: "Illegal ME",
  7: "EPS services not allowed",
  8: "EPS services and non-EPS services not allowed",
  9: "UE identity cannot be derived by the network",
  10: "Implicitly detached",
  11: "PLMN not allowed",
  12: "Tracking area not allowed",
  13: "Roaming not allowed in this tracking area",
  14: "EPS services not allowed in this PLMN",
  15: "No suitable cells in tracking area",
  16: "MSC temporarily not reachable",
  17: "Network failure",
  18: "CS domain not available",
  19: "ESM failure",
  20: "MAC failure",
  21: "Synch failure",
  22: "Congestion",
  23: "UE security capabilities mismatch",
  24: "Security mode rejected, unspecified",
  25: "Not authorized for this CSG",
  26: "Non-EPS authentication unacceptable",
  35: "Requested service option not authorized in this PLMN",
  39: "CS service temporarily not available",
  40: "No EPS bearer context activated",
  42: "Severe network failure",
  95: "Semantically incorrect message",
  96: "Invalid mandatory information",
  97: "Message type non-existent or not implemented",
  98: "Message type not compatible with the protocol state",
  99: "Information element non-existent or not implemented",
  100: "Conditional IE error",
  101: "Message not compatible with the protocol state",
  111: "Protocol error, unspecified"
};
var esmMeanings = {
  8: "Operator determined barring",
  26: "Insufficient resources",
  27: "Missing or unknown APN",
  28: "Unknown PDN type",
  29: "User authentication failed",
  30: "Request rejected by serving GW or PDN GW",
  31: "Request rejected, unspecified",
  32: "Service option not supported",
  33: "Requested service option not subscribed",
  34: "Service option temporarily out of order",
  36: "Regular deactivation",
  37: "EPS QoS not accepted",
  38: "Network failure",
  39: "Reactivation requested",
  50: "PDN type IPv4 only allowed",
  51: "PDN type IPv6 only allowed",
  52: "Single address bearers only allowed",
  53: "ESM information not received",
  54: "PDN connection does not exist",
  55: "Multiple PDN connections for a given APN not allowed",
  56: "Collision with network initiated request",
  57: "PDN type IPv4v6 only allowed",
  65: "Maximum number of EPS bearers reached",
  66: "Requested APN not supported in current RAT and PLMN combination",
  111: "Protocol error, unspecified",
  112: "APN restriction value incompatible with active EPS bearer context"
};
var meanings = {
  emm: new Map(Object.entries(emmMeanings).map(([n2, text]) => [Number(n2), text])),
  esm: new Map(Object.entries(esmMeanings).map(([n2, text]) => [Number(n2), text]))
};
function squeezed2(text) {
  return text.toLowerCase().replace(/services|service|cause|emm|esm|[^a-z0-9]/g, "");
}
var causeByName = new Map([
  ...[...meanings.esm].map(([cause, text]) => [squeezed2(text), { layer: "esm", cause }]),
  // EMM last, so that it wins the wordings both layers have: firmware words causes of the attach far more often.
  ...[...meanings.emm].map(([cause, text]) => [squeezed2(text), { layer: "emm", cause }])
]);
function causeOfName(text) {
  return causeByName.get(squeezed2(text));
}

// src/at/parse/data.ts
function parseCgact(lines) {
  return allFieldsOf(lines, "+CGACT").flatMap((fields) => {
    const cid = integerOf(fields[0]);
    const state = integerOf(fields[1]);
    return cid === void 0 || state === void 0 ? [] : [{ cid, active: state === 1 }];
  });
}
function parseCgdcont(lines) {
  return allFieldsOf(lines, "+CGDCONT").flatMap((fields) => {
    const cid = integerOf(fields[0]);
    return cid === void 0 ? [] : [{ cid, type: textOf(fields[1]), apn: textOf(fields[2]) ?? "" }];
  });
}
var addressPattern = /^(REJECT|NW REACT|NW DEACT|ME DEACT)\s+"?([A-Z0-9]+)"?\s*,\s*"?([^",]*)"?\s*(?:,\s*(\d+))?/;
var eventPattern = /^(NW|ME) (PDN ACT|PDN DEACT|ACT|DEACT|MODIFY|DETACH|CLASS)\b(?:\s+"?(\d+))?/;
var addressEvents = /* @__PURE__ */ new Map([
  ["REJECT", "reject"],
  ["NW REACT", "nw_reactivate"],
  ["NW DEACT", "nw_deact_pdp"],
  ["ME DEACT", "me_deact_pdp"]
]);
var shortEvents = /* @__PURE__ */ new Map([
  ["NW PDN ACT", "nw_pdn_act"],
  ["ME PDN ACT", "me_pdn_act"],
  ["NW PDN DEACT", "nw_pdn_deact"],
  ["ME PDN DEACT", "me_pdn_deact"],
  ["NW DETACH", "nw_detach"],
  ["ME DETACH", "me_detach"],
  ["NW CLASS", "nw_class"],
  ["ME CLASS", "me_class"],
  ["NW ACT", "nw_act"],
  ["ME ACT", "me_act"],
  ["NW DEACT", "nw_deact"],
  ["ME DEACT", "me_deact"],
  ["NW MODIFY", "nw_modify"],
  ["ME MODIFY", "me_modify"]
]);
function addressEvent(body) {
  const match = addressPattern.exec(body);
  const event = addressEvents.get(match?.[1] ?? "");
  if (!match || !event || /^\d+$/.test(match[2] ?? "")) return void 0;
  return { event, cid: integerOf(match[4]), pdpType: match[2], pdpAddress: textOf(match[3]) };
}
function parseCgev(line) {
  if (prefixOf(line) !== "+CGEV") return void 0;
  const body = bodyOf(line);
  const old = addressEvent(body);
  if (old) return old;
  const match = eventPattern.exec(body);
  const event = shortEvents.get(`${match?.[1]} ${match?.[2]}`);
  return event && { event, cid: integerOf(match?.[3]), pdpType: void 0, pdpAddress: void 0 };
}
var layers = /* @__PURE__ */ new Map([
  ["EMM", "emm"],
  ["MM", "emm"],
  ["GMM", "emm"],
  ["ESM", "esm"],
  ["SM", "esm"]
]);
var numberedPattern = /\b(E?SM|E?MM|GMM)(?:[\s_]*(?:reject\s*)?cause)?[\s_"#:=,]*(\d{1,3})\b/i;
function parseCeer(lines) {
  const line = lines.find((each) => prefixOf(each) === "+CEER");
  if (line === void 0) return void 0;
  const text = bodyOf(line);
  const match = numberedPattern.exec(text);
  const layer = layers.get(match?.[1]?.toUpperCase() ?? "");
  if (layer) return { text, cause: { layer, cause: Number(match?.[2]) } };
  return { text, cause: causeOfName(text.replace(/"/g, "").replace(/^\d+\s*,/, "")) };
}

// src/at/parse/registration.ts
var states = [
  "not_registered",
  "home",
  "searching",
  "denied",
  "unknown",
  "roaming",
  "home_sms_only",
  "roaming_sms_only",
  "emergency_only",
  "home_csfb_not_preferred",
  "roaming_csfb_not_preferred",
  "restricted_local_operator"
];
var accessNames = [
  "GSM",
  "GSM",
  "UTRAN",
  "EGPRS",
  "HSDPA",
  "HSUPA",
  "HSPA",
  "LTE",
  "EC-GSM",
  "NB-IoT",
  "LTE-5GCN",
  "NR",
  "NG-RAN",
  "EN-DC"
];
var domains = /* @__PURE__ */ new Map([
  ["+CREG", "CREG"],
  ["+CGREG", "CGREG"],
  ["+CEREG", "CEREG"],
  ["+C5GREG", "C5GREG"]
]);
function isReadForm(fields) {
  const [first, second] = fields;
  return second !== void 0 && /^\d$/.test(first ?? "") && /^\d{1,2}$/.test(second);
}
function isRegistrationReport(line) {
  return domains.has(prefixOf(line) ?? "") && !isReadForm(splitFields(bodyOf(line)));
}
function placeOf(rest, domain) {
  const [area, second, third, fourth] = rest;
  const inserted = (domain === "CEREG" || domain === "C5GREG") && /^\d{1,2}$/.test(fourth ?? "") && (isQuoted(third) || (third?.length ?? 0) > 2);
  if (inserted) return { area, cell: third, act: fourth, cause: [] };
  return { area, cell: second, act: third, cause: rest.slice(3, 5) };
}
function causeOf(place, n2, stat) {
  const [type, cause] = place.cause;
  const carries = (stat === 3 || n2 === 3 || n2 === 5) && !isQuoted(type) && !isQuoted(cause);
  const rejectCause = carries ? integerOf(cause) : void 0;
  return { causeType: rejectCause === void 0 ? void 0 : integerOf(type), rejectCause };
}
function isRegistered(stat) {
  return stat === 1 || stat === 5 || stat === 6 || stat === 7 || stat === 9 || stat === 10;
}
function parseRegistration(line) {
  const domain = domains.get(prefixOf(line) ?? "");
  if (!domain) return void 0;
  const fields = splitFields(bodyOf(line));
  const read2 = isReadForm(fields);
  const n2 = read2 ? integerOf(fields[0]) : void 0;
  const stat = integerOf(fields[read2 ? 1 : 0]);
  const state = stat === void 0 ? void 0 : states[stat];
  if (stat === void 0 || state === void 0) return void 0;
  const place = placeOf(fields.slice(read2 ? 2 : 1), domain);
  const act = place.act !== void 0 && !isQuoted(place.act) ? integerOf(place.act) : void 0;
  return {
    domain,
    n: n2,
    stat,
    state,
    registered: isRegistered(stat),
    area: hexadecimalOf(place.area),
    cell: hexadecimalOf(place.cell),
    act,
    access: act === void 0 ? void 0 : accessNames[act],
    ...causeOf(place, n2, stat)
  };
}

// src/at/parse/sim.ts
var cpinStates = /* @__PURE__ */ new Map([
  ["READY", "ready"],
  ["NOT READY", "not_ready"],
  ["NOT INSERTED", "absent"],
  ["SIM PIN", "pin_required"],
  ["SIM PUK", "puk_required"],
  ["SIM PIN2", "pin2_required"],
  ["SIM PUK2", "puk2_required"]
]);
function pinState(text) {
  const known = cpinStates.get(text);
  if (known) return known;
  if (/^PH-F?SIM /.test(text)) return "device_locked_to_sim";
  return /^PH-(NET|NETSUB|SP|CORP) /.test(text) ? "network_locked" : void 0;
}
function parseCpin(line) {
  const text = textOf(fieldsOf(line, "+CPIN")?.[0]);
  if (text === void 0 || text.startsWith("(")) return void 0;
  return { text, state: pinState(text.toUpperCase()) };
}
var cmeStates = /* @__PURE__ */ new Map([
  [5, "device_locked_to_sim"],
  [6, "device_locked_to_sim"],
  [7, "device_locked_to_sim"],
  [10, "absent"],
  [11, "pin_required"],
  [12, "puk_required"],
  [13, "failure"],
  [14, "busy"],
  [15, "wrong"],
  [17, "pin2_required"],
  [18, "puk2_required"],
  [40, "network_locked"],
  [41, "network_locked"],
  [42, "network_locked"],
  [43, "network_locked"],
  [44, "network_locked"],
  [45, "network_locked"],
  [46, "network_locked"],
  [47, "network_locked"],
  [48, "device_locked_to_sim"]
]);
function simStateOfCme(code) {
  return code === void 0 ? void 0 : cmeStates.get(code);
}
function parseQsimstat(line) {
  const fields = fieldsOf(line, "+QSIMSTAT");
  const enabled = integerOf(fields?.[0]);
  const inserted = integerOf(fields?.[1]);
  if (enabled === void 0 || inserted === void 0) return void 0;
  return { enabled: enabled === 1, inserted: inserted === 1 ? true : inserted === 0 ? false : void 0 };
}
function swapNibbles(text) {
  return text.replace(/(.)(.)/g, "$2$1");
}
function iccidField(line) {
  const prefix = prefixOf(line);
  if (prefix === void 0) return textOf(line);
  const fields = splitFields(line.slice(line.indexOf(":") + 1));
  if (prefix === "+CRSM") return integerOf(fields[0]) === 144 ? textOf(fields[2]) : void 0;
  return /^\+(Q?CCID|ICCID|ZICCID)$|^[\^$](ICCID|MYCCID)$|^#CCID$/.test(prefix) ? textOf(fields[0]) : void 0;
}
function parseIccid(line) {
  const raw = iccidField(line)?.toUpperCase();
  if (raw === void 0) return void 0;
  const text = (raw.startsWith("98") ? swapNibbles(raw) : raw).replace(/F+$/, "");
  return /^89[0-9A-F]{16,18}$/.test(text) ? text : void 0;
}

// src/at/urc.ts
var registration = (line) => {
  const parsed = parseRegistration(line);
  return parsed && { kind: "registration", registration: parsed };
};
var indication = (line) => {
  const fields = splitFields(bodyOf(line));
  const rssiRaw = textOf(fields[0]) === "csq" ? integerOf(fields[1]) : void 0;
  return rssiRaw === void 0 ? { kind: "notice", name: "indication" } : { kind: "signal", rssiRaw };
};
var notice = (name) => {
  const urc = { kind: "notice", name };
  return () => urc;
};
var parsers = /* @__PURE__ */ new Map([
  ["+CREG", registration],
  ["+CGREG", registration],
  ["+CEREG", registration],
  ["+C5GREG", registration],
  [
    "+CPIN",
    (line) => {
      const pin = parseCpin(line);
      return pin && { kind: "sim_pin", pin };
    }
  ],
  [
    "+QSIMSTAT",
    (line) => {
      const presence = parseQsimstat(line);
      return presence && { kind: "sim_presence", presence };
    }
  ],
  [
    "+CGEV",
    (line) => {
      const event = parseCgev(line);
      return event && { kind: "packet", event };
    }
  ],
  ["+QIND", indication],
  ["+CFUN", notice("functionality")],
  ["+QUSIM", notice("sim_kind")],
  ["+QIURC", notice("ip_stack")],
  ["+QPING", notice("ping_result")],
  ["+QNTP", notice("ntp_result")],
  ["+CTZV", notice("time_zone")],
  ["+CTZE", notice("time_zone")],
  ["+CTZU", notice("time_zone")],
  ["+NITZ", notice("time_zone")],
  ["+CIEV", notice("indicator")],
  ["+CRING", notice("ring")],
  ["+CLIP", notice("caller")],
  ["+CCWA", notice("caller")],
  ["+CMT", notice("message")],
  ["+CMTI", notice("message")],
  ["+CDS", notice("message_report")],
  ["+CDSI", notice("message_report")],
  ["+CUSD", notice("ussd")],
  ["+PACSP", notice("plmn_mode")]
]);
var sentences = new Map(
  Object.entries({
    RING: "ring",
    "POWERED DOWN": "shutdown",
    "NORMAL POWER DOWN": "shutdown",
    "PB DONE": "phonebook_ready",
    "SMS DONE": "sms_ready",
    "SMS READY": "sms_ready",
    "CALL READY": "call_ready",
    "+PBREADY": "phonebook_ready",
    "+SIM READY": "sim_ready",
    "+SIM DROP": "sim_dropped"
  }).map(([text, name]) => [text, { kind: "notice", name }])
);
function parseUrc(line) {
  const prefix = prefixOf(line);
  return prefix === void 0 ? sentences.get(line.toUpperCase()) : parsers.get(prefix)?.(line);
}
function isUrc(line) {
  const prefix = prefixOf(line);
  return prefix === void 0 ? sentences.has(line.toUpperCase()) : parsers.has(prefix);
}
function isReportForm(line) {
  return isRegistrationReport(line);
}

// src/at/exchange.ts
var linesKept = 64;
var owedKept = 4;
var newExchange = { kind: "idle", owed: [] };
var stay = (state, ...effects) => ({ state, effects });
function settled(owed, outcome) {
  return { state: { kind: "resting", owed }, effects: [{ kind: "settle", outcome }] };
}
function outcomeOf(final, info) {
  return final.kind === "ok" ? { kind: "ok", info } : final;
}
function isSurelyOurs({ command: command2, info, owed }) {
  if (info.length === 0) return false;
  return owed.every(
    ({ lines, prefixes }) => lines !== "any" && !prefixes.some((name) => command2.prefixes.includes(name))
  );
}
function onFinal(state, final) {
  const { owed, info } = state;
  const outcome = outcomeOf(final, info);
  if (owed.length === 0 || isSurelyOurs(state)) return settled([], outcome);
  const rest = owed.slice(1);
  const next = { ...state, info: [], owed: rest, lateSeen: false };
  if (state.lateSeen && info.length === 0) return stay(next, { kind: "late", text: final.kind });
  return stay({ ...next, held: outcome }, { kind: "hurry" });
}
function take(state, text) {
  if (state.info.length >= linesKept) return stay(state, { kind: "unknown", text });
  return stay({ ...state, info: [...state.info, text] });
}
function onOwnName(state, text) {
  if (isReportForm(text)) return stay(state, { kind: "urc", text });
  const second = isUrc(text) && state.info.some((line) => prefixOf(line) === prefixOf(text));
  return second ? stay(state, { kind: "urc", text }) : take(state, text);
}
function onInformation(state, line) {
  const { command: command2, owed } = state;
  const { prefix, text } = line;
  if (prefix !== void 0 && command2.prefixes.includes(prefix)) return onOwnName(state, text);
  const late = prefix !== void 0 && owed.some(({ prefixes }) => prefixes.includes(prefix)) && !isReportForm(text);
  if (late) return stay({ ...state, lateSeen: true }, { kind: "late", text });
  if (isUrc(text)) return stay(state, { kind: "urc", text });
  if (command2.lines === "any") return take(state, text);
  const final = command2.lines === "none" ? numericFinal(text) : void 0;
  return final ? onFinal(state, final) : stay(state, { kind: "unknown", text });
}
function onLineWaiting(state, line) {
  switch (line.kind) {
    case "echo":
      return stay(state);
    case "final":
      return onFinal(state, line.final);
    case "information":
      return onInformation(state, line);
    case "prompt":
      return stay(state, { kind: "escape" });
    case "banner":
      return {
        state: { kind: "resting", owed: [] },
        effects: [
          { kind: "settle", outcome: { kind: "reset" } },
          { kind: "reset", text: line.text }
        ]
      };
    case "junk":
      return stay(state, { kind: "junk", line });
  }
}
function onLineQuiet(state, line) {
  switch (line.kind) {
    case "echo":
      return stay(state);
    case "final":
      return stay({ ...state, owed: state.owed.slice(1) }, { kind: "late", text: line.final.kind });
    case "information": {
      const { prefix, text } = line;
      const owed = prefix !== void 0 && state.owed.some(({ prefixes }) => prefixes.includes(prefix));
      if (owed && !isReportForm(text)) return stay(state, { kind: "late", text });
      return stay(state, isUrc(text) ? { kind: "urc", text } : { kind: "unknown", text });
    }
    case "prompt":
      return stay(state, { kind: "escape" });
    case "banner":
      return stay({ ...state, owed: [] }, { kind: "reset", text: line.text });
    case "junk":
      return stay(state, { kind: "junk", line });
  }
}
function onDeadline(state) {
  const { command: command2, held, owed } = state;
  if (held) return settled([], held);
  return settled([...owed, command2].slice(-owedKept), { kind: "silent", afterMs: command2.deadlineMs });
}
function stepWaiting(state, input) {
  switch (input.kind) {
    case "send":
      throw new Error(`one command at a time: ${state.command.request} is under way`);
    case "line":
      return onLineWaiting(state, input.line);
    case "deadline":
      return onDeadline(state);
    case "lost":
      return { state: { kind: "lost" }, effects: [{ kind: "settle", outcome: { kind: "port_lost" } }] };
    case "forgive":
      return stay({ ...state, owed: [] });
    case "rested":
      return stay(state);
  }
}
function stepQuiet(state, input) {
  switch (input.kind) {
    case "send":
      if (state.kind === "resting") throw new Error(`${input.command.request} is sent before the line has rested`);
      return stay(
        { kind: "waiting", command: input.command, info: [], owed: state.owed, held: void 0, lateSeen: false },
        { kind: "write", text: `${input.command.request}\r` }
      );
    case "line":
      return onLineQuiet(state, input.line);
    case "lost":
      return stay({ kind: "lost" });
    case "rested":
      return stay({ kind: "idle", owed: state.owed });
    case "forgive":
      return stay({ ...state, owed: [] });
    case "deadline":
      return stay(state);
  }
}
function stepExchange(state, input) {
  switch (state.kind) {
    case "waiting":
      return stepWaiting(state, input);
    case "idle":
    case "resting":
      return stepQuiet(state, input);
    case "lost":
      if (input.kind !== "send") return stay(state);
      return stay(state, { kind: "settle", outcome: { kind: "port_lost" } });
  }
}

// src/base/ring.ts
function createRing(capacity) {
  const items = [];
  let forgotten = 0;
  return {
    push: (item) => {
      items.push(item);
      if (items.length > capacity) {
        items.shift();
        forgotten += 1;
      }
    },
    items: () => items,
    last: () => items.at(-1),
    get forgotten() {
      return forgotten;
    }
  };
}

// src/modem/deadline.ts
var never = Number.POSITIVE_INFINITY;
function createDeadline(clock, onDue) {
  const ended = new AbortController();
  let dueMs = never;
  let watchedMs = never;
  async function watch() {
    const untilMs = dueMs;
    watchedMs = untilMs;
    await clock.sleep(untilMs - clock.monoMs(), ended.signal);
    if (watchedMs !== untilMs || ended.signal.aborted) return;
    watchedMs = never;
    if (dueMs === never) return;
    if (dueMs > untilMs) return void watch();
    dueMs = never;
    onDue();
  }
  return {
    set: (ms) => {
      dueMs = clock.monoMs() + ms;
      if (dueMs < watchedMs) void watch();
    },
    clear: () => {
      dueMs = never;
    },
    end: () => ended.abort()
  };
}

// src/modem/session.ts
var restMs = 20;
var hurryMs = 300;
var quietMs = 100;
var cleanMs = 200;
var queueLimit = 32;
var unknownKept = 5;
var unknownWidth = 80;
var cancelText = "\x1B\r";
function masked(text) {
  return text.slice(0, unknownWidth).replace(/\d/g, "#");
}
var AtSession = class {
  #clock;
  #listener;
  #queue = [];
  #unknown = createRing(unknownKept);
  #counts = { timeouts: 0, late: 0, unknown: 0, nmea: 0, binary: 0, resets: 0, unended: 0 };
  #port;
  #state = newExchange;
  #job;
  #deadline;
  #cleaning = false;
  constructor(clock, listener) {
    this.#clock = clock;
    this.#listener = listener;
    this.#deadline = createDeadline(clock, () => this.#step({ kind: "deadline" }));
  }
  async open(openPort) {
    this.#port = await openPort({
      line: (text) => this.#onLine(text),
      partial: () => this.#onPartial(),
      lost: () => this.#onLost()
    });
  }
  get counts() {
    return { ...this.#port?.counts ?? { bytes: 0, noise: 0, overlong: 0 }, ...this.#counts };
  }
  get unknownLines() {
    return this.#unknown.items();
  }
  send(command2) {
    const known = typeof command2 === "string" ? commandFor(command2) : command2;
    if (this.#state.kind === "lost") return Promise.resolve({ kind: "port_lost" });
    if (this.#queue.length >= queueLimit) return Promise.resolve({ kind: "refused" });
    return new Promise((settle) => {
      this.#queue.push({ command: known, settle });
      this.#next();
    });
  }
  async clean() {
    this.#cleaning = true;
    this.#port?.write(cancelText);
    await this.#clock.sleep(cleanMs);
    this.#cleaning = false;
    this.#step({ kind: "forgive" });
    this.#next();
  }
  close() {
    this.#port?.close();
    this.#end();
  }
  #next() {
    if (this.#state.kind !== "idle" || this.#cleaning || this.#job) return;
    const job = this.#queue.shift();
    if (!job) return;
    this.#job = job;
    this.#deadline.set(job.command.deadlineMs);
    this.#step({ kind: "send", command: job.command });
  }
  #onLine(raw) {
    const line = classifyLine(raw, this.#job?.command.request);
    if (line) this.#step({ kind: "line", line });
  }
  #onPartial() {
    const port = this.#port;
    if (!port || !isWholeWithoutEnd(port.partial())) return;
    const { bytes } = port.counts;
    void this.#clock.sleep(quietMs).then(() => {
      const text = port.partial();
      if (port.counts.bytes !== bytes || !isWholeWithoutEnd(text)) return;
      port.dropPartial();
      this.#counts.unended += 1;
      this.#onLine(text);
    });
  }
  #onLost() {
    if (this.#end()) this.#listener.lost();
  }
  /** Everything under way ends as `port_lost`; false when it had ended before. */
  #end() {
    if (this.#state.kind === "lost") return false;
    this.#deadline.end();
    this.#step({ kind: "lost" });
    for (const job of this.#queue.splice(0)) job.settle({ kind: "port_lost" });
    return true;
  }
  #step(input) {
    const { state, effects } = stepExchange(this.#state, input);
    this.#state = state;
    for (const effect of effects) this.#act(effect);
  }
  #act(effect) {
    switch (effect.kind) {
      case "write":
        this.#port?.write(effect.text);
        return;
      case "settle":
        this.#settle(effect.outcome);
        return;
      case "hurry":
        this.#deadline.set(hurryMs);
        return;
      case "escape":
        this.#port?.write(cancelText);
        return;
      case "urc":
        this.#onUrc(effect.text);
        return;
      case "reset":
        this.#counts.resets += 1;
        this.#listener.reset();
        return;
      case "late":
        this.#counts.late += 1;
        return;
      case "junk":
        this.#counts[effect.line.junk] += 1;
        return;
      case "unknown":
        this.#onUnknown(effect.text);
        return;
    }
  }
  #settle(outcome) {
    const job = this.#job;
    this.#job = void 0;
    this.#deadline.clear();
    if (outcome.kind === "silent") this.#counts.timeouts += 1;
    job?.settle(outcome);
    void this.#clock.sleep(restMs).then(() => {
      this.#step({ kind: "rested" });
      this.#next();
    });
  }
  #onUrc(text) {
    const urc = parseUrc(text);
    if (urc) this.#listener.urc(urc, text);
    else this.#onUnknown(text);
  }
  #onUnknown(text) {
    this.#counts.unknown += 1;
    this.#unknown.push(masked(text));
  }
};
async function openSession(openPort, clock, listener) {
  const session = new AtSession(clock, listener);
  await session.open(openPort);
  return session;
}

// src/modem/identify.ts
var points = { manufacturer: 10, model: 20 };
function scoreOf(match, identity) {
  let score = 0;
  for (const part of ["manufacturer", "model"]) {
    const pattern = match[part];
    if (!pattern) continue;
    if (!pattern.test(identity[part] ?? "")) return void 0;
    score += points[part];
  }
  return score;
}
function reasonOf(match, identity) {
  const parts = ["manufacturer", "model"].filter((part) => match[part]);
  if (parts.length === 0) return "no profile of a family matches";
  return parts.map((part) => `${part} "${identity[part]}" matches ${match[part]}`).join(", ");
}
function identify(identity, profiles2) {
  let best;
  for (const profile of profiles2) {
    for (const match of profile.match) {
      const score = scoreOf(match, identity);
      if (score === void 0 || best && best.score >= score) continue;
      best = { profile, score, reason: reasonOf(match, identity) };
    }
  }
  return best;
}

// src/modem/profiles/generic.ts
var generic = {
  id: "generic",
  match: [{ source: "matches every modem, with the lowest score" }],
  setup: [
    ["ATE0"],
    ["ATV1"],
    // Numbers, not words: the words differ by firmware (27.007 §9.1).
    ["AT+CMEE=1"],
    // With the reject cause (<n>=3, 27.007 §10.1.22), else with the cell only.
    ["AT+CEREG=3", "AT+CEREG=2"],
    // Changes of the data bearer as +CGEV, buffered while the line is busy (27.007 §10.1.19).
    ["AT+CGEREP=2,1"]
  ],
  radio: [{ request: "AT+CESQ", parser: "cesq" }],
  iccid: ["AT+CCID", "AT+ICCID"],
  simPresence: void 0
};

// src/modem/profiles/quectel.ts
var quectel = {
  id: "quectel",
  match: [
    { manufacturer: /^quectel/i, source: "AT+CGMI of every Quectel module (EC2x manual 2.4)" },
    {
      manufacturer: /^quectel/i,
      model: /^(E[CGP]\d|BG\d|RM\d|RG\d|EM\d|UC\d|AG\d)/i,
      source: "AT+CGMM of the families named here"
    },
    { model: /^(EC2[015]|EG(25|91|95)|RM5\d\d)/i, source: "branded modules that keep the model and change the maker" }
  ],
  // Card insertion as +QSIMSTAT (EC2x manual 5.12). The level of the detect pin (+QSIMDET) is the board maker's to set.
  setup: [["AT+QSIMSTAT=1"]],
  radio: [
    // One reply with technology and all four values, whose SINR has one scale on all firmware; +QENG's has two.
    { request: "AT+QCSQ", parser: "qcsq" },
    { request: 'AT+QENG="servingcell"', parser: "qeng" },
    ...generic.radio
  ],
  // RM500U answers +ICCID with +CME ERROR: 4.
  iccid: ["AT+QCCID", "AT+CCID"],
  simPresence: "AT+QSIMSTAT?"
};

// src/modem/profiles/index.ts
var profiles = [quectel, generic];

// src/at/parse/identity.ts
var nameLimit = 64;
function firstText(info) {
  const line = info.find((each) => textOf(each) !== void 0);
  if (line === void 0) return void 0;
  const bare = prefixOf(line) === void 0 ? line : bodyOf(line);
  return textOf(bare.replace(/^(manufacturer|model|revision|imei)\s*:\s*/i, ""))?.slice(0, nameLimit);
}
function parseImei(info) {
  for (const line of info) {
    const match = /(?<!\d)\d{15,16}(?!\d)/.exec(line);
    if (match) return match[0];
  }
  return void 0;
}
function parseImsi(info) {
  const text = firstText(info);
  return text !== void 0 && /^\d{14,15}$/.test(text) ? text : void 0;
}
function parseAti(info) {
  const labelled = (label) => {
    const pattern = new RegExp(`^${label}\\s*:\\s*(.+)$`, "i");
    for (const line of info) {
      const found = textOf(pattern.exec(line)?.[1]);
      if (found !== void 0) return found.slice(0, nameLimit);
    }
    return void 0;
  };
  const bare = info.filter((line) => prefixOf(line) === void 0 && !/^[A-Za-z ]+:/.test(line));
  return {
    manufacturer: labelled("manufacturer") ?? bare[0]?.slice(0, nameLimit),
    model: labelled("model") ?? bare[1]?.slice(0, nameLimit),
    revision: labelled("revision"),
    imei: parseImei(info.filter((line) => /^imei\s*:/i.test(line)))
  };
}

// src/probes/modem-dialogue.ts
var patienceMs = 2e3;
var aliveMs = 1e3;
var alivesTried = 2;
var combinedTries = 2;
var none = { kind: "none" };
function hurried(known) {
  return known.deadlineMs <= patienceMs ? known : { ...known, deadlineMs: patienceMs };
}
var Dialogue = class {
  #session;
  #hurried = /* @__PURE__ */ new Map();
  #trouble;
  /** Answers in hand from a combined question. */
  #inHand = /* @__PURE__ */ new Map();
  /** What the modem refused since it was greeted: it would spoil a combined question. */
  #refused = /* @__PURE__ */ new Set();
  #combinedFailures = 0;
  /** While false, commands that only a SIM can answer are not sent: they would block the line for many seconds. */
  simReady = false;
  constructor(session) {
    this.#session = session;
  }
  get trouble() {
    return this.#trouble;
  }
  async ask(request) {
    if (this.#trouble) return none;
    const inHand = this.#inHand.get(request);
    if (this.#inHand.delete(request) && inHand) return inHand;
    const known = this.#known(request);
    if (known.needsSim && !this.simReady) return none;
    const answer = await this.#judge(await this.#session.send(known));
    if (answer.kind === "no") this.#refused.add(request);
    return answer;
  }
  /**
   * Asks all of this in one line, so that the questions that follow are answered already. Where that fails nothing is
   * lost: each is asked alone then. Old answers still in hand are dropped.
   */
  async prefetch(requests) {
    this.#inHand.clear();
    const wanted = requests.filter(
      (each) => !this.#refused.has(each) && (this.simReady || !this.#known(each).needsSim)
    );
    if (this.#trouble || this.#combinedFailures >= combinedTries || wanted.length < 2) return;
    const parts = wanted.map((each) => this.#known(each));
    const answer = await this.#judge(await this.#session.send(combined(parts)));
    if (answer.kind !== "info") {
      this.#combinedFailures += 1;
      return;
    }
    this.#combinedFailures = 0;
    for (const [at, request] of wanted.entries()) {
      const info = answer.info.filter((line) => parts[at]?.prefixes.includes(prefixOf(line) ?? ""));
      if (info.length > 0) this.#inHand.set(request, { kind: "info", info });
    }
  }
  /** Whether the modem has refused this since it was greeted. */
  refuses(request) {
    return this.#refused.has(request);
  }
  /** Lines of the first question that is answered with information. */
  async firstInfo(requests) {
    for (const request of requests) {
      const answer = await this.ask(request);
      if (answer.kind === "info" && answer.info.length > 0) return answer.info;
    }
    return [];
  }
  /** A clean start: false when nobody answers. */
  async greet() {
    this.#trouble = void 0;
    this.#inHand.clear();
    this.#refused.clear();
    this.#combinedFailures = 0;
    await this.#session.clean();
    await this.#listen();
    return this.#trouble === void 0;
  }
  async setUp({ setup }) {
    for (const alternatives of setup) {
      for (const request of alternatives) {
        if ((await this.ask(request)).kind === "info") break;
      }
    }
  }
  async identify() {
    const [manufacturer, model, revision] = [
      firstText(await this.firstInfo(["AT+CGMI"])),
      firstText(await this.firstInfo(["AT+CGMM"])),
      firstText(await this.firstInfo(["AT+CGMR"]))
    ];
    const imei = parseImei(await this.firstInfo(["AT+CGSN"]));
    if (manufacturer !== void 0 && model !== void 0) return { manufacturer, model, revision, imei };
    const whole = parseAti(await this.firstInfo(["ATI"]));
    return {
      manufacturer: manufacturer ?? whole.manufacturer,
      model: model ?? whole.model,
      revision: revision ?? whole.revision,
      imei: imei ?? whole.imei
    };
  }
  #known(request) {
    const known = this.#hurried.get(request) ?? hurried(command(request));
    this.#hurried.set(request, known);
    return known;
  }
  async #judge(outcome) {
    switch (outcome.kind) {
      case "ok":
        return { kind: "info", info: outcome.info };
      case "cme":
        return { kind: "no", code: outcome.code };
      case "error":
      case "unsupported":
      case "cms":
      case "call":
        return { kind: "no", code: void 0 };
      case "silent":
        await this.#listen();
        return none;
      case "reset":
        this.#trouble = "reset";
        return none;
      case "port_lost":
        this.#trouble = "lost";
        return none;
      case "refused":
        return none;
    }
  }
  /** Sends AT until it is answered, twice at most; sets the trouble it finds. */
  async #listen() {
    const alive = { ...command("AT"), deadlineMs: aliveMs };
    for (let tried = 0; tried < alivesTried; tried += 1) {
      const { kind } = await this.#session.send(alive);
      if (kind === "silent" || kind === "refused") continue;
      if (kind === "port_lost") this.#trouble = "lost";
      if (kind === "reset") this.#trouble = "reset";
      return;
    }
    this.#trouble = "silent";
  }
};

// src/at/parse/radio.ts
var rssiRanges = [
  { first: 0, last: 31, base: -113, step: 2 },
  { first: 100, last: 191, base: -116, step: 1 }
];
function rssiOf(raw) {
  const range = rssiRanges.find(({ first, last }) => raw >= first && raw <= last);
  if (!range) return { rssiDbm: void 0, rssiBound: void 0 };
  const rssiDbm = range.base + (raw - range.first) * range.step;
  if (raw === range.first) return { rssiDbm, rssiBound: "le" };
  return { rssiDbm, rssiBound: raw === range.last ? "ge" : void 0 };
}
function parseCsq(line) {
  const fields = fieldsOf(line, "+CSQ");
  const rssiRaw = integerOf(fields?.[0]);
  if (rssiRaw === void 0) return void 0;
  const berRaw = integerOf(fields?.[1]);
  const ber = berRaw !== void 0 && berRaw >= 0 && berRaw <= 7 ? berRaw : void 0;
  return { rssiRaw, berRaw, ...rssiOf(rssiRaw), ber };
}
var scales = {
  rxlevDbm: { max: 63, base: -111, step: 1 },
  ber: { max: 7, base: 0, step: 1 },
  rscpDbm: { max: 96, base: -121, step: 1 },
  ecnoDb: { max: 49, base: -24.5, step: 0.5 },
  rsrqDb: { max: 34, base: -20, step: 0.5 },
  rsrpDbm: { max: 97, base: -141, step: 1 },
  ssRsrqDb: { max: 126, base: -43.5, step: 0.5 },
  ssRsrpDbm: { max: 126, base: -157, step: 1 },
  ssSinrDb: { max: 127, base: -23.5, step: 0.5 }
};
var order = [
  "rxlevDbm",
  "ber",
  "rscpDbm",
  "ecnoDb",
  "rsrqDb",
  "rsrpDbm",
  "ssRsrqDb",
  "ssRsrpDbm",
  "ssSinrDb"
];
function scaled(raw, { max, base, step }) {
  return raw !== void 0 && raw >= 0 && raw <= max ? base + raw * step : void 0;
}
function parseCesq(line) {
  const fields = fieldsOf(line, "+CESQ");
  if (!fields || fields.length < 6) return void 0;
  const raw = order.map((_, at) => integerOf(fields[at]));
  if (raw.slice(0, 6).includes(void 0)) return void 0;
  const value = (name) => scaled(raw[order.indexOf(name)], scales[name]);
  return {
    raw,
    rxlevDbm: value("rxlevDbm"),
    ber: value("ber"),
    rscpDbm: value("rscpDbm"),
    ecnoDb: value("ecnoDb"),
    rsrqDb: value("rsrqDb"),
    rsrpDbm: value("rsrpDbm"),
    ssRsrqDb: value("ssRsrqDb"),
    ssRsrpDbm: value("ssRsrpDbm"),
    ssSinrDb: value("ssSinrDb")
  };
}

// src/at/parse/serving-cell.ts
var ranges = {
  rsrp: [-157, -31],
  rsrq: [-43, 20],
  rssi: [-140, -10],
  rscp: [-130, -10],
  ecio: [-50, 0],
  rxlev: [-120, -10],
  /** Direct dB (EC2x manual: −20…30). Firmware that prints raw/5−20 here cannot be told apart; +QCSQ can. */
  sinr: [-23, 40]
};
function measure(fields, at, name) {
  const [min, max] = ranges[name];
  return at === void 0 ? void 0 : measuredOf(fields[at], min, max);
}
var lteQuality = { rssi: 1, rsrp: 2, sinr: 3, rsrq: 4 };
var qualityLayouts = /* @__PURE__ */ new Map([
  ["GSM", { rssi: 1 }],
  ["WCDMA", { rssi: 1, rscp: 2, ecio: 3 }],
  ["TDSCDMA", { rssi: 1, rscp: 2, ecio: 3 }],
  ["LTE", lteQuality],
  ["CAT-M1", lteQuality],
  ["CAT-NB1", lteQuality],
  ["EMTC", lteQuality],
  ["NBIOT", lteQuality],
  ["NR5G", { rsrp: 1, sinr: 2, rsrq: 3 }]
]);
function quectelSinr(raw, sysmode) {
  if (raw === void 0 || sysmode.startsWith("NR5G")) return raw;
  return Math.round(raw * 2 - 200) / 10;
}
function parseQcsq(line) {
  const fields = fieldsOf(line, "+QCSQ");
  const sysmode = textOf(fields?.[0])?.toUpperCase();
  if (!fields || sysmode === void 0 || sysmode.startsWith("(")) return void 0;
  const layout = qualityLayouts.get(sysmode) ?? {};
  const raw = layout.sinr === void 0 ? void 0 : fields[layout.sinr];
  const sinrRaw = sysmode.startsWith("NR5G") ? measuredOf(raw, ...ranges.sinr) : measuredOf(raw, 0, 250);
  return {
    sysmode,
    rssiDbm: measure(fields, layout.rssi, "rssi"),
    rsrpDbm: measure(fields, layout.rsrp, "rsrp"),
    rsrqDb: measure(fields, layout.rsrq, "rsrq"),
    sinrRaw,
    sinrDb: quectelSinr(sinrRaw, sysmode),
    rscpDbm: measure(fields, layout.rscp, "rscp"),
    ecioDb: measure(fields, layout.ecio, "ecio")
  };
}
var lteCell = {
  duplex: 0,
  mcc: 1,
  cell: 3,
  physical: 4,
  channel: 5,
  band: 6,
  area: 9,
  rsrp: 10,
  rsrq: 11,
  rssi: 12,
  sinr: 13
};
var cellLayouts = /* @__PURE__ */ new Map([
  ["GSM", { mcc: 0, area: 2, cell: 3, channel: 5, rxlev: 7 }],
  ["WCDMA", { mcc: 0, area: 2, cell: 3, channel: 4, physical: 5, rscp: 7, ecio: 8 }],
  ["LTE", lteCell],
  ["CAT-M", lteCell],
  ["CAT-NB", lteCell],
  ["EMTC", lteCell],
  ["NBIOT", lteCell],
  ["NR5G-SA", { duplex: 0, mcc: 1, cell: 3, physical: 4, area: 5, channel: 6, band: 7, rsrp: 9, rsrq: 10, sinr: 11 }],
  // Here sinr stands before rsrq: many public parsers read one as the other.
  ["NR5G-NSA", { mcc: 0, physical: 2, rsrp: 3, sinr: 4, rsrq: 5, channel: 6, band: 7 }]
]);
function cellOf(rat, fields) {
  const layout = cellLayouts.get(rat.toUpperCase());
  if (!layout) return void 0;
  const at = (place) => place === void 0 ? void 0 : fields[place];
  return {
    rat,
    duplex: textOf(at(layout.duplex)),
    mcc: textOf(at(layout.mcc)),
    mnc: textOf(layout.mcc === void 0 ? void 0 : fields[layout.mcc + 1]),
    area: hexadecimalOf(at(layout.area)),
    cell: hexadecimalOf(at(layout.cell)),
    physical: integerOf(at(layout.physical)),
    channel: integerOf(at(layout.channel)),
    band: integerOf(at(layout.band)),
    rsrpDbm: measure(fields, layout.rsrp, "rsrp"),
    rsrqDb: measure(fields, layout.rsrq, "rsrq"),
    rssiDbm: measure(fields, layout.rssi, "rssi"),
    sinrDb: measure(fields, layout.sinr, "sinr"),
    rscpDbm: measure(fields, layout.rscp, "rscp"),
    ecioDb: measure(fields, layout.ecio, "ecio"),
    rxlevDbm: measure(fields, layout.rxlev, "rxlev")
  };
}
function cellOfLine(fields, own) {
  const rat = textOf(fields[own ? 2 : 0]);
  return rat === void 0 ? void 0 : cellOf(rat, fields.slice(own ? 3 : 1));
}
function parseServingCell(lines) {
  let state;
  const cells = [];
  for (const fields of allFieldsOf(lines, "+QENG")) {
    const own = textOf(fields[0]) === "servingcell";
    if (own) state = textOf(fields[1]);
    const cell = cellOfLine(fields, own);
    if (cell) cells.push(cell);
  }
  if (state === void 0 && cells.length === 0) return void 0;
  const nr = cells.find((cell) => cell.rat === "NR5G-NSA");
  return { state, cell: cells.find((cell) => cell !== nr), nr };
}

// src/at/parse/quality.ts
var nothing = { rsrpDbm: void 0, rsrqDb: void 0, sinrDb: void 0 };
var ratByName = /* @__PURE__ */ new Map([
  ["NOSERVICE", "none"],
  ["SEARCH", "none"],
  ["GSM", "gsm"],
  ["WCDMA", "wcdma"],
  ["TDSCDMA", "wcdma"],
  ["LTE", "lte"],
  ["CAT-M", "lte"],
  ["CAT-M1", "lte"],
  ["CAT-NB", "lte"],
  ["CAT-NB1", "lte"],
  ["EMTC", "lte"],
  ["NBIOT", "lte"],
  ["NR5G", "nr"],
  ["NR5G-SA", "nr"],
  ["NR5G-NSA", "lte"]
]);
function ratOfAccess(act) {
  if (act === void 0 || act < 0 || act > 13) return void 0;
  if (act === 0 || act === 1 || act === 3 || act === 8) return "gsm";
  if (act === 2 || act >= 4 && act <= 6) return "wcdma";
  return act === 11 || act === 12 ? "nr" : "lte";
}
function fromQcsq(info) {
  for (const line of info) {
    const quality = parseQcsq(line);
    if (quality) return { ...quality, rat: ratByName.get(quality.sysmode) };
  }
  return void 0;
}
function fromServingCell(info) {
  const serving = parseServingCell(info);
  if (!serving) return void 0;
  if (!serving.cell) return { rat: ratByName.get(serving.state ?? ""), ...nothing };
  const { rat, rsrpDbm, rsrqDb, sinrDb } = serving.cell;
  return { rat: ratByName.get(rat.toUpperCase()), rsrpDbm, rsrqDb, sinrDb };
}
function fromCesq(info) {
  for (const line of info) {
    const quality = parseCesq(line);
    if (!quality) continue;
    if (quality.ssRsrpDbm !== void 0) {
      return { rat: "nr", rsrpDbm: quality.ssRsrpDbm, rsrqDb: quality.ssRsrqDb, sinrDb: quality.ssSinrDb };
    }
    if (quality.rsrpDbm !== void 0) {
      return { rat: "lte", rsrpDbm: quality.rsrpDbm, rsrqDb: quality.rsrqDb, sinrDb: void 0 };
    }
    if (quality.rscpDbm !== void 0) return { rat: "wcdma", ...nothing };
    return { rat: quality.rxlevDbm === void 0 ? void 0 : "gsm", ...nothing };
  }
  return void 0;
}
var radioParsers = {
  qcsq: fromQcsq,
  qeng: fromServingCell,
  cesq: fromCesq
};

// src/probes/modem-readings.ts
function measured(signal, value, atMs) {
  return value === void 0 ? absent(signal, atMs) : reading(signal, value, atMs);
}
var answeredSignals = [
  "sim.state",
  "modem.csq",
  "modem.rsrp_dbm",
  "modem.rsrq_db",
  "modem.sinr_db",
  "modem.rat",
  "modem.reg_state",
  "modem.reject_cause",
  "modem.pdp_state",
  "modem.pdp_cause",
  "modem.apn"
];
var simSignals = {
  ready: "ready",
  pin2_required: "ready",
  puk2_required: "ready",
  absent: "absent",
  pin_required: "pin_required",
  puk_required: "puk_required",
  device_locked_to_sim: "error",
  network_locked: "error",
  failure: "error",
  wrong: "error",
  busy: "busy",
  not_ready: "busy"
};
function simSignal(state) {
  return simSignals[state];
}
var regRanks = [
  ["home", "home"],
  ["home_csfb_not_preferred", "home"],
  ["roaming", "roaming"],
  ["roaming_csfb_not_preferred", "roaming"],
  ["home_sms_only", "home"],
  ["roaming_sms_only", "roaming"],
  ["denied", "denied"],
  ["emergency_only", "emergency_only"],
  ["restricted_local_operator", "emergency_only"],
  ["searching", "searching"],
  ["unknown", "unregistered"],
  ["not_registered", "unregistered"]
];
function bestRegistration(all) {
  const known = [...all];
  for (const [state] of regRanks) {
    const found = known.find((each) => each.state === state);
    if (found) return found;
  }
  return void 0;
}
function regSignal(state) {
  return regRanks.find(([each]) => each === state)?.[1];
}
function rejectCauseOf(all) {
  for (const { state, causeType, rejectCause } of all) {
    if (state === "denied" && causeType === 0 && rejectCause !== void 0) return rejectCause;
  }
  return void 0;
}
function csqReading(rssiRaw, atMs) {
  return measured("modem.csq", rssiRaw !== void 0 && rssiRaw >= 0 && rssiRaw <= 31 ? rssiRaw : void 0, atMs);
}
function radioReadings(quality, act, atMs) {
  const rat = quality?.rat ?? ratOfAccess(act);
  return [
    measured("modem.rsrp_dbm", quality?.rsrpDbm, atMs),
    measured("modem.rsrq_db", quality?.rsrqDb, atMs),
    measured("modem.sinr_db", quality?.sinrDb, atMs),
    measured("modem.rat", rat, atMs)
  ];
}
var otherUse = /^(ims|sos|xcap|mms)\b/i;
function dataContext(definitions, states2) {
  const names = new Map(definitions.map(({ cid, apn }) => [cid, apn]));
  const usable = states2.filter(({ cid }) => !otherUse.test(names.get(cid) ?? ""));
  const chosen = usable.find(({ active }) => active) ?? usable[0];
  return chosen && { ...chosen, apn: names.get(chosen.cid) ?? "" };
}
function apnName(apn) {
  return apn.toLowerCase().replace(/\.mnc\d+\.mcc\d+\.gprs$/, "");
}
function apnReadings(apn, expected, atMs) {
  const name = apn === void 0 || apn === "" ? void 0 : apnName(apn);
  const readings = [measured("modem.apn", name, atMs)];
  if (expected === void 0) return readings;
  return [
    ...readings,
    measured("modem.apn_expected", name === void 0 ? void 0 : name === apnName(expected), atMs)
  ];
}
function bearerReadings(active, cause, atMs) {
  const pdpCause = active === false && cause?.layer === "esm" ? cause.cause : void 0;
  const state = active === void 0 ? void 0 : active ? "active" : pdpCause === void 0 ? "inactive" : "rejected";
  return [measured("modem.pdp_state", state, atMs), measured("modem.pdp_cause", pdpCause, atMs)];
}
var ends = /* @__PURE__ */ new Set([
  "nw_deact_pdp",
  "me_deact_pdp",
  "nw_pdn_deact",
  "me_pdn_deact",
  "nw_detach",
  "me_detach"
]);
function endsBearer({ event, cid }, current) {
  return ends.has(event) && (cid === void 0 || current === void 0 || cid === current);
}

// src/probes/modem-poll.ts
var registrationRequests = [
  "AT+CEREG?",
  "AT+C5GREG?",
  "AT+CGREG?",
  "AT+CREG?"
];
var definitionsKeptMs = 5e3;
var esmFailure = 19;
function firstOf(answer, parse) {
  if (answer.kind !== "info") return void 0;
  for (const line of answer.info) {
    const parsed = parse(line);
    if (parsed !== void 0) return parsed;
  }
  return void 0;
}
var ModemPoll = class {
  #dialogue;
  #profile;
  #options;
  #registrations = /* @__PURE__ */ new Map();
  #sim;
  #registered;
  #radioAt = 0;
  #context;
  #defined = [];
  #definedMs = Number.NEGATIVE_INFINITY;
  #simIdentity = { iccid: void 0, imsi: void 0 };
  constructor(dialogue, profile, options) {
    this.#dialogue = dialogue;
    this.#profile = profile;
    this.#options = options;
  }
  get simIdentity() {
    return this.#simIdentity;
  }
  /** True when SIM or registration are not what they were at the last look. */
  async run() {
    const before = `${this.#sim} ${this.#registered}`;
    await this.#lookAtSim();
    await this.#dialogue.prefetch(this.#expected());
    this.#emit(csqReading(firstOf(await this.#dialogue.ask("AT+CSQ"), parseCsq)?.rssiRaw, this.#now));
    await this.#lookAtRegistration();
    const best = bestRegistration(this.#registrations.values());
    this.#emit(...radioReadings(await this.#radio(), best?.act, this.#now));
    await this.#lookAtData(best);
    return before !== `${this.#sim} ${this.#registered}`;
  }
  /** What an unsolicited line says at once; true when it calls for a look. */
  hear(urc) {
    switch (urc.kind) {
      case "registration":
        this.#registrations.set(urc.registration.domain, urc.registration);
        this.#emitRegistration();
        return true;
      case "sim_presence":
        if (urc.presence.inserted === false) this.#emit(reading("sim.state", "absent", this.#now));
        return true;
      case "sim_pin":
        if (urc.pin.state && urc.pin.state !== "not_ready") this.#emitSim(urc.pin.state);
        return true;
      case "packet":
        if (endsBearer(urc.event, this.#context?.cid)) this.#emit(reading("modem.pdp_state", "inactive", this.#now));
        return true;
      case "signal":
        this.#emit(csqReading(urc.rssiRaw, this.#now));
        return false;
      case "notice":
        return false;
    }
  }
  get #now() {
    return this.#options.clock.monoMs();
  }
  #emit(...readings) {
    this.#options.emit(readings);
  }
  #emitSim(state) {
    this.#emit(measured("sim.state", state && simSignal(state), this.#now));
  }
  #emitRegistration() {
    const best = bestRegistration(this.#registrations.values());
    this.#registered = best && regSignal(best.state);
    this.#emit(measured("modem.reg_state", this.#registered, this.#now));
  }
  /** What this look will ask, as far as the last one tells. */
  #expected() {
    const question = this.#profile.radio[this.#radioAt];
    const enough = this.#registered === void 0 || this.#registered === "home" || this.#registered === "roaming";
    return [
      "AT+CSQ",
      "AT+CEREG?",
      ...enough ? [] : ["AT+CGREG?", "AT+CREG?"],
      ...question ? [question.request] : [],
      "AT+CGACT?"
    ];
  }
  async #lookAtSim() {
    const before = this.#sim;
    const answer = await this.#dialogue.ask("AT+CPIN?");
    if (this.#dialogue.trouble === void 0) this.#emit(reading("modem.at_response", "ok", this.#now));
    const told = answer.kind === "no" ? simStateOfCme(answer.code) : firstOf(answer, parseCpin)?.state;
    const state = await this.#checkedAgainstTray(told, answer);
    this.#sim = state && simSignal(state);
    this.#dialogue.simReady = this.#sim === "ready";
    this.#emitSim(state);
    if (this.#sim === "ready" && before !== "ready") await this.#readSimIdentity();
  }
  /** Where the answer to +CPIN? leaves it open, the contact of the tray may know. */
  async #checkedAgainstTray(told, answer) {
    const request = this.#profile.simPresence;
    const open2 = answer.kind !== "none" && (told === void 0 || simSignal(told) === "error" || simSignal(told) === "busy");
    if (!open2 || request === void 0) return told;
    const presence = firstOf(await this.#dialogue.ask(request), parseQsimstat);
    return presence?.enabled && presence.inserted === false ? "absent" : told;
  }
  async #readSimIdentity() {
    const lines = await this.#dialogue.firstInfo(this.#profile.iccid);
    const iccid = lines.map(parseIccid).find((each) => each !== void 0);
    this.#simIdentity = { iccid, imsi: parseImsi(await this.#dialogue.firstInfo(["AT+CIMI"])) };
  }
  async #lookAtRegistration() {
    this.#registrations.clear();
    for (const request of registrationRequests) {
      if (request === "AT+C5GREG?" && this.#dialogue.refuses(request)) continue;
      const found = firstOf(await this.#dialogue.ask(request), parseRegistration);
      if (!found) continue;
      this.#registrations.set(found.domain, found);
      if (regSignal(found.state) === "home" || regSignal(found.state) === "roaming") break;
    }
    this.#emitRegistration();
  }
  async #radio() {
    const { radio } = this.#profile;
    for (let tried = 0; tried < radio.length; tried += 1) {
      const question = radio[this.#radioAt];
      const answer = question && await this.#dialogue.ask(question.request);
      if (!question || !answer || answer.kind === "none") return void 0;
      const quality = answer.kind === "info" ? radioParsers[question.parser](answer.info) : void 0;
      if (quality) return quality;
      this.#radioAt = (this.#radioAt + 1) % radio.length;
    }
    return void 0;
  }
  async #lookAtData(best) {
    const context = await this.#dataContext();
    const registered = this.#registered === "home" || this.#registered === "roaming";
    const reject = registered ? void 0 : rejectCauseOf(this.#registrations.values());
    const denied = best?.state === "denied" && (reject === void 0 || reject === esmFailure);
    const cause = denied || registered && context?.active === false ? await this.#networkCause() : void 0;
    const told = cause?.layer === "emm" && !registered ? cause.cause : void 0;
    this.#emit(
      measured("modem.reject_cause", reject ?? told, this.#now),
      ...bearerReadings(context?.active, cause, this.#now),
      ...apnReadings(context?.apn, this.#options.apn, this.#now)
    );
  }
  async #dataContext() {
    this.#context = void 0;
    const defined = await this.#definitions();
    const states2 = await this.#dialogue.ask("AT+CGACT?");
    if (states2.kind !== "info") return void 0;
    this.#context = dataContext(defined, parseCgact(states2.info));
    return this.#context ?? { cid: 1, apn: defined[0]?.apn ?? "", active: false };
  }
  /** Only a command changes them, so they are not read with every look in quick pace. */
  async #definitions() {
    if (this.#now - this.#definedMs < definitionsKeptMs && this.#dialogue.simReady) return this.#defined;
    const answer = await this.#dialogue.ask("AT+CGDCONT?");
    this.#defined = answer.kind === "info" ? parseCgdcont(answer.info) : [];
    this.#definedMs = answer.kind === "info" ? this.#now : Number.NEGATIVE_INFINITY;
    return this.#defined;
  }
  async #networkCause() {
    const answer = await this.#dialogue.ask("AT+CEER");
    return answer.kind === "info" ? parseCeer(answer.info)?.cause : void 0;
  }
};
function nothingKnown(atMs, apnConfigured) {
  const readings = answeredSignals.map((signal) => absent(signal, atMs));
  return apnConfigured ? [...readings, absent("modem.apn_expected", atMs)] : readings;
}

// src/probes/modem-link.ts
var ModemLink = class {
  #dialogue;
  #options;
  #startNeeded = true;
  #answering = false;
  #identity;
  #identified;
  #poll;
  constructor(session, options) {
    this.#dialogue = new Dialogue(session);
    this.#options = options;
  }
  /** Whether the last look got answers. */
  get answering() {
    return this.#answering;
  }
  get identity() {
    return this.#identity;
  }
  get identified() {
    return this.#identified;
  }
  get simIdentity() {
    return this.#poll?.simIdentity;
  }
  /** The modem has started anew: what was set up is gone. */
  onReset() {
    this.#startNeeded = true;
    this.#options.log("notice", "modem.reset");
  }
  /** True when an unsolicited line calls for a look. */
  hear(urc) {
    return this.#poll?.hear(urc) ?? false;
  }
  /** One look, with a clean start before it where one is due. True when something is not as it was. */
  async look() {
    if (this.#startNeeded) await this.#start();
    if (this.#startNeeded || !this.#poll) {
      this.#options.emit(nothingKnown(this.#options.clock.monoMs(), this.#options.apn !== void 0));
      return false;
    }
    const changed = await this.#poll.run();
    this.#judge();
    return changed || this.#startNeeded;
  }
  /** Leaves `startNeeded` set when nobody answers. */
  async #start() {
    this.#startNeeded = false;
    if (await this.#dialogue.greet()) {
      await this.#dialogue.setUp(generic);
      if (!this.#poll) await this.#recognise();
      const profile = this.#identified?.profile ?? generic;
      if (profile !== generic) await this.#dialogue.setUp(profile);
    }
    this.#judge();
  }
  async #recognise() {
    const identity = await this.#dialogue.identify();
    if (this.#dialogue.trouble) return;
    this.#identity = identity;
    this.#identified = identify(identity, profiles);
    const profile = this.#identified?.profile ?? generic;
    this.#poll = new ModemPoll(this.#dialogue, profile, this.#options);
    this.#options.log("notice", "modem.profile", { profile: profile.id, reason: this.#identified?.reason });
  }
  /** Silence is a reading as soon as it is known; after any trouble the next look starts clean. */
  #judge() {
    const { trouble } = this.#dialogue;
    if (trouble !== void 0) this.#startNeeded = true;
    const answering = trouble === void 0 || trouble === "reset";
    if (trouble === "silent") {
      this.#options.emit([reading("modem.at_response", "timeout", this.#options.clock.monoMs())]);
      if (this.#answering) this.#options.log("warning", "modem.silent");
    }
    this.#answering = answering;
  }
};

// src/probes/modem-status.ts
var noCounts = {
  bytes: 0,
  noise: 0,
  overlong: 0,
  timeouts: 0,
  late: 0,
  unknown: 0,
  nmea: 0,
  binary: 0,
  resets: 0,
  unended: 0
};
function addCounts(a, b) {
  return {
    bytes: a.bytes + b.bytes,
    noise: a.noise + b.noise,
    overlong: a.overlong + b.overlong,
    timeouts: a.timeouts + b.timeouts,
    late: a.late + b.late,
    unknown: a.unknown + b.unknown,
    nmea: a.nmea + b.nmea,
    binary: a.binary + b.binary,
    resets: a.resets + b.resets,
    unended: a.unended + b.unended
  };
}
function lastFour(text) {
  return text === void 0 ? void 0 : `\u2026${text.slice(-4)}`;
}
function noteOf({ portError: portError2, link, session }) {
  if (portError2 !== void 0 || !session || link?.answering) return portError2;
  const { nmea, binary } = session.counts;
  if (nmea === 0 && binary === 0) return void 0;
  const kind = nmea >= binary ? "NMEA (GPS)" : "binary (diagnostics)";
  return `not an AT port: it sends ${kind} data and answers no command; try the modem's other ports`;
}
function statusOf(held) {
  const { link, session } = held;
  return {
    port: held.port,
    note: noteOf(held),
    answering: session !== void 0 && (link?.answering ?? false),
    profile: link?.identified?.profile.id,
    profileReason: link?.identified?.reason,
    manufacturer: link?.identity?.manufacturer,
    model: link?.identity?.model,
    revision: link?.identity?.revision,
    imei: lastFour(link?.identity?.imei),
    iccid: lastFour(link?.simIdentity?.iccid),
    imsi: lastFour(link?.simIdentity?.imsi),
    counts: session ? addCounts(held.past, session.counts) : held.past,
    unknownLines: session?.unknownLines ?? []
  };
}

// src/probes/modem.ts
var usualPaces = { slow: 1e4, quick: 1e3 };
var reopen = { floorMs: 250, firstMs: 1e3, limitMs: 3e4 };
var confirmMs = 700;
var leastGapMs = 500;
var portStates = {
  PORT_GONE: "missing",
  PORT_DENIED: "denied",
  PORT_BUSY: "busy"
};
var ModemProbe = class {
  id = "modem";
  #options;
  #paces;
  #backoff;
  #pace = "slow";
  #waker = new AbortController();
  #stopped = false;
  #lost = false;
  /** The modem has said something that calls for a look. */
  #called = false;
  #port;
  #portError;
  #session;
  #link;
  #past = noCounts;
  constructor(options) {
    this.#options = options;
    this.#paces = options.paces ?? usualPaces;
    this.#backoff = createBackoff(reopen, options.random);
  }
  setPace(pace) {
    if (pace === this.#pace) return;
    this.#pace = pace;
    if (pace === "quick") this.#waker.abort();
  }
  status() {
    return statusOf({
      port: this.#port,
      portError: this.#portError,
      link: this.#link,
      session: this.#session,
      past: this.#past
    });
  }
  async run(stop2) {
    const end = () => {
      this.#stopped = true;
      this.#session?.close();
      this.#waker.abort();
    };
    stop2.addEventListener("abort", end, { once: true });
    if (stop2.aborted) end();
    while (!this.#stopped) {
      const session = await this.#open();
      if (session) await this.#serve(session);
      await this.#nap(this.#backoff.next());
    }
    stop2.removeEventListener("abort", end);
  }
  get #now() {
    return this.#options.clock.monoMs();
  }
  async #nap(ms) {
    if (this.#stopped) return;
    this.#waker = new AbortController();
    await this.#options.clock.sleep(ms, this.#waker.signal);
  }
  #listener() {
    return {
      urc: (urc) => {
        if (!this.#session || !this.#link?.hear(urc)) return;
        this.#called = true;
        this.#waker.abort();
      },
      reset: () => {
        this.#link?.onReset();
        this.#called = true;
        this.#waker.abort();
      },
      lost: () => {
        this.#lost = true;
        this.#waker.abort();
      }
    };
  }
  async #open() {
    this.#lost = false;
    try {
      const session = await openSession(this.#options.open, this.#options.clock, this.#listener());
      this.#session = session;
      this.#onPort("open", void 0);
      if (this.#stopped) session.close();
      return session;
    } catch (error) {
      if (!(error instanceof AgentError)) throw error;
      this.#onPort(portStates[error.code] ?? "failed", error.message);
      const unknown = nothingKnown(this.#now, this.#options.apn !== void 0);
      this.#options.emit([absent("modem.at_response", this.#now), ...unknown]);
      return void 0;
    }
  }
  #onPort(state, error) {
    if (state !== this.#port) this.#options.log(error ? "warning" : "notice", "modem.port", { state });
    this.#port = state;
    this.#portError = error;
    const present = reading("modem.module_present", state !== "missing", this.#now);
    this.#options.emit([reading("modem.port", state, this.#now), present]);
  }
  /** Until the port is lost or the probe is stopped. */
  async #serve(session) {
    const { clock, emit, log, apn } = this.#options;
    const link = new ModemLink(session, { clock, emit, log, apn });
    this.#link = link;
    while (!this.#lost && !this.#stopped) {
      const called = this.#called;
      this.#called = false;
      this.#onPort("open", void 0);
      const changed = await link.look();
      if (link.answering) this.#backoff.reset();
      await this.#pause(called || changed);
    }
    session.close();
    this.#past = addCounts(this.#past, session.counts);
    this.#session = void 0;
  }
  /** `soon`: a second look is due, because one reading proves nothing. */
  async #pause(soon) {
    const endedMs = this.#now;
    const usualMs = this.#paces[this.#pace];
    if (!this.#called && !this.#lost) await this.#nap(soon ? Math.min(usualMs, confirmMs) : usualMs);
    const gapMs = leastGapMs - (this.#now - endedMs);
    if (gapMs > 0 && !this.#stopped && !this.#lost) await this.#options.clock.sleep(gapMs);
  }
};
function createModemProbe(options) {
  return new ModemProbe(options);
}

// src/base/clock.ts
import { setTimeout as delay } from "node:timers/promises";
var systemClock = {
  wallMs: () => Date.now(),
  monoMs: () => Number(process.hrtime.bigint() / 1000000n),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, void 0, signal ? { signal } : {});
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }
};

// ../../tmp/m/cpu3.mts
var path = "/tmp/m/cputty";
var sim = spawn("node", ["--import", "tsx", "/tmp/m/resp.mts", path], { cwd: "/work/main", stdio: ["pipe", "pipe", "inherit"] });
await new Promise((r) => sim.stdout.once("data", r));
var n = 0;
var probe = createModemProbe({ open: serialPort({ path, baudRate: 115200 }), clock: systemClock, random: Math.random, log: () => {
}, emit: (rs) => {
  n += rs.length;
}, apn: "cmiot" });
probe.setPace("quick");
var stop = new AbortController();
var run = probe.run(stop.signal);
await systemClock.sleep(8e3);
var n0 = n;
var t0 = systemClock.monoMs();
var c0 = process.cpuUsage();
await systemClock.sleep(6e4);
var c = process.cpuUsage(c0);
var dt = systemClock.monoMs() - t0;
console.log({ readings: n - n0, cpuPct: ((c.user + c.system) / 10 / dt).toFixed(3), user: c.user / 1e3, sys: c.system / 1e3, rss: process.memoryUsage().rss >> 20, counts: probe.status().counts });
stop.abort();
await run;
sim.stdin.end();
