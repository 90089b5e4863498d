/** What modem replies mean in the vocabulary of the signals. Pure: replies in, Readings out; sentinels become `absent`. */
import type { NasCause } from "../at/causes.ts";
import type { ContextDefinition, ContextState } from "../at/parse/data.ts";
import type { PacketEvent } from "../at/parse/packet-event.ts";
import { type RadioQuality, type Rat, ratOfAccess } from "../at/parse/quality.ts";
import type { Registration, RegistrationState } from "../at/parse/registration.ts";
import type { SimState } from "../at/parse/sim.ts";
import { absent, type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

/** A value that is there or not. */
export function measured(signal: SignalId, value: Scalar | undefined, atMs: number): Reading {
  return value === undefined ? absent(signal, atMs) : reading(signal, value, atMs);
}

/** Everything that is read through a modem that answers. */
const answeredSignals = [
  "sim.state",
  "modem.csq",
  "modem.rsrp_dbm",
  "modem.rsrq_db",
  "modem.sinr_db",
  "modem.rat",
  "modem.reg_state",
  "modem.reject_cause",
  "modem.pdp_state",
  "modem.pdp_cause",
  "modem.apn",
] as const satisfies readonly SignalId[];

/**
 * When nobody answers, nothing that was known is known any more; but what was measured a moment before the modem went, its
 * temperature and its supply, may be why, and grows old by itself.
 */
export function nothingKnown(atMs: number, apnConfigured: boolean): Reading[] {
  const readings = answeredSignals.map((signal) => absent(signal, atMs));
  return apnConfigured ? [...readings, absent("modem.apn_expected", atMs)] : readings;
}

export type SimSignal = "ready" | "absent" | "pin_required" | "puk_required" | "error" | "busy";

/** PIN2 only guards settings on the card: the card works. A lock on the modem's side is an error of the pair. */
const simSignals: Readonly<Record<SimState, SimSignal>> = {
  ready: "ready",
  pin2_required: "ready",
  puk2_required: "ready",
  absent: "absent",
  pin_required: "pin_required",
  puk_required: "puk_required",
  device_locked_to_sim: "error",
  network_locked: "error",
  failure: "error",
  wrong: "error",
  busy: "busy",
  not_ready: "busy",
};

export function simSignal(state: SimState): SimSignal {
  return simSignals[state];
}

export type RegSignal = "home" | "roaming" | "searching" | "denied" | "unregistered" | "emergency_only";

/** Best first: a service that carries data, one that carries messages, then what tells most about why there is none. */
const regRanks: readonly (readonly [RegistrationState, RegSignal])[] = [
  ["home", "home"],
  ["home_csfb_not_preferred", "home"],
  ["roaming", "roaming"],
  ["roaming_csfb_not_preferred", "roaming"],
  ["home_sms_only", "home"],
  ["roaming_sms_only", "roaming"],
  ["denied", "denied"],
  ["emergency_only", "emergency_only"],
  ["attached_rlos", "emergency_only"],
  ["searching", "searching"],
  ["unknown", "unregistered"],
  ["not_registered", "unregistered"],
];

/** The best of all domains: +CGREG says 0 while LTE carries data, +CREG says "SMS only" there. */
export function bestRegistration(all: Iterable<Registration>): Registration | undefined {
  const known = [...all];
  for (const [state] of regRanks) {
    const found = known.find((each) => each.state === state);
    if (found) return found;
  }
  return undefined;
}

export function regSignal(state: RegistrationState): RegSignal | undefined {
  return regRanks.find(([each]) => each === state)?.[1];
}

/** The cause a network gave for refusing registration; only type 0 is a 3GPP number. */
export function rejectCauseOf(all: Iterable<Registration>): number | undefined {
  for (const { state, causeType, rejectCause } of all) {
    if (state === "denied" && causeType === 0 && rejectCause !== undefined) return rejectCause;
  }
  return undefined;
}

/**
 * 0…31 is a measurement, 100…191 the same in steps of 1 dB from −116 dBm (Quectel's TD-SCDMA); 99, 199 and the rest say that
 * there is none.
 */
function csqOf(rssiRaw: number): number | undefined {
  if (rssiRaw >= 0 && rssiRaw <= 31) return rssiRaw;
  if (rssiRaw < 100 || rssiRaw > 191) return undefined;
  return Math.min(31, Math.max(0, Math.floor((rssiRaw - 103) / 2)));
}

export function csqReading(rssiRaw: number | undefined, atMs: number): Reading {
  return measured("modem.csq", rssiRaw === undefined ? undefined : csqOf(rssiRaw), atMs);
}

/** What stands for "no cell" in replies that have the field: 28 and 32 bits of ones, and 0. */
const noCells: ReadonlySet<number> = new Set([0, 0xfffffff, 0xffffffff]);

/** The cell as the network numbers it; undefined where the reply names none. */
export function servingCell(
  place: { readonly area?: number | undefined; readonly cell?: number | undefined } | undefined,
): { readonly area: number | undefined; readonly cell: number } | undefined {
  if (place?.cell === undefined || noCells.has(place.cell)) return undefined;
  return { area: place.area, cell: place.cell };
}

export function radioReadings(quality: RadioQuality | undefined, act: number | undefined, atMs: number): Reading[] {
  const rat: Rat | undefined = quality?.rat ?? ratOfAccess(act);
  return [
    measured("modem.rsrp_dbm", quality?.rsrpDbm, atMs),
    measured("modem.rsrq_db", quality?.rsrqDb, atMs),
    measured("modem.sinr_db", quality?.sinrDb, atMs),
    measured("modem.rat", rat, atMs),
  ];
}

/** Contexts for voice and emergency say nothing about data. */
const otherUse = /^(ims|sos|xcap|mms)\b/i;

export interface DataContext {
  readonly cid: number;
  readonly apn: string;
  readonly active: boolean;
}

/** The context that carries the terminal's data: the first active one, or else the first one defined. */
export function dataContext(
  definitions: readonly ContextDefinition[],
  states: readonly ContextState[],
): DataContext | undefined {
  const names = new Map(definitions.map(({ cid, apn }) => [cid, apn]));
  const usable = states.filter(({ cid }) => !otherUse.test(names.get(cid) ?? ""));
  const chosen = usable.find(({ active }) => active) ?? usable[0];
  return chosen && { ...chosen, apn: names.get(chosen.cid) ?? "" };
}

/** Networks append their realm: `cmiot.mnc004.mcc460.gprs` is the APN `cmiot` (3GPP TS 23.003 §9.1). */
function apnName(apn: string): string {
  return apn.toLowerCase().replace(/\.mnc\d+\.mcc\d+\.gprs$/, "");
}

export function apnReadings(apn: string | undefined, expected: string | undefined, atMs: number): Reading[] {
  const name = apn === undefined || apn === "" ? undefined : apnName(apn);
  const readings = [measured("modem.apn", name, atMs)];
  if (expected === undefined) return readings;
  return [
    ...readings,
    measured("modem.apn_expected", name === undefined ? undefined : name === apnName(expected), atMs),
  ];
}

/** What the bearer and its causes say together; a bearer that is up has no cause. */
export function bearerReadings(active: boolean | undefined, cause: NasCause | undefined, atMs: number): Reading[] {
  const pdpCause = active === false && cause?.layer === "esm" ? cause.cause : undefined;
  const state = active === undefined ? undefined : active ? "active" : pdpCause === undefined ? "inactive" : "rejected";
  return [measured("modem.pdp_state", state, atMs), measured("modem.pdp_cause", pdpCause, atMs)];
}

const ends: ReadonlySet<PacketEvent["event"]> = new Set([
  "nw_deact_pdp",
  "me_deact_pdp",
  "nw_pdn_deact",
  "me_pdn_deact",
  "nw_detach",
  "me_detach",
]);

/** Whether an event ends the bearer in use. */
export function endsBearer({ event, cid }: PacketEvent, current: number | undefined): boolean {
  return ends.has(event) && (cid === undefined || current === undefined || cid === current);
}
