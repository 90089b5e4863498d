/** Faults of the family device, beside the clock. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const deviceFaults = {
  "device.hardware_fault": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "told",
    causes: { part_failed: "always" },
    source: "merchant guides S0 to S4 (硬件损坏); the terminal tests itself",
  },
  "device.controller_fault": {
    rate: "very_rare",
    severity: "major",
    party: ["vendor"],
    pace: "sampled",
    causes: {
      controller_failed: "usually",
      reader_gone: "often",
      chip_all_fail: "often",
      touch_all_fail: "often",
      stripe_all_fail: "often",
      part_failed: "usually",
    },
    source: "merchant guide S1 (控制器故障): every interface at once",
  },
  "device.keypad_fault": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "told",
    causes: { key_stuck: "usually", keypad_failed: "often", part_failed: "often" },
    source: "merchant guide S2 (键盘故障)",
  },
  "device.display_fault": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "told",
    causes: { screen_bad: "usually", display_failed: "often", part_failed: "often" },
    source: "merchant guide S2 (显示屏故障)",
  },
  "device.pinpad_fault": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "told",
    causes: { pinpad_dead: "always", pinpad_wanted: "sometimes", pinpad_failed: "sometimes", part_failed: "sometimes" },
    source: "PED codes; TVR byte 3 bit 5",
  },
  "device.storage_full": {
    rate: "occasional",
    severity: "major",
    party: ["merchant", "vendor"],
    pace: "direct",
    causes: { storage_low: "usually", storage_said_full: "often" },
    source: "prompt 存储空间不足,请先结算",
  },
  "device.tamper_locked": {
    rate: "very_rare",
    severity: "critical",
    party: ["vendor", "acquirer"],
    pace: "told",
    causes: { tampered: "always", pinpad_locked: "often", terminal_locked: "sometimes", key_missing: "sometimes" },
    source: "field: 防拆触发, 安全攻击",
  },
} as const satisfies Record<string, FaultDefinition>;
