/** A catalogue small enough to know every answer of: one printer, one radio, some refusals. */
import { catalogue } from "../../src/faults/index.ts";
import type { Catalogue, FaultDefinition } from "../../src/model/catalogue.ts";

export const toyFault = (rate: FaultDefinition["rate"], causes: FaultDefinition["causes"]): FaultDefinition => ({
  rate,
  severity: "major",
  party: ["merchant"],
  pace: "told",
  knownBy: "direct",
  causes,
  source: "made up for tests",
});

export const toy: Catalogue = {
  tests: { read_modem: { seconds: 1 } },
  paces: catalogue.paces,
  faults: {
    funds: toyFault("common", { refused_funds: "always" }),
    pin: toyFault("occasional", { refused_pin: "always" }),
    radio: toyFault("occasional", { weak: "always", unusable: "sometimes", no_way: "often" }),
  },
  conditions: { no_way: { leak: 1e-4, impact: "no_payments", causes: { unanswered: "always" } } },
  observations: {
    refused_funds: { when: { signal: "compare.refusal", is: ["insufficient_funds"] }, class: "answer", leak: 1e-4 },
    refused_pin: { when: { signal: "compare.refusal", is: ["pin_wrong"] }, class: "answer", leak: 1e-4 },
    refused_for_one: {
      when: {
        all: [
          { signal: "compare.refusal", is: ["pin_wrong"] },
          { signal: "compare.refusal_cards", is: ["one_card"] },
        ],
      },
      class: "count",
      leak: 1e-2,
    },
    weak: {
      when: { signal: "modem.rsrp_dbm", below: -110, until: -106 },
      class: "probe",
      leak: 0.01,
      test: "read_modem",
    },
    unusable: { when: { signal: "modem.rsrp_dbm", below: -118, until: -114 }, class: "probe", leak: 1e-3 },
    unanswered: { when: { signal: "compare.payment", is: ["unanswered"] }, class: "stat", leak: 1e-2 },
  },
};
