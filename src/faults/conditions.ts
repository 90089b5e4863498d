/**
 * The middle layer: states of the terminal that several faults bring about and that show themselves in many ways. A
 * condition explains all its signs at once, so a chain of consequences counts as one.
 */
import type { ConditionDefinition } from "../model/catalogue.ts";

export const conditions = {
  module_silent: {
    leak: 3e-5,
    impact: "no_payments",
    causes: { at_silent: "always", no_bearer: "often" },
  },
  sim_unusable: {
    leak: 3e-5,
    impact: "no_payments",
    causes: { not_registered: "usually", no_bearer: "always" },
  },
  not_registered: {
    leak: 1e-4,
    impact: "no_payments",
    causes: { registration_lost: "always", no_bearer: "always" },
  },
  no_bearer: {
    leak: 1e-3,
    impact: "no_payments",
    causes: { bearer_down: "always", no_path: "always" },
  },
  no_path: {
    leak: 3e-4,
    impact: "no_payments",
    causes: {
      dns_failed: "usually",
      reference_failed: "always",
      nothing_received: "usually",
      host_unreachable: "always",
    },
  },
  host_unreachable: {
    leak: 3e-4,
    impact: "no_payments",
    causes: { host_tcp_failed: "always", no_answer: "always" },
  },
  no_answer: {
    leak: 1e-4,
    impact: "no_payments",
    causes: {
      payments_fail: "always",
      transactions_unanswered: "usually",
      answers_late: "usually",
      echo_unanswered: "always",
    },
  },
  payments_fail: {
    leak: 3e-4,
    impact: "no_payments",
    causes: { payments_failing: "always" },
  },
} as const satisfies Record<string, ConditionDefinition>;
