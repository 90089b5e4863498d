/**
 * What coded answers mean, and who meets them. A code is an answer: it proves the whole way to whoever gave it. Which code
 * means what is for the tables of `codes/`, so that an acquirer's own table changes nothing here.
 */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import { meant, meantAnywhere, meets, oneIssuer, rare, several } from "./refusal-questions.ts";

/** Cards that are refused so one after the other. */
const inRow = (above: number) => ({ signal: "compare.refusal_run", above }) as const;

export const refusalObservations = {
  rc_cutover: meantAnywhere(1e-3, "cutover"),
  rc_switch: meant(1e-3, "switch_fault"),
  rc_issuer_out: meant(3e-3, "issuer_out", "issuer_silent", "issuer_error"),
  /** The host says so of what it got, or the terminal finds it in what it gets: never both of one message. */
  rc_mac: {
    when: {
      any: [
        { signal: "compare.refusal", is: ["mac_wrong"] },
        { signal: "compare.signin", is: ["mac_wrong"] },
        { signal: "compare.obstacle", is: ["mac_wrong"] },
        { signal: "key.mac_verify", is: ["fail"] },
      ],
      ofKnown: true,
    },
    class: "answer",
    leak: 5e-5,
    complaint: true,
  },
  /** That the PIN is wrong may be all that an acquirer says of a block that it cannot open. */
  rc_pin_format: {
    when: { signal: "compare.refusal", is: ["pin_block_wrong"], unknown: ["pin_wrong"] },
    class: "answer",
    leak: 5e-5,
    complaint: true,
  },
  rc_signin: meantAnywhere(1e-3, "signin_first"),
  rc_state: meant(1e-3, "state_mismatch"),
  rc_reconcile: meant(5e-4, "settle_first"),
  refused_funds: meant(rare, "insufficient_funds"),
  /** One that says of the block that it is wrong has not tried the PIN. */
  refused_pin: {
    when: { signal: "compare.refusal", is: ["pin_wrong"], unknown: ["pin_block_wrong"] },
    class: "answer",
    leak: rare,
    complaint: true,
  },
  refused_pin_tries: meant(rare, "pin_tries_over"),
  refused_unhonoured: meant(rare, "do_not_honour"),
  refused_expired: meant(rare, "card_expired"),
  refused_number: meant(rare, "card_number_invalid", "no_such_account"),
  refused_dormant: meant(rare, "card_dormant"),
  refused_inactive: meant(rare, "card_not_activated"),
  refused_restricted: meant(rare, "card_restricted"),
  refused_abnormal: meant(rare, "account_abnormal"),
  refused_picked_up: meant(rare, "pick_up_card"),
  refused_fraud: meant(rare, "fraud"),
  refused_security: meant(rare, "security_violation"),
  refused_card_check: meant(rare, "card_check_failed"),
  refused_card_permission: meant(rare, "not_permitted_to_card", "transaction_invalid"),
  refused_terminal_permission: {
    when: {
      any: [
        { signal: "compare.refusal", is: ["not_permitted_to_terminal"] },
        { signal: "compare.obstacle", is: ["not_enabled"] },
      ],
    },
    class: "answer",
    leak: rare,
    complaint: true,
  },
  refused_merchant: meantAnywhere(rare, "merchant_unknown"),
  refused_merchant_frozen: meantAnywhere(rare, "merchant_frozen"),
  refused_merchant_balance: meant(rare, "merchant_balance"),
  refused_merchant_limit: meant(rare, "merchant_limit"),
  refused_terminal: meantAnywhere(rare, "terminal_unknown"),
  refused_bin: meant(rare, "no_such_issuer"),
  /** By its list, or by a rule that meets the cards of one bank and no others. */
  refused_blacklist: {
    when: {
      any: [
        { signal: "compare.refusal", is: ["card_blacklisted"] },
        { all: [{ signal: "compare.refusal", is: ["risk_rule", "merchant_limit"] }, oneIssuer] },
      ],
    },
    class: "answer",
    leak: rare,
    complaint: true,
  },
  refused_risk: meant(rare, "risk_rule"),
  refused_amount: meant(rare, "over_amount_limit", "amount_invalid"),
  refused_count: meant(rare, "over_count_limit"),
  /** Who has no code for it counts instead. */
  refused_frequency: {
    when: { signal: "compare.refusal", is: ["too_frequent"], unknown: ["over_count_limit"] },
    class: "answer",
    leak: rare,
    complaint: true,
  },
  refused_minimum: {
    when: {
      any: [
        { signal: "compare.refusal", is: ["below_minimum"] },
        { signal: "compare.obstacle", is: ["below_minimum"] },
      ],
    },
    class: "answer",
    leak: rare,
    complaint: true,
  },
  refused_version: {
    when: {
      any: [
        { signal: "compare.refusal", is: ["version_too_old"] },
        { signal: "compare.signin", is: ["version_too_old"] },
        { signal: "compare.obstacle", is: ["version_too_old"] },
      ],
    },
    class: "answer",
    leak: rare,
    complaint: true,
  },
  refused_data: meant(rare, "data_error"),
  refused_reading: meant(rare, "read_again"),
  /** Mastercard writes 65 for it, which elsewhere counts payments: then the same card is approved with its chip and a PIN. */
  refused_authentication: {
    when: {
      any: [
        { signal: "compare.refusal", is: ["extra_authentication"] },
        {
          all: [
            { signal: "compare.refusal", is: ["over_count_limit"] },
            { signal: "compare.refused_other_way", is: ["approved"] },
          ],
        },
      ],
      ofKnown: true,
    },
    class: "answer",
    leak: rare,
    complaint: true,
  },
  refused_offline: meant(rare, "declined_offline"),
  /** Three cardholders one after the other have not all forgotten it. */
  /** Two people who mistake their PINs are chance; two blocks that cannot be read are not. */
  pins_refused_for_many: {
    when: {
      any: [
        { all: [{ signal: "compare.refusal", is: ["pin_wrong"] }, inRow(2)] },
        { all: [{ signal: "compare.refusal", is: ["pin_block_wrong"] }, inRow(1)] },
      ],
    },
    class: "count",
    leak: 5e-4,
  },
  issuer_out_alone: meets(
    5e-3,
    { signal: "compare.refusal_issuers", is: ["one_issuer"] },
    "issuer_out",
    "switch_fault",
    "issuer_silent",
    "issuer_error",
  ),
  switch_for_many: meets(2e-3, several, "switch_fault", "issuer_out", "issuer_silent"),
  switch_for_issuers: meets(
    1e-3,
    { signal: "compare.refusal_issuers", is: ["several_issuers"] },
    "switch_fault",
    "issuer_out",
    "issuer_silent",
    "issuer_error",
  ),
  pins_wrong_before: { when: { signal: "compare.pin_wrongs_of_card", above: 1 }, class: "count", leak: 2e-3 },
  keyed: { when: { signal: "txn.entry_mode", is: ["manual"] }, class: "stat", leak: 0.01 },
  keyed_again_fine: { when: { signal: "compare.manual_retry", is: ["approved_after"] }, class: "count", leak: 1e-3 },
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
  issuer_fails_elsewhere: { when: { signal: "fleet.same_issuer_fail_pct", above: 50 }, class: "state", leak: 3e-3 },
} as const satisfies Record<string, ObservationDefinition>;
