/**
 * What leaves the terminal waits here, on disk, until somebody says that it arrived: an append-only log in segments
 * (docs/adr/0011). A damaged store is cut or set aside and counted, never fatal.
 */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Clock } from "../base/clock.ts";
import { AgentError, systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import type { RecordClass } from "../model/record.ts";
import type { DroppedRange } from "./drops.ts";
import type { Limits } from "./limits.ts";
import { type Lock, takeLock } from "./lock.ts";
import type { Entry } from "./pending.ts";
import { recover } from "./recover.ts";
import { createReserve } from "./reserve.ts";
import { Segments } from "./segments.ts";
import { Store } from "./store.ts";
import { type Build, type RecordId, Writer } from "./writer.ts";

export type { RecordId };

export interface OutboxOptions {
  readonly dir: string;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
  /** Something that changes with every boot of the terminal, e.g. /proc/sys/kernel/random/boot_id. */
  readonly systemBoot: string;
  readonly random: Random;
}

export interface WaitingRecord extends RecordId {
  readonly class: RecordClass;
  readonly payload: Uint8Array;
}

export interface OutboxStats {
  readonly pending: Readonly<Record<RecordClass, number>>;
  readonly pendingBytes: number;
  readonly diskBytes: number;
  /** Records dropped for want of room or age since the outbox was opened, by class. */
  readonly dropped: Readonly<Record<RecordClass, number>>;
  /** Dropped, and in no record yet that tells of it. */
  readonly untold: readonly DroppedRange[];
  /** Records that could not be read back, since the outbox was opened. */
  readonly lost: number;
  /** Bytes that were no record, and stores or files set aside, when the outbox was opened. */
  readonly cutBytes: number;
  readonly brokenStores: number;
  /** Bytes written, and times that they were made durable, since the outbox was opened. */
  readonly wear: { readonly bytes: number; readonly syncs: number };
}

export interface Position {
  readonly boot: string;
  /** Lowest number of this boot that still waits; equals `nextSeq` when none does. */
  readonly firstSeq: number;
  readonly nextSeq: number;
}

export type Appended = RecordId & { readonly class: RecordClass };
type Listener = (appended: Appended) => void;

/** Opened by `openOutbox`. */
export class Outbox {
  readonly #store: Store;
  readonly #writer: Writer;
  readonly #lock: Lock;
  readonly #found: { readonly cutBytes: number; readonly brokenStores: number };
  readonly #listeners: Set<Listener>;
  #closed = false;

  constructor(parts: {
    readonly store: Store;
    readonly writer: Writer;
    readonly lock: Lock;
    readonly found: { readonly cutBytes: number; readonly brokenStores: number };
    readonly listeners: Set<Listener>;
  }) {
    this.#store = parts.store;
    this.#writer = parts.writer;
    this.#lock = parts.lock;
    this.#found = parts.found;
    this.#listeners = parts.listeners;
  }

  /**
   * Numbers a record, lets `build` make its bytes, and resolves when they are durable. Rejects with OUTBOX_FAILED when
   * the disk refuses, with RECORD_INVALID above 64 KB, and with whatever `build` throws; then no number is used.
   */
  append(recordClass: RecordClass, build: Build, tells: "drops" | "nothing" = "nothing"): Promise<RecordId> {
    if (this.#closed) return Promise.reject(new AgentError("OUTBOX_FAILED", "closed"));
    return this.#writer.append(recordClass, build, tells === "drops");
  }

  /** The oldest of the highest class, of those that are not excepted. `among`: highest first; all when it is left away. */
  next(except?: (id: RecordId) => boolean, among?: readonly RecordClass[]): WaitingRecord | undefined {
    for (;;) {
      const entry = this.#store.pending.first(except, among);
      const record = entry && this.#read(entry);
      if (!entry || record) return record;
    }
  }

  /** This record, if it still waits. */
  get({ boot, seq }: RecordId): WaitingRecord | undefined {
    const entry = this.#store.pending.find(boot, seq);
    return entry && this.#read(entry);
  }

  #read(entry: Entry): WaitingRecord | undefined {
    const payload = this.#store.read(entry);
    return payload && { boot: entry.boot, seq: entry.seq, class: entry.class, payload };
  }

  /** Frees one record, or all of a boot up to this number. Returns how many were waiting. Need not be durable. */
  ack(id: RecordId, scope: "one" | "up_to" = "one"): number {
    const { pending } = this.#store;
    const freed =
      scope === "one"
        ? [pending.find(id.boot, id.seq)].flatMap((entry) => entry ?? [])
        : pending.all().filter((entry) => entry.boot === id.boot && entry.seq <= id.seq);
    const isHeard = freed.map((entry) => this.#store.settle(entry)).includes(true);
    if (freed.length > 0 && !this.#closed) this.#writer.noteFreed(id, scope, isHeard);
    return freed.length;
  }

  pendingCount(): number {
    return this.#store.pending.count;
  }

  position(): Position {
    const { boot, nextSeq, firstSeq } = this.#store;
    return { boot, firstSeq, nextSeq };
  }

  stats(): OutboxStats {
    const { pending, segments, dropped, ledger, lost } = this.#store;
    return {
      pending: byClass((name) => pending.countOf(name)),
      pendingBytes: pending.bytes,
      diskBytes: segments.diskBytes,
      dropped: byClass((name) => dropped.get(name) ?? 0),
      untold: ledger.untold,
      lost,
      wear: segments.wear,
      ...this.#found,
    };
  }

  /**
   * What was dropped and is not known to have been heard, if there is anything new; for one report, which is to be appended with
   * `tells`. Until that is freed, the next list holds all of this one too.
   */
  takeDropped(): readonly DroppedRange[] {
    return this.#store.ledger.take();
  }

  /** Calls for every record as soon as it is durable; the answer ends that. */
  onAppend(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Writes what is noted and lets another agent in. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#writer.idle();
    await this.#store.segments.close();
    await this.#lock.release();
  }
}

function byClass(count: (name: RecordClass) => number): Record<RecordClass, number> {
  return { fault: count("fault"), reply: count("reply"), state: count("state"), metric: count("metric") };
}

/** AGENT_ALREADY_RUNS when another process has it open; OUTBOX_FAILED when the directory cannot be read or written. */
export async function openOutbox(options: OutboxOptions): Promise<Outbox> {
  try {
    await mkdir(dirname(options.dir), { recursive: true, mode: 0o700 });
    const lock = await takeLock(options.dir);
    try {
      return await openLocked(options, lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    const code = systemCode(error);
    if (error instanceof AgentError || code === undefined) throw error;
    throw new AgentError("OUTBOX_FAILED", `${code} at ${options.dir}`, { cause: error });
  }
}

const largestSegment = 262_144;
const smallestSegment = 4096;
const largestReserve = 65_536;

async function openLocked(options: OutboxOptions, lock: Lock): Promise<Outbox> {
  const { dir, limits, clock, log, systemBoot, random } = options;
  const recovered = await recover(dir, { systemBoot, nowS: Math.floor(clock.monoMs() / 1000) });
  const { cutBytes, brokenStores, sizes, goesOn } = recovered;
  if (cutBytes > 0 || brokenStores > 0) log("warning", "outbox.damaged", { cutBytes, brokenStores });
  const segmentBytes = Math.max(smallestSegment, Math.min(largestSegment, Math.floor(limits.bytes / 8)));
  const reserve = createReserve(dir, Math.min(largestReserve, segmentBytes));
  const segments = await Segments.open({ dir, segmentBytes, sizes });
  const store = new Store({ recovered, segments, systemBoot, random });
  if (!goesOn) await beginFile(store, reserve.release);
  const listeners = new Set<Listener>();
  const onDurable = ({ boot, seq, class: recordClass }: Entry) => {
    for (const listener of listeners) listener({ boot, seq, class: recordClass });
  };
  const writer = new Writer({ store, limits, reserve, segmentBytes, clock, log, onDurable });
  writer.wake();
  return new Outbox({ store, writer, lock, found: { cutBytes, brokenStores }, listeners });
}

/** On a full disk the reserve of the last run makes the room. */
async function beginFile(store: Store, release: () => Promise<void>): Promise<void> {
  try {
    await store.rotate();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    await release();
    await store.rotate();
  }
}
