/** Faults of the family power, as supply, battery and restarts show them. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const supplyFaults = {
  "power.mains_unstable": {
    rate: "rare",
    severity: "minor",
    party: ["merchant", "utility"],
    pace: "sampled",
    causes: { mains_comes_and_goes: "always", mains_lost: "always", rebooted_without_power: "sometimes" },
    source: "merchant guide S1 (电力供应不稳定)",
  },
  "power.supply_interrupted": {
    rate: "rare",
    severity: "minor",
    party: ["merchant"],
    pace: "sampled",
    causes: { mains_lost: "always", on_battery: "often", rebooted_without_power: "often" },
    source: "merchant guide S1 (供电中断)",
  },
  "power.adapter_mismatch": {
    rate: "rare",
    severity: "minor",
    party: ["merchant", "vendor"],
    pace: "sampled",
    causes: { adapter_weak: "always", adapter_sags: "sometimes" },
    source: "merchant guide S1 (适配器不匹配)",
  },
  "power.battery_low": {
    rate: "common",
    severity: "minor",
    party: ["merchant"],
    pace: "direct",
    causes: { battery_flat: "always", on_battery: "often" },
    source: "field: 电量低",
  },
  "power.battery_degraded": {
    rate: "occasional",
    severity: "minor",
    party: ["vendor"],
    pace: "sampled",
    causes: { battery_worn: "always", rebooted_without_power: "often", battery_flat: "sometimes" },
    source: "Landi Battery.CHARGE_COUNT; health under load",
  },
} as const satisfies Record<string, FaultDefinition>;
