/**
 * What vendor support keeps, as Kysely sees it. One set of tables for PostgreSQL and SQLite: times are whole milliseconds since
 * 1970, flags are 0 or 1, and lists are JSON text, because that is what both have.
 */
import type { Generated } from "kysely";

export interface Database {
  terminals: TerminalTable;
  boots: BootTable;
  records: RecordTable;
  cases: CaseTable;
  samples: SampleTable;
  commands: CommandTable;
  chunks: ChunkTable;
  users: UserTable;
  sessions: SessionTable;
  audit: AuditTable;
  incidents: IncidentTable;
  hints: HintTable;
  leases: LeaseTable;
}

/** A terminal as it is now. */
export interface TerminalTable {
  id: Generated<number>;
  tenant: string;
  serial: string;
  /** 0 or 1, as the newest `state/alive` says. */
  online: Generated<number>;
  /** Of the connection: an offline of another one is out of date. */
  session: Generated<number>;
  boot: string | null;
  /** By the collector's clock: anything of it was heard, it was born, its row changed. */
  seen_ms: number;
  born_ms: number | null;
  changed_ms: number;
  agent_version: string | null;
  catalogue_hash: string | null;
  /** Signed data in use, and what was tried after it and given up. */
  data_pack: string | null;
  data_given_up: string | null;
  /** 0 or 1: it runs with its last good configuration. */
  config_fell_back: Generated<number>;
  modem_manufacturer: string | null;
  modem_model: string | null;
  modem_revision: string | null;
  shop: string | null;
  region: string | null;
  acquirer: string | null;
  /** MCC and MNC of the SIM's home network. */
  carrier: string | null;
  /** What its clock is worth, and how far it is from the collector's. */
  clock: string | null;
  clock_off_ms: number | null;
  data_month_kb: number | null;
  data_day_kb: number | null;
  data_budget_kb: number | null;
  data_rung: string | null;
  data_reason: string | null;
  rss_kb: number | null;
  waiting: number | null;
  dropped: number | null;
  /** Of the newest fault set, with its boot. */
  epoch: number | null;
  epoch_boot: string | null;
  /** Open cases, and the gravest of them. */
  open_cases: Generated<number>;
  severity: Generated<number>;
  top_fault: string | null;
  top_probability: number | null;
  /** Something is wrong, and the terminal cannot tell what: since when, and its candidates as JSON (`{fault, probability}[]`). */
  unsure_ms: number | null;
  unsure: string | null;
  audit_lines: number | null;
  audit_head: string | null;
  /** `shorter` or `changed`: what its log of commands says is not what it said before. */
  audit_doubt: string | null;
}

/** What has come of one boot of one terminal: so nothing is stored twice, and a gap is seen. */
export interface BootTable {
  terminal_id: number;
  boot: string;
  /** Numbers up to it were freed before anybody counted. */
  base: number;
  /** Everything up to it has come or was told as dropped: this is what is acknowledged. */
  up_to: number;
  /** The highest that has come. */
  last_seq: number;
  /** Which came, as `1-7,9`. */
  came: string;
  /** What was told as dropped, as JSON: by class `runs` of numbers, and `rests` that are only counted. */
  dropped: string;
  /** What else the proof of completeness needs, as JSON (`collector/account-row.ts`). */
  proof: string | null;
  /** Of the best clock that it has had (0: none), and its wall clock minus its monotonic one. */
  clock_rank: Generated<number>;
  offset_ms: number | null;
  updated_ms: number;
}

/** A report as it came. In PostgreSQL divided by day of `received_ms`. */
export interface RecordTable {
  terminal_id: number;
  boot: string;
  seq: number;
  /** Of the body: `case`, `heartbeat` … */
  kind: string;
  /** When it was written, dated back where the terminal's clock was wrong. */
  at_ms: number;
  received_ms: number;
  payload: Uint8Array;
}

/** One case of one terminal: the newest that was heard of it. */
export interface CaseTable {
  id: Generated<number>;
  terminal_id: number;
  boot: string;
  case_id: number;
  fault: string;
  family: string;
  /** 1 warning … 4 critical. */
  severity: number;
  probability: number;
  opened_ms: number;
  changed_ms: number;
  closed_ms: number | null;
  occurrence: number;
  /** Raises in 24 hours, where they were counted. */
  raises_day: number | null;
  /** Number of the report it was taken from: an older one changes nothing. */
  seq: number;
  /** Parties, evidence, what was ruled out and the readings, as JSON (`CaseDetail`). */
  detail: string;
}

/** One measured signal over one span. In PostgreSQL divided by day of `at_ms`. */
export interface SampleTable {
  terminal_id: number;
  /** Of the table of signals, or one of the collector's: `payments.approved`, `reads.chip.failed`, `data.day_kb` … */
  signal: string;
  at_ms: number;
  low: number;
  mean: number;
  high: number;
  count: number;
}

/** A command of support, whoever sent it. */
export interface CommandTable {
  /** 32 hexadecimal digits. */
  id: string;
  terminal_id: number;
  verb: string | null;
  /** The verb's words, as JSON. */
  words: string | null;
  who: string | null;
  issued_ms: number | null;
  deadline_ms: number | null;
  /** `sent`, then as `CommandUpdate.State`. */
  state: string;
  reason: string | null;
  step: string | null;
  result_bytes: Generated<number>;
  result_sha256: string | null;
  updated_ms: number;
}

/** A part of a command's result. */
export interface ChunkTable {
  command_id: string;
  offset_bytes: number;
  total: number;
  data: Uint8Array;
  received_ms: number;
}

export interface UserTable {
  name: string;
  /** scrypt, with salt and costs (`console/password.ts`); null: comes by the proxy only. */
  password: string | null;
  role: string;
  tenant: string | null;
  disabled: Generated<number>;
  created_ms: number;
}

export interface SessionTable {
  /** SHA-256 of the cookie. */
  token_hash: string;
  user_name: string;
  csrf: string;
  /** 1: the proxy in front said who it is. */
  proxied: Generated<number>;
  created_ms: number;
  seen_ms: number;
  expires_ms: number;
}

/** What people did. */
export interface AuditTable {
  id: Generated<number>;
  at_ms: number;
  who: string;
  what: string;
  terminal_id: number | null;
  detail: string;
}

/** One trouble that many terminals have in common. */
export interface IncidentTable {
  id: string;
  tenant: string;
  fault: string;
  /** What they have in common, as JSON: `{"carrier":"46000"}`. */
  concerns: string;
  began_ms: number;
  updated_ms: number;
  ended_ms: number | null;
  affected: number;
  total: number;
  confidence: number;
  /** Terminals concerned and figures, as JSON. */
  detail: string;
}

/** A hint that goes down to those whom it concerns. */
export interface HintTable {
  /** 16 hexadecimal digits. */
  id: string;
  incident_id: string;
  tenant: string;
  concerns: string;
  figures: string;
  confidence: number;
  issued_ms: number;
  until_ms: number;
  /** To how many it was sent. */
  sent: Generated<number>;
}

/** Who does alone what only one may do. */
export interface LeaseTable {
  name: string;
  holder: string;
  until_ms: number;
}
