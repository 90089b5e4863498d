/** What is done to one file of the log, and to the note of which is the newest. */
import { closeSync, openSync, readSync } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "../base/durable-file.ts";
import { systemCode } from "../base/errors.ts";

/** Holds the number of the newest segment, so that its loss is noticed. */
export const headFile = "head";

export function segmentFile(segment: number): string {
  return `${String(segment).padStart(8, "0")}.log`;
}

export async function writeAll(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}

/** A new file with these bytes, durable; nothing is left of it when that fails. */
export async function createFile(path: string, header: Uint8Array): Promise<FileHandle> {
  const handle = await open(path, "w+", 0o600);
  try {
    await writeAll(handle, header, 0);
    await handle.sync();
    return handle;
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
}

/** Notes the newest segment, then makes the names in the directory durable. */
export function writeHead(dir: string, segment: number): Promise<void> {
  return replaceFile(join(dir, headFile), `${segment}\n`);
}

export interface Reader {
  read(segment: number, offset: number, length: number): Buffer | undefined;
  /** Closes the file kept open, if it is this one; without a number whichever it is. */
  forget(segment?: number): void;
}

/** Keeps the file of the last read open: a backlog is read front to back. */
export function createReader(pathOf: (segment: number) => string): Reader {
  let opened: { readonly segment: number; readonly fd: number } | undefined;
  const forget = (segment?: number) => {
    if (!opened || (segment !== undefined && opened.segment !== segment)) return;
    closeSync(opened.fd);
    opened = undefined;
  };
  return {
    forget,
    read: (segment, offset, length) => {
      const bytes = Buffer.alloc(length);
      try {
        if (opened?.segment !== segment) {
          forget();
          opened = { segment, fd: openSync(pathOf(segment), "r") };
        }
        return readSync(opened.fd, bytes, 0, length, offset) === length ? bytes : undefined;
      } catch (error) {
        // The file is gone or its blocks cannot be read: the record is lost, and counted as such by the caller.
        if (systemCode(error) === undefined) throw error;
        return undefined;
      }
    },
  };
}
