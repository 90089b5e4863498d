import type { SignalDefinition } from "../signal-shape.ts";
import { hindrances } from "./payment.ts";

/**
 * What an acquirer's response code (field 39), or a code that the terminal writes itself, means. `none`: approved. `other`:
 * a code that the tables do not hold; no meaning is invented for it.
 */
export const refusalMeanings = [
  "none",
  "other",
  "do_not_honour",
  "merchant_unknown",
  "merchant_frozen",
  "merchant_balance",
  "merchant_limit",
  "pick_up_card",
  "issuer_error",
  "result_unknown",
  "transaction_invalid",
  "amount_invalid",
  "card_number_invalid",
  "no_such_issuer",
  "read_again",
  "card_dormant",
  "state_mismatch",
  "data_error",
  "card_expired",
  "fraud",
  "card_restricted",
  "pin_tries_over",
  "no_such_account",
  "not_permitted_to_card",
  "fallback_refused",
  "insufficient_funds",
  "pin_wrong",
  "not_permitted_to_terminal",
  "card_check_failed",
  "security_violation",
  "over_amount_limit",
  "over_count_limit",
  "too_frequent",
  "below_minimum",
  "issuer_silent",
  "mac_wrong",
  "pin_block_wrong",
  "signin_first",
  "card_not_activated",
  "settle_first",
  "cutover",
  "issuer_out",
  "switch_fault",
  "terminal_unknown",
  "card_blacklisted",
  "risk_rule",
  "version_too_old",
  "account_abnormal",
  "extra_authentication",
  "declined_offline",
  "no_link_offline",
] as const;

/** What a chip, its verification results or the reader say of one card. */
export const cardFindings = [
  "none",
  "blocked",
  "pin_blocked",
  "pin_wrong",
  "expired",
  "not_yet_valid",
  "data_error",
  "authentication_failed",
  "no_application",
  "pinpad_missing",
  "service_not_allowed",
  "on_exception_list",
  "memory_fault",
  "other_interface",
  "declined_by_chip",
  "collision",
  "removed",
  "line_error",
  "program_error",
] as const;

/** Whose trouble it is: one card's while others work, or several cards'. `unclear`: there is nothing to compare with. */
const ofCards = {
  kind: "one_of",
  values: ["none", "one_card", "several_cards", "unclear"],
  unknown: ["unclear"],
} as const;
const reads = { kind: "one_of", values: ["fine", "some_fail", "all_fail", "unclear"], unknown: ["unclear"] } as const;
const retry = {
  kind: "one_of",
  values: ["none", "recovered_at_once", "recovered_later", "fails_again", "unclear"],
  unknown: ["unclear"],
} as const;
const count = { kind: "number", min: 0, max: 2147483647, unit: "" } as const;

