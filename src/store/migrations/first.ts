/** The first step: every table of `schema.ts`. It has been released, so it is never changed. */
import type { TableWords } from "../dialect.ts";

const terminal = {
  terminals: {
    columns: {
      ...{ id: "serial", tenant: "text", serial: "text", online: "int=0", session: "long=0", boot: "text?" },
      ...{ seen_ms: "long", born_ms: "long?", changed_ms: "long" },
      ...{ agent_version: "text?", catalogue_hash: "text?" },
      ...{ modem_manufacturer: "text?", modem_model: "text?", modem_revision: "text?" },
      ...{ shop: "text?", region: "text?", acquirer: "text?", carrier: "text?", clock: "text?", clock_off_ms: "long?" },
      ...{
        data_month_kb: "long?",
        data_day_kb: "long?",
        data_budget_kb: "long?",
        data_rung: "text?",
        data_reason: "text?",
      },
      ...{ rss_kb: "long?", waiting: "long?", dropped: "long?", epoch: "long?", epoch_boot: "text?" },
      ...{ open_cases: "int=0", severity: "int=0", top_fault: "text?", top_probability: "number?" },
      ...{ unsure_ms: "long?", unsure: "text?" },
      ...{ audit_lines: "long?", audit_head: "text?", audit_doubt: "text?" },
    },
    unique: ["tenant", "serial"],
    indexes: {
      terminals_serial: { on: ["serial"] },
      terminals_severity: { on: ["severity", "changed_ms"] },
      terminals_changed: { on: ["changed_ms"] },
    },
  },
  boots: {
    columns: {
      ...{ terminal_id: "int", boot: "text", base: "long", up_to: "long", last_seq: "long" },
      ...{ came: "text", dropped: "text", proof: "text?", clock_rank: "int=0", offset_ms: "long?", updated_ms: "long" },
    },
    key: ["terminal_id", "boot"],
  },
  records: {
    columns: {
      ...{ terminal_id: "int", boot: "text", seq: "long", kind: "text", at_ms: "long", received_ms: "long" },
      payload: "bytes",
    },
    indexes: { records_terminal: { on: ["terminal_id", "at_ms"] } },
    dividedBy: "received_ms",
  },
  cases: {
    columns: {
      ...{ id: "serial", terminal_id: "int", boot: "text", case_id: "long", fault: "text", family: "text" },
      ...{ severity: "int", probability: "number", opened_ms: "long", changed_ms: "long", closed_ms: "long?" },
      ...{ occurrence: "int", raises_day: "int?", seq: "long", detail: "text" },
    },
    unique: ["terminal_id", "boot", "case_id"],
    indexes: {
      cases_terminal: { on: ["terminal_id", "opened_ms"] },
      cases_standing: { on: ["terminal_id"], where: "closed_ms is null" },
      cases_open: { on: ["fault", "terminal_id"], where: "closed_ms is null" },
      cases_changed: { on: ["changed_ms"] },
    },
  },
  samples: {
    columns: {
      ...{ terminal_id: "int", signal: "text", at_ms: "long" },
      ...{ low: "small", mean: "small", high: "small", count: "int" },
    },
    indexes: { samples_terminal: { on: ["terminal_id", "signal", "at_ms"] } },
    dividedBy: "at_ms",
  },
} as const satisfies Readonly<Record<string, TableWords>>;

const asked = {
  commands: {
    columns: {
      ...{ id: "text", terminal_id: "int", verb: "text?", words: "text?", who: "text?" },
      ...{ issued_ms: "long?", deadline_ms: "long?", state: "text", reason: "text?", step: "text?" },
      ...{ result_bytes: "int=0", result_sha256: "text?", updated_ms: "long" },
    },
    key: ["id"],
    indexes: {
      commands_terminal: { on: ["terminal_id", "updated_ms"] },
      commands_updated: { on: ["updated_ms"] },
    },
  },
  chunks: {
    columns: { command_id: "text", offset_bytes: "int", total: "int", data: "bytes", received_ms: "long" },
    key: ["command_id", "offset_bytes"],
    indexes: { chunks_received: { on: ["received_ms"] } },
  },
} as const satisfies Readonly<Record<string, TableWords>>;

const people = {
  users: {
    columns: {
      ...{ name: "text", password: "text?", role: "text", tenant: "text?", disabled: "int=0", created_ms: "long" },
    },
    key: ["name"],
  },
  sessions: {
    columns: {
      ...{ token_hash: "text", user_name: "text", csrf: "text", proxied: "int=0" },
      ...{ created_ms: "long", seen_ms: "long", expires_ms: "long" },
    },
    key: ["token_hash"],
  },
  audit: {
    columns: { id: "serial", at_ms: "long", who: "text", what: "text", terminal_id: "int?", detail: "text" },
    indexes: { audit_time: { on: ["at_ms"] } },
  },
} as const satisfies Readonly<Record<string, TableWords>>;

const fleet = {
  incidents: {
    columns: {
      ...{ id: "text", tenant: "text", fault: "text", concerns: "text" },
      ...{ began_ms: "long", updated_ms: "long", ended_ms: "long?" },
      ...{ affected: "int", total: "int", confidence: "number", detail: "text" },
    },
    key: ["id"],
  },
  hints: {
    columns: {
      ...{ id: "text", incident_id: "text", tenant: "text", concerns: "text", figures: "text", confidence: "number" },
      ...{ issued_ms: "long", until_ms: "long", sent: "int=0" },
    },
    key: ["id"],
  },
  leases: { columns: { name: "text", holder: "text", until_ms: "long" }, key: ["name"] },
} as const satisfies Readonly<Record<string, TableWords>>;

export const firstTables: Readonly<Record<string, TableWords>> = { ...terminal, ...asked, ...people, ...fleet };
