/**
 * One small file that is read at the start and replaced as a whole. A file that is damaged or not ours is set aside and
 * reported, never a reason to stop: its owner then begins with nothing. A disk that fails is reported, and the owner goes
 * on without it.
 */
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { replaceFile } from "./durable-file.ts";
import { systemCode } from "./errors.ts";
import type { Log } from "./log.ts";
import { setAside } from "./set-aside.ts";

export interface KeptFileOptions<T> {
  readonly path: string;
  readonly log: Log;
  /** Of whoever keeps it; first part of what is logged: `<name>.damaged`, `<name>.file_failed`. */
  readonly name: string;
  /** A larger file is not ours, and is not read to its end. */
  readonly mostBytes: number;
  /** Undefined when it is not a whole file of this version. */
  decode(text: string): T | undefined;
  encode(content: T): string;
}

export interface KeptFileCounts {
  readonly written: number;
  readonly writtenBytes: number;
  readonly failed: number;
  /** Files that could not be understood. */
  readonly setAside: number;
}

export interface KeptFile<T> {
  /** Undefined when there is nothing, or nothing that can be read. */
  read(): Promise<T | undefined>;
  /** Resolves to whether it is on disk. One write at a time. */
  write(content: T): Promise<boolean>;
  counts(): KeptFileCounts;
}

async function textOf(path: string, mostBytes: number): Promise<string> {
  await using file = await open(path, "r");
  const { bytesRead, buffer } = await file.read(Buffer.alloc(mostBytes + 1), 0, mostBytes + 1, 0);
  return buffer.toString("utf8", 0, bytesRead);
}

export function createKeptFile<T>({ path, log, name, mostBytes, decode, encode }: KeptFileOptions<T>): KeptFile<T> {
  const counts = { written: 0, writtenBytes: 0, failed: 0, setAside: 0 };
  let chain: Promise<unknown> = Promise.resolve();

  function failed(doing: string, error: unknown): void {
    const code = systemCode(error);
    if (code === undefined) throw error;
    counts.failed += 1;
    log("error", `${name}.file_failed`, { doing, code });
  }

  async function replace(content: T): Promise<boolean> {
    const text = encode(content);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await replaceFile(path, text);
      counts.written += 1;
      counts.writtenBytes += text.length;
      return true;
    } catch (error) {
      failed("write", error);
      return false;
    }
  }

  async function understood(): Promise<T | undefined> {
    try {
      return decode(await textOf(path, mostBytes));
    } catch (error) {
      if (systemCode(error) !== "EISDIR") throw error;
      return undefined;
    }
  }

  return {
    read: async () => {
      try {
        const content = await understood();
        if (content !== undefined) return content;
        counts.setAside += await setAside(path);
        log("error", `${name}.damaged`, { kept_beside: true });
      } catch (error) {
        if (systemCode(error) !== "ENOENT") failed("read", error);
      }
      return undefined;
    },
    write: (content) => {
      const writing = chain.then(() => replace(content));
      chain = writing;
      return writing;
    },
    counts: () => ({ ...counts }),
  };
}
