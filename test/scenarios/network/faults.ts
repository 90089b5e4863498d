/** Faults of cable, router, Wi-Fi, provider and names, each beside what looks like it. */
import type { NetworkFault } from "./fault.ts";

const cable = { uplink: "eth", mobile: false } as const;
const twoWays = { uplink: "eth", mobile: true } as const;
const wifi = { uplink: "wifi", mobile: false } as const;

export const wayFaults: readonly NetworkFault[] = [
  { name: "nothing, by cable", shop: cable, happens: [], verdict: undefined },
  { name: "nothing, by Wi-Fi", shop: wifi, happens: [], verdict: undefined },
  { name: "cable pulled", shop: cable, happens: [{ lab: { cable: "out" } }], withinS: 10, verdict: "lan.cable_loose" },
  { name: "cable loose", shop: cable, happens: [{ lab: { cable: "loose" } }], withinS: 90, verdict: "lan.cable_loose" },
  { name: "router dead, link up", shop: cable, happens: [{ lab: { router: "dead" } }], verdict: "lan.router_fault" },
  {
    name: "no lease",
    shop: { ...cable, addressing: "dhcp" },
    happens: [{ lab: { dhcp: "silent" } }],
    withinS: 90,
    verdict: "lan.dhcp_failed",
  },
  { name: "no default route", shop: cable, happens: [{ lab: { route: "none" } }], verdict: "net.down" },
  { name: "login page", shop: cable, happens: [{ lab: { portal: true } }], verdict: "lan.captive_portal" },
  {
    name: "Wi-Fi weak",
    shop: wifi,
    happens: [{ lab: { wifi: { rssi_dbm: -86, auth: "ok" } } }],
    withinS: 120,
    verdict: "wifi.weak",
  },
  {
    name: "Wi-Fi password changed",
    shop: wifi,
    happens: [{ lab: { wifi: { rssi_dbm: -50, auth: "wrong_key" } } }],
    withinS: 30,
    verdict: "wifi.auth_failed",
  },
  { name: "line behind the router cut", shop: cable, happens: [{ lab: { wan: "cut" } }], verdict: "net.isp_outage" },
  {
    name: "the same, with a second way that works",
    shop: twoWays,
    happens: [{ lab: { wan: "cut" } }],
    verdict: "net.isp_outage",
  },
  {
    name: "packets lost beyond the router",
    shop: cable,
    happens: [{ lab: { wan: { delayMs: 60, jitterMs: 80, loss: 0.35, kbps: 2_000 } } }],
    withinS: 240,
    verdict: "net.unstable",
  },
  {
    name: "somebody fills a slow line",
    shop: cable,
    happens: [{ lab: { wan: { delayMs: 30, jitterMs: 0, loss: 0, kbps: 48 }, rival: true } }],
    withinS: 240,
    verdict: "net.bandwidth_low",
  },
  { name: "name server silent", shop: cable, happens: [{ lab: { dns: "silent" } }], verdict: "net.dns_failed" },
  { name: "name server fails", shop: cable, happens: [{ lab: { dns: "servfail" } }], verdict: "net.dns_failed" },
  { name: "name server lies", shop: cable, happens: [{ lab: { dns: "lies" } }], verdict: "net.dns_failed" },
  {
    name: "port of the host dropped by the router",
    shop: twoWays,
    happens: [{ lab: { firewall: "drop" } }],
    verdict: "net.firewall_blocked",
  },
  {
    name: "port of the host refused by the router with ICMP",
    shop: twoWays,
    happens: [{ lab: { firewall: "reject" } }],
    verdict: "net.firewall_blocked",
  },
];
