import type { SignalDefinition, SignalShape } from "../signal-shape.ts";

const percent: SignalShape = { kind: "number", min: 0, max: 100, unit: "%" };

/** Signals of the groups fleet, operator: told by the support back-end and by people. */
export const peopleSignals = {
  "fleet.same_shop_fail": {
    shape: { kind: "text", pattern: /^\d{1,4}\/\d{1,4}$/ },
    evidence: "stat",
    note: "failing / reporting terminals in the shop",
  },
  "fleet.same_region_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.same_carrier_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.other_carrier_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.same_issuer_fail_pct": { shape: percent, evidence: "stat", note: "refused at this issuer, all terminals" },
  "fleet.other_issuer_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.same_version_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.other_version_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.same_acquirer_fail_pct": { shape: percent, evidence: "stat" },
  "fleet.notice": { shape: { kind: "text" }, evidence: "stat", note: "maintenance notice or advisory received" },
  "fleet.notice_kind": {
    shape: {
      kind: "one_of",
      values: [
        "none",
        "maintenance",
        "issuer_maintenance",
        "upgrade",
        "policy",
        "keys",
        "terms",
        "disaster",
        "outage",
        "advisory",
      ],
    },
    evidence: "state",
    note: "what the newest notice in force is about",
  },
  "operator.report": { shape: { kind: "text" }, evidence: "human", note: "what a person said" },
  "operator.screen_text": { shape: { kind: "text" }, evidence: "human", note: "prompt on screen" },
} as const satisfies Record<string, SignalDefinition>;
