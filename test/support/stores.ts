/** Both databases, each empty, for tests that must hold in both. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../src/store/store.ts";
import { createPostgres, type Postgres } from "./postgres.ts";

export const databases = ["sqlite", "postgres"] as const;
export type DatabaseName = (typeof databases)[number];

export interface Stores extends AsyncDisposable {
  /** Address of a new, empty database. */
  address(name: DatabaseName): Promise<string>;
  open(name: DatabaseName): Promise<Store>;
}

/** PostgreSQL is started when it is first asked for. */
export function createStores(): Stores {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-store-"));
  let postgres: Promise<Postgres> | undefined;
  let files = 0;
  const address = async (name: DatabaseName): Promise<string> => {
    if (name === "sqlite") return join(folder, `${++files}.db`);
    postgres ??= createPostgres();
    return (await postgres).fresh();
  };
  return {
    address,
    open: async (name) => openStore({ url: await address(name) }),
    [Symbol.asyncDispose]: async () => {
      await (await postgres)?.[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
