/** The tables, step by step: a step that has been released is never changed; the next one changes what it made. */
import type { Migration } from "kysely";
import { addColumns, createTables, type Dialect } from "./dialect.ts";
import { firstTables } from "./migrations/first.ts";
import { standingColumns } from "./migrations/standing.ts";

/** Done in the order of their names, each once, in both databases. */
export function migrationsFor(dialect: Dialect): Record<string, Migration> {
  return {
    "0001-first": { up: (db) => createTables(db, dialect, firstTables) },
    "0002-standing": { up: (db) => addColumns(db, dialect, { terminals: standingColumns }) },
  };
}
