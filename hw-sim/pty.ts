/**
 * A serial port that exists: a pseudo-terminal behind a symbolic link. Programs open the link by path.
 *
 * A hang-up removes the link (a USB modem that is gone); `attach` makes a new terminal, with another number as after a USB
 * re-enumeration, and points the link at it. The slave end stays open here, or the master would see EIO whenever a client closes.
 */
import { closeSync, lstatSync, symlinkSync, unlinkSync, writeSync } from "node:fs";
import { ReadStream } from "node:tty";
import { openRawPty } from "./libc.ts";

/** Bytes nobody reads are kept up to this many; the rest is dropped and counted, as a UART does. */
const UNREAD_LIMIT = 65_536;
const RETRY_MS = 5;

export class PtyPort {
  /** Where clients find it; another one after `attach` was given it. */
  link: string;
  /** Bytes dropped because no client was reading. */
  dropped = 0;
  readonly #onBytes: (bytes: Buffer) => void;
  #open:
    | { readonly fd: number; readonly master: ReadStream; readonly slave: number; readonly path: string }
    | undefined;
  #unsent: Buffer = Buffer.alloc(0);
  #retry: NodeJS.Timeout | undefined;
  /** Made before the old one goes, so that its number is another. */
  #next: ReturnType<typeof openRawPty> | undefined;

  constructor(link: string, onBytes: (bytes: Buffer) => void) {
    this.link = link;
    this.#onBytes = onBytes;
  }

  /** The terminal behind the link, such as /dev/pts/7; undefined while the port is gone. */
  get path(): string | undefined {
    return this.#open?.path;
  }

  /** Makes a new terminal and points the link at it. Throws when something that is no symbolic link is in the way. */
  attach(link: string = this.link): void {
    this.hangUp();
    this.link = link;
    if (!removeLink(this.link)) throw new Error(`${this.link} exists and is not a symbolic link: it is left alone`);
    const { master: fd, slave, path } = this.#next ?? openRawPty();
    this.#next = undefined;
    const master = new ReadStream(fd);
    master.on("data", this.#onBytes);
    // A hang-up ends the pending read of a master that is no longer ours with EIO; on ours it is a hang-up.
    master.on("error", () => {
      if (this.#open?.master === master) this.hangUp();
    });
    symlinkSync(path, this.link);
    this.#open = { fd, master, slave, path };
  }

  write(bytes: Buffer): void {
    if (!this.#open) return;
    if (this.#unsent.length + bytes.length > UNREAD_LIMIT) {
      this.dropped += bytes.length;
      return;
    }
    this.#unsent = Buffer.concat([this.#unsent, bytes]);
    if (!this.#retry) this.#flush();
  }

  /** Not by the stream: libuv writes to a pseudo-terminal's master blocking. */
  #flush(): void {
    this.#retry = undefined;
    if (!this.#open) return;
    this.#unsent = this.#unsent.subarray(writeSome(this.#open.fd, this.#unsent));
    if (this.#unsent.length > 0) this.#retry = setTimeout(() => this.#flush(), RETRY_MS);
  }

  /** The modem leaves the bus: clients see a hang-up, the link is gone. */
  hangUp(): void {
    const open = this.#open;
    if (!open) return;
    this.#next = openRawPty();
    this.#open = undefined;
    this.#unsent = Buffer.alloc(0);
    clearTimeout(this.#retry);
    this.#retry = undefined;
    closeSync(open.slave);
    open.master.destroy();
    removeLink(this.link);
  }

  /** Hangs up for good; nothing stays open. */
  close(): void {
    this.hangUp();
    if (!this.#next) return;
    closeSync(this.#next.slave);
    closeSync(this.#next.master);
    this.#next = undefined;
  }
}

/** How many bytes the terminal took; 0 when it is full. */
function writeSome(fd: number, bytes: Buffer): number {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return 0;
    throw error;
  }
}

/** False when something that is no symbolic link stands there. */
function removeLink(link: string): boolean {
  const found = lstatSync(link, { throwIfNoEntry: false });
  if (found && !found.isSymbolicLink()) return false;
  if (found) unlinkSync(link);
  return true;
}
