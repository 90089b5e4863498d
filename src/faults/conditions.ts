/**
 * The middle layer: states of the terminal that several faults bring about and that show themselves in many ways. A
 * condition explains all its signs at once, so a chain of consequences counts as one. Those with a `way` are of that way
 * to the world only: while the terminal goes by the other, a dead modem does not stop its payments.
 */
import type { ConditionDefinition } from "../model/catalogue.ts";

export const conditions = {
  module_silent: {
    leak: 3e-5,
    way: "cellular",
    impact: "no_payments",
    // Nobody can tell whether a card sits in a module that is silent.
    causes: {
      at_silent: "always",
      no_bearer: "often",
      not_registered: "sometimes",
      sim_error: "rarely",
    },
  },
  sim_unusable: {
    leak: 3e-5,
    way: "cellular",
    impact: "no_payments",
    causes: { not_registered: "usually", no_bearer: "always" },
  },
  not_registered: {
    leak: 1e-4,
    way: "cellular",
    impact: "no_payments",
    causes: { registration_lost: "always", no_bearer: "always" },
  },
  no_bearer: {
    leak: 3e-4,
    way: "cellular",
    impact: "no_payments",
    causes: {
      bearer_down: "always",
      no_path: "always",
      no_interface: "often",
      route_missing: "usually",
      address_missing: "usually",
    },
  },
  link_down: {
    leak: 3e-5,
    way: "lan",
    impact: "no_payments",
    causes: { carrier_down: "always", no_route: "always", address_missing: "often" },
  },
  wifi_link_lost: {
    leak: 1e-4,
    way: "wifi",
    impact: "no_payments",
    causes: { wifi_down: "always", no_route: "always", address_missing: "often" },
  },
  no_address: {
    leak: 1e-4,
    way: "lan",
    impact: "no_payments",
    causes: { address_missing: "always", no_route: "always" },
  },
  no_route: {
    leak: 3e-5,
    way: "lan",
    impact: "no_payments",
    causes: {
      route_missing: "usually",
      no_interface: "often",
      gateway_silent: "always",
      gateway_unresolved: "often",
      no_path: "always",
    },
  },
  gateway_dead: {
    leak: 3e-5,
    way: "lan",
    impact: "no_payments",
    causes: { gateway_silent: "always", gateway_unresolved: "usually", no_path: "always" },
  },
  no_path: {
    leak: 3e-5,
    impact: "no_payments",
    causes: {
      dns_failed: "usually",
      dns_alt_failed: "always",
      reference_failed: "always",
      nothing_received: "usually",
      data_stalls: "often",
      host_ping_failed: "always",
      host_alt_failed: "always",
      host_unreachable: "always",
    },
  },
  path_poor: {
    leak: 1e-4,
    impact: "degraded",
    causes: {
      packets_lost: "always",
      segments_lost: "usually",
      dns_failed: "sometimes",
      dns_alt_failed: "sometimes",
      data_stalls: "sometimes",
      answers_slow: "sometimes",
      round_trip_long: "sometimes",
      connect_slow: "sometimes",
      reference_failed: "rarely",
      host_tcp_failed: "rarely",
      transactions_unanswered: "sometimes",
      payments_fail: "sometimes",
    },
  },
  names_wrong: {
    leak: 3e-7,
    impact: "no_payments",
    causes: {
      dns_disagrees: "always",
      host_unreachable: "usually",
      host_ping_failed: "often",
      tls_untrusted: "rarely",
      tls_failing: "rarely",
    },
  },
  host_gone: {
    leak: 1e-5,
    impact: "no_payments",
    causes: {
      host_unreachable: "always",
      other_way_failed: "always",
      host_alt_failed: "usually",
      host_ping_failed: "sometimes",
    },
  },
  host_unreachable: {
    leak: 1e-4,
    impact: "no_payments",
    causes: { host_tcp_failed: "always", no_answer: "always" },
  },
  tls_fails: {
    leak: 1e-4,
    impact: "no_payments",
    // Nothing was sent, so nothing is missing an answer.
    causes: { tls_failing: "always", payments_fail: "always", echo_unanswered: "always" },
  },
  no_answer: {
    leak: 1e-4,
    impact: "no_payments",
    causes: {
      payments_fail: "always",
      transactions_unanswered: "usually",
      answers_late: "usually",
      reversal_stuck: "often",
      reversals_lost: "often",
      echo_unanswered: "always",
    },
  },
  payments_fail: {
    leak: 3e-4,
    impact: "no_payments",
    causes: { payments_failing: "always" },
  },
} as const satisfies Record<string, ConditionDefinition>;
