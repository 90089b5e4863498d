/** What is the case in the simulated shop. Physics: never what is wrong with it. */
import type { DnsMode, Names } from "../dns.ts";
import { type LineQuality, QUICK_LINE } from "./packet-fate.ts";

export interface LabOptions {
  readonly seed: number;
  /** By what the terminal goes to the shop's router. */
  readonly uplink: "eth" | "wifi";
  /** A second way to the world, by the mobile network. */
  readonly mobile?: boolean;
  /** How it comes by its address; entered by hand when nothing is said. */
  readonly addressing?: "static" | "dhcp";
  /** IPv6 from the terminal to the world, beside IPv4; always entered by hand. */
  readonly ipv6?: boolean;
  /** Names that the name servers know, with their addresses. */
  readonly names?: Names;
}

export interface LabState {
  /** "loose": the contact goes and comes, seconds apart. Only Ethernet has a cable. */
  readonly cable: "in" | "out" | "loose";
  /** "dead": the link stays, and nobody is behind it. */
  readonly router: "ok" | "dead";
  /** "silent": nobody gives addresses, and the terminal has just asked for one. */
  readonly dhcp: "ok" | "silent";
  /** The terminal's default route: there, gone, or to an address where nobody is. */
  readonly route: "ok" | "none" | "astray";
  /** The provider's line behind the router. */
  readonly wan: LineState;
  /** The mobile network; cut: no bearer, and the interface is down. */
  readonly mobile: LineState;
  /** Somebody in the shop sends as much as the line takes. */
  readonly rival: boolean;
  /** What the router does with TCP to the acquirer: lets it through, swallows it, refuses it with ICMP or with a reset. */
  readonly firewall: "open" | "drop" | "reject" | "reset";
  /** The router answers HTTP for everybody, with the way to its login page or with the "page" at once, and resets the rest. */
  readonly portal: boolean | "page";
  readonly dns: DnsMode;
  readonly dns_alt: DnsMode;
  readonly wifi: { readonly rssi_dbm: number; readonly auth: "ok" | "wrong_key" };
}

export type LineState = "ok" | "cut" | LineQuality;

export const QUIET_SHOP: LabState = {
  cable: "in",
  router: "ok",
  dhcp: "ok",
  route: "ok",
  wan: "ok",
  mobile: "ok",
  rival: false,
  firewall: "open",
  portal: false,
  dns: "ok",
  dns_alt: "ok",
  wifi: { rssi_dbm: -52, auth: "ok" },
};

/** A line as it is now; null: cut. */
export function lineQuality(line: LineState): LineQuality | null {
  if (line === "cut") return null;
  return line === "ok" ? QUICK_LINE : line;
}

/** Addresses for documentation outside (RFC 5737, RFC 3849), private and shared ones inside (RFC 1918, RFC 6598). */
export const ADDRESSES = {
  terminal: "192.168.8.20",
  gateway: "192.168.8.1",
  /** Nobody is there. */
  astray: "192.168.8.77",
  host: "203.0.113.10",
  hostAlt: "203.0.113.11",
  reference: "198.51.100.80",
  dns: "198.51.100.53",
  dnsAlt: "198.51.100.54",
  mobile: "100.64.0.2",
  carrier: "100.64.0.1",
  terminal6: "2001:db8:8::20",
  gateway6: "2001:db8:8::1",
  astray6: "2001:db8:8::77",
  host6: "2001:db8:113::10",
  reference6: "2001:db8:100::80",
} as const;
