/** What the way beyond the shop shows: names, an independent host, the quality of the path, the acquirer's door. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import { routes } from "./layers.ts";

/** Cable or Wi-Fi. */
const cableDown = { signal: "lan.link_carrier", is: ["down"] } as const;
const wifiDown = { signal: "lan.wifi_link", is: ["down"] } as const;
const wifiRefused = { signal: "lan.wifi_auth", is: ["failed"] } as const;
const beyond = { since: routes, endsWithAnswer: true } as const;

export const networkObservations = {
  dns_failed: {
    when: { signal: "net.dns_resolve", is: ["timeout", "nxdomain", "servfail"] },
    class: "probe",
    leak: 2e-3,
    ...beyond,
    test: "resolve_host",
  },
  dns_alt_failed: {
    when: { signal: "net.dns_alt_resolve", is: ["timeout", "nxdomain"] },
    class: "probe",
    leak: 0.01,
    ...beyond,
    test: "resolve_host",
  },
  /** A path that loses packets loses those of both; and an answer of before the path was lost says nothing of it. */
  dns_failed_alone: {
    when: {
      all: [
        { signal: "net.dns_resolve", is: ["timeout", "nxdomain", "servfail"] },
        { signal: "net.dns_alt_resolve", is: ["ok"] },
      ],
      withinS: 10,
    },
    class: "probe",
    leak: 0.01,
    ...beyond,
    test: "resolve_host",
  },
  dns_disagrees: {
    when: { signal: "net.dns_agrees", is: [false] },
    class: "probe",
    leak: 5e-4,
    ...beyond,
    test: "resolve_host",
  },
  portal_seen: {
    when: { signal: "net.internet_probe", is: ["portal"], unknown: ["fail"] },
    class: "probe",
    leak: 3e-4,
    ...beyond,
    test: "connect_reference",
  },
  /** The same as the system says it, where it asks by itself. */
  portal_told: { when: { signal: "net.captive_portal", is: [true] }, class: "probe", leak: 3e-4 },
  reference_failed: {
    when: { signal: "net.internet_probe", is: ["fail"], unknown: ["portal"] },
    class: "probe",
    leak: 8e-3,
    ...beyond,
    test: "connect_reference",
  },
  nothing_received: { when: { signal: "net.rx_bytes_5min", below: 1 }, class: "probe", leak: 0.05, ...beyond },
  packets_lost: {
    when: { signal: "net.loss_pct", above: 10, until: 5 },
    class: "probe",
    leak: 1e-3,
    test: "measure_path",
  },
  // Of a good line one in a hundred is sent again; connects are not counted.
  segments_lost: { when: { signal: "net.retrans_pct", above: 5, until: 2.5 }, class: "probe", leak: 8e-3 },
  // Beyond half a second a person notices; a mobile network at its edge still stays below.
  round_trip_long: {
    when: { signal: "net.rtt_ms", above: 700, until: 400 },
    class: "probe",
    leak: 5e-3,
    test: "measure_path",
  },
  connect_slow: {
    when: { signal: "net.tcp_host_ms", above: 1_500, until: 900 },
    class: "probe",
    leak: 8e-3,
    test: "connect_host",
  },
  throughput_low: { when: { signal: "net.throughput_kbps", below: 128, until: 192 }, class: "probe", leak: 0.02 },
  /** Android and Linux notice by themselves that what is sent is not answered. */
  data_stalls: { when: { signal: "net.data_stall", is: ["dns", "tcp"] }, class: "probe", leak: 5e-3, ...beyond },
  /** Every server knows that there is no such name. */
  name_unknown: {
    when: {
      all: [
        { signal: "net.dns_resolve", is: ["nxdomain"] },
        { signal: "net.dns_alt_resolve", is: ["nxdomain"] },
      ],
    },
    class: "probe",
    leak: 1e-4,
    ...beyond,
    test: "resolve_host",
  },
  host_tcp_failed: {
    when: { signal: "net.tcp_host", is: ["timeout", "refused", "unreachable", "reset"] },
    class: "probe",
    leak: 8e-3,
    ...beyond,
    test: "connect_host",
  },
  host_tcp_refused: {
    when: { signal: "net.tcp_host", is: ["refused", "reset"], unknown: ["timeout", "unreachable"] },
    class: "probe",
    leak: 5e-4,
    ...beyond,
    test: "connect_host",
  },
  host_alt_failed: {
    when: { signal: "net.tcp_host_alt", is: ["timeout", "refused", "unreachable", "reset"] },
    class: "probe",
    leak: 8e-3,
    ...beyond,
    test: "connect_host",
  },
  other_way_failed: {
    when: { signal: "net.tcp_host_other_path", is: ["timeout", "refused", "unreachable"] },
    // A connection that was taken is no mistake.
    class: "answer",
    leak: 0.02,
    test: "connect_other_way",
  },
  // Many hosts never answer an echo: that one does not says little, that one does says much.
  host_ping_failed: {
    when: { signal: "net.host_ping", is: ["fail"] },
    class: "probe",
    leak: 0.3,
    test: "connect_host",
  },
  config_changed: { when: { signal: "net.config_changed_h", below: 48 }, class: "state", leak: 0.02 },
  config_unproved: { when: { signal: "net.config_proved", is: [false] }, class: "state", leak: 0.02 },
  via_proxy: { when: { signal: "net.proxy_or_vpn", is: [true] }, class: "state", leak: 0.02 },
  /** Beyond the fence of a private network, or put behind one. */
  reach_opened: { when: { signal: "compare.reach", is: ["opened"] }, class: "state", leak: 1e-3 },
  reach_closed: { when: { signal: "compare.reach", is: ["closed"] }, class: "state", leak: 1e-3 },
  /** Every way that the terminal has is down at once, and it has more than one. */
  all_ways_down: {
    when: {
      all: [
        { any: [cableDown, wifiDown, wifiRefused], ofKnown: true },
        { signal: "modem.reg_state", is: ["searching", "unregistered", "emergency_only"] },
        { signal: "net.default_iface", is: ["none"] },
      ],
    },
    class: "state",
    leak: 3e-6,
    test: "read_links",
  },
  carrier_stands_out: {
    when: {
      all: [
        { signal: "fleet.same_carrier_fail_pct", above: 25 },
        { signal: "fleet.other_carrier_fail_pct", below: 15 },
      ],
    },
    class: "state",
    leak: 5e-4,
  },
  region_fails: { when: { signal: "fleet.same_region_fail_pct", above: 50 }, class: "state", leak: 2e-3 },
  policy_noticed: { when: { signal: "fleet.notice_kind", is: ["policy"] }, class: "state", leak: 1e-4 },
} as const satisfies Record<string, ObservationDefinition>;
