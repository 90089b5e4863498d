/** Faults of the family env, as far as a sensor or a comparison shows them. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const environmentFaults = {
  "env.temp_high": {
    rate: "occasional",
    severity: "minor",
    party: ["merchant"],
    pace: "sampled",
    causes: { hot: "always", printer_hot: "rarely", rebooted_by_heat: "often" },
    source: "merchant guide S1 (高温)",
  },
  "env.temp_low": {
    rate: "occasional",
    severity: "minor",
    party: ["merchant"],
    pace: "sampled",
    causes: { cold: "always" },
    source: "merchant guide S1 (低温)",
  },
  "env.humidity": {
    rate: "very_rare",
    severity: "minor",
    party: ["merchant", "vendor"],
    pace: "sampled",
    causes: { damp: "always", chip_some_fail: "sometimes" },
    source: "merchant guide S1 (潮湿)",
  },
  "env.emi": {
    rate: "rare",
    severity: "minor",
    party: ["merchant"],
    pace: "sampled",
    causes: {
      buses_disturbed: "always",
      bus_noisy: "always",
      noise_nearby: "often",
      chip_fails: "often",
      touch_of_card: "sometimes",
      chip_fails_again: "sometimes",
      chip_card_swiped: "sometimes",
      swiped_after_failure: "sometimes",
      chip_of_many: "sometimes",
      stripe_garbled: "sometimes",
    },
    source: "merchant guide S1 (电磁干扰): bursts on several buses at once",
  },
  "env.esd": {
    rate: "rare",
    severity: "minor",
    party: ["merchant", "vendor"],
    pace: "sampled",
    causes: { usb_comes_and_goes: "usually", touch_resets: "often", reader_gone: "sometimes" },
    source: "merchant guide S1 (静电)",
  },
  "env.strong_magnetic_field": {
    rate: "very_rare",
    severity: "minor",
    party: ["merchant"],
    pace: "sampled",
    causes: { stripe_all_fail: "sometimes", stripe_of_many: "always", stripe_empty: "usually", broken_off: "often" },
    source: "merchant guide S1 (强磁场)",
  },
} as const satisfies Record<string, FaultDefinition>;
