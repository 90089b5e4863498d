/** What the way to the host and the payments themselves show. */
import type { ObservationDefinition } from "../../model/catalogue.ts";

/** When these change, payments meet another way to the host than those before. */
const way = [
  "at_silent",
  "sim_absent",
  "sim_locked",
  "registration_lost",
  "signal_weak",
  "bearer_down",
  "reference_failed",
  "host_tcp_failed",
] as const;

export const networkObservations = {
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
    since: way,
  },
  transactions_unanswered: {
    when: { signal: "txn.outcome", is: ["timeout"] },
    class: "stat",
    leak: 0.01,
    since: way,
  },
  answers_late: { when: { signal: "host.resp_ms", above: 30_000 }, class: "probe", leak: 5e-3 },
  echo_unanswered: { when: { signal: "host.echo_0820", is: ["timeout"] }, class: "probe", leak: 5e-3 },
  acquirer_fails_everywhere: {
    when: { signal: "fleet.same_acquirer_fail_pct", above: 50 },
    class: "state",
    leak: 2e-3,
  },
  carrier_fails_everywhere: {
    when: { signal: "fleet.same_carrier_fail_pct", above: 50 },
    class: "state",
    leak: 2e-3,
  },
} as const satisfies Record<string, ObservationDefinition>;
