/**
 * SQLite for Kysely, by a package that has the addon for Linux on x64 and arm64 in it, glibc and musl, so that nothing is compiled or fetched
 * when it is installed (docs/adr/0071). Its calls are synchronous: one process, one connection.
 */
import { DatabaseSync, type StatementSyncInstance } from "@photostructure/sqlite";
import { type Dialect, SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";

/** Prepared statements that are kept; the one used least lately is forgotten first. */
const mostStatements = 200;
const busyMs = 10_000;

const settings = [
  // First, since the next one already has to wait for others.
  `pragma busy_timeout = ${busyMs}`,
  "pragma journal_mode = wal",
  // With a write-ahead log a power cut loses no transaction but the last ones, and breaks nothing. `full` loses none: an acknowledged report is freed on the terminal.
  "pragma synchronous = full",
  "pragma foreign_keys = on",
];

/** Its rows have no prototype, and are equal to no other object. */
const plain = (row: object): object => ({ ...row });

function statementOf(statement: StatementSyncInstance): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters).map(plain),
    run: (parameters) => statement.run(...parameters),
    iterate: (parameters) => statement.iterate(...parameters),
  };
}

function openDatabase(path: string): SqliteDatabase {
  const database = new DatabaseSync(path);
  for (const setting of settings) database.exec(setting);
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = kept.get(sql) ?? statementOf(database.prepare(sql === "begin" ? "begin immediate" : sql));
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > mostStatements && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}

/** SQLite takes back new tables with a transaction, so that two who bring a file up to date at once wait for each other. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class FileDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }
}

/** A transaction that only later turns out to write would fail beside another writer instead of waiting for it: all begin as writers. */
export function sqliteDialect(path: string): Dialect {
  return new FileDialect({ database: async () => openDatabase(path) });
}
