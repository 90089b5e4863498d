/** Keys of the active probes: how far they go, and what they may cost. */
import type { KeyDefinition } from "../key.ts";

const connections = { type: "integer", unit: "", min: 0 } as const;
const kilobytes = { type: "integer", unit: "KB", min: 0 } as const;

export const probeKeys = {
  "probes.level": {
    type: "integer",
    unit: "",
    min: 0,
    max: 4,
    beyond:
      "a sign-in (5) would change the terminal's keys and batch, a transaction (6) moves money: neither is ever made",
    default: 2,
    text: "How far active probes go: 0 none, 1 router, name servers and an independent host, 2 a connection to the host after a failure, 3 its TLS handshake, 4 an echo when a person asks. 3 and 4 need `acquirer.consent`.",
  },
  "probes.spread_s": {
    type: "number",
    unit: "s",
    min: 0,
    max: 600,
    default: 15,
    text: "Over so long the first looks of a fleet that fails at one instant are spread.",
  },
  "probes.connections_per_hour": { ...connections, max: 120, default: 12, text: "Most connections in any hour." },
  "probes.connections_per_day": { ...connections, max: 1_000, default: 48, text: "Most connections in any day." },
  "probes.kb_per_hour": { ...kilobytes, max: 10_240, default: 24, text: "Most data in any hour, of 1,024 bytes." },
  "probes.kb_per_day": {
    ...kilobytes,
    max: 102_400,
    default: 32,
    text: "Most data in any day; 32 are less than 1 MB a month, in an outage that never ends.",
  },
  "probes.hold_file": {
    type: "path",
    default: "/run/posdiag/hold",
    text: "While this file is there no host is visited. It may hold the time until which it is meant, as `2026-11-22T18:00:00Z`.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;
