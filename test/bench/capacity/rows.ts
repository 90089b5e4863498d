/** What a report costs the database in bytes: the real collector writes a usual mix of reports into a real PostgreSQL, which is then asked. */
import { sql } from "kysely";
import { createCrew } from "../collector/crew.ts";
import { createBroker, fill, openWhenUp, startPostgres } from "../collector/ground.ts";
import { createWorld } from "../collector/world.ts";

export interface Rows {
  readonly reports: number;
  readonly samples: number;
  /** With indexes, a row. */
  readonly recordBytes: number;
  readonly sampleBytes: number;
  /** Rows of samples for a row of records. */
  readonly samplesPerReport: number;
  /** A terminal and its account of a boot. */
  readonly terminalBytes: number;
}

export interface RowsOptions {
  readonly terminals: number;
  /** Reports that are said, about. */
  readonly reports: number;
  readonly seed: number;
  readonly program: "shipped" | "source";
}

const cameBefore = 500;
const secondsOfLife = 30;
const dayS = 86_400;
const reportsOfDay = 55;

export async function measureRows({ terminals, reports, seed, program }: RowsOptions): Promise<Rows> {
  await using postgres = await startPostgres();
  await using broker = await createBroker();
  await broker.start();
  await using store = await openWhenUp(postgres.url);
  await fill(store, terminals, cameBefore);
  const sizeOf = async (table: string) => {
    const { rows } = await sql<{ bytes: number; rows: number }>`select
      coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint as bytes from pg_class c
      where c.relkind in ('r') and (c.relname = ${table} or c.relname ~ ${`^${table}_[0-9]{8}$`})`.execute(store.db);
    return rows[0]?.bytes ?? 0;
  };
  const empty = { records: await sizeOf("records"), samples: await sizeOf("samples") };
  const terminalBytes = ((await sizeOf("terminals")) + (await sizeOf("boots"))) / terminals;
  {
    await using _crew = await createCrew({ count: 1, port: broker.port, database: postgres.url, program });
    await using world = await createWorld({ port: broker.port, terminals, cameBefore, seed });
    const usualPerS = (terminals * reportsOfDay) / dayS;
    await world.live(reports / usualPerS / secondsOfLife, secondsOfLife * 1_000);
    await world.settled();
  }
  const count = async (table: "records" | "samples") => {
    const { n } = await store.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as("n"))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  const [records, samples] = [await count("records"), await count("samples")];
  return {
    ...{ reports: records, samples, terminalBytes, samplesPerReport: samples / records },
    recordBytes: ((await sizeOf("records")) - empty.records) / records,
    sampleBytes: ((await sizeOf("samples")) - empty.samples) / samples,
  };
}
