/** Faults of the families issuer and risk that are about this card and its PIN. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const issuerCardFaults = {
  "issuer.pin_wrong": {
    rate: "common",
    severity: "minor",
    party: ["cardholder"],
    pace: "told",
    causes: {
      refused_pin: "usually",
      chip_pin_wrong: "sometimes",
      pins_wrong_before: "sometimes",
    },
    source: "merchant guides S0 S3 (密码错误); response code 55, status word 63CX",
  },
  "issuer.pin_tries_exceeded": {
    rate: "occasional",
    severity: "minor",
    party: ["cardholder", "issuer"],
    pace: "told",
    causes: {
      refused_pin_tries: "usually",
      chip_pin_blocked: "sometimes",
      pins_wrong_before: "sometimes",
      refused_pin: "sometimes",
    },
    source: "merchant guides S0 S1 S3; response codes 75, 38, status words 6983, 63C0",
  },
  "issuer.dormant_card": {
    rate: "occasional",
    severity: "minor",
    party: ["cardholder", "issuer"],
    pace: "told",
    causes: { refused_dormant: "always" },
    source: "merchant guide S3 (睡眠卡); response code 21 of the terminal table",
  },
  "issuer.not_activated": {
    rate: "rare",
    severity: "minor",
    party: ["cardholder", "issuer"],
    pace: "told",
    causes: { refused_inactive: "usually", refused_dormant: "sometimes" },
    source: "merchant guide S1 (未激活); response codes 78, 21",
  },
  "issuer.card_discontinued": {
    rate: "very_rare",
    severity: "minor",
    party: ["cardholder", "issuer"],
    pace: "told",
    causes: {
      refused_bin: "sometimes",
      refused_number: "rarely",
      refused_restricted: "rarely",
    },
    source: "merchant guide S1 (银行停业合并)",
  },
  "issuer.card_restricted": {
    rate: "occasional",
    severity: "minor",
    party: ["cardholder", "issuer"],
    pace: "told",
    causes: { refused_restricted: "always" },
    source: "merchant guide S4 (受限制的卡); response codes 62, 36",
  },
  "risk.fraud_suspected": {
    rate: "occasional",
    severity: "minor",
    party: ["acquirer", "issuer"],
    pace: "told",
    causes: { refused_fraud: "always" },
    source: "merchant guides S0 S1 S2; response codes 34, 35, 37",
  },
  "risk.pin_lock_acquirer": {
    rate: "occasional",
    severity: "minor",
    party: ["cardholder", "acquirer"],
    pace: "told",
    causes: {
      pins_wrong_before: "always",

      refused_risk: "often",
      refused_pin_tries: "sometimes",
      refused_blacklist: "sometimes",
    },
    source: "merchant guides S0 S3 (多次输错密码被支付公司限制)",
  },
} as const satisfies Record<string, FaultDefinition>;
