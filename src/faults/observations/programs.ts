/** What the payment application and the system show of themselves, and of the changes they went through. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { SignalId } from "../../model/signal.ts";
import type { Hindrance } from "../../model/signals/payment.ts";

const above = (signal: SignalId, limit: number, leak: number) =>
  ({ when: { signal, above: limit }, class: "state", leak }) as const;
/** The newest that still matters. */
const hindered = (leak: number, ...is: readonly Hindrance[]) =>
  ({ when: { signal: "compare.obstacle", is }, class: "answer", leak, complaint: true }) as const;

/** Three days: who updates at night sees the trouble on the next working days. */
const lately = 72;

export const programObservations = {
  application_errs: hindered(3e-4, "application_error", "answer_invalid"),
  application_crashes: {
    when: {
      any: [
        { signal: "sw.app_crash_24h", above: 1 },
        { signal: "sw.anr_24h", above: 1 },
      ],
    },
    class: "state",
    leak: 1e-3,
  },
  application_changed: {
    when: {
      any: [
        { signal: "sw.app_version_changed_h", below: lately },
        { signal: "sw.param_changed_h", below: lately },
      ],
      ofKnown: true,
    },
    class: "state",
    leak: 0.02,
  },
  system_changed: { when: { signal: "sw.os_version_changed_h", below: lately }, class: "state", leak: 0.01 },
  trouble_since_application: {
    when: { signal: "compare.since_app_change", is: ["yes"] },
    class: "count",
    leak: 2e-4,
  },
  trouble_since_system: { when: { signal: "compare.since_os_change", is: ["yes"] }, class: "count", leak: 2e-4 },
  /** What fails everywhere fails with this version too. */
  version_fails_everywhere: above("fleet.same_version_fail_pct", 40, 0.01),
  version_fails_alone: {
    when: {
      all: [
        { signal: "fleet.same_version_fail_pct", above: 40 },
        { signal: "fleet.other_version_fail_pct", below: 15 },
      ],
    },
    class: "state",
    leak: 5e-4,
  },
  application_too_old: { when: { signal: "sw.app_too_old", is: [true] }, class: "told", leak: 1e-5 },
  unsupported_for_many: {
    when: {
      all: [
        { signal: "compare.finding", is: ["no_application", "authentication_failed"] },
        { signal: "compare.finding_cards", is: ["several_cards"] },
      ],
    },
    class: "count",
    leak: 2e-4,
  },
  function_missing: hindered(1e-4, "function_not_supported"),
  maximum_passed: hindered(2e-5, "above_maximum"),
} as const satisfies Record<string, ObservationDefinition>;
