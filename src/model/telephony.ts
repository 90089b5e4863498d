/** Signals of modem and SIM that an application can tell where the system's radio service owns the modem. */
import type { SignalId } from "./signal.ts";

export const telephonySignals = [
  "sim.state",
  "sim.data_used_mb_month",
  "sim.data_plan_mb",
  "sim.activation_age_days",
  "modem.reg_state",
  "modem.reject_cause",
  "modem.pdp_state",
  "modem.pdp_cause",
  "modem.apn_expected",
  "modem.rat",
  "modem.rsrp_dbm",
  "modem.rsrq_db",
  "modem.sinr_db",
  "modem.airplane_mode",
] as const satisfies readonly SignalId[];

const all: ReadonlySet<SignalId> = new Set(telephonySignals);

export function isTelephonySignal(signal: SignalId): boolean {
  return all.has(signal);
}
