import type { SignalDefinition } from "../signal-shape.ts";

/** Signals of the groups net, lan, line, host. */
export const networkSignals = {
  "net.default_iface": {
    shape: { kind: "text", pattern: /^[a-z][a-z0-9_.-]{0,14}$/ },
    evidence: "probe",
    note: "route in use",
  },
  "net.ip_assigned": { shape: { kind: "flag" }, evidence: "probe", note: "address present" },
  "net.gateway_ping": {
    shape: { kind: "one_of", values: ["ok", "fail", "not_run"], unknown: ["not_run"] },
    evidence: "probe",
  },
  "net.dns_resolve": {
    shape: { kind: "one_of", values: ["ok", "timeout", "nxdomain", "servfail", "not_used"], unknown: ["not_used"] },
    evidence: "probe",
    note: "host name",
  },
  "net.dns_alt_resolve": {
    shape: { kind: "one_of", values: ["ok", "timeout", "nxdomain"] },
    evidence: "probe",
    note: "via second server",
  },
  "net.internet_probe": {
    shape: { kind: "one_of", values: ["ok", "fail", "portal", "not_allowed"], unknown: ["not_allowed"] },
    evidence: "probe",
    note: "neutral probe; private APN: not_allowed",
  },
  "compare.reach": {
    shape: { kind: "one_of", values: ["same", "opened", "closed"] },
    evidence: "probe",
    note: "whether the open Internet can be reached, beside how it was while payments were answered",
  },
  "net.captive_portal": { shape: { kind: "flag" }, evidence: "probe" },
  "net.data_stall": { shape: { kind: "one_of", values: ["none", "dns", "tcp"] }, evidence: "probe" },
  "net.tcp_host": {
    shape: {
      kind: "one_of",
      values: ["ok", "timeout", "refused", "unreachable", "reset", "not_run"],
      unknown: ["not_run"],
    },
    evidence: "probe",
    note: "TCP connect to acquirer address",
  },
  "net.tcp_host_alt": {
    shape: {
      kind: "one_of",
      values: ["ok", "timeout", "refused", "unreachable", "reset", "not_run"],
      unknown: ["not_run"],
    },
    evidence: "probe",
    note: "second acquirer address",
  },
  "net.tcp_host_other_path": {
    shape: { kind: "one_of", values: ["ok", "timeout", "refused", "unreachable", "not_run"], unknown: ["not_run"] },
    evidence: "probe",
    note: "same address through another interface",
  },
  "net.tcp_host_ms": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" },
    evidence: "probe",
    note: "connect time",
  },
  "net.loss_pct": { shape: { kind: "number", min: 0, max: 100, unit: "%" }, evidence: "stat" },
  "net.rtt_ms": { shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" }, evidence: "stat" },
  "net.throughput_kbps": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "kbit/s" },
    evidence: "stat",
    note: "passive",
  },
  "net.rx_bytes_5min": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "bytes" },
    evidence: "probe",
    note: "passive",
  },
  "net.config_changed_h": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "hours" },
    evidence: "probe",
    note: "since IP/port/APN/proxy change",
  },
  "net.config_proved": {
    shape: { kind: "flag" },
    evidence: "state",
    note: "somebody was answered by the host since the settings last changed",
  },
  "net.proxy_or_vpn": { shape: { kind: "flag" }, evidence: "probe" },
  "net.usable_ifaces": {
    shape: { kind: "number", min: 0, max: 64, unit: "" },
    evidence: "state",
    note: "interfaces with a carrier and an address that reaches further than the link; loopback left out",
  },
  "net.dns_agrees": {
    shape: { kind: "flag" },
    evidence: "probe",
    note: "the host's address as resolved is one that is known from the configuration or another server",
  },
  "net.host_ping": {
    shape: { kind: "one_of", values: ["ok", "fail", "not_run"], unknown: ["not_run"] },
    evidence: "probe",
    note: "ICMP echo to the acquirer's address; many hosts never answer it",
  },
  "net.retrans_pct": {
    shape: { kind: "number", min: 0, max: 100, unit: "%" },
    evidence: "stat",
    note: "TCP segments sent again, of all sent by this machine; passive",
  },
  "lan.link_carrier": {
    shape: { kind: "one_of", values: ["up", "down"] },
    evidence: "state",
    note: "of a cable; a Wi-Fi has lan.wifi_link",
  },
  "lan.wifi_link": {
    shape: { kind: "one_of", values: ["up", "down"] },
    evidence: "state",
    note: "associated with an access point",
  },
  "lan.link_flaps_10min": { shape: { kind: "number", min: 0, max: 2147483647, unit: "" }, evidence: "state" },
  "lan.dhcp": { shape: { kind: "one_of", values: ["ok", "timeout", "nak", "static"] }, evidence: "state" },
  "lan.arp_gateway": { shape: { kind: "one_of", values: ["ok", "incomplete"] }, evidence: "state" },
  "lan.gateway_rtt_ms": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" },
    evidence: "probe",
    note: "round trip to the router",
  },
  "lan.gateway_loss_pct": {
    shape: { kind: "number", min: 0, max: 100, unit: "%" },
    evidence: "probe",
    note: "echoes that the router did not answer, where it answers at all",
  },
  "lan.wifi_rssi_dbm": { shape: { kind: "number", min: -120, max: 0, unit: "dBm" }, evidence: "state" },
  "lan.wifi_auth": { shape: { kind: "one_of", values: ["ok", "failed"] }, evidence: "state" },
  "lan.other_devices_ok": {
    shape: { kind: "one_of", values: ["yes", "no", "unknown"], unknown: ["unknown"] },
    evidence: "state",
    note: "told by people or seen in fleet",
  },
  "line.dial_result": {
    shape: {
      kind: "one_of",
      values: ["ok", "no_dial_tone", "no_line", "no_carrier", "busy", "line_in_use", "no_answer"],
    },
    evidence: "probe",
  },
  "line.dial_success_pct": {
    shape: { kind: "number", min: 0, max: 100, unit: "%" },
    evidence: "stat",
    note: "field 62 item 51",
  },
  "host.tls": {
    shape: {
      kind: "one_of",
      values: [
        "ok",
        "cert_not_yet_valid",
        "cert_expired",
        "unknown_ca",
        "wrong_name",
        "handshake_failure",
        "reset",
        "timeout",
        "not_used",
      ],
      unknown: ["not_used"],
    },
    evidence: "probe",
  },
  "host.tls_version": { shape: { kind: "text", pattern: /^TLSv1(\.[0-3])?$/ }, evidence: "probe" },
  "host.cert_days_left": {
    shape: { kind: "number", min: -36500, max: 36500, unit: "days" },
    evidence: "probe",
    note: "by the terminal's clock; negative when it has ended",
  },
  "host.in_window": {
    shape: { kind: "flag" },
    evidence: "state",
    note: "the clock is in a maintenance window that the acquirer has announced",
  },
  "host.echo_0820": {
    shape: { kind: "text", pattern: /^(ok|timeout|not_run|rc:[0-9A-Z]{2})$/ },
    evidence: "probe",
    note: "only with acquirer consent",
  },
  "host.signin_rc": {
    shape: { kind: "text", pattern: /^[0-9A-Z]{2}$/ },
    evidence: "probe",
    note: "answer code of 0800",
  },
  "host.resp_ms": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" },
    evidence: "probe",
    note: "last answer time",
  },
  "host.resp_ms_p95_1h": { shape: { kind: "number", min: 0, max: 2147483647, unit: "ms" }, evidence: "stat" },
  "host.header_proc_req": {
    shape: { kind: "number", min: 0, max: 7, unit: "" },
    evidence: "probe",
    note: "processing request digit of the UnionPay header",
  },
  "host.last_ok_age_s": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "s" },
    evidence: "probe",
    note: "since last good answer",
  },
} as const satisfies Record<string, SignalDefinition>;
