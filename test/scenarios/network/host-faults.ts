/** Faults of the host, of what its answers say, and of clock and line, each beside what looks like it. */
import type { NetworkFault } from "./fault.ts";

const cable = { uplink: "eth", mobile: false } as const;
const twoWays = { uplink: "eth", mobile: true } as const;
const yearS = 365 * 86_400;

const coded = (name: string, rc: string, verdict: string): NetworkFault => ({
  name: `code ${rc}: ${name}`,
  shop: cable,
  happens: [{ acquirer: { codes: { "0200": rc } } }],
  verdict,
});

const certificate = (kind: "expired" | "unknown_ca" | "wrong_name" | "alert", verdict: string): NetworkFault => ({
  name: `TLS: ${kind}`,
  shop: cable,
  tls: true,
  happens: [{ acquirer: { tls: kind } }],
  verdict,
});

export const hostFaults: readonly NetworkFault[] = [
  { name: "nothing, with TLS", shop: cable, tls: true, happens: [], verdict: undefined },
  { name: "host refuses", shop: cable, happens: [{ host: "down", alternate: "down" }], verdict: "host.down" },
  {
    name: "host black-holed, by both ways",
    shop: twoWays,
    happens: [{ host: "blackhole", alternate: "blackhole" }],
    verdict: "host.down",
  },
  { name: "host silent", shop: cable, happens: [{ host: "silent" }], verdict: "host.timeout" },
  {
    name: "host refuses in its announced window",
    shop: cable,
    config: { acquirer: { maintenance: ["00:00-12:00", "12:00-00:00"] } },
    happens: [{ host: "down", alternate: "down" }],
    verdict: "host.maintenance",
  },
  {
    name: "host slow, some answers too late",
    shop: cable,
    answerMs: 11_000,
    happens: [{ acquirer: { delay: { ms: 8_500, jitter: 3_000 } } }],
    withinS: 120,
    verdict: "host.congested",
  },
  {
    name: "port mistyped",
    shop: cable,
    happens: [{ restart: { acquirer: { port: 9 } } }],
    verdict: "net.config_wrong",
  },
  certificate("expired", "host.cert_expired"),
  certificate("unknown_ca", "host.tls_failed"),
  certificate("wrong_name", "host.tls_failed"),
  certificate("alert", "host.tls_failed"),
  {
    name: "TLS: clock a year ahead",
    shop: cable,
    tls: true,
    clockAheadS: yearS,
    happens: [],
    verdict: "device.clock_wrong",
  },
  {
    name: "TLS: clock a year behind",
    shop: cable,
    tls: true,
    clockAheadS: -yearS,
    happens: [],
    verdict: "device.clock_wrong",
  },
  { name: "cut-over", shop: cable, happens: [{ acquirer: { codes: { "*": "90" } } }], verdict: "host.cutover" },
  coded("switch", "96", "switch.malfunction"),
  // Every bank at once is no bank, but what lies between them and the acquirer.
  coded("all issuers out", "91", "switch.malfunction"),
  coded("MAC", "A0", "key.mac_error"),
  coded("PIN block", "99", "key.pin_format_error"),
  coded("sign in", "77", "session.signin_required"),
  coded("states differ", "22", "session.state_mismatch"),
  {
    name: "header asks for a sign-in",
    shop: cable,
    happens: [{ acquirer: { codes: { "0200": "77" }, asks: 3 } }],
    verdict: "session.signin_required",
  },
  {
    name: "answers with a wrong MAC",
    shop: cable,
    happens: [{ acquirer: { manner: "bad_mac" } }],
    verdict: "key.mac_error",
  },
  {
    name: "working keys a week old, code A0",
    shop: cable,
    happens: [{ says: { "key.working_key_age_h": 170, "txn.rc": "A0", "txn.outcome": "declined" }, refuses: true }],
    verdict: "key.expired",
  },
  {
    name: "master key lost",
    shop: cable,
    happens: [{ says: { "key.master_key_present": false }, refuses: true }],
    verdict: "key.not_injected",
  },
  {
    name: "batch full",
    shop: cable,
    happens: [{ says: { "sw.settle_first": true }, refuses: true }],
    verdict: "session.settlement_required",
  },
  {
    name: "no dial tone",
    config: { terminal: { dial_up: true } },
    line: ["ok", "ok", "ok", "no_dial_tone"],
    happens: [],
    withinS: 90,
    verdict: "line.pstn_fault",
  },
  {
    name: "telephone in use",
    config: { terminal: { dial_up: true } },
    line: ["ok", "ok", "ok", "line_in_use"],
    happens: [],
    withinS: 90,
    verdict: "line.busy",
  },
];
