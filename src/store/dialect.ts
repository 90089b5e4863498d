/** What differs between the two databases, and a table told in words that both understand. */
import { type Kysely, sql } from "kysely";

export interface Dialect {
  readonly name: "postgres" | "sqlite";
  readonly types: Readonly<Record<"serial" | "text" | "int" | "long" | "number" | "small" | "bytes", string>>;
}

/** SQLite has one kind of whole number, of 64 bits; PostgreSQL's `integer` is too small for milliseconds. */
export const dialects = {
  postgres: {
    name: "postgres",
    types: {
      ...{ serial: "serial primary key", text: "text", int: "integer", long: "bigint" },
      ...{ number: "double precision", small: "real", bytes: "bytea" },
    },
  },
  sqlite: {
    name: "sqlite",
    types: {
      ...{ serial: "integer primary key", text: "text", int: "integer", long: "integer" },
      ...{ number: "real", small: "real", bytes: "blob" },
    },
  },
} as const satisfies Record<string, Dialect>;

type Plain = keyof Dialect["types"];
/** `?`: may be null. `=0`: is 0 where nothing is said. `serial`: counts up, and is the primary key. */
export type ColumnWord = Plain | `${"text" | "int" | "long" | "number"}?` | `${"int" | "long"}=0`;

export interface TableWords {
  readonly columns: Readonly<Record<string, ColumnWord>>;
  readonly key?: readonly string[];
  readonly unique?: readonly string[];
  /** By name. `where`: for these rows only. */
  readonly indexes?: Readonly<Record<string, { readonly on: readonly string[]; readonly where?: string }>>;
  /**
   * PostgreSQL keeps it in parts of a day each by this column, so that forgetting a day is dropping a table; SQLite has nothing like it
   * and finds what is old by an index.
   */
  readonly dividedBy?: string;
}

function columnOf({ types }: Dialect, [name, word]: readonly [string, ColumnWord]): string {
  const plain = word.replace(/\?$|=0$/, "");
  const type = Object.entries(types).find(([key]) => key === plain)?.[1] ?? plain;
  if (word === "serial" || word.endsWith("?")) return `${name} ${type}`;
  return `${name} ${type} not null${word.endsWith("=0") ? " default 0" : ""}`;
}

function statementsOf(name: string, words: TableWords, dialect: Dialect): readonly string[] {
  const { columns, key, unique, indexes = {}, dividedBy } = words;
  const isDivided = dividedBy !== undefined && dialect.name === "postgres";
  const lines = [
    ...Object.entries(columns).map((column) => columnOf(dialect, column)),
    ...(key ? [`primary key (${key.join(", ")})`] : []),
    ...(unique ? [`unique (${unique.join(", ")})`] : []),
  ];
  const byTime = dividedBy !== undefined && !isDivided ? { [`${name}_time`]: { on: [dividedBy] } } : {};
  return [
    `create table ${name} (${lines.join(", ")})${isDivided ? ` partition by range (${dividedBy})` : ""}`,
    ...Object.entries({ ...indexes, ...byTime }).map(
      ([index, { on, where }]: [string, { on: readonly string[]; where?: string }]) =>
        `create index ${index} on ${name} (${on.join(", ")})${where === undefined ? "" : ` where ${where}`}`,
    ),
  ];
}

export async function createTables(
  db: Kysely<unknown>,
  dialect: Dialect,
  tables: Readonly<Record<string, TableWords>>,
): Promise<void> {
  for (const [name, words] of Object.entries(tables))
    for (const statement of statementsOf(name, words, dialect)) await sql.raw(statement).execute(db);
}

/** One at a time: SQLite takes no more. */
export async function addColumns(
  db: Kysely<unknown>,
  dialect: Dialect,
  tables: Readonly<Record<string, TableWords["columns"]>>,
): Promise<void> {
  for (const [name, columns] of Object.entries(tables))
    for (const column of Object.entries(columns))
      await sql.raw(`alter table ${name} add column ${columnOf(dialect, column)}`).execute(db);
}
