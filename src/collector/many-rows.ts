/**
 * Thousands of rows in one statement, as one JSON value: a value for each column of each row costs the database, and its driver, several
 * times as much, and the statement is always the same.
 */
import { type RawBuilder, sql } from "kysely";
import type { Dialect } from "../store/dialect.ts";
import type { Trx } from "./terminal-rows.ts";

type Value = string | number | null | Uint8Array;
export type PlainRow<T> = { readonly [Name in keyof T]: Value };

export interface ManyRows<Row> {
  readonly table: string;
  readonly rows: readonly Row[];
  /** Where a row with the same is there already, it becomes this one. */
  readonly key?: readonly (keyof Row & string)[];
}

/** Of PostgreSQL: any table is a type. Bytes are text there as well. */
function rowsOfPostgres(table: string, names: readonly string[], json: string): RawBuilder<unknown> {
  const columns = sql.join(names.map((name) => sql.id(name)));
  return sql`select ${columns} from json_populate_recordset(null::${sql.id(table)}, cast(${json} as json))`;
}

function rowsOfSqlite(bytes: ReadonlySet<string>, names: readonly string[], json: string): RawBuilder<unknown> {
  const columns = names.map((name) => {
    const value = sql`json_extract(value, ${sql.lit(`$.${name}`)})`;
    return bytes.has(name) ? sql`unhex(${value})` : value;
  });
  return sql`select ${sql.join(columns)} from json_each(${json}) where true`;
}

/** Bytes as hexadecimal digits, each after the prefix by which the database knows them. */
function jsonOf(rows: readonly object[], bytes: ReadonlySet<string>, prefix: string): string {
  if (bytes.size === 0) return JSON.stringify(rows);
  const hex = ([name, value]: [string, unknown]) =>
    bytes.has(name) && value instanceof Uint8Array
      ? [name, prefix + Buffer.from(value).toString("hex")]
      : [name, value];
  return JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(hex))));
}

function namesOf<Row extends object>(row: Row): readonly (keyof Row & string)[] {
  return Object.keys(row).filter((name): name is keyof Row & string => name in row);
}

/** All rows have the same columns as the first. */
export async function writeRows<Row extends PlainRow<Row>>(
  trx: Trx,
  { name }: Dialect,
  { table, rows, key = [] }: ManyRows<Row>,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = namesOf(first);
  const bytes = new Set<string>(names.filter((column) => first[column] instanceof Uint8Array));
  const chosen =
    name === "postgres"
      ? rowsOfPostgres(table, names, jsonOf(rows, bytes, "\\x"))
      : rowsOfSqlite(bytes, names, jsonOf(rows, bytes, ""));
  const changed = names.filter((column) => !key.includes(column));
  const set = sql.join(changed.map((column) => sql`${sql.id(column)} = ${sql.ref(`excluded.${column}`)}`));
  const same = sql.join(key.map((column) => sql.id(column)));
  const conflict = key.length === 0 ? sql`` : sql` on conflict (${same}) do update set ${set}`;
  const columns = sql.join(names.map((column) => sql.id(column)));
  await sql`insert into ${sql.id(table)} (${columns}) ${chosen}${conflict}`.execute(trx);
}
