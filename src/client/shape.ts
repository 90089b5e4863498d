/** Is what came over the wire what its type says? Fields that are not known are left alone, so that an agent may add some. */
import type { AlarmListView, AlarmsStatus, AlarmView } from "../model/alarm-view.ts";
import type { CodeView } from "../model/code-view.ts";
import type { CommandsView } from "../model/command-view.ts";
import type { DataUseView } from "../model/data-view.ts";
import type { AnswerView, NextTestView, QuestionView, TestReport } from "../model/test-view.ts";
import type {
  AgentStatus,
  CaseView,
  DiagnosisView,
  EvidenceView,
  FeedView,
  GuardView,
  IpcCounters,
  MemoryView,
  ModemStatus,
  ProbesView,
  ReadingView,
  RecoveryView,
  SpentView,
  UplinkStatus,
  VerdictView,
  WayView,
} from "../model/view.ts";
import { flag, listOf, number, orNull, record, tableOf, text } from "./check.ts";
import { configurationView, packView } from "./pack-shape.ts";

const reading = record<ReadingView>({
  signal: text,
  value: orNull((value) => text(value) || number(value) || flag(value)),
  age_s: number,
  quality: text,
});

const verdict = record<VerdictView>({
  fault: text,
  probability: number,
  severity: text,
  party: listOf(text),
  say: text,
  do: listOf(text),
  do_not: listOf(text),
  evidence: listOf(record<EvidenceView>({ id: text, readings: listOf(reading), weight: number })),
});

const answers = listOf(record<AnswerView>({ answer: text, text }));

const nextTest = record<NextTestView>({
  test: text,
  text,
  cost: number,
  cost_parts: record<NextTestView["cost_parts"]>({
    seconds: number,
    bytes: number,
    disturbance: number,
    person: number,
  }),
  separates: listOf(text),
  answers: (value) => value === undefined || answers(value),
});

const question = orNull(record<QuestionView>({ id: text, test: text, text, answers, valid_s: number }));
const testReport = record<TestReport>({ test: text, text, found: listOf(reading), refused: orNull(text) });

const code = record<CodeView>({ text, uri: text, lines: listOf(text) });

const diagnosis = record<DiagnosisView>({
  progress: text,
  verdicts: listOf(verdict),
  ruled_out: listOf(record({ fault: text, because: text })),
  rivals: listOf(record({ fault: text, probability: number })),
  unknown: flag,
  ended_s: (value) => value === undefined || number(value),
  next_tests: listOf(nextTest),
  code: (value) => value === undefined || code(value),
});

const modem = record<ModemStatus>({
  source: text,
  port: text,
  note: orNull(text),
  answering: flag,
  profile: orNull(text),
  identity: record<ModemStatus["identity"]>({ manufacturer: text, model: text, revision: text }),
  imei: orNull(text),
  iccid: orNull(text),
  imsi: orNull(text),
  counters: record<ModemStatus["counters"]>({
    ...{ timeouts: number, late_replies: number, resets: number },
    ...{ unknown_lines: number, garbled_lines: number, noise_bytes: number },
  }),
  unknown: listOf(text),
});

const openCase = record<CaseView>({
  id: number,
  fault: text,
  probability: number,
  severity: text,
  open_s: number,
  occurrence: number,
});

const memory = record<MemoryView>({
  pair_since: orNull(text),
  pair_settled: orNull(flag),
  used_mb: orNull(number),
  used_since: orNull(text),
  plan_mb: orNull(number),
  sim_flaps_1h: number,
  cell_changes_10min: number,
  restarts_1h: number,
  file: record<MemoryView["file"]>({ written: number, failed: number, set_aside: number }),
});

const commands = record<CommandsView>({
  ...{ taken: number, waiting: number, ended: tableOf(number), rejected: tableOf(number) },
  audit: record<CommandsView["audit"]>({ lines: number, head: text, failed: number }),
  settings: record<CommandsView["settings"]>({ set: listOf(text), on_trial: listOf(text), left_s: orNull(number) }),
  hints: record<CommandsView["hints"]>({ taken: number, in_force: number, refused: tableOf(number) }),
});

