/** What changed in the store since it was asked last: commands, parts of their results, incidents. Each change is told once. */
import type { Store } from "../store/store.ts";
import type { News } from "./live.ts";

export interface NewsReader {
  read(): Promise<readonly News[]>;
}

/** Rows are seen when they are committed, which is after the time they bear. */
const lateMs = 10_000;
const most = 1_000;

interface Row {
  readonly key: string;
  readonly at_ms: number;
  readonly tenant: string;
  readonly serial: string;
}

/** Rows that are newer than those read last, once each. */
function once(readSince: (sinceMs: number) => Promise<readonly Row[]>, startMs: number) {
  let newestMs = startMs;
  let told = new Map<string, number>();
  return async (): Promise<readonly Row[]> => {
    const rows = await readSince(newestMs - lateMs);
    const news = rows.filter(({ key, at_ms }) => told.get(key) !== at_ms);
    newestMs = Math.max(newestMs, ...rows.map(({ at_ms }) => at_ms));
    told = new Map(rows.map(({ key, at_ms }) => [key, at_ms]));
    return news;
  };
}

const commandsSince = ({ db }: Store, sinceMs: number): Promise<readonly Row[]> =>
  db
    .selectFrom("commands")
    .innerJoin("terminals", "terminals.id", "commands.terminal_id")
    .select(["commands.id as key", "commands.updated_ms as at_ms", "tenant", "serial"])
    .where("commands.updated_ms", ">=", sinceMs)
    .orderBy("commands.updated_ms", "desc")
    .limit(most)
    .execute();

const chunksSince = ({ db }: Store, sinceMs: number): Promise<readonly Row[]> =>
  db
    .selectFrom("chunks")
    .innerJoin("commands", "commands.id", "chunks.command_id")
    .innerJoin("terminals", "terminals.id", "commands.terminal_id")
    .select(({ fn }) => ["commands.id as key", fn.max<number>("chunks.received_ms").as("at_ms"), "tenant", "serial"])
    .where("chunks.received_ms", ">=", sinceMs)
    .groupBy(["commands.id", "tenant", "serial"])
    .limit(most)
    .execute();

async function incidentsSince({ db }: Store, sinceMs: number): Promise<readonly Row[]> {
  const rows = await db
    .selectFrom("incidents")
    .select(["id as key", "updated_ms as at_ms", "tenant"])
    .where("updated_ms", ">=", sinceMs)
    .orderBy("updated_ms", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, serial: "" }));
}

export function createNewsReader(store: Store, startMs: number): NewsReader {
  const commands = once((sinceMs) => commandsSince(store, sinceMs), startMs);
  const chunks = once((sinceMs) => chunksSince(store, sinceMs), startMs);
  const incidents = once((sinceMs) => incidentsSince(store, sinceMs), startMs);
  return {
    read: async () => {
      const [updated, come, grown] = await Promise.all([commands(), chunks(), incidents()]);
      const command = ({ key, at_ms, tenant, serial }: Row): News => {
        return { what: "command", atMs: at_ms, id: key, tenant, serial };
      };
      const incident = ({ key, at_ms, tenant, serial }: Row): News => {
        return { what: "incident", atMs: at_ms, id: key, tenant, serial };
      };
      return [...updated.map(command), ...come.map(command), ...grown.map(incident)];
    },
  };
}
