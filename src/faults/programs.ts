/** Faults of the family sw. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const programFaults = {
  "sw.os_incompatible": {
    rate: "very_rare",
    severity: "major",
    party: ["vendor"],
    pace: "sampled",
    causes: {
      system_changed: "always",
      trouble_since_system: "always",
      application_errs: "usually",
      application_crashes: "often",
      version_fails_everywhere: "often",
    },
    source: "merchant guide S0 (系统更新不兼容)",
  },
  "sw.app_incompatible": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "sampled",
    causes: {
      application_changed: "always",
      trouble_since_application: "always",
      application_errs: "usually",
      application_crashes: "sometimes",
      function_missing: "sometimes",
      version_fails_everywhere: "often",
    },
    source: "merchant guide S0 (应用不兼容)",
  },
  "sw.app_bug": {
    rate: "occasional",
    severity: "major",
    party: ["vendor"],
    pace: "sampled",
    causes: { application_errs: "usually", application_crashes: "often" },
    source: "merchant guides S0 S1 S2 S4 (软件错误)",
  },
  "sw.os_fault": {
    rate: "rare",
    severity: "major",
    party: ["vendor"],
    pace: "sampled",
    causes: {
      rebooted_by_panic: "always",
      rebooted_by_watchdog: "rarely",
      crashes_often: "usually",
      memory_low: "rarely",
    },
    source: "merchant guides S1 S2 (操作系统故障)",
  },
  "sw.crash": {
    rate: "occasional",
    severity: "major",
    party: ["vendor"],
    pace: "sampled",
    causes: {
      rebooted_by_watchdog: "always",
      rebooted_by_panic: "sometimes",
      crashes_often: "often",
      memory_low: "sometimes",
    },
    source: "merchant guide S2 (死机)",
  },
  "sw.version_too_old": {
    rate: "rare",
    severity: "major",
    party: ["merchant", "vendor"],
    pace: "sampled",
    causes: { application_too_old: "usually", version_refused: "sometimes", refused_version: "often" },
    source: "merchant guides S0 S2 S4 (版本过低); private code YQ",
  },
  "sw.param_outdated": {
    rate: "rare",
    severity: "minor",
    party: ["acquirer", "vendor"],
    pace: "sampled",
    causes: {
      update_wanted: "often",
      unsupported_for_many: "often",
      chip_unsupported: "sometimes",
      chip_not_proved: "usually",
    },
    source: "header processing requests 1, 4, 5, 7; TVR byte 1 bits of offline data authentication",
  },
} as const satisfies Record<string, FaultDefinition>;
