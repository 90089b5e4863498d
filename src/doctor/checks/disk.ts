/** Room for the outbox, and whether a power cut leaves it there. */
import { realpathSync } from "node:fs";
import { readdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { outboxLimits } from "../../agent/settings.ts";
import { systemCode } from "../../base/errors.ts";
import type { Config } from "../../config/config.ts";
import { textIn } from "../../probes/way/system-text.ts";
import { createFinder, type Finding } from "../finding.ts";
import { isVolatile, type Mount, mountOf, readMounts } from "../mounts.ts";
import { type Check, configOf, type Place } from "../place.ts";

const find = createFinder("disk");
const megabyte = 1024 * 1024;
/** Less, and the next record or the next save of the memory fails. */
const leastBytes = 2 * megabyte;
const leastEntries = 50;
const mostSegments = 2_000;

export interface Room {
  readonly folder: string;
  readonly freeBytes: number;
  /** File entries that can still be made; undefined where the file system has no limit of its own. */
  readonly entries: number | undefined;
  readonly type: string;
  readonly isVolatile: boolean;
  readonly isReadOnly: boolean;
  /** What the outbox may still take: its bound without what it has. */
  readonly wantedBytes: number;
}

const inMb = (bytes: number) => Math.floor(bytes / megabyte);

/** Pure. */
export function judgeDisk(room: Room): Finding {
  const { folder, type, freeBytes, entries, wantedBytes } = room;
  const values = {
    ...{ folder, type, free_mb: inMb(freeBytes), wanted_mb: Math.ceil(wantedBytes / megabyte) },
    inodes: entries ?? "∞",
  };
  if (room.isVolatile) return find("volatile", { values });
  if (room.isReadOnly) return find("read_only", { values });
  if (freeBytes < leastBytes) return find("full", { values });
  if (entries !== undefined && entries < leastEntries) return find("few_entries", { values });
  return find(freeBytes < wantedBytes + leastBytes ? "tight" : "ok", { values });
}

/** The next folder above that is there: the outbox is made at the first start. */
function existing(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    try {
      return realpathSync(folder);
    } catch (error) {
      if (systemCode(error) === undefined || folder === dirname(folder)) throw error;
    }
  }
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.slice(0, mostSegments).map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function roomOf(config: Config, root: string): Promise<Room> {
  const outbox = config["outbox.dir"];
  const folder = existing(outbox);
  const { bsize, bavail, files, ffree } = await statfs(folder);
  const mounts = readMounts(textIn(join(root, "proc/self/mounts")) ?? "");
  const mount: Mount = mountOf(folder, mounts) ?? { folder: "/", type: "?", options: [] };
  return {
    ...{ folder: outbox, freeBytes: bsize * bavail, entries: files === 0 ? undefined : ffree, type: mount.type },
    ...{ isVolatile: isVolatile(mount, mounts), isReadOnly: mount.options.includes("ro") },
    wantedBytes: Math.max(0, outboxLimits(config).bytes - (await bytesIn(outbox))),
  };
}

async function look(place: Place): Promise<Finding> {
  const config = configOf(place);
  if (!config) return find("needs_config");
  try {
    return judgeDisk(await roomOf(config, place.root));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return find("unseen", { values: { folder: config["outbox.dir"], code } });
  }
}

export const diskCheck: Check = { id: "disk", limitMs: 5_000, look };
