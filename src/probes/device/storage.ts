/** Room on the file systems that payments need: the one with the least. */
import type { Clock } from "../../base/clock.ts";
import { systemCode } from "../../base/errors.ts";
import { measured, type Reading } from "../../model/reading.ts";

/** What statvfs(3) says of one file system, as `fs.promises.statfs` has it. */
export type StatFs = (path: string) => Promise<{ readonly bsize: number; readonly bavail: number }>;

export interface StorageOptions {
  readonly paths: readonly string[];
  readonly statfs: StatFs;
  readonly clock: Clock;
}

const megabyte = 1024 * 1024;
/** A disk that hangs must not hang the probe. */
const patienceMs = 1_000;

/** Undefined: not there, not ours to ask, or no answer in time. */
async function freeMb(path: string, { statfs, clock }: StorageOptions): Promise<number | undefined> {
  const over = new AbortController();
  const asked = statfs(path).then(
    ({ bsize, bavail }) => Math.floor((bsize * bavail) / megabyte),
    (error: unknown) => {
      if (systemCode(error) === undefined) throw error;
      return undefined;
    },
  );
  const late = clock.sleep(patienceMs, over.signal).then(() => undefined);
  try {
    return await Promise.race([asked, late]);
  } finally {
    over.abort();
  }
}

export async function storageReadings(options: StorageOptions, nowMs: number): Promise<readonly Reading[]> {
  const found = await Promise.all(options.paths.map((path) => freeMb(path, options)));
  const known = found.filter((mb) => mb !== undefined);
  return [measured("device.storage_free_mb", known.length > 0 ? Math.min(...known) : undefined, nowMs)];
}
