/** The model's words and their numbers on the wire. A number that no word stands for reads as `unknown_<number>`. */
import type { Attempt, AttemptReply, RungId } from "../model/attempt.ts";
import type { CaseEvent } from "../model/case.ts";
import type { Party, Severity } from "../model/catalogue.ts";
import type { CommandState } from "../model/command.ts";
import type { DataReason, DataRung, UseKind } from "../model/data-use.ts";
import type { MeasuredSignal, ReadWay } from "../model/measures.ts";
import type { Quality } from "../model/reading.ts";
import type { ClockQuality, RecordClass } from "../model/record.ts";
import { posdiag } from "./wire.js";

const wire = posdiag.v1;

export const clockQualities = {
  none: wire.ClockQuality.CLOCK_QUALITY_NONE,
  rtc: wire.ClockQuality.CLOCK_QUALITY_RTC,
  ntp: wire.ClockQuality.CLOCK_QUALITY_NTP,
  network: wire.ClockQuality.CLOCK_QUALITY_NETWORK,
  host: wire.ClockQuality.CLOCK_QUALITY_HOST,
} satisfies Record<ClockQuality, number>;

export const dataRungNumbers = {
  full: wire.DataRung.DATA_RUNG_FULL,
  events: wire.DataRung.DATA_RUNG_EVENTS,
  snapshot: wire.DataRung.DATA_RUNG_SNAPSHOT,
} satisfies Record<DataRung, number>;

export const dataReasons = {
  none: wire.DataReason.DATA_REASON_NONE,
  month: wire.DataReason.DATA_REASON_MONTH,
  configured: wire.DataReason.DATA_REASON_CONFIGURED,
} satisfies Record<DataReason, number>;

export const useKindNumbers = {
  session: wire.UseOf.Kind.KIND_SESSION,
  states: wire.UseOf.Kind.KIND_STATES,
  fault: wire.UseOf.Kind.KIND_FAULT,
  reply: wire.UseOf.Kind.KIND_REPLY,
  state: wire.UseOf.Kind.KIND_STATE,
  metric: wire.UseOf.Kind.KIND_METRIC,
  history: wire.UseOf.Kind.KIND_HISTORY,
} satisfies Record<UseKind, number>;

export const qualities = {
  ok: wire.Quality.QUALITY_OK,
  stale: wire.Quality.QUALITY_STALE,
  absent: wire.Quality.QUALITY_ABSENT,
  implausible: wire.Quality.QUALITY_IMPLAUSIBLE,
} satisfies Record<Quality, number>;

export const severities = {
  warning: wire.Severity.SEVERITY_WARNING,
  minor: wire.Severity.SEVERITY_MINOR,
  major: wire.Severity.SEVERITY_MAJOR,
  critical: wire.Severity.SEVERITY_CRITICAL,
} satisfies Record<Severity, number>;

export const parties = {
  merchant: wire.Party.PARTY_MERCHANT,
  acquirer: wire.Party.PARTY_ACQUIRER,
  carrier: wire.Party.PARTY_CARRIER,
  isp: wire.Party.PARTY_ISP,
  issuer: wire.Party.PARTY_ISSUER,
  vendor: wire.Party.PARTY_VENDOR,
  utility: wire.Party.PARTY_UTILITY,
  switch: wire.Party.PARTY_SWITCH,
  cardholder: wire.Party.PARTY_CARDHOLDER,
} satisfies Record<Party, number>;

export const caseEventKinds = {
  opened: wire.CaseEvent.Kind.KIND_OPENED,
  changed: wire.CaseEvent.Kind.KIND_CHANGED,
  closed: wire.CaseEvent.Kind.KIND_CLOSED,
} satisfies Record<CaseEvent["kind"], number>;

export const recordClassNumbers = {
  fault: wire.RecordClass.RECORD_CLASS_FAULT,
  reply: wire.RecordClass.RECORD_CLASS_REPLY,
  state: wire.RecordClass.RECORD_CLASS_STATE,
  metric: wire.RecordClass.RECORD_CLASS_METRIC,
} satisfies Record<RecordClass, number>;

export const rungNumbers = {
  reattach: wire.Attempt.Rung.RUNG_REATTACH,
  radio: wire.Attempt.Rung.RUNG_RADIO,
  reset: wire.Attempt.Rung.RUNG_RESET,
} satisfies Record<RungId, number>;

export const attemptReplies = {
  done: wire.Attempt.Reply.REPLY_DONE,
  refused: wire.Attempt.Reply.REPLY_REFUSED,
  silent: wire.Attempt.Reply.REPLY_SILENT,
  lost: wire.Attempt.Reply.REPLY_LOST,
  withheld: wire.Attempt.Reply.REPLY_WITHHELD,
} satisfies Record<AttemptReply, number>;

export const helpedNumbers = {
  yes: wire.Attempt.Helped.HELPED_YES,
  no: wire.Attempt.Helped.HELPED_NO,
  unknown: wire.Attempt.Helped.HELPED_UNKNOWN,
} satisfies Record<Attempt["helped"], number>;

export const commandStates = {
  accepted: wire.CommandUpdate.State.STATE_ACCEPTED,
  running: wire.CommandUpdate.State.STATE_RUNNING,
  succeeded: wire.CommandUpdate.State.STATE_SUCCEEDED,
  failed: wire.CommandUpdate.State.STATE_FAILED,
  refused: wire.CommandUpdate.State.STATE_REFUSED,
  timed_out: wire.CommandUpdate.State.STATE_TIMED_OUT,
  interrupted: wire.CommandUpdate.State.STATE_INTERRUPTED,
} satisfies Record<CommandState, number>;

export const measuredNumbers = {
  "modem.rsrp_dbm": wire.Measured.Signal.SIGNAL_MODEM_RSRP_DBM,
  "modem.sinr_db": wire.Measured.Signal.SIGNAL_MODEM_SINR_DB,
  "modem.csq": wire.Measured.Signal.SIGNAL_MODEM_CSQ,
  "modem.temp_c": wire.Measured.Signal.SIGNAL_MODEM_TEMP_C,
  "modem.supply_mv": wire.Measured.Signal.SIGNAL_MODEM_SUPPLY_MV,
  "host.resp_ms": wire.Measured.Signal.SIGNAL_HOST_RESP_MS,
  "net.rtt_ms": wire.Measured.Signal.SIGNAL_NET_RTT_MS,
  "power.battery_pct": wire.Measured.Signal.SIGNAL_POWER_BATTERY_PCT,
  "power.temp_c": wire.Measured.Signal.SIGNAL_POWER_TEMP_C,
} satisfies Record<MeasuredSignal, number>;

export const readWayNumbers = {
  chip: wire.Reads.Way.WAY_CHIP,
  contactless: wire.Reads.Way.WAY_CONTACTLESS,
  stripe: wire.Reads.Way.WAY_STRIPE,
} satisfies Record<ReadWay, number>;

export function wordOf(table: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(table).find((word) => table[word] === value) ?? `unknown_${value}`;
}
