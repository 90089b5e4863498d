/** States of a terminal in a shop's network, each with the fault that is the truth, and beside it what looks alike. */
import type { State, Story } from "./stories.ts";

/** In good health, by cable, with a modem that stands by. */
export const healthyInShop = {
  "net.default_iface": "eth0",
  "lan.link_carrier": "up",
  "lan.link_flaps_10min": 0,
  "net.ip_assigned": true,
  "net.usable_ifaces": 2,
  "net.gateway_ping": "ok",
  "lan.arp_gateway": "ok",
  "net.dns_resolve": "ok",
  "net.internet_probe": "ok",
  "net.captive_portal": false,
  "net.tcp_host": "ok",
  "net.tcp_host_alt": "ok",
  "net.host_ping": "ok",
  "net.loss_pct": 0,
  "net.rtt_ms": 25,
  "net.tcp_host_ms": 30,
  "net.config_proved": true,
  "host.in_window": false,
  "clock.skew_s": 0,
  "key.working_key_age_h": 9,
  "modem.at_response": "ok",
  "sim.state": "ready",
  "modem.reg_state": "home",
  "modem.pdp_state": "active",
  "txn.outcome": "approved",
} as const satisfies State;

const unreached: State = {
  "net.dns_resolve": "timeout",
  "net.internet_probe": "fail",
  "net.captive_portal": undefined,
  "net.tcp_host": "timeout",
  "net.tcp_host_alt": "timeout",
  "net.host_ping": "fail",
  "net.loss_pct": undefined,
  "net.rtt_ms": undefined,
  "net.tcp_host_ms": undefined,
  "txn.outcome": "aborted",
};
const unseen: State = {
  "net.gateway_ping": undefined,
  "lan.arp_gateway": undefined,
  "net.ip_assigned": undefined,
};
/** Only the host is out of reach; how is for the story to say. */
const hostOnly: State = { "net.tcp_host_ms": undefined, "net.host_ping": undefined, "txn.outcome": "aborted" };
const refusing: State = { ...hostOnly, "net.tcp_host": "refused", "net.tcp_host_alt": undefined };
const blackHole: State = { ...hostOnly, "net.tcp_host": "timeout", "net.tcp_host_alt": "timeout" };
const onWifi: State = {
  "net.default_iface": "wlan0",
  "lan.link_carrier": undefined,
  "lan.link_flaps_10min": undefined,
  "lan.wifi_link": "up",
  "lan.wifi_rssi_dbm": -55,
  "lan.gateway_loss_pct": 0,
};
const dialUp: State = Object.fromEntries(Object.keys(healthyInShop).map((signal) => [signal, undefined]));
const coded = (rc: string): State => ({ "txn.outcome": "declined", "txn.rc": rc });

