/** Faults of the family power, as far as the modem shows them. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const powerFaults = {
  "power.brownout_under_load": {
    rate: "rare",
    severity: "major",
    party: ["merchant", "vendor"],
    pace: "sampled",
    causes: {
      module_restarts: "usually",
      brownouts: "usually",
      supply_low: "often",
      adapter_sags: "often",
      printed_half: "sometimes",
      rebooted_without_power: "often",
      cold: "rarely",
      module_missing: "rarely",
      module_silent: "rarely",
      not_registered: "sometimes",
      no_bearer: "often",
      transactions_unanswered: "often",
      payments_fail: "often",
    },
    source: "modules draw up to 2 A while they transmit; a weak supply dips below 3.3 V and they start anew",
  },
} as const satisfies Record<string, FaultDefinition>;
