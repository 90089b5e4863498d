/**
 * What the agent shows to a person or to the payment application: JSON-safe, so `null` where a Reading has no value, ages
 * in seconds instead of instants, and snake_case names, which are a contract with programs outside this one.
 */

import type { AlarmsStatus } from "./alarm-view.ts";
import type { Progress } from "./case.ts";
import type { Party, Severity } from "./catalogue.ts";
import type { CodeView } from "./code-view.ts";
import type { CommandsView } from "./command-view.ts";
import type { DataUseView } from "./data-view.ts";
import type { ConfigurationView, PackView } from "./pack-view.ts";
import type { Quality } from "./reading.ts";
import type { Scalar } from "./signal-shape.ts";
import type { NextTestView } from "./test-view.ts";

export interface ReadingView {
  readonly signal: string;
  /** `null` exactly when the quality is `absent` or `implausible`. */
  readonly value: Scalar | null;
  readonly age_s: number;
  readonly quality: Quality;
}

export interface EvidenceView {
  /** Observation id of the catalogue. */
  readonly id: string;
  readonly readings: readonly ReadingView[];
  /** Change of the fault's log-odds if this evidence were not there, in nats. */
  readonly weight: number;
}

export interface VerdictView {
  readonly fault: string;
  readonly probability: number;
  readonly severity: Severity;
  readonly party: readonly Party[];
  /** One sentence for the merchant, in the language asked for; so are `do` and `do_not`. */
  readonly say: string;
  readonly do: readonly string[];
  readonly do_not: readonly string[];
  /** Raised so often in 24 hours, three times or more. Absent where it was not. */
  readonly recurrent_24h?: number;
  readonly evidence: readonly EvidenceView[];
}

/** The diagnosis as `explain --json` and the local socket give it. No verdict and not `unknown`: all is well. */
export interface DiagnosisView {
  readonly progress: Progress;
  /** By rank; where `unknown` is true these are the candidates, none likelier than not. */
  readonly verdicts: readonly VerdictView[];
  /** What explains the signs less well, and is not excluded. */
  readonly rivals: readonly { readonly fault: string; readonly probability: number }[];
  readonly ruled_out: readonly { readonly fault: string; readonly because: string }[];
  readonly unknown: boolean;
  /** The trouble ended so many seconds ago, and the verdicts say what it was. Absent while it lasts. */
  readonly ended_s?: number;
  /** Best first. */
  readonly next_tests: readonly NextTestView[];
  /** To read out to support, which has not been reached for a while. Absent while it is, or nothing is wrong. */
  readonly code?: CodeView;
}

export interface ModemStatus {
  /** Who tells of modem and SIM at this moment: the serial port, or an application. */
  readonly source: "serial" | "app" | "none";
  /** `unused`: only an application tells, or there is no modem. */
  readonly port: "unused" | "open" | "missing" | "denied" | "busy" | "failed";
  /** Why the port is of no use and what to do; `null` when there is nothing to say. */
  readonly note: string | null;
  /** Whether it answered when it was last asked. */
  readonly answering: boolean;
  /** Profile in use, `null` until the modem has said who it is; so is the identity, empty. */
  readonly profile: string | null;
  readonly identity: { readonly manufacturer: string; readonly model: string; readonly revision: string };
  /** Of module and card, by their last four digits, `…1234`; `null` while not known. */
  readonly imei: string | null;
  readonly iccid: string | null;
  readonly imsi: string | null;
  /** Since the agent started. */
  readonly counters: {
    readonly timeouts: number;
    /** Replies to commands that had already been given up. */
    readonly late_replies: number;
    /** Times the modem restarted under us. */
    readonly resets: number;
    /** Lines that nothing in the agent knows. */
    readonly unknown_lines: number;
    /** Lines cut for length, or with bytes that no modem sends. */
    readonly garbled_lines: number;
    readonly noise_bytes: number;
  };
  /** The newest lines nobody knows, digits masked, newest last. */
  readonly unknown: readonly string[];
}

export interface UplinkStatus {
  /** `resting`: for want of data nothing is to be said before the next day. */
  readonly state: "connected" | "connecting" | "waiting" | "resting" | "off";
  readonly since_s: number;
  /** Kind of the newest failure, e.g. `network`, `authentication (certificate_revoked)`; `null` when there was none. */
  readonly last_error: string | null;
  readonly sent: number;
  /** Longest silence between pings that is tried now. */
  readonly keepalive_s: number;
  readonly data: DataUseView;
}

export interface CaseView {
  readonly id: number;
  readonly fault: string;
  readonly probability: number;
  readonly severity: Severity;
  readonly open_s: number;
  /** How often the same fault has been opened since boot. */
  readonly occurrence: number;
  /** Raised so often in 24 hours, over restarts, three times or more. Absent where it was not. */
  readonly recurrent_24h?: number;
}

