/** What is the case in the simulated shop. Physics: never what is wrong with it. */
import type { DnsMode } from "../dns.ts";
import { type LineQuality, QUICK_LINE } from "./packet-fate.ts";

export interface LabOptions {
  readonly seed: number;
  /** By what the terminal goes to the shop's router. */
  readonly uplink: "eth" | "wifi";
  /** A second way to the world, by the mobile network. */
  readonly mobile?: boolean;
  /** How it comes by its address; entered by hand when nothing is said. */
  readonly addressing?: "static" | "dhcp";
  /** Names that the name servers know, with their addresses. */
  readonly names?: Readonly<Record<string, string>>;
}

export interface LabState {
  /** "loose": the contact goes and comes, seconds apart. */
  readonly cable: "in" | "out" | "loose";
  /** "dead": the link stays, and nobody is behind it. */
  readonly router: "ok" | "dead";
  /** "silent": nobody gives addresses, and the terminal has just asked for one. */
  readonly dhcp: "ok" | "silent";
  /** The terminal's default route: there, gone, or to an address where nobody is. */
  readonly route: "ok" | "none" | "astray";
  /** The provider's line behind the router. */
  readonly wan: "ok" | "cut" | LineQuality;
  /** Somebody in the shop sends as much as the line takes. */
  readonly rival: boolean;
  /** What the router does with TCP to the acquirer: lets it through, swallows it, refuses it with ICMP or with a reset. */
  readonly firewall: "open" | "drop" | "reject" | "reset";
  /** The router answers HTTP for everybody with a login page, and refuses the rest. */
  readonly portal: boolean;
  readonly dns: DnsMode;
  readonly dns_alt: DnsMode;
  readonly wifi: { readonly rssi_dbm: number; readonly auth: "ok" | "wrong_key" };
}

export const QUIET_SHOP: LabState = {
  cable: "in",
  router: "ok",
  dhcp: "ok",
  route: "ok",
  wan: "ok",
  rival: false,
  firewall: "open",
  portal: false,
  dns: "ok",
  dns_alt: "ok",
  wifi: { rssi_dbm: -52, auth: "ok" },
};

/** The line as it is now; null: cut. */
export function lineQuality({ wan }: LabState): LineQuality | null {
  if (wan === "cut") return null;
  return wan === "ok" ? QUICK_LINE : wan;
}

/** Addresses for documentation (RFC 5737) outside, private ones (RFC 1918) in the shop. */
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
} as const;
