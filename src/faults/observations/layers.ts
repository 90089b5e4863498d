/** What stands on what: when a level changes, what was read above it was read of another way, and counts no more (`since`). */

/** When these change, addresses and routes are given anew. */
export const links = [
  "at_silent",
  "sim_absent",
  "sim_locked",
  "registration_lost",
  "bearer_down",
  "carrier_down",
  "wifi_down",
] as const;

/** When these change, what lies beyond the shop is reached by another way. */
export const routes = [...links, "address_missing", "route_missing", "gateway_unresolved"] as const;

/** When these change, payments meet another way to the host than those before. */
export const way = [
  ...routes,
  "signal_weak",
  "portal_seen",
  "reference_failed",
  "host_tcp_failed",
  "tls_failing",
] as const;
