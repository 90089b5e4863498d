/** States of a cellular terminal, each with the fault that is the truth: for the engine's tests and measurements. */
import { readIncident } from "../../src/incident/incident.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";

export type State = Partial<Record<SignalId, Scalar | undefined>>;

/** A cellular terminal in good health. */
export const healthy = {
  "modem.at_response": "ok",
  "modem.module_present": true,
  "sim.state": "ready",
  "modem.rsrp_dbm": -85,
  "modem.csq": 22,
  "modem.sinr_db": 14,
  "modem.reg_state": "home",
  "modem.pdp_state": "active",
  "net.dns_resolve": "ok",
  "net.tcp_host": "ok",
  "net.internet_probe": "ok",
  "txn.outcome": "approved",
} as const satisfies State;

/** Each signal read once, five seconds ago, or at the times given in seconds. */
export function readingsOf(state: State, times: readonly number[] = [-5]): Reading[] {
  return times.flatMap((t) =>
    Object.entries(state).flatMap(([signal, value]) => {
      const [source, name] = signal.split(".");
      const [line] = readIncident(JSON.stringify({ t, source, signal: name, value })).readings;
      return line ? [line] : [];
    }),
  );
}

const silentModem: State = {
  "modem.at_response": "timeout",
  "sim.state": undefined,
  "modem.rsrp_dbm": undefined,
  "modem.csq": undefined,
  "modem.sinr_db": undefined,
  "modem.reg_state": undefined,
  "modem.pdp_state": undefined,
};
export const noPath: State = {
  "net.dns_resolve": "timeout",
  "net.tcp_host": "timeout",
  "net.internet_probe": "fail",
  "txn.outcome": "timeout",
};
export const noBearer: State = { ...noPath, "modem.pdp_state": "inactive" };

/** What changes against good health, and the fault that it must be found to be; undefined: none. */
export type Story = readonly [story: string, change: State, truth: string | undefined];

/** Each fault, and beside it the case that looks alike and is another. */
export const stories: readonly Story[] = [
  ["nothing is wrong", {}, undefined],
  [
    "SIM pulled, everything above it down",
    { "sim.state": "absent", "modem.reg_state": "unregistered", ...noBearer },
    "sim.absent",
  ],
  [
    "SIM pulled a moment ago, network not yet looked at",
    {
      "sim.state": "absent",
      "modem.reg_state": undefined,
      "modem.pdp_state": undefined,
      "net.dns_resolve": undefined,
      "net.tcp_host": undefined,
      "net.internet_probe": undefined,
      "txn.outcome": undefined,
    },
    "sim.absent",
  ],
  [
    "SIM asks for its PIN",
    { "sim.state": "pin_required", "modem.reg_state": "unregistered", ...noBearer },
    "sim.pin_locked",
  ],
  [
    "SIM asks for its PUK",
    { "sim.state": "puk_required", "modem.reg_state": "unregistered", ...noBearer },
    "sim.pin_locked",
  ],
  [
    "plan used up, attached with an address",
    { ...noPath, "sim.data_used_mb_month": 30, "sim.data_plan_mb": 30, "net.rx_bytes_5min": 0 },
    "sim.data_exhausted",
  ],
  ["plan used up, but data flows", { "sim.data_used_mb_month": 30, "sim.data_plan_mb": 30 }, undefined],
  [
    "weak signal and payments time out",
    {
      "modem.rsrp_dbm": -118,
      "modem.csq": 5,
      "modem.sinr_db": -4,
      "txn.outcome": "timeout",
      "net.tcp_host": "timeout",
      "net.internet_probe": "fail",
    },
    "cell.signal_weak",
  ],
  [
    "searching with no signal at all",
    {
      ...noBearer,
      "modem.reg_state": "searching",
      "modem.rsrp_dbm": undefined,
      "modem.sinr_db": undefined,
      "modem.csq": undefined,
      "modem.rat": "none",
    },
    "cell.no_service",
  ],
  [
    "refused with a good signal",
    { ...noBearer, "modem.reg_state": "denied", "modem.reject_cause": 7 },
    "cell.registration_denied",
  ],
  [
    "APN unknown to the network",
    { ...noBearer, "modem.pdp_state": "rejected", "modem.pdp_cause": 27 },
    "net.apn_wrong",
  ],
  [
    "names do not resolve, addresses answer",
    { "net.dns_resolve": "timeout", "txn.outcome": "aborted" },
    "net.dns_failed",
  ],
  ["host refuses, independent host answers", { "net.tcp_host": "refused", "txn.outcome": "timeout" }, "host.down"],
  [
    "host black-holed, independent host answers",
    {
      "net.tcp_host": "timeout",
      "txn.outcome": "timeout",
      "host.echo_0820": "timeout",
      "fleet.same_acquirer_fail_pct": 80,
    },
    "host.down",
  ],
  ["connection stands, payments unanswered", { "txn.outcome": "timeout", "host.resp_ms": 60_000 }, "host.timeout"],
  ["modem silent, port there", { ...silentModem, ...noPath }, "modem.hung"],
  ["modem silent even after a restart", { ...silentModem, ...noPath, "device.uptime_s": 200 }, "modem.module_fault"],
  [
    "module gone from the bus",
    { ...silentModem, ...noPath, "modem.at_response": undefined, "modem.module_present": false },
    "modem.module_fault",
  ],
];