/** What the local socket took and refused since the agent started. */
export interface IpcCounters {
  readonly peers: number;
  readonly accepted: number;
  /** By kind of refusal. */
  readonly refused: Readonly<Record<string, number>>;
  /** Connections that the server ended or did not take, by reason. */
  readonly cut: Readonly<Record<string, number>>;
}

/** What looked like card data and was thrown away, since the agent started. */
export interface GuardView {
  /** By where it was going: in at the `door` of the local socket, or out by `log`, `record`, `state`, `answer`. */
  readonly refused: Readonly<Record<string, number>>;
}

/** What the agent remembers of the time before. Days are local ones, `2026-11-22`. */
export interface MemoryView {
  /** First day on which data went through this card in this module; `null` when not known, or never. */
  readonly pair_since: string | null;
  /** Whether nothing speaks against the pair any more; `null` while card or module are not known. */
  readonly pair_settled: boolean | null;
  /** Used by this card since `used_since`; both `null` while card or clock are not known. */
  readonly used_mb: number | null;
  readonly used_since: string | null;
  readonly plan_mb: number | null;
  readonly sim_flaps_1h: number;
  readonly cell_changes_10min: number;
  readonly restarts_1h: number;
  /** Of the file, since the agent started. */
  readonly file: { readonly written: number; readonly failed: number; readonly set_aside: number };
}

/** The recovery ladder; days are UTC. */
export interface RecoveryView {
  /** `rest`: nothing is wrong that a modem could mend. `spent`: no tries left today. */
  readonly state: "off" | "rest" | "waiting" | "held" | "spent" | "trying";
  /** Fault it is about, `null` while off or at rest. */
  readonly fault: string | null;
  /** What forbids a try, `null` unless held. */
  readonly held_by: string | null;
  /** Tries of today, by rung. */
  readonly today: Readonly<Record<string, number>>;
  /** The newest attempt since the agent started. */
  readonly last: {
    readonly rung: string;
    readonly fault: string;
    readonly helped: string;
    readonly age_s: number;
  } | null;
}

/** By what the terminal reaches the world; all `null` while that is not known. */
export interface WayView {
  readonly interface: string | null;
  /** `ethernet`, `wifi`, `cellular`, `tunnel`, … */
  readonly kind: string | null;
  /** Address of the router; `null` on a point-to-point link as well. */
  readonly gateway: string | null;
}

/** What active probes have spent, and may spend. */
export interface SpentView {
  readonly connections: number;
  readonly bytes: number;
  readonly most_connections: number;
  readonly most_bytes: number;
}

export interface ProbesView {
  /** How far they may go, 0 to 4. */
  readonly level: number;
  /** Within the last hour, and within the last day. */
  readonly hour: SpentView;
  readonly day: SpentView;
  /** They are told to leave the host alone. */
  readonly held: boolean;
  /** The newest one that was not made: `why` is `payment`, `hold`, `too_soon`, `hour` or `day`. */
  readonly refused: { readonly rung: string; readonly why: string; readonly age_s: number } | null;
}

/** What became of the file of the maker's service since the agent started. */
export interface FeedView {
  /** `none`: there is no such file; `stale`: nobody rewrites it; `null`: not looked at yet. */
  readonly state: "ok" | "none" | "refused" | "stale" | null;
  readonly taken: number;
  readonly refused: number;
  /** Entries of files that were taken. */
  readonly passed_over: number;
}

export interface AgentStatus {
  readonly version: string;
  readonly uptime_s: number;
  readonly serial: string;
  readonly modem: ModemStatus;
  readonly uplink: UplinkStatus;
  /** `lost`: records that the disk did not take or give back. */
  readonly outbox: {
    readonly pending: number;
    readonly bytes: number;
    readonly dropped: number;
    readonly lost: number;
  };
  readonly ipc: IpcCounters;
  readonly guard: GuardView;
  readonly memory: MemoryView;
  readonly alarms: AlarmsStatus;
  /** `null`: nobody may ask. */
  readonly commands: CommandsView | null;
  /** Signed data; `null`: none is taken. */
  readonly data: PackView | null;
  readonly configuration: ConfigurationView;
  readonly recovery: RecoveryView;
  /** `null`: none is configured. */
  readonly feed: FeedView | null;
  /** `null`: nothing is recorded. `lost`: lines that were not written since the agent started. */
  readonly record: { readonly lost: number } | null;
  readonly way: WayView;
  readonly probes: ProbesView;
  /** The newest of each signal. */
  readonly readings: readonly ReadingView[];
  /** Values that did not fit their signal. */
  readonly implausible: number;
  readonly cases: readonly CaseView[];
  /** Text of the verdict's code, as a diagnosis has it; absent like there. */
  readonly code?: string;
}
