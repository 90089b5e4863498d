/** PostgreSQL for Kysely, by its usual driver. */
import { type Dialect, PostgresDialect } from "kysely";
import { Pool, types } from "pg";

/** `int8`, as pg_type has it. Milliseconds since 1970 and counts of rows fit into a double. */
const int8 = 20;

/** Connections at a time; a connect and a statement are given up after so long. */
const connections = 8;
const connectMs = 10_000;
const statementMs = 60_000;

export interface PostgresOptions {
  readonly url: string;
  /** The pool tells of connections that broke while nobody used them: without a listener it would be an error that nobody caught. */
  onLost(error: Error): void;
}

export function postgresDialect({ url, onLost }: PostgresOptions): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    application_name: "posdiag",
    types: {
      getTypeParser: (type: number, format?: "text" | "binary") =>
        type === int8 ? Number : types.getTypeParser(type, format),
    },
  });
  pool.on("error", onLost);
  // While somebody uses a connection the pool does not listen: its end would be an error that nobody caught, beside the query's own.
  pool.on("connect", (client) => client.on("error", onLost));
  return new PostgresDialect({ pool });
}
