/** What the header of answers, sign-ins and the terminal's keys show. */
import type { ObservationDefinition, Predicate } from "../../model/catalogue.ts";
import type { SignalId } from "../../model/signal.ts";
import type { Hindrance } from "../../model/signals/payment.ts";

const obstacle = (...is: readonly Hindrance[]): Predicate => ({ signal: "compare.obstacle", is });

const keyAge = (signal: SignalId, above: number): Predicate => ({ signal, above });
/** The working key, now or when it was refused last. */
const keyOlder = (above: number): Predicate =>
  ({
    any: [keyAge("key.working_key_age_h", above), keyAge("compare.refused_key_age_h", above)],
    ofKnown: true,
  }) as const;

export const answerObservations = {
  /** Processing request 3 of the header: sign in again. */
  signin_wanted: {
    when: {
      any: [{ signal: "host.header_proc_req", is: [3] }, obstacle("signin_first")],
    },
    class: "answer",
    leak: 1e-3,
  },
  /** Processing requests 1, 4, 5, 7: parameters, card keys or lists have changed. An answer asks for one thing at a time. */
  update_wanted: {
    when: { signal: "host.header_proc_req", is: [1, 4, 5, 7], unknown: [3, 6] },
    class: "probe",
    leak: 5e-3,
  },
  /** Processing request 6: a program is waiting. */
  program_wanted: {
    when: { signal: "host.header_proc_req", is: [6], unknown: [1, 3, 4, 5, 7] },
    class: "probe",
    leak: 3e-3,
  },
  parameters_refused: {
    when: { any: [{ signal: "compare.refusal", is: ["parameters_old"] }, obstacle("parameters_old")] },
    class: "answer",
    leak: 2e-5,
    complaint: true,
  },
  settlement_wanted: {
    when: { any: [{ signal: "sw.settle_first", is: [true] }, obstacle("settle_first")] },
    class: "answer",
    leak: 1e-4,
    complaint: true,
  },
  batch_differs: {
    when: { any: [{ signal: "compare.refusal", is: ["batch_mismatch"] }, obstacle("batch_mismatch")] },
    class: "answer",
    leak: 2e-5,
    complaint: true,
  },
  mac_bad: {
    when: { any: [{ signal: "key.mac_verify", is: ["fail"] }, obstacle("mac_wrong")] },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  key_missing: {
    when: {
      any: [
        { signal: "key.master_key_present", is: [false] },
        { signal: "key.pinpad", is: ["no_key"] },
        obstacle("key_missing", "working_key_failed"),
      ],
    },
    class: "told",
    leak: 1e-5,
    complaint: true,
  },
  keys_wrong: { when: obstacle("key_wrong"), class: "answer", leak: 1e-4, complaint: true },
  /** Terminals sign in every day; acquirers let working keys live for some days at most. */
  key_old: { when: keyOlder(72), class: "state", leak: 0.01 },
  key_stale: { when: keyOlder(240), class: "state", leak: 0.01 },
  key_used_up: { when: { signal: "key.pinpad", is: ["key_used_up"] }, class: "state", leak: 1e-5 },
  /** Two months without a sign-in, or without any answer. */
  long_idle: {
    when: {
      any: [
        { signal: "key.working_key_age_h", above: 1_440 },
        { signal: "host.last_ok_age_s", above: 5_184_000 },
      ],
    },
    class: "state",
    leak: 0.01,
  },
  /** The acquirer knows this terminal, and does not let it in. */
  signin_refused: {
    when: {
      signal: "compare.signin",
      is: [
        "terminal_unknown",
        "terminal_asleep",
        "merchant_unknown",
        "merchant_frozen",
        "not_permitted_to_terminal",
        "place_not_allowed",
        "do_not_honour",
        "security_violation",
        "card_restricted",
        "other",
      ],
    },
    class: "answer",
    leak: 1e-4,
    complaint: true,
  },
  said_asleep: {
    when: {
      any: [
        { signal: "compare.refusal", is: ["terminal_asleep"] },
        { signal: "compare.signin", is: ["terminal_asleep"] },
      ],
    },
    class: "answer",
    leak: 1e-5,
    complaint: true,
  },
  shop_alone: { when: { signal: "compare.shop", is: ["alone"] }, class: "count", leak: 0.1 },
  shop_all: { when: { signal: "compare.shop", is: ["all"], unknown: ["some"] }, class: "count", leak: 0.03 },
} as const satisfies Record<string, ObservationDefinition>;
