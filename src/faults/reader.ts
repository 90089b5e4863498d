/** Faults of the family reader: several cards by one interface while others work. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const readerFaults = {
  "reader.icc_fault": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "told",
    causes: { chip_fails: "always", chip_all_fail: "always", chip_of_many: "usually", reader_failed: "sometimes" },
    source: "merchant guide S1 (读卡器故障): every chip fails",
  },
  "reader.icc_dirty": {
    rate: "occasional",
    severity: "major",
    party: ["merchant"],
    pace: "told",
    causes: {
      chip_fails: "usually",
      chip_some_fail: "usually",
      chip_of_many: "always",
      chip_recovered_later: "sometimes",
      chip_recovered_at_once: "sometimes",
    },
    source: "merchant guide S0 (触点脏污): several cards fail, or need several tries",
  },
  "reader.mag_fault": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "told",
    causes: { stripe_all_fail: "always", stripe_of_many: "usually", stripe_empty: "usually" },
    source: "merchant guide S1 (磁条阅读器故障)",
  },
  "reader.mag_dirty": {
    rate: "occasional",
    severity: "major",
    party: ["merchant"],
    pace: "told",
    causes: { stripe_some_fail: "usually", stripe_of_many: "always", stripe_garbled: "always" },
    source: "field: parity and LRC errors on many cards",
  },
  "reader.nfc_fault": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "told",
    causes: { touch_all_fail: "always", touch_of_many: "always" },
    source: "field: no card and no telephone is felt, chips are read",
  },
} as const satisfies Record<string, FaultDefinition>;
