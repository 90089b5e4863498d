/** The plain limit: the rows of a run once more, by COPY in batches of the same size, each its own synced commit, without looking at any of them. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Pool } from "pg";

export interface Plain {
  readonly rows: number;
  readonly seconds: number;
}

/** Rows of one table as lines of COPY's text format, `perBatch` in a file. */
async function spread(pool: Pool, folder: string, [table, perBatch]: readonly [string, number]): Promise<void> {
  const whole = `${folder}/${table}.all`;
  await pool.query(`copy (select * from ${table}) to '${whole}'`);
  const lines = readFileSync(whole, "utf8").split("\n").slice(0, -1);
  for (let at = 0; at * perBatch < lines.length; at += 1)
    writeFileSync(`${folder}/${table}.${at}`, `${lines.slice(at * perBatch, (at + 1) * perBatch).join("\n")}\n`);
  rmSync(whole);
}

/** `folder`: a new one in which the server may read and write. */
export async function copyPlainly(
  url: string,
  folder: string,
  batches: readonly (readonly [string, number])[],
): Promise<Plain> {
  const pool = new Pool({ connectionString: url, max: 1 });
  mkdirSync(folder, { mode: 0o777, recursive: true });
  try {
    let [rows, ms] = [0, 0];
    for (const each of batches) {
      const [table] = each;
      await spread(pool, folder, each);
      await pool.query(`create table ${table}_plain (like ${table} including indexes)`);
      const files = readdirSync(folder).filter((name) => name.startsWith(`${table}.`));
      const beganMs = performance.now();
      for (const file of files)
        rows += (await pool.query(`copy ${table}_plain from '${folder}/${file}'`)).rowCount ?? 0;
      ms += performance.now() - beganMs;
    }
    return { rows, seconds: ms / 1_000 };
  } finally {
    await pool.end();
  }
}
