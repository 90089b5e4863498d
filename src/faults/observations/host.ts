/** What the acquirer's host, its announcements, the clock beside its certificates and the payments themselves show. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import { way } from "./layers.ts";

/** What stopped the handshake hides whatever would have come after it. */
const trouble = ["unknown_ca", "wrong_name", "handshake_failure", "reset", "timeout"] as const;

/** A handshake is made over a connection; when those change, what was met in it is history. */
const beyond = { since: ["portal_seen", "host_tcp_failed"], endsWithAnswer: true } as const;

/** Milliseconds: who has waited so long had no answer (UnionPay terminals give up after 60 s). */
const waitedOut = 58_000;

export const hostObservations = {
  tls_failing: {
    when: { signal: "host.tls", is: ["cert_not_yet_valid", "cert_expired", ...trouble] },
    class: "probe",
    leak: 1e-3,
    ...beyond,
    test: "shake_hands",
  },
  tls_expired: {
    when: { signal: "host.tls", is: ["cert_expired"], unknown: trouble },
    class: "probe",
    leak: 3e-4,
    ...beyond,
    test: "shake_hands",
  },
  tls_too_early: {
    when: { signal: "host.tls", is: ["cert_not_yet_valid"], unknown: trouble },
    class: "probe",
    leak: 1e-4,
    ...beyond,
    test: "shake_hands",
  },
  tls_untrusted: {
    when: { signal: "host.tls", is: ["unknown_ca", "wrong_name"], unknown: ["handshake_failure", "reset", "timeout"] },
    class: "probe",
    leak: 3e-4,
    ...beyond,
    test: "shake_hands",
  },
  tls_broken: {
    when: { signal: "host.tls", is: ["handshake_failure", "reset", "timeout"] },
    class: "probe",
    leak: 1e-3,
    ...beyond,
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
  /** The host says it in words, beside whatever code. */
  host_says_maintenance: {
    when: {
      any: [
        { signal: "compare.refusal", is: ["maintenance"] },
        { signal: "compare.signin", is: ["maintenance"] },
      ],
    },
    class: "answer",
    leak: 5e-5,
    complaint: true,
  },
  /** A sign-in goes to the acquirer and no further: what refuses it is no bank, and no network of banks. */
  signin_not_served: {
    when: { signal: "compare.signin", is: ["switch_fault", "maintenance", "issuer_out", "issuer_silent", "other"] },
    class: "answer",
    leak: 5e-4,
    complaint: true,
  },
  answers_late: { when: { signal: "host.resp_ms", above: 20_000 }, class: "probe", leak: 5e-3 },
  answers_slow: {
    when: {
      any: [
        {
          all: [
            { signal: "host.resp_ms_p95_1h", above: 6_000, until: 4_000 },
            { signal: "host.resp_ms_p95_1h", below: waitedOut },
          ],
        },
        // Later than this it is no slow answer any more, but hardly one at all.
        {
          all: [
            { signal: "host.resp_ms", above: 6_000, until: 4_000 },
            { signal: "host.resp_ms", below: 30_000 },
          ],
        },
      ],
    },
    // A time that was measured is no mistake.
    class: "count",
    leak: 5e-4,
    complaint: true,
  },
  /** The way is quick, and what waits is behind it. */
  slow_behind_connect: {
    when: {
      all: [
        { signal: "host.resp_ms", above: 5_000 },
        { signal: "host.resp_ms", below: 30_000 },
        { signal: "net.tcp_host_ms", below: 600 },
      ],
    },
    class: "count",
    leak: 1e-3,
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
    // Sent again and again; one that is given up is a matter of its own.
    when: {
      all: [
        { signal: "txn.reversal_attempts", above: 1 },
        { signal: "txn.reversal_state", is: ["pending", "sent"], unknown: ["none", "failed"] },
      ],
    },
    class: "stat",
    leak: 1e-3,
    since: way,
  },
  reversals_lost: {
    // Given up after some tries, each of which waited as long as a payment does.
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
  // A part of an acquirer is the share of a carrier, a bank, or a version.
  acquirer_partly_fails: {
    when: { signal: "fleet.same_acquirer_fail_pct", above: 12 },
    class: "state",
    leak: 0.02,
  },
  carrier_fails_everywhere: {
    when: { signal: "fleet.same_carrier_fail_pct", above: 50 },
    class: "state",
    leak: 2e-3,
  },
} as const satisfies Record<string, ObservationDefinition>;
