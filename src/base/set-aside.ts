/** Moves what cannot be understood out of the way, for a person to look at, and keeps only the newest few of it. */
import { readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const kept = 3;

/** Renames to `<path>.broken-<n>`, n rising. Resolves to 1, the number of things set aside. */
export async function setAside(path: string): Promise<1> {
  const parent = dirname(path);
  const prefix = `${basename(path)}.broken-`;
  const earlier = (await readdir(parent))
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => Number.parseInt(name.slice(prefix.length), 10))
    .sort((a, b) => a - b);
  await rename(path, join(parent, `${prefix}${(earlier.at(-1) ?? 0) + 1}`));
  for (const old of earlier.slice(0, Math.max(0, earlier.length - kept + 1))) {
    await rm(join(parent, `${prefix}${old}`), { recursive: true, force: true });
  }
  return 1;
}