export const networkStories: readonly Story[] = [
  ["all is well", {}, undefined],
  ["all is well by Wi-Fi", onWifi, undefined],
  [
    "all is well by cable, and the modem has no card",
    { "sim.state": "absent", "modem.reg_state": "unregistered", "modem.pdp_state": "inactive" },
    "sim.absent",
  ],
  [
    "cable out",
    { ...unreached, ...unseen, "lan.link_carrier": "down", "net.default_iface": "none", "net.usable_ifaces": 0 },
    "lan.cable_loose",
  ],
  [
    "cable in, no address",
    {
      ...unreached,
      ...unseen,
      "net.ip_assigned": false,
      "lan.dhcp": "timeout",
      "net.default_iface": "none",
      "net.usable_ifaces": 0,
    },
    "lan.dhcp_failed",
  ],
  [
    "link and address, no route",
    { ...unreached, ...unseen, "net.ip_assigned": true, "net.default_iface": "none" },
    "net.down",
  ],
  ["router dead", { ...unreached, "net.gateway_ping": "fail", "lan.arp_gateway": "incomplete" }, "lan.router_fault"],
  ["router well, nothing behind it", unreached, "net.isp_outage"],
  [
    "the same, and the mobile plan is used up",
    { ...unreached, "sim.data_used_mb_month": 30, "sim.data_plan_mb": 30 },
    "net.isp_outage",
  ],
  ["login page", { ...refusing, "net.internet_probe": "portal", "net.captive_portal": true }, "lan.captive_portal"],
  [
    "login page that answers for the host too",
    { "net.internet_probe": "portal", "net.captive_portal": true, "host.tls": "unknown_ca", "txn.outcome": "aborted" },
    "lan.captive_portal",
  ],
  [
    "Wi-Fi weak",
    { ...onWifi, "lan.wifi_rssi_dbm": -84, "lan.gateway_loss_pct": 30, "net.loss_pct": 33, "txn.outcome": "timeout" },
    "wifi.weak",
  ],
  ["Wi-Fi weak, and all is well", { ...onWifi, "lan.wifi_rssi_dbm": -77 }, undefined],
  [
    "Wi-Fi password refused",
    {
      ...unreached,
      ...unseen,
      ...onWifi,
      "lan.wifi_rssi_dbm": undefined,
      "lan.gateway_loss_pct": undefined,
      "lan.wifi_link": "down",
      "lan.wifi_auth": "failed",
      "net.default_iface": "none",
      "net.usable_ifaces": 0,
    },
    "wifi.auth_failed",
  ],
  [
    "packets get lost beyond the router",
    { "net.loss_pct": 30, "lan.gateway_loss_pct": 0, "txn.outcome": "timeout" },
    "net.unstable",
  ],
  [
    "somebody fills the line",
    {
      "net.rtt_ms": 2_400,
      "net.tcp_host_ms": 2_600,
      "net.throughput_kbps": 22,
      "host.resp_ms": 9_000,
      "net.loss_pct": 0,
    },
    "net.bandwidth_low",
  ],
  [
    "answers late, the line is quick",
    { "host.resp_ms": 12_000, "host.resp_ms_p95_1h": 14_000, "txn.outcome": "timeout" },
    "host.congested",
  ],
  [
    "settings changed, refused at once",
    { ...refusing, "net.config_changed_h": 1, "net.config_proved": false, "fleet.same_acquirer_fail_pct": 1 },
    "net.config_wrong",
  ],
  ["refused, settings as ever", refusing, "host.down"],
  [
    "name server silent",
    { "net.dns_resolve": "timeout", "net.dns_alt_resolve": "ok", "txn.outcome": "aborted" },
    "net.dns_failed",
  ],
  [
    "name server lies",
    {
      ...hostOnly,
      "net.dns_agrees": false,
      "net.dns_alt_resolve": "ok",
      "net.tcp_host": "timeout",
      "net.tcp_host_alt": "ok",
    },
    "net.dns_failed",
  ],
  [
    "black hole, by another way the host answers",
    { ...blackHole, "net.tcp_host_other_path": "ok" },
    "net.firewall_blocked",
  ],
  [
    "refused here, by another way the host answers",
    { ...refusing, "net.tcp_host_other_path": "ok" },
    "net.firewall_blocked",
  ],
  [
    "black hole by both ways",
    { ...blackHole, "net.tcp_host_other_path": "timeout", "net.host_ping": "fail" },
    "host.down",
  ],
  ["refused within an announced window", { ...refusing, "host.in_window": true }, "host.maintenance"],
  [
    "refused, upgrade announced",
    { ...refusing, "fleet.notice_kind": "upgrade", "host.header_proc_req": 1 },
    "host.upgrade",
  ],
  ["out of reach, new rules announced", { ...blackHole, "fleet.notice_kind": "policy" }, "net.policy_change"],
  ["connected, unanswered", { "txn.outcome": "timeout" }, "host.timeout"],
  ["certificate of an unknown authority", { "host.tls": "unknown_ca", "txn.outcome": "aborted" }, "host.tls_failed"],
  ["handshake broken off", { "host.tls": "handshake_failure", "txn.outcome": "aborted" }, "host.tls_failed"],
  ["certificate expired, clock right", { "host.tls": "cert_expired", "txn.outcome": "aborted" }, "host.cert_expired"],
  [
    "certificate expired by a clock a year ahead",
    { "host.tls": "cert_expired", "clock.skew_s": 31_536_000, "txn.outcome": "aborted" },
    "device.clock_wrong",
  ],
  [
    "certificate not yet valid by a clock a year behind",
    { "host.tls": "cert_not_yet_valid", "clock.skew_s": -31_536_000, "txn.outcome": "aborted" },
    "device.clock_wrong",
  ],
  [
    "certificate not yet valid, nobody to ask the time",
    { "host.tls": "cert_not_yet_valid", "clock.skew_s": undefined, "txn.outcome": "aborted" },
    "device.clock_wrong",
  ],
  ["code 90", coded("90"), "host.cutover"],
  ["code 96", coded("96"), "switch.malfunction"],
  ["code 91", coded("91"), "issuer.unreachable"],
  [
    "code 91 of one bank, the others approve",
    { ...coded("91"), "fleet.same_issuer_fail_pct": 98, "fleet.other_issuer_fail_pct": 2 },
    "issuer.maintenance",
  ],
  ["code A0", coded("A0"), "key.mac_error"],
  ["code A0, no sign-in for a week", { ...coded("A0"), "key.working_key_age_h": 170 }, "key.expired"],
  ["code 99", coded("99"), "key.pin_format_error"],
  ["no master key", { "key.master_key_present": false, "txn.outcome": "aborted" }, "key.not_injected"],
  ["code 77", coded("77"), "session.signin_required"],
  ["header asks for a sign-in", { ...coded("77"), "host.header_proc_req": 3 }, "session.signin_required"],
  ["code 22", coded("22"), "session.state_mismatch"],
  ["application says settle first", { "sw.settle_first": true }, "session.settlement_required"],
  ["no dial tone", { ...dialUp, "line.dial_result": "no_dial_tone", "txn.outcome": "aborted" }, "line.pstn_fault"],
  [
    "parallel telephone in use",
    { ...dialUp, "line.dial_result": "line_in_use", "txn.outcome": "aborted" },
    "line.busy",
  ],
];
