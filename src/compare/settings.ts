/**
 * What is not as it was while payments were answered: the access point, what lies beyond it, the pair of card and module.
 * One value is remembered of each, and is what it was until it is proved anew.
 */
import { type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

/** A pair is new for three days: who checks pairs does it once a day, and not on Sundays. */
const newPairMs = 3 * 86_400_000;

/** What the change of a setting comes to; undefined where it decides nothing. */
interface Setting {
  readonly signal: SignalId;
  change(from: Scalar, to: Scalar): string;
}

const changes: ReadonlyMap<SignalId, Setting> = new Map<SignalId, Setting>([
  ["modem.apn", { signal: "compare.apn", change: () => "changed" }],
  [
    "net.internet_probe",
    {
      signal: "compare.reach",
      change: (from, to) => {
        if (from === "not_allowed" && to === "ok") return "opened";
        return from === "ok" && to === "not_allowed" ? "closed" : "same";
      },
    },
  ],
]);

interface Refusal {
  readonly over: readonly Scalar[];
  readonly cause: SignalId;
  /** Of all causes only this one. */
  readonly only?: Scalar;
}

/** What stands is refused no more, and the cause of its refusal, or what was asked for first, is history. */
const refusals: ReadonlyMap<SignalId, Refusal> = new Map<SignalId, Refusal>([
  ["modem.pdp_state", { over: ["active"], cause: "modem.pdp_cause" }],
  ["modem.reg_state", { over: ["home", "roaming"], cause: "modem.reject_cause" }],
  // UnionPay header, processing request 3: sign in again.
  ["host.signin_rc", { over: ["00"], cause: "host.header_proc_req", only: 3 }],
]);
const causes: ReadonlyMap<SignalId, Refusal> = new Map([...refusals.values()].map((each) => [each.cause, each]));

const pairSignals: readonly SignalId[] = ["sim.iccid_changed", "sim.imei_changed"];

export interface SettingsComparison {
  /** In order of time. What the reading comes to; nothing for all but settings. */
  hear(reading: Reading): readonly Reading[];
}

export function createSettingsComparison(): SettingsComparison {
  /** As they were when a payment was answered last; before that, as they were first. */
  const proved = new Map<SignalId, Scalar>();
  const now = new Map<SignalId, Scalar>();
  /** Causes of refusals that last. */
  const refused = new Set<SignalId>();
  let swappedMs = Number.NEGATIVE_INFINITY;

  function pair({ value, atMs }: Reading): Reading {
    if (value === true) swappedMs = atMs;
    return reading("compare.pair", atMs - swappedMs <= newPairMs ? "changed" : "same", atMs);
  }

  function setting({ signal, change }: Setting, heard: Reading & { readonly value: Scalar }): Reading {
    const from = proved.get(heard.signal) ?? heard.value;
    proved.set(heard.signal, from);
    now.set(heard.signal, heard.value);
    return reading(signal, from === heard.value ? "same" : change(from, heard.value), heard.atMs);
  }

  function refusal({ signal, value, atMs }: Reading): readonly Reading[] {
    const cause = causes.get(signal);
    if (cause && (cause.only ?? value) === value) refused.add(signal);
    else refused.delete(signal);
    const own = refusals.get(signal);
    if (!own || value === undefined || !own.over.includes(value) || !refused.delete(own.cause)) return [];
    return [reading(own.cause, 0, atMs)];
  }

  return {
    hear: (heard) => {
      const { signal, value } = heard;
      if (value === undefined) return [];
      if (signal === "txn.rc") for (const [name, last] of now) proved.set(name, last);
      if (pairSignals.includes(signal)) return [pair(heard)];
      const own = changes.get(signal);
      return own ? [setting(own, { ...heard, value })] : refusal(heard);
    },
  };
}
