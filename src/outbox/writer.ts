/**
 * The one that writes: appends that arrive while a write is under way share the next one and its fdatasync. Notes (a
 * record freed or dropped) go along, or alone without fdatasync: losing one costs a duplicate, not a report.
 */
import type { Clock } from "../base/clock.ts";
import { AgentError, systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import { type RecordClass, recordClasses } from "../model/record.ts";
import { ackFrame, dataFrame, ledgerFrame } from "./frames.ts";
import { compact, dropExcess, dropForRoom, type Limits } from "./limits.ts";
import type { Entry } from "./pending.ts";
import { payloadLimit } from "./record.ts";
import type { Reserve } from "./reserve.ts";
import type { Store } from "./store.ts";

export interface RecordId {
  readonly boot: string;
  readonly seq: number;
}

export type Build = (id: RecordId) => Uint8Array;

export interface WriterOptions {
  readonly store: Store;
  readonly limits: Limits;
  readonly reserve: Reserve;
  readonly segmentBytes: number;
  readonly clock: Clock;
  readonly log: Log;
  onDurable(entry: Entry): void;
}

interface Waiting {
  readonly class: RecordClass;
  readonly tells: boolean;
  readonly build: Build;
  resolve(id: RecordId): void;
  reject(error: unknown): void;
}

interface Built extends RecordId {
  readonly waiting: Waiting;
  readonly frame: Buffer;
  readonly monoS: number;
}

/** Appends that wait for the disk; more are refused. */
const mostWaiting = 1024;
const batchBytes = 65_536;
/** Notes that could not be written yet; older ones are forgotten, at the price of duplicates. */
const mostNotes = 2048;

/** What is dropped together is noted in one frame, which has a bound. */
const mostAtOnce = 1000;

const diskFull: readonly (string | undefined)[] = ["ENOSPC", "EDQUOT"];

export class Writer {
  readonly #options: WriterOptions;
  readonly #waiting: Waiting[] = [];
  #notes: Buffer[] = [];
  #running = false;
  #again = false; // Something came while the present round was under way.
  #whenIdle: (() => void)[] = [];

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  append(recordClass: RecordClass, build: Build, tells: boolean): Promise<RecordId> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= mostWaiting) return reject(new AgentError("OUTBOX_FAILED", "too many appends wait"));
      this.#waiting.push({ class: recordClass, build, tells, resolve, reject });
      this.wake();
    });
  }

  noteFreed(id: RecordId, scope: "one" | "up_to", isHeard: boolean): void {
    this.#note(ackFrame(id, scope));
    if (isHeard) this.#noteLedger(); // One of them told of drops: they need not be told again.
    this.wake();
  }

  wake(): void {
    this.#again = true;
    if (!this.#running) void this.#run(); // It rejects for a bug only, which is to end the process.
  }

  /** Resolves when nothing is left to write. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#running) this.#whenIdle.push(resolve);
      else resolve();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#again || this.#waiting.length > 0) {
      this.#again = false;
      await this.#commit(this.#build());
      await this.#tidy();
    }
    this.#running = false;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  /** Numbers and builds what waits. A record that cannot be built takes no number. */
  #build(): readonly Built[] {
    const { store, clock } = this.#options;
    const { boot } = store;
    const monoS = Math.floor(clock.monoMs() / 1000);
    const built: Built[] = [];
    for (let bytes = 0; bytes < batchBytes; ) {
      const waiting = this.#waiting.shift();
      if (!waiting) break;
      const seq = store.nextSeq + built.length;
      try {
        const payload = sized(waiting.build({ boot, seq }));
        built.push({
          waiting,
          boot,
          seq,
          monoS,
          frame: dataFrame({ class: waiting.class, boot, seq, monoS }, payload),
        });
        bytes += payload.length;
      } catch (error) {
        waiting.reject(error); // Whatever the caller's own function threw is the caller's to judge.
      }
    }
    return built;
  }

  async #commit(built: readonly Built[]): Promise<void> {
    if (built.length === 0 && this.#notes.length === 0) return;
    try {
      await this.#write(built).catch((error: unknown) => this.#writeAgain(built, error));
    } catch (error) {
      this.#fail(built, error);
    }
  }

  async #write(built: readonly Built[]): Promise<void> {
    const notes = this.#notes;
    const noted = this.#options.store.noting();
    this.#notes = []; // What is noted from here on goes with the next write.
    try {
      await this.#writeWith(notes, built);
      noted(built.length > 0 ? "synced" : "written");
    } catch (error) {
      this.#notes = [...notes, ...this.#notes];
      throw error;
    }
  }

  async #writeWith(notes: readonly Buffer[], built: readonly Built[]): Promise<void> {
    const { store } = this.#options;
    const bytes = Buffer.concat([...notes, ...built.map(({ frame }) => frame)]);
    if (!store.segments.hasRoomFor(bytes.length)) await store.rotate();
    const start = await store.segments.write(bytes, built.length > 0);
    store.nextSeq += built.length;
    this.#finish(built, start + notes.reduce((sum, note) => sum + note.length, 0));
  }

  #finish(built: readonly Built[], start: number): void {
    const { store, onDurable } = this.#options;
    let offset = start;
    for (const { waiting, boot, seq, monoS, frame } of built) {
      const place = { segment: store.segments.current, offset, bytes: frame.length };
      const entry: Entry = { boot, seq, class: waiting.class, monoS, ...place, settled: false };
      store.add(entry);
      if (waiting.tells) store.ledger.toldBy(entry);
      offset += frame.length;
      waiting.resolve({ boot, seq });
      onDurable(entry);
    }
    this.#shed(); // Before anybody who waited can look.
  }

  /** On a full disk: gives up the reserve and what is not wanted more than this, then tries once more. */
  async #writeAgain(built: readonly Built[], error: unknown): Promise<void> {
    const { store, reserve, segmentBytes, log } = this.#options;
    if (!diskFull.includes(systemCode(error)) || store.segments.soiled) throw error;
    log("warning", "outbox.disk_full");
    await reserve.release();
    const wanted = recordClasses.find((name) => built.some(({ waiting }) => waiting.class === name));
    if (wanted) this.#noteDropped(dropForRoom(store, wanted, { bytes: segmentBytes, most: mostAtOnce }));
    await this.#write([]); // Before the files of what was dropped go.
    // Half a file is enough to go on, and asks for no more moving than the room just made allows.
    await compact(store, store.segments.diskBytes - segmentBytes / 2);
    await this.#write(built);
  }

  #fail(built: readonly Built[], error: unknown): void {
    const { store, log } = this.#options;
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (store.segments.soiled && built.length > 0) store.beginBoot();
    log("error", "outbox.write_failed", { code, records: built.length });
    const failed = new AgentError("OUTBOX_FAILED", code, { cause: error });
    for (const { waiting } of built) waiting.reject(failed);
  }

  #shed(): void {
    const { store, limits, clock } = this.#options;
    for (;;) {
      const excess = dropExcess(store, limits, { nowS: clock.monoMs() / 1000, most: mostAtOnce });
      this.#noteDropped(excess);
      if (excess.length < mostAtOnce) return;
    }
  }

  /** Drops what is too much, writes that down, and deletes files that are free. */
  async #tidy(): Promise<void> {
    const { store, limits, reserve, log } = this.#options;
    this.#shed();
    try {
      if (this.#notes.length > 0) await this.#commit([]);
      await compact(store, limits.bytes);
      await reserve.hold();
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      log("warning", "outbox.tidy_failed", { code });
    }
  }

  #noteDropped(dropped: readonly Entry[]): void {
    if (dropped.length === 0) return;
    const { log } = this.#options;
    this.#noteLedger(dropped);
    log("warning", "outbox.dropped", { records: dropped.length });
  }

  #noteLedger(gone: readonly Entry[] = []): void {
    const { boot, ledger } = this.#options.store;
    this.#note(ledgerFrame(boot, { dropped: ledger.kept, gone }));
  }

  #note(frame: Buffer): void {
    this.#notes.push(frame);
    if (this.#notes.length > mostNotes) this.#notes.splice(0, this.#notes.length - mostNotes);
  }
}

function sized(payload: Uint8Array): Uint8Array {
  if (payload.length <= payloadLimit) return payload;
  throw new AgentError("RECORD_INVALID", `${payload.length} bytes, more than ${payloadLimit}`);
}
