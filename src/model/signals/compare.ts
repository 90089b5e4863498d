import type { SignalDefinition } from "../signal-shape.ts";
import { cardFindings, refusalMeanings } from "./meanings.ts";
import { hindrances } from "./payment.ts";

/** Whose trouble it is: one card's while others work, or several cards'. `unclear`: there is nothing to compare with. */
const ofCards = {
  kind: "one_of",
  values: ["none", "one_card", "several_cards", "unclear"],
  unknown: ["unclear"],
} as const;
const reads = { kind: "one_of", values: ["fine", "some_fail", "all_fail", "unclear"], unknown: ["unclear"] } as const;
const retry = {
  kind: "one_of",
  values: ["none", "recovered_at_once", "recovered_later", "fails_again", "fails_each_time", "unclear"],
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
  "compare.obstacle": {
    shape: { kind: "one_of", values: hindrances },
    evidence: "answer",
    note: "the newest hindrance that still matters",
  },
  "compare.signin": {
    shape: { kind: "one_of", values: refusalMeanings },
    evidence: "answer",
    note: "what the host answered to the newest sign-in or echo; none: accepted",
  },
  "compare.shop": {
    shape: { kind: "one_of", values: ["none", "alone", "some", "all", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "how many of the shop's terminals fail, of fleet.same_shop_fail",
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
  "compare.refusal_type": {
    shape: { kind: "one_of", values: ["none", "sale", "void", "refund", "preauth", "signin", "settle", "query"] },
    evidence: "answer",
    note: "what the newest refusal was an answer to; none: nobody said",
  },
  "compare.refusal_types": {
    shape: { kind: "one_of", values: ["none", "one_type", "several_types", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "kinds of transaction that are refused so, while others are approved",
  },
  "compare.refusal_amounts": {
    shape: { kind: "one_of", values: ["none", "large_only", "small_only", "any", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "large_only: everything approved was smaller; small_only: larger",
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
  "compare.refusal_since_change": {
    shape: { kind: "flag" },
    evidence: "count",
    note: "approved before the newest change of application or parameters, refused after it",
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
  "compare.icc_retry": {
    shape: retry,
    evidence: "count",
    note: "the card that failed last, tried again, and again or later",
  },
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
  "compare.refusal_later": {
    shape: { kind: "one_of", values: ["none", "approved", "refused"] },
    evidence: "count",
    note: "what the refused card met when it came again the same day",
  },
  "compare.refusal_parts": {
    shape: { kind: "flag" },
    evidence: "count",
    note: "the amount that was refused was approved on the same card in parts",
  },
  "compare.refusal_gap_min": {
    shape: count,
    evidence: "count",
    note: "minutes between the refusal and the same card's payment before",
  },
  "compare.refused_key_age_h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" },
    evidence: "state",
    note: "how old the working key was when a code for a wrong key came last",
  },
  "compare.refusal_uses": { shape: count, evidence: "count", note: "payments of the refused card that day, with it" },
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
      values: [
        "ok",
        "reader",
        "icc",
        "mag",
        "nfc",
        "printer",
        "keypad",
        "display",
        "pinpad",
        "controller",
        "modem",
        "battery",
        "clock",
        "other",
      ],
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
        "terminal_exchanged",
        "application_fails",
        "keys_loaded",
        "disaster",
        "stolen",
        "damaged_by_force",
        "keys_exposed",
        "refund_wanted",
        "refund_fails",
        "direct_debit_failed",
        "goods_wrong",
        "amount_wrong",
        "merchant_data_wrong",
        "bought_elsewhere",
        "moved",
      ],
    },
    evidence: "human",
    note: "what a person's words are about",
  },
  "compare.tone": {
    shape: { kind: "one_of", values: ["complaint", "reassurance"] },
    evidence: "human",
    note: "whether a person's words complain, or say that all is well by now",
  },
} as const satisfies Record<string, SignalDefinition>;
