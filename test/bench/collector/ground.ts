/** What the collectors of a run stand on: PostgreSQL that syncs every commit, with all terminals known already, and a real broker. */
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { makeRoom } from "../../../src/store/days.ts";
import { openStore, type Store } from "../../../src/store/store.ts";
import { configuredMosquitto, type Mosquitto } from "../../support/mosquitto.ts";
import { createPostgres, type Postgres } from "../../support/postgres.ts";
import { reapedTicksFrom, ticksFrom, ticksPerSecond } from "../proc.ts";
import { tenant } from "./speaker.ts";

export const keep = { records: 30, samples: 90, cases: 400 };

/** fsync and synchronous_commit stay on. */
export const startPostgres = (): Promise<Postgres> =>
  createPostgres({ settings: ["shared_buffers=512MB", "max_wal_size=4GB"] });

/** A server that takes connections may still be recovering. */
export async function openWhenUp(url: string): Promise<Store> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openStore({ url });
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

export const createBroker = (): Promise<Mosquitto> =>
  configuredMosquitto((_, port) => [
    ...[`listener ${port} 127.0.0.1`, "allow_anonymous true", "log_dest none"],
    ...["max_inflight_messages 2000", "max_queued_messages 0", "persistence false"],
  ]);

/** As if each had been heard of for weeks. */
export async function fill(store: Store, terminals: number, cameBefore: number): Promise<void> {
  const now = Date.now();
  const proof = JSON.stringify({ begun: true, bases: [0], settled: 0, came: { metric: `1-${cameBefore}` } });
  await makeRoom(store, keep, now);
  await sql`insert into terminals (tenant, serial, online, session, boot, seen_ms, born_ms, changed_ms, agent_version)
    select ${tenant}::text, 'B-' || lpad(n::text, 6, '0'), 1, 1, lpad(to_hex(n), 16, '0'), ${now}::bigint, ${now}::bigint, ${now}::bigint, '0.1.0'
    from generate_series(1, ${terminals}::int) n`.execute(store.db);
  await sql`insert into boots (terminal_id, boot, base, up_to, last_seq, came, dropped, proof, updated_ms)
    select id, boot, 0, ${cameBefore}::int, ${cameBefore}::int, ${`1-${cameBefore}`}::text, '{}', ${proof}::text, ${now}::bigint
    from terminals`.execute(store.db);
  await sql`vacuum analyze`.execute(store.db);
}

/** Reports in the database: how many, of how many numbers, and by serial. */
export async function stored(store: Store): Promise<{ rows: number; distinct: number; bySerial: Map<string, number> }> {
  const all = await sql<{ serial: string; rows: number; numbers: number; least: number; most: number }>`
    select t.serial, count(*) as rows, count(distinct r.seq) as numbers, min(r.seq) as least, max(r.seq) as most
    from records r join terminals t on t.id = r.terminal_id group by t.serial`.execute(store.db);
  return {
    rows: all.rows.reduce((sum, { rows }) => sum + rows, 0),
    distinct: all.rows.reduce((sum, { numbers }) => sum + numbers, 0),
    bySerial: new Map(
      all.rows.map(({ serial, numbers, least, most }) => [serial, most - least + 1 === numbers ? numbers : -1]),
    ),
  };
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0; // Ended meanwhile.
  }
}

function secondsIn(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return (ticksFrom(stat) + reapedTicksFrom(stat)) / ticksPerSecond;
  } catch {
    return 0; // Ended meanwhile.
  }
}

/** Processor seconds of a process and of its children, those that have ended included. */
export function secondsOf(pid: number): number {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return [pid, ...children.map(Number)].reduce((sum, each) => sum + secondsIn(each), 0);
}

/** Of this process: the one that is called so. */
export function childNamed(name: string): number | undefined {
  const own = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === process.pid);
  return own.map(Number).find((pid) => readFileSync(`/proc/${pid}/comm`, "utf8").trim() === name);
}
