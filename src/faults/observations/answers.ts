/**
 * What coded answers and the terminal's keys show. A code is an answer: it proves the whole way to whoever gave it.
 * Codes as in the acquirers' tables of UnionPay terminals; another table is another file.
 */
import type { ObservationDefinition } from "../../model/catalogue.ts";

const code = (leak: number, ...is: readonly string[]) =>
  ({ when: { signal: "txn.rc", is }, class: "stat", leak, complaint: true }) as const;

export const answerObservations = {
  rc_cutover: code(1e-3, "90"),
  rc_switch: code(1e-3, "96", "A7"),
  rc_issuer_out: code(3e-3, "91", "92", "98", "68"),
  rc_mac: code(5e-4, "A0"),
  rc_pin_format: code(5e-4, "99"),
  rc_signin: code(1e-3, "77"),
  rc_state: code(1e-3, "22"),
  rc_reconcile: code(5e-4, "95"),
  issuers_fail: { when: { signal: "fleet.other_issuer_fail_pct", above: 30 }, class: "state", leak: 2e-3 },
  issuer_fails_alone: {
    when: {
      all: [
        { signal: "fleet.same_issuer_fail_pct", above: 50 },
        { signal: "fleet.other_issuer_fail_pct", below: 20 },
      ],
    },
    class: "state",
    leak: 2e-3,
  },
  /** Processing request 3 of the header: sign in again. */
  signin_wanted: { when: { signal: "host.header_proc_req", is: [3] }, class: "probe", leak: 1e-3 },
  /** Processing requests 1, 4 to 7: parameters, keys, programs or lists have changed. */
  update_wanted: { when: { signal: "host.header_proc_req", is: [1, 4, 5, 6, 7] }, class: "probe", leak: 5e-3 },
  settlement_wanted: { when: { signal: "sw.settle_first", is: [true] }, class: "state", leak: 2e-4 },
  mac_bad: { when: { signal: "key.mac_verify", is: ["fail"] }, class: "state", leak: 2e-4 },
  key_missing: { when: { signal: "key.master_key_present", is: [false] }, class: "state", leak: 1e-4 },
  /** Terminals sign in every day; acquirers let working keys live for some days at most. */
  key_old: { when: { signal: "key.working_key_age_h", above: 72 }, class: "state", leak: 0.01 },
} as const satisfies Record<string, ObservationDefinition>;
