/** A server on a socket of its own, handlers that tell what they were asked, and a client that says anything at all. */
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import type { IpcHandlers } from "../../src/ipc/responder.ts";
import { createIpcServer, type IpcServer } from "../../src/ipc/server.ts";
import type { Operation } from "../../src/model/alarm.ts";
import type { AlarmView } from "../../src/model/alarm-view.ts";
import type { CodeView } from "../../src/model/code-view.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { AgentStatus, DiagnosisView } from "../../src/model/view.ts";

export const status: AgentStatus = {
  version: "1.2.3",
  uptime_s: 61.5,
  serial: "PX7-00042",
  modem: {
    source: "serial",
    port: "open",
    note: null,
    answering: true,
    profile: "quectel",
    identity: { manufacturer: "Quectel", model: "EC25", revision: "EC25EFAR06A01M4G" },
    imei: "…0012",
    iccid: "…5678",
    imsi: null,
    counters: { timeouts: 2, late_replies: 9, resets: 1, unknown_lines: 3, garbled_lines: 4, noise_bytes: 5 },
    unknown: ["+QNEWS: \u001b[2J#"],
  },
  uplink: {
    ...{ state: "waiting", since_s: 12, last_error: "refused", sent: 7, keepalive_s: 900 },
    data: {
      ...{ month_bytes: 120_000, day_bytes: 4_000, budget_bytes: 2_097_152, rung: "full", reason: "none" },
      uses: { session: 100_000, fault: 20_000 },
    },
  },
  outbox: { pending: 5, bytes: 1234, dropped: 0, lost: 8 },
  ipc: { peers: 1, accepted: 2, refused: { malformed: 6 }, cut: {} },
  guard: { refused: { door: 3, log: 0 } },
  memory: {
    pair_since: "2026-11-20",
    pair_settled: true,
    used_mb: 12.3,
    used_since: "2026-11-01",
    plan_mb: 30,
    sim_flaps_1h: 2,
    cell_changes_10min: 1,
    restarts_1h: 0,
    file: { written: 4, failed: 0, set_aside: 0 },
  },
  alarms: {
    ...{ active: 2, unacknowledged: 1, unconfirmed: 1, shelved: 0, recurrent: 1, known: 7, withheld: 4, forgotten: 0 },
    file: { written: 3, failed: 0, set_aside: 0 },
  },
  commands: {
    ...{ taken: 3, waiting: 1, ended: { succeeded: 2, failed: 0, refused: 0, timed_out: 0, interrupted: 0 } },
    rejected: { retained: 0, bad_signature: 4 },
    audit: { lines: 9, head: "0123456789abcdef", failed: 0 },
    settings: { set: ["log.level"], on_trial: [], left_s: null },
    hints: { taken: 2, in_force: 1, refused: { expired: 3 } },
  },
  data: {
    ...{ in_force: "acme-12", trial_left_s: 90, before: "acme-11" },
    given_up: [{ pack: "acme-10", why: "did_not_live" }],
    newer_given_up: null,
    refused: { pack: null, why: "bad_signature" },
  },
  configuration: { source: "last_good", why: "wrong", problem: "modem.baud: is 5", trial_left_s: null },
  recovery: {
    state: "held",
    fault: "cell.no_service",
    held_by: "payment_running",
    today: { reattach: 1, radio: 0, reset: 0 },
    last: { rung: "reattach", fault: "unlisted.no_bearer", helped: "yes", age_s: 130 },
  },
  feed: { state: "ok", taken: 3, refused: 1, passed_over: 2 },
  record: { lost: 0 },
  way: { interface: "eth0", kind: "ethernet", gateway: "192.0.2.1" },
  probes: {
    level: 2,
    hour: { connections: 3, bytes: 9_000, most_connections: 12, most_bytes: 24_576 },
    day: { connections: 7, bytes: 15_000, most_connections: 48, most_bytes: 32_768 },
    held: true,
    refused: { rung: "host", why: "hold", age_s: 65 },
  },
  readings: [
    { signal: "sim.state", value: "absent", age_s: 0.4, quality: "ok" },
    { signal: "modem.csq", value: null, age_s: 3, quality: "absent" },
  ],
  implausible: 6,
  cases: [{ id: 1, fault: "sim.absent", probability: 0.987, severity: "critical", open_s: 4, occurrence: 2 }],
};

export function diagnosis(say = "No SIM."): DiagnosisView {
  const sign = { signal: "sim.state", value: "absent", age_s: 0.4, quality: "ok" } as const;
  return {
    progress: "none",
    verdicts: [
      {
        fault: "sim.absent",
        probability: 0.987,
        severity: "critical",
        party: ["merchant"],
        say,
        do: ["Put it back."],
        do_not: ["Do not swap it."],
        evidence: [{ id: "sim_absent", readings: [sign], weight: 7.31 }],
      },
    ],
    rivals: [{ fault: "sim.contact_bad", probability: 0.012 }],
    ruled_out: [{ fault: "cell.no_service", because: "not signal_gone" }],
    unknown: false,
    next_tests: [],
  };
}

