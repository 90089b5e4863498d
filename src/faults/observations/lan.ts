/** What the terminal's own side of a shop's network shows: cable, Wi-Fi, address, route, router; and a telephone line. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import { links } from "./layers.ts";

const below = { since: links, endsWithAnswer: true } as const;

export const lanObservations = {
  carrier_down: {
    when: { signal: "lan.link_carrier", is: ["down"] },
    class: "state",
    leak: 3e-4,
    test: "read_links",
  },
  /** Several cables do not come loose in the same second: what they all end in has no power. */
  link_down_together: {
    when: {
      all: [
        { signal: "lan.link_carrier", is: ["down"] },
        {
          any: [
            { signal: "lan.other_devices_ok", is: ["no"] },
            { signal: "compare.shop", is: ["all"] },
          ],
          ofKnown: true,
        },
      ],
    },
    class: "state",
    leak: 1e-4,
  },
  link_flapping: {
    when: { signal: "lan.link_flaps_10min", above: 2, until: 0 },
    class: "state",
    leak: 2e-4,
    votes: true,
  },
  wifi_down: { when: { signal: "lan.wifi_link", is: ["down"] }, class: "state", leak: 5e-4, test: "read_links" },
  // A router one room away gives -60; at -75 the lowest rates begin.
  wifi_weak: {
    when: { signal: "lan.wifi_rssi_dbm", below: -75, until: -71 },
    class: "probe",
    leak: 0.02,
    test: "read_links",
  },
  wifi_refused: { when: { signal: "lan.wifi_auth", is: ["failed"] }, class: "state", leak: 2e-4, test: "read_links" },
  address_missing: {
    when: { signal: "net.ip_assigned", is: [false] },
    class: "state",
    leak: 3e-4,
    ...below,
    test: "read_links",
  },
  dhcp_silent: { when: { signal: "lan.dhcp", is: ["timeout", "nak"] }, class: "state", leak: 3e-4, test: "read_links" },
  route_missing: {
    when: { signal: "net.default_iface", is: ["none"] },
    class: "state",
    leak: 1e-3,
    ...below,
    test: "read_links",
  },
  no_interface: {
    when: { signal: "net.usable_ifaces", below: 1 },
    class: "state",
    leak: 3e-4,
    ...below,
    test: "read_links",
  },
  gateway_silent: {
    when: { signal: "net.gateway_ping", is: ["fail"] },
    class: "probe",
    leak: 0.02,
    ...below,
    test: "ask_gateway",
  },
  gateway_unresolved: {
    when: { signal: "lan.arp_gateway", is: ["incomplete"] },
    class: "state",
    leak: 5e-4,
    ...below,
    test: "ask_gateway",
  },
  gateway_loss: {
    when: { signal: "lan.gateway_loss_pct", above: 10, until: 3 },
    class: "probe",
    leak: 0.01,
    test: "ask_gateway",
  },
  neighbours_fail: {
    when: { signal: "lan.other_devices_ok", is: ["no"] },
    class: "human",
    leak: 0.01,
    test: "ask_neighbours",
  },
  line_dead: { when: { signal: "line.dial_result", is: ["no_dial_tone", "no_line"] }, class: "stat", leak: 1e-3 },
  line_busy: { when: { signal: "line.dial_result", is: ["busy", "line_in_use"] }, class: "stat", leak: 2e-3 },
  /** The last word: whoever is busy is free again later, and a line that has died stays dead. */
  line_dead_at_last: {
    when: { signal: "line.dial_result", is: ["no_dial_tone", "no_line"] },
    class: "state",
    leak: 1e-3,
  },
  /** The tone is there and somebody may pick up, but the carrier does not come or does not stay. */
  carrier_lost: { when: { signal: "line.dial_result", is: ["no_carrier"] }, class: "stat", leak: 5e-3 },
  nobody_picks_up: { when: { signal: "line.dial_result", is: ["no_answer"] }, class: "stat", leak: 2e-3 },
  /** An address that somebody typed in, and that no router has given. */
  address_fixed: { when: { signal: "lan.dhcp", is: ["static"] }, class: "state", leak: 0.1 },
  dials_often_fail: { when: { signal: "line.dial_success_pct", below: 70, until: 80 }, class: "stat", leak: 0.01 },
} as const satisfies Record<string, ObservationDefinition>;
