/** What the header of answers and the terminal's keys show. */
import type { ObservationDefinition } from "../../model/catalogue.ts";

export const answerObservations = {
  /** Processing request 3 of the header: sign in again. */
  signin_wanted: {
    when: {
      any: [
        { signal: "host.header_proc_req", is: [3] },
        { signal: "compare.hindrance", is: ["signin_first"] },
      ],
    },
    class: "probe",
    leak: 1e-3,
  },
  /** Processing requests 1, 4 to 7: parameters, keys, programs or lists have changed. */
  update_wanted: { when: { signal: "host.header_proc_req", is: [1, 4, 5, 6, 7] }, class: "probe", leak: 5e-3 },
  settlement_wanted: {
    when: {
      any: [
        { signal: "sw.settle_first", is: [true] },
        { signal: "compare.hindrance", is: ["settle_first"] },
      ],
    },
    class: "state",
    leak: 2e-4,
  },
  batch_differs: { when: { signal: "compare.hindrance", is: ["batch_mismatch"] }, class: "stat", leak: 1e-4 },
  mac_bad: {
    when: {
      any: [
        { signal: "key.mac_verify", is: ["fail"] },
        { signal: "compare.hindrance", is: ["mac_wrong"] },
      ],
    },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  key_missing: {
    when: {
      any: [
        { signal: "key.master_key_present", is: [false] },
        { signal: "key.pinpad", is: ["no_key"] },
        { signal: "compare.hindrance", is: ["key_missing", "working_key_failed"] },
      ],
    },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  /** Terminals sign in every day; acquirers let working keys live for some days at most. */
  key_old: { when: { signal: "key.working_key_age_h", above: 72 }, class: "state", leak: 0.01 },
  key_used_up: { when: { signal: "key.pinpad", is: ["key_used_up"] }, class: "state", leak: 1e-5 },
  /** Two months without a sign-in. */
  long_idle: { when: { signal: "key.working_key_age_h", above: 1_440 }, class: "state", leak: 1e-3 },
} as const satisfies Record<string, ObservationDefinition>;
