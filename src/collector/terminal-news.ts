/** What a message changes in what is known of its terminal. */
import type { TerminalIdentity } from "../model/record.ts";
import type { ReceivedDataUse } from "../report/heartbeat-wire.ts";
import type { Moment } from "../report/moment.ts";
import type { Received, ReceivedAlive, ReceivedBirth, ReceivedBody } from "../report/received.ts";
import { headIn, judgeHead } from "../support/audit-memory.ts";
import { type Arrival, isNew } from "./arrival.ts";
import { wordOf, wordOrNull } from "./stored-text.ts";
import type { TerminalRow } from "./terminal-rows.ts";

export type Change = Partial<TerminalRow>;

const kb = (bytes: number): number => Math.ceil(bytes / 1_024);

function identityOf({ agentVersion, catalogueHash, modem, place = {}, ...standing }: TerminalIdentity): Change {
  return {
    agent_version: wordOrNull(agentVersion),
    catalogue_hash: wordOrNull(catalogueHash),
    data_pack: wordOrNull(standing.dataPack),
    data_given_up: wordOrNull(standing.dataGivenUp),
    config_fell_back: standing.configFellBack ? 1 : 0,
    modem_manufacturer: wordOrNull(modem.manufacturer),
    modem_model: wordOrNull(modem.model),
    modem_revision: wordOrNull(modem.revision),
    shop: wordOrNull(place.shop),
    region: wordOrNull(place.region),
    acquirer: wordOrNull(place.acquirer),
    carrier: wordOrNull(place.carrier),
  };
}

function dataOf(data: ReceivedDataUse | undefined): Change {
  if (!data) return {};
  return {
    data_month_kb: kb(data.monthBytes),
    data_day_kb: kb(data.dayBytes),
    data_budget_kb: kb(data.budgetBytes),
    data_rung: wordOrNull(data.rung),
    data_reason: wordOrNull(data.reason),
  };
}

function clockOf({ wallMs, clock }: Received<Moment>, receivedMs: number): Change {
  return { clock: wordOf(clock), clock_off_ms: wallMs - receivedMs };
}

/** What the broker has kept tells of an earlier moment. */
function bornOf({ boot, terminal, data, moment }: ReceivedBirth, { retained, receivedMs }: Arrival): Change {
  const now = retained ? {} : { born_ms: receivedMs, ...clockOf(moment, receivedMs) };
  return { boot, ...identityOf(terminal), ...dataOf(data), ...now };
}

/**
 * An online of another boot is the newer one: its session may begin again where the terminal has lost its memory. An offline counts for the
 * session that is known, or a newer one: an old will comes late.
 */
function aliveOf(row: TerminalRow, { online, session, boot }: ReceivedAlive): Change {
  const isNewer = session > row.session || (online && boot !== row.boot);
  if (isNewer) return { online: online ? 1 : 0, session, boot };
  return session === row.session && !online ? { online: 0 } : {};
}

function reportedOf(body: ReceivedBody): Change {
  if (body.kind === "started") return identityOf(body.terminal);
  if (body.kind !== "heartbeat") return {};
  const { rssKb, waiting, dropped, data } = body.heartbeat;
  return { rss_kb: rssKb, waiting, dropped, ...dataOf(data) };
}

/** The log of commands of a terminal goes on and never back. */
function auditOf(row: TerminalRow, { said, retained }: Arrival): Change {
  const head = headIn({ said });
  if (!head) return {};
  const heard = row.audit_lines === null ? undefined : { lines: row.audit_lines, hash: row.audit_head ?? "" };
  const { kind, newest } = judgeHead(heard, head, { said, retained });
  return { audit_lines: newest.lines, audit_head: wordOf(newest.hash), ...(kind ? { audit_doubt: kind } : {}) };
}

function newsOf(row: TerminalRow, arrival: Arrival): Change {
  const { said, receivedMs } = arrival;
  if (said.kind === "birth") return bornOf(said.birth, arrival);
  if (said.kind === "alive") return aliveOf(row, said.alive);
  if (said.kind === "faults" || !isNew(arrival)) return {};
  return { ...reportedOf(said.report.body), ...clockOf(said.report.stamp, receivedMs) };
}

/** What the list of terminals shows: when one of these changes, the row has changed. */
const shown = [
  ...["online", "boot", "agent_version", "shop", "region", "acquirer", "carrier"],
  ...["open_cases", "severity", "top_fault", "unsure", "audit_doubt"],
] as const satisfies readonly (keyof TerminalRow)[];

/** `nowMs`: of writing, so that whoever looks for what has changed since some moment misses nothing. */
export function withChange(row: TerminalRow, change: Change, nowMs: number): TerminalRow {
  const next = { ...row, ...change };
  return shown.some((name) => next[name] !== row[name]) ? { ...next, changed_ms: nowMs } : next;
}

export function heardTerminal(row: TerminalRow, arrival: Arrival, nowMs: number): TerminalRow {
  const { receivedMs, retained } = arrival;
  const seen = retained ? {} : { seen_ms: Math.max(row.seen_ms, receivedMs) };
  return withChange(row, { ...seen, ...newsOf(row, arrival), ...auditOf(row, arrival) }, nowMs);
}
