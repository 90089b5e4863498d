/** The index, the files and the numbers of one open outbox, and what may be done to them together. */
import type { Random } from "../base/random.ts";
import { type RecordClass, recordClasses } from "../model/record.ts";
import { segmentFrame } from "./frames.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { createPending, type Entry, type Pending } from "./pending.ts";
import { headAt, headBytes, payloadAt } from "./record.ts";
import type { Recovered } from "./recover.ts";
import type { Segments } from "./segments.ts";

export interface StoreOptions {
  readonly recovered: Recovered;
  readonly segments: Segments;
  readonly systemBoot: string;
  readonly random: Random;
}

export class Store {
  readonly segments: Segments;
  readonly pending: Pending = createPending();
  readonly ledger: Ledger;
  /** Records dropped for want of room or age since the outbox was opened. */
  readonly dropped = new Map<RecordClass, number>(recordClasses.map((name) => [name, 0]));
  /** Records that were in the index and could not be read back; the ledger tells of them as well. */
  lost = 0;
  nextSeq: number;
  #boot: string;
  readonly #live = new Map<number, number>();
  /** Dropped, and no note on disk says so: without it they would be gone untold, or come back. */
  #unnoted: readonly Entry[] = [];
  /** The note is written and may not survive a power cut. */
  #unsynced: readonly Entry[] = [];
  readonly #random: Random;
  readonly #systemBoot: string;

  constructor({ recovered, segments, systemBoot, random }: StoreOptions) {
    this.segments = segments;
    this.#systemBoot = systemBoot;
    this.#random = random;
    this.ledger = createLedger(recovered.ledger);
    this.#boot = recovered.goesOn?.boot ?? this.#newBoot();
    this.nextSeq = recovered.goesOn?.nextSeq ?? 1;
    for (const entry of recovered.entries) this.add(entry);
  }

  get boot(): string {
    return this.#boot;
  }

  /** From now on numbers start at 1 under another name, because the old ones may have been used. */
  beginBoot(): void {
    this.#boot = this.#newBoot();
    this.nextSeq = 1;
  }

  #newBoot(): string {
    const half = () => Math.floor(this.#random() * 2 ** 32);
    return Buffer.from(Uint32Array.of(half(), half()).buffer).toString("hex");
  }

  /** Begins a new file, which says what must outlive the deleted ones. */
  async rotate(): Promise<void> {
    const begin = {
      boot: this.#boot,
      seq: this.nextSeq,
      systemBoot: this.#systemBoot,
      dropped: this.ledger.kept,
      gone: this.#unnoted,
    };
    await this.segments.rotate(segmentFrame(begin));
  }

  add(entry: Entry): void {
    this.pending.add(entry);
    this.#count(entry.segment, 1);
  }

  /** True when it told of drops: the ledger that is to be kept is another now. */
  settle(entry: Entry, fate: "arrived" | "dropped" = "arrived"): boolean {
    if (entry.settled) return false;
    this.pending.settle(entry);
    this.#count(entry.segment, -1);
    return this.ledger.settled(entry, fate);
  }

  drop(entry: Entry): void {
    this.settle(entry, "dropped");
    this.ledger.note(entry);
    this.#unnoted = [...this.#unnoted, entry];
    this.dropped.set(entry.class, (this.dropped.get(entry.class) ?? 0) + 1);
  }

  /** The record's payload, or undefined when it cannot be read back; then it is settled as lost. */
  read(entry: Entry): Buffer | undefined {
    const bytes = this.#bytesOf(entry);
    const payload = bytes && payloadAt(bytes, 0, entry.bytes - headBytes);
    if (payload) {
      this.ledger.read(entry);
      return payload;
    }
    this.settle(entry, "dropped");
    this.ledger.note(entry);
    this.lost += 1;
    return undefined;
  }

  #bytesOf(entry: Entry): Buffer | undefined {
    const bytes = this.segments.read(entry.segment, entry.offset, entry.bytes);
    const head = bytes && headAt(bytes, 0);
    return head?.boot === entry.boot && head.seq === entry.seq ? bytes : undefined;
  }

  /** Deletes files from the oldest on, as long as nothing in them waits. */
  async sweep(): Promise<void> {
    if (!this.#isFree(this.segments.oldest)) return;
    await this.segments.sync(); // What says that they are free must be as durable as their absence.
    this.#unsynced = [];
    while (this.#isFree(this.segments.oldest)) await this.segments.removeOldest();
  }

  /** Notes of all drops so far are about to be written. To be told when they are. */
  noting(): (outcome: "written" | "synced") => void {
    const noted = this.#unnoted;
    return (outcome) => {
      this.#unnoted = this.#unnoted.slice(noted.length);
      this.#unsynced = outcome === "synced" ? [] : [...this.#unsynced, ...noted];
    };
  }

  /** Lowest number of the present boot that waits, or may wait again after a restart; `nextSeq` when there is none. */
  get firstSeq(): number {
    const waiting = recordClasses.flatMap((name) => this.pending.oldest(name, this.#boot)?.seq ?? []);
    const unsure = [...this.#unnoted, ...this.#unsynced].filter(({ boot }) => boot === this.#boot);
    return unsure.reduce((first, { seq }) => Math.min(first, seq), Math.min(this.nextSeq, ...waiting));
  }

  #isFree(segment: number): boolean {
    if (this.#unnoted.some((entry) => entry.segment === segment)) return false;
    return segment !== this.segments.current && (this.#live.get(segment) ?? 0) === 0;
  }

  /** Moves what waits in the oldest file to the newest, and deletes the oldest. */
  async relocateOldest(): Promise<void> {
    const { oldest } = this.segments;
    const moving = this.pending.all().filter((entry) => entry.segment === oldest);
    for (const entry of moving) await this.#relocate(entry);
    await this.sweep();
  }

  async #relocate(entry: Entry): Promise<void> {
    const bytes = this.#bytesOf(entry);
    if (!bytes) return void this.read(entry);
    if (!this.segments.hasRoomFor(bytes.length)) await this.rotate();
    const offset = await this.segments.write(bytes, false);
    if (entry.settled) return;
    this.#count(entry.segment, -1);
    entry.segment = this.segments.current;
    entry.offset = offset;
    this.#count(entry.segment, 1);
  }

  #count(segment: number, change: 1 | -1): void {
    const live = (this.#live.get(segment) ?? 0) + change;
    if (live > 0) this.#live.set(segment, live);
    else this.#live.delete(segment);
  }
}
