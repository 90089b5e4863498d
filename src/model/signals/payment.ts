import type { SignalDefinition } from "../signal-shape.ts";

/** Signals of the groups txn, key. */
export const paymentSignals = {
  "txn.running": { shape: { kind: "flag" }, evidence: "state", note: "a payment or reversal is under way" },
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
    shape: { kind: "text", pattern: /^[A-Za-z][A-Za-z0-9_-]{0,15}$/ },
    evidence: "stat",
    note: "opaque issuer alias, not a BIN longer than 6-8",
  },
  "txn.card_ref": {
    shape: { kind: "text", pattern: /^[A-Za-z][A-Za-z0-9_-]{0,7}$/ },
    evidence: "stat",
    note: "opaque per-boot alias c1,c2..",
  },
  "txn.reversal_state": {
    shape: { kind: "one_of", values: ["none", "pending", "sent", "ok", "failed"] },
    evidence: "stat",
  },
  "txn.reversal_attempts": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "txn.local_error": { shape: { kind: "text" }, evidence: "stat", note: "app error text or code" },
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
} as const satisfies Record<string, SignalDefinition>;
