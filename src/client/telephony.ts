/**
 * What Android says of modem and SIM → our signals. Pure. Numbers are those of the classes named here, names those of their
 * constants; what Android calls unknown or UNAVAILABLE becomes `null`, and what was not asked for is left out.
 */
import type { Scalar } from "../model/signal-shape.ts";
import { telephonySignals } from "../model/telephony.ts";
import {
  dataStates,
  networkTypes,
  registrationStates,
  serviceStates,
  simStates,
  type Words,
  wordFor,
} from "./android-words.ts";

/** As JSON from the side that asks Android. Every field may be left out. */
export interface TelephonySnapshot {
  /** `Build.VERSION.SDK_INT`. */
  readonly sdk?: number;
  /** `TelephonyManager.getSimState()`. */
  readonly simState?: number | string;
  /** `TelephonyManager.getDataState()`. */
  readonly dataState?: number | string;
  /** `TelephonyManager.getDataNetworkType()`. */
  readonly dataNetworkType?: number | string;
  /** `ServiceState.getState()`. */
  readonly serviceState?: number | string;
  /** `ServiceState.getRoaming()`. */
  readonly roaming?: boolean;
  /** `NetworkRegistrationInfo.getRegistrationState()` of the packet domain; system applications only. */
  readonly registrationState?: number | string;
  /** `NetworkRegistrationInfo.getRejectCause()`; 0 is none. */
  readonly rejectCause?: number;
  /** `PreciseDataConnectionState.getLastCauseCode()`: a `DataFailCause`. */
  readonly dataFailCause?: number;
  /** `CellSignalStrengthLte`, or the `getSs…` values of `CellSignalStrengthNr`: dBm, dB, and `getRssnr`/`getSsSinr`. */
  readonly rsrp?: number;
  readonly rsrq?: number;
  readonly rssnr?: number;
  readonly ssSinr?: number;
  /** `Settings.Global.AIRPLANE_MODE_ON`. */
  readonly airplaneMode?: boolean;
  /** `ApnSetting.getApnName()` in use, and the one that should be. */
  readonly apn?: string;
  readonly expectedApn?: string;
  /** `NetworkStatsManager.querySummaryForDevice`: both directions since the plan began anew, bytes. */
  readonly usedBytes?: number;
  /** The plan's size, MB. */
  readonly planMb?: number;
}

export interface Observation {
  readonly signal: (typeof telephonySignals)[number];
  readonly value: Scalar | null;
}

/** `CellInfo.UNAVAILABLE`. */
const unavailable = 2_147_483_647;
const megabyte = 1_048_576;

type Value = Scalar | null | undefined;

function word<T extends string>(table: Words<T>, said: number | string | undefined): T | null | undefined {
  return said === undefined ? undefined : wordFor(table, said);
}

function level(said: number | undefined): number | null | undefined {
  return said === unavailable || Number.isNaN(said) ? null : said;
}

/** Before Android 11 the value is in tenths of a decibel (AOSP CellSignalStrengthLte, -200 to 300), since then in whole ones. */
function ratio({ sdk, rssnr, ssSinr }: TelephonySnapshot): number | null | undefined {
  const said = level(rssnr);
  if (typeof said !== "number") return ssSinr === undefined ? said : level(ssSinr);
  if (sdk === undefined) return said < -20 || said > 30 ? said / 10 : null;
  return sdk < 30 ? said / 10 : said;
}

/** The registration of the packet domain tells more; the service state is what every application may ask. */
function registration({ registrationState, serviceState, roaming }: TelephonySnapshot): Value {
  const precise = word(registrationStates, registrationState);
  if (typeof precise === "string") return precise;
  const service = word(serviceStates, serviceState);
  return service === "home" && roaming === true ? "roaming" : service;
}

/** 3GPP TS 24.008 10.5.6.6 ends at 112; what is above it comes from the modem or from Android. 36 is an ordinary end. */
function bearerCause(cause: number | undefined): number | null | undefined {
  if (cause === undefined) return undefined;
  return cause >= 8 && cause <= 112 && cause !== 36 ? cause : null;
}

/** A bearer that is up has no cause, and one that the network refused is not merely down. */
function bearer({ dataState, dataFailCause }: TelephonySnapshot): { readonly state: Value; readonly cause: Value } {
  const state = word(dataStates, dataState);
  const cause = bearerCause(dataFailCause);
  if (state !== "inactive") return { state, cause: state === undefined ? cause : null };
  return { state: typeof cause === "number" ? "rejected" : state, cause };
}

function rejectCause(cause: number | undefined, registered: Value): number | null | undefined {
  if (registered === "home" || registered === "roaming") return null;
  return cause === 0 ? null : cause;
}

function apnExpected({ apn, expectedApn }: TelephonySnapshot): boolean | null | undefined {
  if (expectedApn === undefined || apn === undefined) return undefined;
  return apn === "" ? null : apn.toLowerCase() === expectedApn.toLowerCase();
}

/** In the order of the signals' table; nothing for what was not asked. */
export function telephonyObservations(told: TelephonySnapshot): readonly Observation[] {
  const registered = registration(told);
  const data = bearer(told);
  const values: Readonly<Partial<Record<Observation["signal"], Value>>> = {
    "sim.state": word(simStates, told.simState),
    "sim.data_used_mb_month": told.usedBytes === undefined ? undefined : Math.floor(told.usedBytes / megabyte),
    "sim.data_plan_mb": told.planMb,
    "modem.reg_state": registered,
    "modem.reject_cause": rejectCause(told.rejectCause, registered),
    "modem.pdp_state": data.state,
    "modem.pdp_cause": data.cause,
    "modem.apn_expected": apnExpected(told),
    "modem.rat": word(networkTypes, told.dataNetworkType),
    "modem.rsrp_dbm": level(told.rsrp),
    "modem.rsrq_db": level(told.rsrq),
    "modem.sinr_db": ratio(told),
    "modem.airplane_mode": told.airplaneMode,
  };
  return telephonySignals.flatMap((signal) => {
    const value = values[signal];
    return value === undefined ? [] : [{ signal, value }];
  });
}
