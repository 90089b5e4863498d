/** The agent's state as the local socket gives it. */
import type { Alarms } from "../alarms/alarms.ts";
import type { Config } from "../config/config.ts";
import { viewReading } from "../diagnosis-view.ts";
import type { Case } from "../model/case.ts";
import type { DataUseView } from "../model/data-view.ts";
import type { ConfigurationView } from "../model/pack-view.ts";
import type {
  AgentStatus,
  CaseView,
  FeedView,
  ModemStatus as ModemView,
  UplinkStatus as UplinkView,
} from "../model/view.ts";
import { maskedText } from "../report/redact.ts";
import type { UplinkStatus } from "../uplink/uplink.ts";
import type { Parts } from "./agent.ts";
import { alarmsStatus, recurrenceOf } from "./alarm-view.ts";
import type { Probes } from "./probes.ts";
import { recoveryView } from "./recovery-view.ts";
import { usesPort } from "./settings.ts";
import type { Site } from "./site.ts";
import { probesView, wayView } from "./way-view.ts";

const seconds = (ms: number): number => Math.round(ms / 1_000);

function modemView(probes: Probes, config: Config): ModemView {
  const modem = probes.modem.status();
  const { manufacturer = "", model = "", revision = "", imei = null, iccid = null, imsi = null, counts } = modem;
  return {
    source: probes.source.current(),
    port: modem.port ?? (usesPort(config) ? "missing" : "unused"),
    note: modem.note ?? probes.portNote() ?? null,
    answering: modem.answering,
    profile: modem.profile ?? null,
    // A line of the modem's own words may hold a number of its own.
    identity: {
      manufacturer: maskedText(manufacturer),
      model: maskedText(model),
      revision: maskedText(revision),
    },
    ...{ imei, iccid, imsi },
    counters: {
      timeouts: counts.timeouts,
      late_replies: counts.late,
      resets: counts.resets,
      unknown_lines: counts.unknown,
      garbled_lines: counts.overlong + counts.binary,
      noise_bytes: counts.noise,
    },
    unknown: modem.unknownLines,
  };
}

function caseView({ id, verdict, openedAtMs, occurrence }: Case, nowMs: number, alarms: Alarms): CaseView {
  const { fault, probability, severity } = verdict;
  return {
    ...{ id, fault, probability, severity, occurrence, open_s: seconds(nowMs - openedAtMs) },
    ...recurrenceOf(fault, alarms),
  };
}

/** Who is not let in wants to know why. */
function failureText({ lastError, lastCode }: UplinkStatus): string | null {
  if (lastError !== "authentication") return lastError ?? null;
  return `${lastError} (${lastCode})`;
}

function uplinkView(uplink: UplinkStatus, nowMs: number): UplinkView {
  return {
    state: uplink.state,
    since_s: seconds(nowMs - uplink.sinceMs),
    last_error: failureText(uplink),
    sent: uplink.sent,
    keepalive_s: uplink.keepaliveS,
    data: dataView(uplink.data),
  };
}

function dataView({ monthBytes, dayBytes, budgetBytes, rung, reason, uses }: UplinkStatus["data"]): DataUseView {
  const both = Object.entries(uses).map(([kind, { up, down }]) => [kind, up + down] as const);
  return {
    ...{ month_bytes: monthBytes, day_bytes: dayBytes, budget_bytes: budgetBytes, rung, reason },
    uses: Object.fromEntries(both),
  };
}

function feedView(counts: ReturnType<Probes["device"]["feedCounts"]>): FeedView | null {
  if (!counts) return null;
  const { state = null, taken, refused, entriesPassedOver } = counts;
  return { state, taken, refused, passed_over: entriesPassedOver };
}

/** Where nothing is kept to go back to. */
const fromFile: ConfigurationView = { source: "file", why: null, problem: null, trial_left_s: null };

export function statusOf({ config, clock, version, cardData, start }: Site, parts: Parts): AgentStatus {
  const { outbox, thinker, probes, uplink, ipc, reporter, memory, alarms, recovery } = parts;
  const nowMs = clock.monoMs();
  const code = parts.lastResort.due();
  const stats = outbox.stats();
  const dropped = Object.values(stats.dropped).reduce((sum, count) => sum + count, 0);
  return {
    version,
    uptime_s: seconds(process.uptime() * 1_000),
    serial: config["terminal.serial"],
    modem: modemView(probes, config),
    uplink: uplinkView(uplink.status(), nowMs),
    outbox: { pending: outbox.pendingCount(), bytes: stats.diskBytes, dropped, lost: stats.lost + reporter.lost },
    ipc: ipc.counters(),
    guard: { refused: { door: ipc.counters().refused["card_data"] ?? 0, ...cardData.refused() } },
    memory: memory.view(),
    alarms: alarmsStatus(alarms),
    commands: parts.commands?.view() ?? null,
    data: parts.data?.view() ?? null,
    configuration: start?.view() ?? fromFile,
    recovery: recoveryView(recovery?.status(), nowMs),
    feed: feedView(probes.device.feedCounts()),
    record: parts.recorder ? { lost: parts.recorder.lost } : null,
    way: wayView(probes.links.way()),
    probes: probesView(probes.network.status(), nowMs),
    readings: thinker.book.newest().map((reading) => viewReading(reading, nowMs)),
    implausible: thinker.book.implausible,
    cases: thinker.cases.open().map((open) => caseView(open, nowMs, alarms)),
    ...(code === undefined ? {} : { code }),
  };
}
