/**
 * From the queue into the database, batch after batch. While the database is away the same batch is tried again, and nothing is
 * acknowledged to anybody; what it will not have is found by halving, counted, and let go, so that one message does not hold up all others.
 */
import { createBackoff } from "../base/backoff.ts";
import type { Clock } from "../base/clock.ts";
import { systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import { isPassing } from "../store/database-fault.ts";
import type { Keep } from "../store/days.ts";
import type { Store } from "../store/store.ts";
import { type Written, writeBatch } from "./batch.ts";
import type { NoteBook } from "./note-book.ts";
import { batchBounds, type Queue, type Waiting } from "./queue.ts";
import type { Tally } from "./tally.ts";

export interface WriterOptions {
  readonly store: Store;
  readonly keep: Keep;
  readonly queue: Queue;
  readonly tally: Tally;
  readonly notes: NoteBook;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** After the commit. */
  onWritten(written: Written): void;
  /** Before a write that failed is tried again: parts of tables may be missing. Never rejects. */
  onFailure(): Promise<void>;
}

/** So long a batch waits for more: a commit costs the disk the same, however much is in it. */
const gatherMs = 10;
const retry = { floorMs: 100, firstMs: 200, limitMs: 10_000 };

export interface Writer {
  /** Resolves when `stop` has aborted and the batch under way is written or given up. */
  run(stop: AbortSignal): Promise<void>;
  /** Writes what is in the queue, but not for ever. */
  drain(stop: AbortSignal): Promise<void>;
}

async function once(options: WriterOptions, batch: readonly Waiting[]): Promise<void> {
  const { store, keep, tally, clock, notes } = options;
  const nowMs = clock.wallMs();
  const arrivals = batch.flatMap(({ judged }) => (judged.kind === "taken" ? [judged.arrival] : []));
  const refusals = batch.flatMap(({ judged }) => (judged.kind === "refused" ? [judged.refusal] : []));
  const beganMs = clock.monoMs();
  const written = await writeBatch(store, { arrivals, notes: notes.of(refusals, beganMs), keep, nowMs });
  for (const { reason } of refusals) tally.refused[reason] += 1;
  tally.lastBatchMs = clock.monoMs() - beganMs;
  tally.writingMs += tally.lastBatchMs;
  tally.batches += 1;
  for (const name of ["stored", "duplicates", "unaccountable", "outdated"] as const) tally[name] += written[name];
  for (const { release } of batch) release();
  options.onWritten(written);
}

/** What went wrong, if anything did. */
async function tried(
  options: WriterOptions,
  batch: readonly Waiting[],
): Promise<{ readonly error: unknown } | undefined> {
  try {
    await once(options, batch);
    return undefined;
  } catch (error) {
    return { error };
  }
}

function letGo({ tally, log }: WriterOptions, { judged, release }: Waiting, error: unknown): void {
  tally.refused.unstorable += 1;
  const leaf = judged.kind === "taken" ? judged.arrival.from.leaf : "none";
  log("error", "collector.unstorable", { leaf, error: nameOf(error) });
  release();
}

/** A code and no words: an error of a database may repeat what it was given. */
function nameOf(error: unknown): string {
  return systemCode(error) ?? (error instanceof Error ? error.name : "unknown");
}

function noteDatabase({ tally, log }: WriterOptions, isThere: boolean, error?: unknown): void {
  if (!isThere) tally.failures += 1;
  if (tally.database && !isThere) log("warning", "collector.database_away", { error: nameOf(error) });
  if (!tally.database && isThere) log("notice", "collector.database_back");
  tally.database = isThere;
}

async function write(options: WriterOptions, batch: readonly Waiting[], stop: AbortSignal): Promise<void> {
  const backoff = createBackoff(retry, options.random);
  for (;;) {
    const failure = await tried(options, batch);
    if (failure && !isPassing(failure.error)) return divide(options, { batch, ...failure }, stop);
    noteDatabase(options, !failure, failure?.error);
    if (!failure) return;
    await options.clock.sleep(backoff.next(), stop);
    if (stop.aborted) return;
    await options.onFailure();
  }
}

interface Refused {
  readonly batch: readonly Waiting[];
  readonly error: unknown;
}

async function divide(options: WriterOptions, { batch, error }: Refused, stop: AbortSignal): Promise<void> {
  const [only] = batch;
  if (batch.length === 1 && only) return letGo(options, only, error);
  const half = Math.ceil(batch.length / 2);
  await write(options, batch.slice(0, half), stop);
  if (!stop.aborted) await write(options, batch.slice(half), stop);
}

export function createWriter(options: WriterOptions): Writer {
  const { queue, tally, clock } = options;
  return {
    run: async (stop) => {
      stop.addEventListener("abort", () => queue.wake(), { once: true });
      while (!stop.aborted) {
        await queue.filled();
        if (queue.length < batchBounds.messages && !stop.aborted) await clock.sleep(gatherMs);
        const batch = queue.take();
        tally.waiting = queue.length + batch.length;
        if (batch.length > 0) await write(options, batch, stop);
        tally.waiting = queue.length;
      }
    },
    drain: async (stop) => {
      while (queue.length > 0 && !stop.aborted) await write(options, queue.take(), stop);
    },
  };
}
