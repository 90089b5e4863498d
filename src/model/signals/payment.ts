import type { SignalDefinition } from "../signal-shape.ts";

/**
 * Why the payment application itself ended or refused a payment, before or instead of the host: its prompts and error
 * codes in words. `none`: nothing hindered it.
 */
export const hindrances = [
  "none",
  "cancelled",
  "input_timeout",
  "no_card_in_time",
  "signin_first",
  "settle_first",
  "batch_mismatch",
  "reprint_first",
  "key_wrong",
  "key_missing",
  "working_key_failed",
  "pinpad_failed",
  "storage_full",
  "send_failed",
  "receive_failed",
  "answer_invalid",
  "mac_wrong",
  "reversal_failed",
  "record_not_found",
  "record_mismatch",
  "function_not_supported",
  "not_enabled",
  "chip_card_swiped",
  "not_a_chip_card",
  "chip_failed",
  "no_application",
  "card_blocked",
  "card_expired",
  "card_removed",
  "over_contactless_limit",
  "below_minimum",
  "above_maximum",
  "version_too_old",
  "parameters_old",
  "place_not_allowed",
  "terminal_locked",
  "application_error",
] as const;

/** Signals of the groups txn, key. */
export const paymentSignals = {
  "txn.running": { shape: { kind: "flag" }, evidence: "state", note: "a payment or reversal is under way" },
  "txn.stage": {
    shape: { kind: "one_of", values: ["began", "sent", "answered", "ended"] },
    evidence: "state",
    note: "how far the payment under way has got",
  },
  "txn.rc": { shape: { kind: "text", pattern: /^[0-9A-Z]{2}$/ }, evidence: "stat", note: "field 39" },
  "txn.rc_text": { shape: { kind: "text" }, evidence: "stat", note: "screen text" },
  "txn.entry_mode": {
    shape: { kind: "one_of", values: ["mag", "icc", "nfc", "manual", "fallback", "qr"] },
    evidence: "stat",
  },
  "txn.amount_fen": { shape: { kind: "number", min: 0, max: 9999999999, unit: "fen" }, evidence: "stat" },
  "txn.outcome": {
    shape: { kind: "one_of", values: ["approved", "declined", "timeout", "aborted", "unknown"], unknown: ["unknown"] },
    evidence: "stat",
  },
  "txn.issuer_group": {
    shape: { kind: "text", pattern: /^(?!.*\d{7})[A-Za-z][A-Za-z0-9_-]{0,15}$/ },
    evidence: "stat",
    note: "opaque issuer alias, not a BIN longer than 6-8",
  },
  "txn.card_ref": {
    shape: { kind: "text", pattern: /^(?!.*\d{6})[A-Za-z][A-Za-z0-9_-]{0,7}$/ },
    evidence: "stat",
    note: "opaque per-boot alias c1,c2..",
  },
  "txn.reversal_state": {
    shape: { kind: "one_of", values: ["none", "pending", "sent", "ok", "failed"] },
    evidence: "stat",
  },
  "txn.reversal_attempts": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "txn.local_error": { shape: { kind: "text" }, evidence: "stat", note: "app error text or code" },
  "txn.hindrance": {
    shape: { kind: "one_of", values: hindrances },
    evidence: "stat",
    note: "why the application itself ended it",
  },
  "txn.expiry": {
    shape: { kind: "one_of", values: ["ok", "soon", "expired"] },
    evidence: "stat",
    note: "compared by the application; the date stays there",
  },
  "txn.chip_on_card": {
    shape: { kind: "flag" },
    evidence: "stat",
    note: "a swiped card's service code begins with 2 or 6",
  },
  "txn.receipt_printed": { shape: { kind: "flag" }, evidence: "stat" },
  "txn.type": {
    shape: { kind: "one_of", values: ["sale", "void", "refund", "preauth", "signin", "settle", "query"] },
    evidence: "stat",
  },
  "txn.daily_count_same_card": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "stat",
    note: "kept by the payment app",
  },
  "txn.minutes_since_same_card": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "txn.pin_tries_left": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "stat",
    note: "from 63CX",
  },
  "txn.last_ic_failed_flag": {
    shape: { kind: "one_of", values: ["0", "1", "2"] },
    evidence: "stat",
    note: "sub-field 60.5",
  },
  "key.working_key_age_h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" },
    evidence: "state",
    note: "since last sign-in",
  },
  "key.master_key_present": { shape: { kind: "flag" }, evidence: "state" },
  "key.mac_verify": { shape: { kind: "one_of", values: ["ok", "fail"] }, evidence: "state" },
  "key.pinpad_error": { shape: { kind: "text" }, evidence: "state" },
  "key.pinpad": {
    shape: { kind: "one_of", values: ["ok", "no_answer", "fault", "locked", "no_key", "key_used_up"] },
    evidence: "state",
  },
} as const satisfies Record<string, SignalDefinition>;

export type Hindrance = (typeof hindrances)[number];
