/** A place for one outbox, with hands on its clock, its boot and its files. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, systemClock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import { type Random, seededRandom } from "../../src/base/random.ts";
import { type Outbox, type OutboxOptions, openOutbox } from "../../src/outbox/outbox.ts";

export interface OutboxBench extends AsyncDisposable {
  readonly dir: string;
  /** Monotonic time, milliseconds; set it. */
  nowMs: number;
  systemBoot: string;
  open(options?: Partial<OutboxOptions>): Promise<Outbox>;
  /** Names of the segment files, oldest first. */
  segments(): string[];
}

export function createOutboxBench(parent = tmpdir(), random: Random = seededRandom(7)): OutboxBench {
  const root = mkdtempSync(join(parent, "posdiag-outbox-"));
  const dir = join(root, "outbox");
  mkdirSync(dir);
  const opened: Outbox[] = [];
  const bench: OutboxBench = {
    dir,
    nowMs: 1_000_000,
    systemBoot: "boot-1",
    open: async (options = {}) => {
      const clock: Clock = { ...systemClock, monoMs: () => bench.nowMs };
      const limits = { bytes: 1 << 20, count: 50_000, ageMs: 30 * 86_400_000 };
      const { systemBoot } = bench;
      const outbox = await openOutbox({ dir, limits, clock, log: silentLog, systemBoot, random, ...options });
      opened.push(outbox);
      return outbox;
    },
    segments: () =>
      readdirSync(dir)
        .filter((name) => name.endsWith(".log"))
        .sort()
        .map((name) => join(dir, name)),
    [Symbol.asyncDispose]: async () => {
      for (const outbox of opened) await outbox.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
  return bench;
}

export const text = (content: string) => () => Buffer.from(content);

/** Everything that waits, in the order it would be sent, as `seq:content`. */
export function drained(outbox: Outbox): string[] {
  const seen = new Set<string>();
  const list: string[] = [];
  for (;;) {
    const record = outbox.next(({ boot, seq }) => seen.has(`${boot} ${seq}`));
    if (!record) return list;
    seen.add(`${record.boot} ${record.seq}`);
    list.push(`${record.seq}:${Buffer.from(record.payload).toString()}`);
  }
}