const recovery = record<RecoveryView>({
  state: text,
  fault: orNull(text),
  held_by: orNull(text),
  today: tableOf(number),
  last: orNull(record({ rung: text, fault: text, helped: text, age_s: number })),
});

const spent = record<SpentView>({ connections: number, bytes: number, most_connections: number, most_bytes: number });

const probes = record<ProbesView>({
  level: number,
  hour: spent,
  day: spent,
  held: flag,
  refused: orNull(record({ rung: text, why: text, age_s: number })),
});

const alarm = record<AlarmView>({
  id: number,
  resource: text,
  alarm_type_id: text,
  alarm_type_qualifier: text,
  alarm_text: text,
  perceived_severity: text,
  is_cleared: flag,
  is_confirmed: flag,
  is_root_cause: flag,
  event_type: text,
  probable_cause: text,
  probability: number,
  time_created: orNull(text),
  last_raised: orNull(text),
  last_changed: orNull(text),
  clock: text,
  occurrences: number,
  raises_24h: number,
  flaps_24h: number,
  recurrent: flag,
  chattering: flag,
  untold: number,
  operator_state: text,
  operator: orNull(text),
  operator_time: orNull(text),
  operator_text: text,
  shelved_for_s: orNull(number),
  was: listOf(record<AlarmView["was"][number]>({ fault: text, text, until: orNull(text) })),
  status_change: listOf(record<AlarmView["status_change"][number]>({ time: orNull(text), perceived_severity: text })),
  status_changes_dropped: number,
});

const alarmList = record<AlarmListView>({ alarms: listOf(alarm), left_out: number });

const status = record<AgentStatus>({
  version: text,
  uptime_s: number,
  serial: text,
  modem,
  uplink: record<UplinkStatus>({
    ...{ state: text, since_s: number, last_error: orNull(text), sent: number, keepalive_s: number },
    data: record<DataUseView>({
      ...{ month_bytes: number, day_bytes: number, budget_bytes: number, rung: text, reason: text },
      uses: tableOf(number),
    }),
  }),
  outbox: record<AgentStatus["outbox"]>({ pending: number, bytes: number, dropped: number, lost: number }),
  ipc: record<IpcCounters>({ peers: number, accepted: number, refused: tableOf(number), cut: tableOf(number) }),
  guard: record<GuardView>({ refused: tableOf(number) }),
  memory,
  alarms: record<AlarmsStatus>({
    active: number,
    unacknowledged: number,
    unconfirmed: number,
    shelved: number,
    recurrent: number,
    known: number,
    withheld: number,
    forgotten: number,
    file: record<AlarmsStatus["file"]>({ written: number, failed: number, set_aside: number }),
  }),
  commands: orNull(commands),
  data: orNull(packView),
  configuration: configurationView,
  recovery,
  feed: orNull(record<FeedView>({ state: orNull(text), taken: number, refused: number, passed_over: number })),
  record: orNull(record<{ readonly lost: number }>({ lost: number })),
  way: record<WayView>({ interface: orNull(text), kind: orNull(text), gateway: orNull(text) }),
  probes,
  readings: listOf(reading),
  implausible: number,
  cases: listOf(openCase),
  code: (value) => value === undefined || text(value),
});

export function isDiagnosisView(value: unknown): value is DiagnosisView {
  return diagnosis(value);
}

export function isAgentStatus(value: unknown): value is AgentStatus {
  return status(value);
}

export function isCodeView(value: unknown): value is CodeView {
  return code(value);
}

export function isAlarmView(value: unknown): value is AlarmView {
  return alarm(value);
}

export function isAlarmListView(value: unknown): value is AlarmListView {
  return alarmList(value);
}

export function isQuestion(value: unknown): value is QuestionView | null {
  return question(value);
}

export function isTestReport(value: unknown): value is TestReport {
  return testReport(value);
}

export function isAccepted(value: unknown): value is true {
  return value === true;
}
