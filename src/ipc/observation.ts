/**
 * What a payment application may tell, read from `unknown`: of the signals only those that it knows best, each by its
 * shape. Free text is never taken: it could carry what must not enter.
 */
import { isPlausible, isSignalId, type SignalId, signals } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { isTelephonySignal } from "../model/telephony.ts";

export interface Observed {
  readonly signal: SignalId;
  /** `null`: the system was asked and has no value; only of modem and SIM. */
  readonly value: Scalar | null;
}

type Unfit = { readonly kind: "refused"; readonly refused: "malformed" | "unknown_signal" | "bad_value" };
export type Told = { readonly kind: "observe"; readonly observed: readonly Observed[] } | Unfit;

/** Groups of which all is told that is no free text. */
export const toldGroups = ["txn", "reader", "printer", "key", "session", "line"] as const;
/** What the application learns on its own way to the host before anybody probes, and of itself and its place. */
export const toldSignals = [
  "net.dns_resolve",
  "net.tcp_host",
  "net.config_changed_h",
  "host.tls",
  "host.signin_rc",
  "host.resp_ms",
  "host.header_proc_req",
  "clock.skew_s",
  "device.geo_shift_km",
  "device.tamper",
  "sw.app_version",
  "sw.app_version_changed_h",
  "sw.min_required_version",
  "sw.param_changed_h",
  "sw.settle_first",
] as const satisfies readonly SignalId[];

/** Signals in one `posdiag.tell`. */
export const mostTold = 32;
const longestValue = 256;

const groups: ReadonlySet<string> = new Set(toldGroups);
const singles: ReadonlySet<SignalId> = new Set(toldSignals);

/** Modem and SIM are, too, where the agent is set up so. */
export function isObservable(signal: SignalId): boolean {
  if (isTelephonySignal(signal)) return true;
  const { shape } = signals[signal];
  if (shape.kind === "text" && shape.pattern === undefined) return false;
  return singles.has(signal) || groups.has(signal.slice(0, signal.indexOf(".")));
}

/** Who pays what and how comes before what happened to them; that somebody new pays, before all. */
const first: readonly SignalId[] = [
  "txn.running",
  "txn.stage",
  "txn.type",
  "txn.card_ref",
  "txn.issuer_group",
  "txn.entry_mode",
  "txn.amount_fen",
];

function rank({ signal }: Observed): number {
  const place = first.indexOf(signal);
  return place < 0 ? first.length : place;
}

const unfit = (refused: Unfit["refused"]): Unfit => ({ kind: "refused", refused });

function readOne(signal: unknown, value: unknown): Observed | Unfit {
  if (typeof signal !== "string" || !isSignalId(signal) || !isObservable(signal)) return unfit("unknown_signal");
  if (value === null && isTelephonySignal(signal)) return { signal, value };
  const short = typeof value !== "string" || value.length <= longestValue;
  return short && isPlausible(signal, value) ? { signal, value } : unfit("bad_value");
}

/** The data of `posdiag.observe` but its number: `signal` and `value`. */
export function readObservation(given: Readonly<Record<string, unknown>>): Told {
  const { signal, value, ...rest } = given;
  if (Object.keys(rest).length > 0 || typeof signal !== "string" || value === undefined) return unfit("malformed");
  const read = readOne(signal, value);
  return "kind" in read ? read : { kind: "observe", observed: [read] };
}

/** The data of `posdiag.tell` but its number: signal → value. Refused whole, for the first that does not fit. */
export function readTelling(given: Readonly<Record<string, unknown>>): Told {
  const entries = Object.entries(given);
  if (entries.length === 0 || entries.length > mostTold) return unfit("malformed");
  const observed: Observed[] = [];
  for (const [signal, value] of entries) {
    const read = readOne(signal, value);
    if ("kind" in read) return read;
    observed.push(read);
  }
  return { kind: "observe", observed: observed.toSorted((a, b) => rank(a) - rank(b)) };
}
