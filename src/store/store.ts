/** The database of vendor support: opened, brought up to date, closed. */
import { type Dialect as Driver, Kysely, Migrator } from "kysely";
import { AgentError } from "../base/errors.ts";
import { type Dialect, dialects } from "./dialect.ts";
import { migrationsFor } from "./migrations.ts";
import { postgresDialect } from "./postgres.ts";
import type { Database } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";

export interface Store extends AsyncDisposable {
  readonly db: Kysely<Database>;
  readonly dialect: Dialect;
}

export interface StoreOptions {
  /** `postgres://user@host/name`, or the path of a file for SQLite. */
  readonly url: string;
  /** A connection that nobody used broke. */
  onLost?(error: Error): void;
}

function driverOf({ url, onLost = () => {} }: StoreOptions): readonly [Driver, Dialect] {
  if (/^postgres(?:ql)?:\/\//.test(url)) return [postgresDialect({ url, onLost }), dialects.postgres];
  if (/^[a-z]+:\/\//i.test(url)) {
    throw new AgentError("USAGE", "a database is postgres://USER@HOST/NAME or the path of a file");
  }
  return [sqliteDialect(url), dialects.sqlite];
}

/** What the world said, without the password that the address may hold. */
function whyOf(error: unknown, url: string): string {
  const said = error instanceof Error ? error.message || error.name : String(error);
  const { password = "" } = URL.canParse(url) ? new URL(url) : {};
  return password === "" ? said : said.replaceAll(password, "…");
}

/** @throws AgentError USAGE, STORE_FAILED */
export async function openStore(options: StoreOptions): Promise<Store> {
  const [driver, dialect] = driverOf(options);
  const db = new Kysely<Database>({ dialect: driver });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(dialect) } });
  try {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  } catch (error) {
    await db.destroy();
    throw new AgentError("STORE_FAILED", whyOf(error, options.url), { cause: error });
  }
  return { db, dialect, [Symbol.asyncDispose]: () => db.destroy() };
}
