/**
 * Tables that grow with time are kept by day, and forgotten by day. Forgetting is dropping a table in PostgreSQL, and deleting some
 * thousand rows at a time in SQLite, so that nobody waits for it long.
 */
import { sql } from "kysely";
import type { Store } from "./store.ts";

const dayMs = 86_400_000;
/** Rows that SQLite forgets in one go. */
const batch = 5_000;

/** For how long each is kept, in days. */
export interface Keep {
  readonly records: number;
  readonly samples: number;
  /** Closed cases, ended incidents, commands with their results, what people did, accounts of boots. */
  readonly cases: number;
}

const divided = { records: "received_ms", samples: "at_ms" } as const;
type Divided = keyof typeof divided;

function partName(table: Divided, day: number): string {
  return `${table}_${new Date(day * dayMs).toISOString().slice(0, 10).replaceAll("-", "")}`;
}

async function makeParts({ db }: Store, table: Divided, { from, to }: { from: number; to: number }): Promise<void> {
  for (let day = from; day <= to; day += 1) {
    const [begin, end] = [day * dayMs, (day + 1) * dayMs];
    const part = sql.id(partName(table, day));
    await sql`create table if not exists ${part} partition of ${sql.id(table)} for values from (${sql.lit(begin)}) to (${sql.lit(end)})`.execute(
      db,
    );
  }
}

async function dropParts({ db }: Store, table: Divided, before: number): Promise<number> {
  const pattern = `${table}\\_%`;
  const found = await sql<{
    name: string;
  }>`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    join pg_class p on p.oid = i.inhparent where p.relname = ${table} and c.relname like ${pattern} and c.relname < ${partName(table, before)}`.execute(
    db,
  );
  for (const { name } of found.rows) await sql`drop table if exists ${sql.id(name)}`.execute(db);
  return found.rows.length;
}

async function deleteOld({ db }: Store, table: Divided, beforeMs: number): Promise<number> {
  const column = sql.id(divided[table]);
  const { numAffectedRows = 0n } =
    await sql`delete from ${sql.id(table)} where rowid in (select rowid from ${sql.id(table)} where ${column} < ${beforeMs} limit ${batch})`.execute(
      db,
    );
  return Number(numAffectedRows);
}

/** Parts for every day that a row may fall on: `firstDay` of {@link keptFrom} to the day after tomorrow. Does nothing in SQLite. */
export async function makeRoom(store: Store, keep: Keep, nowMs: number): Promise<void> {
  if (store.dialect.name === "sqlite") return;
  const today = Math.floor(nowMs / dayMs);
  await makeParts(store, "records", { from: today - 1, to: today + 2 });
  await makeParts(store, "samples", { from: today - keep.samples, to: today + 2 });
}

/** The earliest moment that is still kept of a table: what is older goes away with the next {@link forget}. */
export function keptFrom(table: Divided, keep: Keep, nowMs: number): number {
  return (Math.floor(nowMs / dayMs) - keep[table]) * dayMs;
}

/** Forgets some of what is too old: parts in PostgreSQL, rows in SQLite. 0 when there is nothing left to forget. */
export async function forget(store: Store, keep: Keep, nowMs: number): Promise<number> {
  const old = nowMs - keep.cases * dayMs;
  let gone = 0;
  for (const table of ["records", "samples"] as const) {
    const fromMs = keptFrom(table, keep, nowMs);
    const isDivided = store.dialect.name === "postgres";
    gone += isDivided ? await dropParts(store, table, fromMs / dayMs) : await deleteOld(store, table, fromMs);
  }
  const { db } = store;
  const counts = [
    await db.deleteFrom("cases").where("closed_ms", "<", old).executeTakeFirst(),
    await db.deleteFrom("chunks").where("received_ms", "<", old).executeTakeFirst(),
    await db.deleteFrom("commands").where("updated_ms", "<", old).executeTakeFirst(),
    await db.deleteFrom("hints").where("until_ms", "<", old).executeTakeFirst(),
    await db.deleteFrom("incidents").where("ended_ms", "<", old).executeTakeFirst(),
    // A boot of which nothing was heard for so long is over.
    await db.deleteFrom("boots").where("updated_ms", "<", old).executeTakeFirst(),
    await db.deleteFrom("audit").where("at_ms", "<", old).executeTakeFirst(),
    await db.deleteFrom("sessions").where("expires_ms", "<", nowMs).executeTakeFirst(),
  ];
  return counts.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), gone);
}
