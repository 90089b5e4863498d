/**
 * A file that is there only to be deleted: on a full disk even freeing a record needs a few bytes for the note that says
 * so, and moving records together needs room for the copy.
 */
import { open, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../base/errors.ts";

/** So many times the reserve must be free before it is taken. */
const plenty = 4;

export interface Reserve {
  /** Puts the file (back) in place, unless the disk has so little room that records need it more. */
  hold(): Promise<void>;
  release(): Promise<void>;
}

export function createReserve(dir: string, bytes: number): Reserve {
  const path = join(dir, "reserve");
  let held = false;
  const release = async () => {
    await rm(path, { force: true, recursive: true });
    held = false;
  };
  return {
    release,
    hold: async () => {
      if (held) return;
      try {
        if ((await sizeOf(path)) < bytes) {
          if ((await freeBytes(dir)) < bytes * plenty) return;
          await fill(path, bytes);
        }
        held = true;
      } catch (error) {
        if (systemCode(error) === undefined) throw error;
        await release();
      }
    },
  };
}

async function fill(path: string, bytes: number): Promise<void> {
  const handle = await open(path, "w", 0o600);
  try {
    await handle.writeFile(Buffer.alloc(bytes, 0xa5));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return 0;
    throw error;
  }
}
