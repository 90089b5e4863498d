/** A real process that writes and is killed with SIGKILL, again and again, on a real file system. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { build } from "esbuild";
import { seededRandom } from "../../../src/base/random.ts";
import type { Outbox } from "../../../src/outbox/outbox.ts";
import { createOutboxBench, drained } from "../../outbox/bench.ts";
import { Account, child, start } from "../../outbox/writer-life.ts";

export interface Kills {
  readonly kills: number;
  readonly taken: number;
  /** Each a sentence. */
  readonly wrong: readonly string[];
}

/** One file, so that a life begins in a tenth of a second. */
async function bundled(dir: string): Promise<string> {
  const outfile = join(dir, "writer.mjs");
  await build({ entryPoints: [child], outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  return outfile;
}

/** Now and then, or every life would read more than the one before. */
function freeAll(outbox: Outbox, account: Account): void {
  for (let record = outbox.next(); record; record = outbox.next()) {
    outbox.ack(record);
    account.free(record);
  }
}

export async function killWriters(kills: number, seed: number, say: (line: string) => void): Promise<Kills> {
  const dir = mkdtempSync(join(tmpdir(), "posdiag-kills-"));
  const program = await bundled(dir);
  const random = seededRandom(seed);
  const account = new Account();
  const wrong: string[] = [];
  await using bench = createOutboxBench();
  const limits = { bytes: 1 << 28, count: 1e6, ageMs: 1e12 };
  for (let life = 1; life <= kills; life++) {
    const run = start(program, bench.dir, bench.systemBoot, `${seed + life}`);
    await run.said(1);
    await delay(random() * 40);
    run.process.kill("SIGKILL");
    await run.ended;
    try {
      account.hear(run.lines());
      const outbox = await bench.open({ limits });
      account.compare(new Set(drained(outbox).map((record) => record.slice(record.indexOf(":") + 1))));
      if (life % 10 === 0) freeAll(outbox, account);
      await outbox.close();
    } catch (error) {
      wrong.push(`life ${life}: ${error}`);
    }
    if (life % 50 === 0) say(`chaos: ${life} of ${kills} processes killed`);
  }
  rmSync(dir, { recursive: true });
  return { kills, taken: account.taken, wrong };
}
