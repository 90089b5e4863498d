/** Is what came over the wire what its type says? Fields that are not known are left alone, so that an agent may add some. */
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

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const number: Check = (value) => typeof value === "number";
const flag: Check = (value) => typeof value === "boolean";
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

function entries(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}

const tableOf =
  (check: Check): Check =>
  (value) =>
    [...(entries(value)?.values() ?? [undefined])].every(check);

/** With a type: a check for each of its fields, and the compiler sees to it that none is forgotten. */
function record<T extends object>(shape: { readonly [K in keyof T]: Check }): Check {
  const checks: [string, Check][] = Object.entries(shape);
  return (value) => {
    const given = entries(value);
    return given !== undefined && checks.every(([name, check]) => check(given.get(name)));
  };
}

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

const diagnosis = record<DiagnosisView>({
  progress: text,
  verdicts: listOf(verdict),
  ruled_out: listOf(record({ fault: text, because: text })),
  rivals: listOf(record({ fault: text, probability: number })),
  unknown: flag,
  ended_s: (value) => value === undefined || number(value),
  next_tests: listOf(record({ test: text, cost: number, separates: listOf(text) })),
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
    timeouts: number,
    late_replies: number,
    resets: number,
    unknown_lines: number,
    garbled_lines: number,
    noise_bytes: number,
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

const status = record<AgentStatus>({
  version: text,
  uptime_s: number,
  serial: text,
  modem,
  uplink: record<UplinkStatus>({ state: text, since_s: number, last_error: orNull(text), sent: number }),
  outbox: record<AgentStatus["outbox"]>({ pending: number, bytes: number, dropped: number, lost: number }),
  ipc: record<IpcCounters>({ peers: number, accepted: number, refused: tableOf(number), cut: tableOf(number) }),
  guard: record<GuardView>({ refused: tableOf(number) }),
  memory,
  recovery,
  feed: orNull(record<FeedView>({ state: orNull(text), taken: number, refused: number, passed_over: number })),
  way: record<WayView>({ interface: orNull(text), kind: orNull(text), gateway: orNull(text) }),
  probes,
  readings: listOf(reading),
  implausible: number,
  cases: listOf(openCase),
});

export function isDiagnosisView(value: unknown): value is DiagnosisView {
  return diagnosis(value);
}

export function isAgentStatus(value: unknown): value is AgentStatus {
  return status(value);
}
