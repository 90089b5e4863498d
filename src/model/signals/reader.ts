import type { SignalDefinition } from "../signal-shape.ts";

/** Signals of the groups reader, printer. */
export const readerSignals = {
  "reader.icc_event": {
    shape: {
      kind: "one_of",
      values: ["inserted", "atr_ok", "atr_failed", "mute", "apdu_timeout", "parity_error", "removed", "powered"],
    },
    evidence: "stat",
  },
  "reader.icc_sw": { shape: { kind: "text", pattern: /^[0-9A-F]{4}$/ }, evidence: "stat", note: "status word" },
  "reader.nfc_event": {
    shape: { kind: "one_of", values: ["activate_ok", "activate_failed", "apdu_failed", "collision", "none"] },
    evidence: "stat",
  },
  "reader.contactless_outcome": {
    shape: {
      kind: "one_of",
      values: [
        "approve",
        "decline",
        "onlineRequest",
        "tryAgain",
        "tryAnotherInterface",
        "endApplication",
        "multipleCards",
      ],
    },
    evidence: "stat",
  },
  "reader.mag_event": {
    shape: {
      kind: "one_of",
      values: [
        "ok",
        "no_data",
        "lrc_error",
        "parity_error",
        "start_sentinel_missing",
        "end_sentinel_error",
        "too_short",
        "too_long",
        "invalid",
        "source_missing",
        "timeout",
      ],
    },
    evidence: "stat",
  },
  "reader.tvr_bits": { shape: { kind: "text", pattern: /^B[1-5]b[1-8](,B[1-5]b[1-8])*$/ }, evidence: "stat" },
  "reader.icc_powerup_ok_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.icc_powerup_fail_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.mag_ok_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.mag_fail_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.nfc_ok_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.nfc_fail_24h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.distinct_cards_failed": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "stat",
    note: "distinct card_ref failing in the window",
  },
  "reader.distinct_cards_ok": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "stat" },
  "reader.status": { shape: { kind: "one_of", values: ["ok", "error", "not_present", "busy"] }, evidence: "stat" },
  "printer.state": {
    shape: {
      kind: "one_of",
      values: ["ok", "paper_low", "paper_out", "jam", "overheat", "cover_open", "low_voltage", "fault"],
    },
    evidence: "state",
  },
  "printer.busy": { shape: { kind: "flag" }, evidence: "state", note: "a receipt is being printed" },
  "printer.job": { shape: { kind: "one_of", values: ["printed", "failed", "partial"] }, evidence: "state" },
} as const satisfies Record<string, SignalDefinition>;
