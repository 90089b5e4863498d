/** What the acquirer's host, its announcements, the clock beside its certificates and the payments themselves show. */
import type { ObservationDefinition } from "../../model/catalogue.ts";

/** When these change, payments meet another way to the host than those before. */
const way = [
  "at_silent",
  "sim_absent",
  "sim_locked",
  "registration_lost",
  "signal_weak",
  "bearer_down",
  "carrier_down",
  "wifi_down",
  "address_missing",
  "route_missing",
  "gateway_unresolved",
  "portal_seen",
  "reference_failed",
  "host_tcp_failed",
  "tls_failing",
] as const;

/** What stopped the handshake hides whatever would have come after it. */
const trouble = ["unknown_ca", "wrong_name", "handshake_failure", "reset", "timeout"] as const;

export const hostObservations = {
  tls_failing: {
    when: { signal: "host.tls", is: ["cert_not_yet_valid", "cert_expired", ...trouble] },
    class: "probe",
    leak: 1e-3,
    endsWithAnswer: true,
    test: "shake_hands",
  },
  tls_expired: {
    when: { signal: "host.tls", is: ["cert_expired"], unknown: trouble },
    class: "probe",
    leak: 3e-4,
    endsWithAnswer: true,
    test: "shake_hands",
  },
  tls_too_early: {
    when: { signal: "host.tls", is: ["cert_not_yet_valid"], unknown: trouble },
    class: "probe",
    leak: 1e-4,
    endsWithAnswer: true,
    test: "shake_hands",
  },
  tls_untrusted: {
    when: { signal: "host.tls", is: ["unknown_ca", "wrong_name"], unknown: ["handshake_failure", "reset", "timeout"] },
    class: "probe",
    leak: 3e-4,
    endsWithAnswer: true,
    test: "shake_hands",
  },
  tls_broken: {
    when: { signal: "host.tls", is: ["handshake_failure", "reset", "timeout"] },
    class: "probe",
    leak: 1e-3,
    endsWithAnswer: true,
    test: "shake_hands",
  },
  // Certificates bear minutes; what is off by ten is not set by anybody.
  clock_off: {
    when: {
      any: [
        { signal: "clock.skew_s", above: 600, until: 120 },
        { signal: "clock.skew_s", below: -600, until: -120 },
      ],
    },
    class: "state",
    leak: 1e-3,
    test: "connect_reference",
  },
  clock_reset: { when: { signal: "clock.rtc_reset", is: [true] }, class: "state", leak: 5e-4 },
  in_window: { when: { signal: "host.in_window", is: [true] }, class: "state", leak: 0.01 },
  maintenance_noticed: { when: { signal: "fleet.notice_kind", is: ["maintenance"] }, class: "state", leak: 1e-3 },
  upgrade_noticed: { when: { signal: "fleet.notice_kind", is: ["upgrade"] }, class: "state", leak: 1e-4 },
  answers_late: { when: { signal: "host.resp_ms", above: 20_000 }, class: "probe", leak: 5e-3 },
  answers_slow: {
    when: {
      any: [
        { signal: "host.resp_ms_p95_1h", above: 8_000, until: 5_000 },
        // Later than this it is no slow answer any more, but hardly one at all.
        {
          all: [
            { signal: "host.resp_ms", above: 8_000, until: 5_000 },
            { signal: "host.resp_ms", below: 20_000 },
          ],
        },
      ],
    },
    class: "probe",
    leak: 1e-3,
    complaint: true,
  },
  echo_unanswered: {
    when: { signal: "host.echo_0820", is: ["timeout"] },
    class: "probe",
    leak: 5e-3,
    endsWithAnswer: true,
    test: "echo_host",
  },
  payments_failing: {
    // What was broken off at the counter says nothing of the way.
    when: { signal: "compare.payment", is: ["unanswered", "unsent"], unknown: ["broken_off"] },
    class: "stat",
    leak: 0.02,
    complaint: true,
    since: way,
  },
  transactions_unanswered: {
    // What was not sent says nothing about answers: an application that has a reversal to send does not even try.
    when: { signal: "compare.payment", is: ["unanswered"], unknown: ["unsent", "broken_off"] },
    class: "stat",
    leak: 0.01,
    since: way,
  },
  reversal_stuck: {
    when: { signal: "txn.reversal_state", is: ["failed"], unknown: ["none", "pending", "sent"] },
    class: "stat",
    leak: 1e-3,
    since: way,
  },
  acquirer_fails_everywhere: {
    when: { signal: "fleet.same_acquirer_fail_pct", above: 50 },
    class: "state",
    leak: 2e-3,
  },
  acquirer_partly_fails: {
    when: { signal: "fleet.same_acquirer_fail_pct", above: 15 },
    class: "state",
    leak: 5e-3,
  },
  carrier_fails_everywhere: {
    when: { signal: "fleet.same_carrier_fail_pct", above: 50 },
    class: "state",
    leak: 2e-3,
  },
} as const satisfies Record<string, ObservationDefinition>;
