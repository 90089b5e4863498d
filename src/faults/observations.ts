/**
 * What can be seen: a question to the signals, how far one look is trusted, and how often it is seen in healthy life.
 * Thresholds for radio: signal is called weak below -110 dBm or 10 CSQ steps, as field manuals of terminals do, and is
 * called good again only 4 dB above, so that a value on the edge does not flap.
 */
import type { ObservationDefinition } from "../model/catalogue.ts";

export const observations = {
  sim_absent: { when: { signal: "sim.state", is: ["absent"] }, class: "state", leak: 2e-4, test: "read_modem" },
  sim_locked: {
    when: { signal: "sim.state", is: ["pin_required", "puk_required"] },
    class: "state",
    leak: 2e-4,
    test: "read_modem",
  },
  at_silent: { when: { signal: "modem.at_response", is: ["timeout"] }, class: "state", leak: 1e-4, test: "read_modem" },
  module_missing: { when: { signal: "modem.module_present", is: [false] }, class: "state", leak: 1e-4 },
  silent_after_restart: {
    when: {
      all: [
        { signal: "modem.at_response", is: ["timeout"] },
        { signal: "device.uptime_s", below: 900 },
      ],
    },
    class: "state",
    leak: 2e-4,
    test: "restart_terminal",
  },
  registration_lost: {
    when: { signal: "modem.reg_state", is: ["searching", "unregistered", "denied", "emergency_only"] },
    class: "state",
    leak: 2e-3,
    test: "read_modem",
  },
  registration_denied: {
    when: { signal: "modem.reg_state", is: ["denied"], unknown: ["searching"] },
    class: "state",
    leak: 1e-4,
    test: "read_modem",
  },
  signal_weak: {
    when: {
      any: [
        { signal: "modem.rsrp_dbm", below: -110, until: -106 },
        { signal: "modem.csq", below: 10, until: 12 },
        { signal: "modem.sinr_db", below: 0, until: 3 },
      ],
    },
    class: "probe",
    leak: 0.02,
    test: "read_modem",
  },
  signal_gone: {
    when: {
      any: [
        { signal: "modem.rsrp_dbm", below: -125, until: -121 },
        { signal: "modem.rat", is: ["none"] },
      ],
    },
    class: "probe",
    leak: 2e-3,
    test: "read_modem",
  },
  bearer_down: {
    when: { signal: "modem.pdp_state", is: ["inactive", "rejected", "suspended"], unknown: ["activating"] },
    class: "state",
    leak: 3e-4,
    test: "read_modem",
  },
  apn_refused: { when: { signal: "modem.pdp_cause", is: [27] }, class: "state", leak: 1e-4, test: "read_modem" },
  service_refused: { when: { signal: "modem.pdp_cause", is: [8, 33] }, class: "state", leak: 1e-4, test: "read_modem" },
  apn_unexpected: {
    when: { signal: "modem.apn_expected", is: [false] },
    class: "state",
    leak: 2e-3,
    test: "read_modem",
  },
  quota_near: {
    when: { signal: "sim.data_used_mb_month", share: 0.95, of: "sim.data_plan_mb" },
    class: "state",
    leak: 0.02,
  },
  dns_failed: {
    when: { signal: "net.dns_resolve", is: ["timeout", "nxdomain", "servfail"] },
    class: "probe",
    leak: 2e-3,
    test: "resolve_host",
  },
  reference_failed: {
    when: { signal: "net.internet_probe", is: ["fail"], unknown: ["portal"] },
    class: "probe",
    leak: 8e-3,
    test: "connect_reference",
  },
  nothing_received: { when: { signal: "net.rx_bytes_5min", below: 1 }, class: "probe", leak: 0.05 },
  host_tcp_failed: {
    when: { signal: "net.tcp_host", is: ["timeout", "refused", "unreachable", "reset"] },
    class: "probe",
    leak: 8e-3,
    test: "connect_host",
  },
  host_tcp_refused: {
    when: { signal: "net.tcp_host", is: ["refused", "reset"], unknown: ["timeout", "unreachable"] },
    class: "probe",
    leak: 5e-4,
    test: "connect_host",
  },
  payments_failing: {
    when: { signal: "txn.outcome", is: ["timeout", "aborted", "unknown"] },
    class: "stat",
    leak: 0.02,
    complaint: true,
  },
  transactions_unanswered: { when: { signal: "txn.outcome", is: ["timeout"] }, class: "stat", leak: 0.01 },
  answers_late: { when: { signal: "host.resp_ms", above: 30_000 }, class: "probe", leak: 5e-3 },
  echo_unanswered: { when: { signal: "host.echo_0820", is: ["timeout"] }, class: "probe", leak: 5e-3 },
  acquirer_fails_everywhere: {
    when: { signal: "fleet.same_acquirer_fail_pct", above: 50 },
    class: "state",
    leak: 2e-3,
  },
} as const satisfies Record<string, ObservationDefinition>;