export const alarm: AlarmView = {
  ...{ id: 3, resource: "sim", alarm_type_id: "sim.absent", alarm_type_qualifier: "", alarm_text: "SIM card missing" },
  ...{ perceived_severity: "critical", is_cleared: false, is_confirmed: false, is_root_cause: true },
  ...{ event_type: "equipment", probable_cause: "underlyingResourceUnavailable", probability: 0.987 },
  ...{ time_created: "2026-11-26T08:00:00Z", last_raised: "2026-11-27T05:30:00Z", last_changed: null, clock: "none" },
  ...{ occurrences: 9, raises_24h: 4, flaps_24h: 3, recurrent: true, chattering: false, untold: 2 },
  ...{ operator_state: "ack", operator: "support", operator_time: "2026-11-27T05:31:00Z", operator_text: "seen" },
  ...{ shelved_for_s: null, status_changes_dropped: 5 },
  was: [{ fault: "cell.no_service", text: "No mobile network", until: "2026-11-27T05:30:20Z" }],
  status_change: [{ time: "2026-11-27T05:30:00Z", perceived_severity: "critical" }],
};

export const code: CodeView = {
  text: "7V4S-KA86-VN9X-DZ3C-36F5-WDS8-GVRD",
  uri: "POSDIAG:7V4SKA86VN9XDZ3C36F5WDS8GVRD",
  lines: ["No link to support", "7V4S - KA86"],
};

export const well: DiagnosisView = {
  progress: "none",
  verdicts: [],
  rivals: [],
  ruled_out: [],
  unknown: false,
  next_tests: [],
};

export interface Bench {
  readonly directory: string;
  readonly socket: string;
  readonly server: IpcServer;
  readonly observed: Reading[];
  readonly asked: (string | undefined)[];
  readonly operations: Operation[];
  end(): Promise<void>;
}

export interface BenchOptions {
  /** Serves this path instead of one of its own. */
  readonly path?: string;
  readonly maxPeers?: number;
  readonly clock?: Clock;
  readonly group?: string;
  readonly telephony?: boolean;
  readonly handlers?: Partial<IpcHandlers>;
}

export async function createBench(options: BenchOptions = {}): Promise<Bench> {
  const directory = await mkdtemp(join(tmpdir(), "posdiag-ipc-"));
  const socket = options.path ?? join(directory, "agent.sock");
  const observed: Reading[] = [];
  const asked: (string | undefined)[] = [];
  const operations: Operation[] = [];
  const server = createIpcServer({
    socket,
    group: options.group,
    maxPeers: options.maxPeers ?? 8,
    language: "zh-CN",
    telephony: options.telephony ?? false,
    clock: options.clock ?? systemClock,
    log: silentLog,
    handlers: {
      status: () => ({ ...status, ipc: server.counters() }),
      diagnose: async (language) => {
        asked.push(language);
        return diagnosis();
      },
      observe: (reading) => void observed.push(reading),
      question: () => null,
      reply: (question) => (question === "kqhwzrtnbxva" ? undefined : "unknown_question"),
      alarms: () => ({ alarms: [alarm], left_out: 6 }),
      code: (language) => {
        asked.push(language);
        return code;
      },
      operate: (operation) => {
        operations.push(operation);
        return operation.alarm === alarm.id ? alarm : undefined;
      },
      ...options.handlers,
    },
  });
  const end = async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  };
  return { directory, socket, server, observed, asked, operations, end };
}

export interface Raw {
  readonly socket: Socket;
  /** Sends text as it is. */
  say(text: string): void;
  /** Sends a frame. */
  frame(type: string, data: unknown): void;
  /** The next frame from the server. */
  next(): Promise<{ readonly type: string; readonly data: Readonly<Record<string, unknown>> }>;
  readonly closed: Promise<void>;
  end(): void;
}

export async function connectRaw(path: string): Promise<Raw> {
  const socket = connect(path);
  socket.on("error", () => {});
  const closed = new Promise<void>((resolve) => void socket.once("close", () => resolve()));
  await new Promise<void>((resolve) => void socket.once("connect", () => resolve()));
  const frames: string[] = [];
  let rest = "";
  let wake = () => {};
  socket.setEncoding("utf8").on("data", (chunk) => {
    const parts = (rest + String(chunk)).split("\f");
    rest = parts.pop() ?? "";
    frames.push(...parts);
    wake();
  });
  return {
    socket,
    closed,
    say: (text) => void socket.write(text),
    frame: (type, data) => void socket.write(`${JSON.stringify({ type, data })}\f`),
    next: async () => {
      while (frames.length === 0) {
        if (socket.destroyed) throw new Error("the server hung up");
        await new Promise<void>((resolve) => {
          wake = resolve;
          socket.once("close", resolve);
        });
      }
      return JSON.parse(frames.shift() ?? "");
    },
    end: () => socket.destroy(),
  };
}

/** Waits until a condition of the other side holds; the suite's time limit ends it when it never does. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await systemClock.sleep(2);
}
