/**
 * The one file of the memory. A file that is damaged or not ours is set aside and reported, never a reason to stop: the
 * agent then starts with an empty memory. A disk that fails is reported, and the memory goes on without it.
 */
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { replaceFile } from "../base/durable-file.ts";
import { systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import { setAside } from "../base/set-aside.ts";
import { decodeFile, encodeFile } from "./file-text.ts";
import { bounds, type Remembered } from "./remembered.ts";

export interface StoreCounts {
  readonly written: number;
  readonly writtenBytes: number;
  readonly failed: number;
  /** Files that could not be understood. */
  readonly setAside: number;
}

export interface Store {
  /** Undefined when there is nothing, or nothing that can be read. */
  read(): Promise<Remembered | undefined>;
  /** Resolves to whether it is on disk. One write at a time. */
  write(memory: Remembered): Promise<boolean>;
  counts(): StoreCounts;
}

async function textOf(path: string): Promise<string> {
  await using file = await open(path, "r");
  // A little more than a file of ours ever has: a larger one is not ours, and is not read to its end.
  const { bytesRead, buffer } = await file.read(Buffer.alloc(bounds.fileBytes + 1), 0, bounds.fileBytes + 1, 0);
  return buffer.toString("utf8", 0, bytesRead);
}

export function createStore(path: string, log: Log): Store {
  const counts = { written: 0, writtenBytes: 0, failed: 0, setAside: 0 };
  let chain: Promise<unknown> = Promise.resolve();

  function failed(doing: string, error: unknown): void {
    const code = systemCode(error);
    if (code === undefined) throw error;
    counts.failed += 1;
    log("error", "memory.file_failed", { doing, code });
  }

  async function replace(memory: Remembered): Promise<boolean> {
    const text = encodeFile(memory);
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

  async function understood(): Promise<Remembered | undefined> {
    try {
      return decodeFile(await textOf(path));
    } catch (error) {
      if (systemCode(error) !== "EISDIR") throw error;
      return undefined;
    }
  }

  return {
    read: async () => {
      try {
        const memory = await understood();
        if (memory) return memory;
        counts.setAside += await setAside(path);
        log("error", "memory.damaged", { kept_beside: true });
      } catch (error) {
        if (systemCode(error) !== "ENOENT") failed("read", error);
      }
      return undefined;
    },
    write: (memory) => {
      const writing = chain.then(() => replace(memory));
      chain = writing;
      return writing;
    },
    counts: () => ({ ...counts }),
  };
}