/** Signals of the group compare: made on the device from what is told, by counting distinct cards and not events. */
export const compareSignals = {
  "compare.payment": {
    shape: { kind: "one_of", values: ["answered", "unanswered", "unsent", "broken_off"] },
    evidence: "stat",
    note: "how far a payment got; broken_off: it never came to sending, and not for want of a way",
  },
  "compare.hindrance": {
    shape: { kind: "one_of", values: hindrances },
    evidence: "stat",
    note: "why the application itself ended a payment; none: it did not",
  },
  "compare.refusal": {
    shape: { kind: "one_of", values: refusalMeanings },
    evidence: "answer",
    note: "the newest that still matters: what the scopes below are about",
  },
  "compare.refusal_cards": { shape: ofCards, evidence: "count", note: "who meets the newest refusal" },
  "compare.refusal_issuers": {
    shape: { kind: "one_of", values: ["none", "one_issuer", "several_issuers", "unclear"], unknown: ["unclear"] },
    evidence: "count",
  },
  "compare.refusal_types": {
    shape: { kind: "one_of", values: ["none", "one_type", "several_types", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "kinds of transaction that are refused so, while others are approved",
  },
  "compare.refusal_amounts": {
    shape: { kind: "one_of", values: ["none", "large_only", "any", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "large_only: everything approved was smaller",
  },
  "compare.refusal_entry": {
    shape: { kind: "one_of", values: ["none", "one_way", "several_ways", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "ways of reading a card that are refused so, while others are approved",
  },
  "compare.refusal_onset": {
    shape: { kind: "one_of", values: ["none", "after_approvals", "mixed", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "after_approvals: everything was approved once, and nothing since",
  },
  "compare.refusal_run": { shape: count, evidence: "count", note: "distinct cards since the last approval" },
  "compare.pin_wrongs_of_card": { shape: count, evidence: "count", note: "wrong PINs of the card in hand" },
  "compare.finding": {
    shape: { kind: "one_of", values: cardFindings },
    evidence: "answer",
    note: "the newest that still matters",
  },
  "compare.finding_cards": { shape: ofCards, evidence: "count" },
  "compare.icc_cards": { shape: ofCards, evidence: "count" },
  "compare.icc_reads": { shape: reads, evidence: "count" },
  "compare.icc_retry": { shape: retry, evidence: "count", note: "the card that failed last, tried again" },
  "compare.mag_cards": { shape: ofCards, evidence: "count" },
  "compare.mag_reads": { shape: reads, evidence: "count" },
  "compare.mag_trouble": {
    shape: { kind: "one_of", values: ["none", "no_data", "garbled", "short"] },
    evidence: "count",
    note: "what stripes that fail have in common",
  },
  "compare.nfc_cards": { shape: ofCards, evidence: "count" },
  "compare.nfc_reads": { shape: reads, evidence: "count" },
  "compare.chip_failed_before_swipe": { shape: { kind: "flag" }, evidence: "count", note: "of the card swiped last" },
  "compare.swipes_of_chip_cards": { shape: count, evidence: "count", note: "distinct cards refused as fallback" },
  "compare.manual_retry": {
    shape: { kind: "one_of", values: ["none", "approved_after", "refused_again"] },
    evidence: "count",
    note: "keyed, refused as unknown, keyed again",
  },
  "compare.early_removals": { shape: count, evidence: "count", note: "distinct payments" },
  "compare.cancellations": { shape: count, evidence: "count", note: "distinct payments of the last hour" },
  "compare.double_approval": { shape: { kind: "flag" }, evidence: "told", note: "one card, one amount, minutes apart" },
  "compare.unprinted_approval": { shape: { kind: "flag" }, evidence: "told" },
  "compare.result_unknown": { shape: { kind: "flag" }, evidence: "told", note: "sent, and no answer is known" },
  "compare.since_app_change": {
    shape: { kind: "one_of", values: ["yes", "no", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "failures began with the change, and not before or after",
  },
  "compare.since_os_change": {
    shape: { kind: "one_of", values: ["yes", "no", "unclear"], unknown: ["unclear"] },
    evidence: "count",
  },
  "compare.self_test": {
    shape: {
      kind: "one_of",
      values: ["ok", "reader", "printer", "keypad", "display", "pinpad", "controller", "modem", "other"],
    },
    evidence: "state",
    note: "the part that failed, of device.self_test",
  },
  "compare.pinpad_error": { shape: { kind: "flag" }, evidence: "state", note: "key.pinpad_error says any" },
  "compare.report": {
    shape: {
      kind: "one_of",
      values: [
        "none",
        "account_under_review",
        "disaster",
        "stolen",
        "damaged_by_force",
        "keys_exposed",
        "refund_wanted",
        "direct_debit_failed",
        "goods_wrong",
        "amount_wrong",
        "merchant_data_wrong",
        "bought_elsewhere",
        "moved",
        "wiped_and_fine",
        "noise_nearby",
        "wrong_number_keyed",
      ],
    },
    evidence: "human",
    note: "what a person's words are about",
  },
} as const satisfies Record<string, SignalDefinition>;

export type RefusalMeaning = (typeof refusalMeanings)[number];
export type CardFinding = (typeof cardFindings)[number];
