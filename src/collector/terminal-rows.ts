/**
 * The rows of the terminals of one batch, locked while it is written: two collectors that have something of the same terminal go one after
 * the other. Locked in one order, so that they do not wait for each other.
 */
import type { Selectable, Transaction } from "kysely";
import type { Dialect } from "../store/dialect.ts";
import type { Database, TerminalTable } from "../store/schema.ts";
import type { TerminalName } from "../uplink/topics.ts";
import { isOneOf } from "./many-keys.ts";
import { writeRows } from "./many-rows.ts";

export type TerminalRow = Selectable<TerminalTable>;
export type Trx = Transaction<Database>;

export const terminalKey = ({ tenant, serial }: TerminalName): string => `${tenant}/${serial}`;

/** Of each terminal once, in the order in which rows are locked. */
function inOrder(names: readonly TerminalName[]): readonly TerminalName[] {
  const byKey = new Map(names.map((name) => [terminalKey(name), name]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

async function find(trx: Trx, dialect: Dialect, wanted: readonly TerminalName[]): Promise<Map<string, TerminalRow>> {
  const columns = { tenant: "text", serial: "text" } as const;
  const rows = await trx
    .selectFrom("terminals")
    .selectAll()
    .where(isOneOf(dialect, { columns, keys: wanted.map(({ tenant, serial }) => [tenant, serial]) }))
    .orderBy("id")
    .$if(dialect.name === "postgres", (query) => query.forUpdate("terminals"))
    .execute();
  return new Map(rows.map((row) => [terminalKey(row), row]));
}

/** By `tenant/serial`. A terminal that was never heard of is there from now on. */
export async function loadTerminals(
  trx: Trx,
  dialect: Dialect,
  { names, nowMs }: { readonly names: readonly TerminalName[]; readonly nowMs: number },
): Promise<Map<string, TerminalRow>> {
  const wanted = inOrder(names);
  const known = await find(trx, dialect, wanted);
  const fresh = wanted.filter((name) => !known.has(terminalKey(name)));
  if (fresh.length === 0) return known;
  await trx
    .insertInto("terminals")
    .values(fresh.map(({ tenant, serial }) => ({ tenant, serial, seen_ms: nowMs, changed_ms: nowMs })))
    .onConflict((conflict) => conflict.columns(["tenant", "serial"]).doNothing())
    .execute();
  return new Map([...known, ...(await find(trx, dialect, fresh))]);
}

/** Rows that were loaded in this transaction, as they are now. */
export function saveTerminals(trx: Trx, dialect: Dialect, rows: readonly TerminalRow[]): Promise<void> {
  return writeRows(trx, dialect, { table: "terminals", rows, key: ["id"] });
}
