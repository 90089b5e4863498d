/**
 * What coded answers mean, and who meets them. A code is an answer: it proves the whole way to whoever gave it. Which code
 * means what is for the tables of `codes/`, so that an acquirer's own table changes nothing here.
 */
import type { ObservationDefinition, Predicate } from "../../model/catalogue.ts";
import type { RefusalMeaning } from "../../model/signals/meanings.ts";

/** The newest refusal that still matters. */
const meant = (leak: number, ...is: readonly RefusalMeaning[]) =>
  ({ when: { signal: "compare.refusal", is }, class: "answer", leak, complaint: true }) as const;

type Scope = Extract<Predicate, { readonly is: unknown } | { readonly above: unknown }>;

/** The newest refusal means this, and meets those: the scope of one refusal says nothing of another. */
function meets(leak: number, scope: Scope, ...is: readonly RefusalMeaning[]) {
  return { when: { all: [{ signal: "compare.refusal", is }, scope] }, class: "count", leak } as const;
}

const one: Scope = { signal: "compare.refusal_cards", is: ["one_card"] };
const several: Scope = { signal: "compare.refusal_cards", is: ["several_cards"] };
const oneIssuer: Scope = { signal: "compare.refusal_issuers", is: ["one_issuer"] };
const merchantRefusals = ["merchant_unknown", "merchant_frozen", "not_permitted_to_terminal"] as const;

/** Of a payment, or of a sign-in. */
const meantAnywhere = (leak: number, ...is: readonly RefusalMeaning[]) =>
  ({
    when: {
      any: [
        { signal: "compare.refusal", is },
        { signal: "compare.signin", is },
      ],
    },
    class: "answer",
    leak,
    complaint: true,
  }) as const;

/** Each has a fault of its own. */
const rare = 2e-5;

export const refusalObservations = {
  rc_cutover: meantAnywhere(1e-3, "cutover"),
  rc_switch: meant(1e-3, "switch_fault"),
  rc_issuer_out: meant(3e-3, "issuer_out", "issuer_silent", "issuer_error"),
  rc_mac: meantAnywhere(5e-4, "mac_wrong"),
  rc_pin_format: meant(5e-4, "pin_block_wrong"),
  rc_signin: meantAnywhere(1e-3, "signin_first"),
  rc_state: meant(1e-3, "state_mismatch"),
  rc_reconcile: meant(5e-4, "settle_first"),
  refused_funds: meant(rare, "insufficient_funds"),
  refused_pin: meant(rare, "pin_wrong"),
  refused_pin_tries: meant(rare, "pin_tries_over"),
  refused_unhonoured: meant(rare, "do_not_honour"),
  refused_expired: meant(rare, "card_expired"),
  refused_number: meant(rare, "card_number_invalid"),
  refused_account: meant(rare, "no_such_account"),
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
  refused_blacklist: meant(rare, "card_blacklisted"),
  refused_risk: meant(rare, "risk_rule"),
  refused_amount: meant(rare, "over_amount_limit", "amount_invalid"),
  refused_count: meant(rare, "over_count_limit"),
  refused_frequency: meant(rare, "too_frequent"),
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
  refused_authentication: meant(rare, "extra_authentication"),
  refused_offline: meant(rare, "declined_offline"),
  /** Three cardholders one after the other have not all forgotten it. */
  pins_refused_for_many: meets(5e-4, { signal: "compare.refusal_run", above: 2 }, "pin_wrong", "pin_block_wrong"),
  merchant_refused_for_many: meets(2e-3, several, ...merchantRefusals),
  merchant_refused_overnight: meets(
    1e-3,
    { signal: "compare.refusal_onset", is: ["after_approvals"] },
    ...merchantRefusals,
  ),
  merchant_refused_since_change: meets(
    1e-3,
    { signal: "compare.refusal_since_change", is: [true] },
    ...merchantRefusals,
    "terminal_unknown",
  ),
  terminal_permission_for_types: meets(
    5e-4,
    { signal: "compare.refusal_types", is: ["several_types"] },
    "not_permitted_to_terminal",
  ),
  terminal_permission_for_entry: meets(
    1e-3,
    { signal: "compare.refusal_entry", is: ["one_way"] },
    "not_permitted_to_terminal",
  ),
  /** The acquirer refuses the cards of one bank, or one of its products, and approves all others. */
  refused_for_one_issuer: meets(
    1e-3,
    oneIssuer,
    "risk_rule",
    "card_blacklisted",
    "no_such_issuer",
    "not_permitted_to_terminal",
    "not_permitted_to_card",
    "transaction_invalid",
  ),
  /** Money that goes to the cards cannot be missing on them. */
  refund_short: {
    when: {
      all: [
        { signal: "compare.refusal", is: ["insufficient_funds", "merchant_balance"] },
        { signal: "compare.refusal_type", is: ["refund", "void"] },
      ],
    },
    class: "answer",
    leak: 1e-5,
  },
  terminal_permission_for_card: meets(2e-3, one, "not_permitted_to_terminal"),
  terminal_permission_for_type: meets(
    1e-3,
    { signal: "compare.refusal_types", is: ["one_type"] },
    "not_permitted_to_terminal",
  ),
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
  amount_for_card: meets(5e-3, one, "over_amount_limit", "amount_invalid"),
  amount_for_any: meets(2e-3, { signal: "compare.refusal_amounts", is: ["any"] }, "over_amount_limit"),
  amount_for_large: meets(
    5e-3,
    { signal: "compare.refusal_amounts", is: ["large_only"] },
    "over_amount_limit",
    "amount_invalid",
    "merchant_limit",
  ),
  amount_in_parts: meets(
    1e-3,
    { signal: "compare.refusal_parts", is: [true] },
    "over_amount_limit",
    "amount_invalid",
    "merchant_limit",
  ),
  amount_for_small: meets(
    1e-3,
    { signal: "compare.refusal_amounts", is: ["small_only"] },
    "amount_invalid",
    "below_minimum",
    "transaction_invalid",
  ),
  /** The same amount goes through by another way of reading the card. */
  amount_for_entry: meets(
    1e-3,
    { signal: "compare.refusal_entry", is: ["one_way"] },
    "over_amount_limit",
    "amount_invalid",
  ),
  amount_for_many: meets(1e-3, several, "over_amount_limit", "amount_invalid", "merchant_limit"),
  pins_wrong_before: { when: { signal: "compare.pin_wrongs_of_card", above: 1 }, class: "count", leak: 2e-3 },
  card_used_often: { when: { signal: "txn.daily_count_same_card", above: 2 }, class: "count", leak: 0.02 },
  card_used_just_now: {
    when: {
      any: [
        { signal: "compare.refusal_gap_min", below: 35 },
        { signal: "txn.minutes_since_same_card", below: 35 },
      ],
    },
    class: "count",
    leak: 0.05,
  },
  /** The same card, later the same day: it was the time between, and not the number. */
  fine_after_pause: meets(
    0.01,
    { signal: "compare.refusal_later", is: ["approved"] },
    "over_count_limit",
    "too_frequent",
  ),
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
