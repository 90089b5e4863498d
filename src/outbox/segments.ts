/**
 * The files of the log: written only at the end of the newest, deleted only from the oldest, because the records that
 * free an old record lie in newer files. Nothing here knows what the bytes mean.
 */
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncDirectory } from "../base/durable-file.ts";
import { createFile, createReader, type Reader, segmentFile, writeAll, writeHead } from "./segment-file.ts";

export interface SegmentOptions {
  readonly dir: string;
  readonly segmentBytes: number;
  /** Sizes by number, oldest first. */
  readonly sizes: ReadonlyMap<number, number>;
}

export class Segments {
  readonly #dir: string;
  readonly #segmentBytes: number;
  readonly #sizes: Map<number, number>;
  readonly #reader: Reader;
  #handle: FileHandle | undefined;
  #current: number;
  #soiled = false;
  #writtenBytes = 0;
  #syncs = 0;

  private constructor({ dir, segmentBytes, sizes }: SegmentOptions) {
    this.#dir = dir;
    this.#segmentBytes = segmentBytes;
    this.#sizes = new Map(sizes);
    this.#current = Math.max(0, ...sizes.keys());
    this.#reader = createReader((segment) => this.#pathOf(segment));
  }

  /** Opens the newest file for writing, if there is one; else `rotate` must come first. */
  static async open(options: SegmentOptions): Promise<Segments> {
    const segments = new Segments(options);
    if (segments.#current === 0) return segments;
    segments.#handle = await open(segments.#pathOf(segments.#current), "r+");
    // What a killed agent wrote is in the page cache at best. It is about to be sent, so it must be as durable as sent.
    await segments.#handle.datasync();
    await syncDirectory(options.dir); // It may have been killed before the name was.
    return segments;
  }

  get oldest(): number {
    return this.#sizes.keys().next().value ?? this.#current;
  }

  get current(): number {
    return this.#current;
  }

  get diskBytes(): number {
    return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /** What was written, and how often it was made durable, since it was opened: each time wears the flash by a page at least. */
  get wear(): { readonly bytes: number; readonly syncs: number } {
    return { bytes: this.#writtenBytes, syncs: this.#syncs };
  }

  /** The newest file may hold bytes that were never acknowledged, and is not to be written again. */
  get soiled(): boolean {
    return this.#soiled;
  }

  /** Whether the newest file may take so many bytes more. */
  hasRoomFor(bytes: number): boolean {
    return !this.#soiled && (this.#sizes.get(this.#current) ?? this.#segmentBytes) + bytes <= this.#segmentBytes;
  }

  /**
   * Writes at the end of the newest file and resolves to the offset; durable when asked for. When it rejects, nothing of
   * it is left in the file, or the file is soiled.
   */
  async write(bytes: Uint8Array, durable: boolean): Promise<number> {
    const handle = this.#handle;
    if (!handle || this.#soiled) throw new Error("no segment to write to");
    const offset = this.#sizes.get(this.#current) ?? 0;
    try {
      await writeAll(handle, bytes, offset);
      this.#writtenBytes += bytes.length;
      if (durable) {
        await handle.datasync();
        this.#syncs += 1;
      }
    } catch (error) {
      await handle.truncate(offset).catch(() => {
        this.#soiled = true; // The bytes may be read again after a restart, so their numbers must not be used again.
      });
      throw error;
    }
    this.#sizes.set(this.#current, offset + bytes.length);
    return offset;
  }

  /** Begins a new file with these bytes, durable, with its name in the directory. */
  async rotate(header: Uint8Array): Promise<void> {
    await this.#handle?.datasync(); // Notes and moved records may lie in it that nobody waited for.
    const next = this.#current + 1;
    const fresh = await createFile(this.#pathOf(next), header);
    try {
      await writeHead(this.#dir, next);
    } catch (error) {
      await fresh.close();
      await rm(this.#pathOf(next), { force: true });
      throw error;
    }
    await this.#handle?.close();
    this.#handle = fresh;
    this.#soiled = false;
    this.#current = next;
    this.#sizes.set(next, header.length);
    this.#writtenBytes += header.length;
    this.#syncs += 2; // The file, and the note of its number.
  }

  /** Undefined when the bytes are not all there. */
  read(segment: number, offset: number, length: number): Buffer | undefined {
    return this.#reader.read(segment, offset, length);
  }

  /** Makes what was written so far durable. */
  async sync(): Promise<void> {
    await this.#handle?.datasync();
  }

  async removeOldest(): Promise<void> {
    const { oldest } = this;
    if (oldest === this.#current) return;
    this.#reader.forget(oldest);
    await rm(this.#pathOf(oldest), { force: true });
    this.#sizes.delete(oldest);
  }

  async close(): Promise<void> {
    this.#reader.forget();
    await this.#handle?.close();
    this.#handle = undefined;
  }

  #pathOf(segment: number): string {
    return join(this.#dir, segmentFile(segment));
  }
}
