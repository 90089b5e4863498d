/**
 * What test files have in common is made once in a run: beside the run's compiled files (test/front-door/compile.ts), from the same
 * sources, and gone with them. So it cannot be from before a change.
 */
import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

function runFolder(): string | undefined {
  const preload = process.env["POSDIAG_PRELOAD"];
  return (preload && new URL(preload).searchParams.get("folder")) || undefined;
}

/** Where it is, or will be; undefined: there is no run that it could belong to. */
export function placeInRun(name: string): string | undefined {
  const folder = runFolder();
  return folder && join(folder, name);
}

/** Two that make the same at once both make it, and the later one is thrown away: what is there is always whole. */
export async function keepInRun(place: string, make: (target: string) => void | Promise<void>): Promise<void> {
  if (existsSync(place)) return;
  const own = mkdtempSync(`${place}-`);
  try {
    await make(join(own, "made"));
    if (!existsSync(place)) renameSync(join(own, "made"), place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
