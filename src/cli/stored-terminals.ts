/** Terminals as the collector's database has them, many at a time. */

import type { CaseTable, TerminalTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { candidatesIn } from "../store/unsure.ts";
import {
  byWeight,
  type FleetFault,
  type FleetFilter,
  type FleetTerminal,
  severityWord,
} from "../support/fleet-view.ts";

const pageSize = 500;

type Row = Omit<TerminalTable, "id" | "online" | "session" | "open_cases" | "severity" | "config_fell_back"> & {
  readonly id: number;
  readonly online: number;
  readonly severity: number;
};
type OpenCase = Pick<CaseTable, "fault" | "severity" | "probability" | "opened_ms" | "terminal_id">;

const columns = ["shop", "region", "acquirer", "carrier"] as const;

function chosen({ db }: Store, filter: FleetFilter) {
  const { tenant, serial, version, fault, state = "all" } = filter;
  let query = db.selectFrom("terminals").select("id");
  if (tenant !== undefined) query = query.where("tenant", "=", tenant);
  if (serial !== undefined) query = query.where("serial", "=", serial);
  if (version !== undefined) query = query.where("agent_version", "=", version);
  for (const column of columns) {
    const value = filter[column];
    if (value !== undefined) query = query.where(column, "=", value);
  }
  if (state === "failing") query = query.where("severity", ">", 0);
  if (state === "offline") query = query.where("online", "=", 0);
  if (state === "ok") query = query.where("online", "=", 1).where("severity", "=", 0);
  if (fault !== undefined) {
    const having = db
      .selectFrom("cases")
      .select("terminal_id")
      .where("fault", "=", fault)
      .where("closed_ms", "is", null);
    query = query.where("id", "in", having);
  }
  return query;
}

async function openOf({ db }: Store, ids: readonly number[]): Promise<ReadonlyMap<number, readonly FleetFault[]>> {
  const found: readonly OpenCase[] = await db
    .selectFrom("cases")
    .select(["terminal_id", "fault", "severity", "probability", "opened_ms"])
    .where("terminal_id", "in", ids)
    .where("closed_ms", "is", null)
    .execute();
  const open = new Map<number, FleetFault[]>();
  for (const row of found) open.set(row.terminal_id, [...(open.get(row.terminal_id) ?? []), faultIn(row)]);
  for (const faults of open.values()) faults.sort(byWeight);
  return open;
}

function faultIn({ fault, severity, probability, opened_ms }: OpenCase): FleetFault {
  return { fault, severity: severityWord(severity), probability, openedMs: opened_ms };
}

function terminalIn(row: Row, open: readonly FleetFault[]): FleetTerminal {
  const { tenant, serial, online, seen_ms, agent_version, unsure_ms, unsure } = row;
  const place = Object.fromEntries(columns.flatMap((name) => (row[name] ? [[name, row[name]]] : [])));
  return {
    ...{ tenant, serial, online: online === 1, seenMs: seen_ms, version: agent_version ?? undefined },
    place,
    open,
    ...(unsure_ms === null ? {} : { unsure: { sinceMs: unsure_ms, candidates: candidatesIn(unsure) } }),
  };
}

async function pageOf(store: Store, ids: readonly number[]): Promise<readonly FleetTerminal[]> {
  const rows: readonly Row[] = await store.db.selectFrom("terminals").selectAll().where("id", "in", ids).execute();
  const [byId, open] = [new Map(rows.map((row) => [row.id, row])), await openOf(store, ids)];
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [terminalIn(row, open.get(id) ?? [])] : [];
  });
}

/**
 * Gravest first, at most so many. Which ones is read at once, what they are in pages: sorting anew for each page would take most of the
 * time, and all of them at once most of the memory.
 */
export async function* terminalsIn(store: Store, filter: FleetFilter, most: number): AsyncGenerator<FleetTerminal> {
  const sorted = chosen(store, filter).orderBy("severity", "desc").orderBy("id").limit(most);
  const ids = (await sorted.execute()).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += pageSize) yield* await pageOf(store, ids.slice(from, from + pageSize));
}
