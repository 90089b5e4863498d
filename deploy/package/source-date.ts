/** The time that packed files bear, so that it is not the one of packaging (reproducible-builds.org, SOURCE_DATE_EPOCH). */
import { spawnSync } from "node:child_process";
import { PackagingError } from "./packaging-error.ts";
import { repository } from "./workshop.ts";

/** Outside a clone: 2026-01-01T00:00:00Z. */
const fixed = 1_767_225_600;

/** Seconds since 1970. */
export function sourceDate(env: Readonly<Record<string, string | undefined>>): number {
  const asked = env["SOURCE_DATE_EPOCH"];
  if (asked !== undefined && asked !== "") {
    if (!/^\d{1,11}$/.test(asked))
      throw new PackagingError(`SOURCE_DATE_EPOCH wants seconds since 1970, not ${JSON.stringify(asked)}`);
    return Number(asked);
  }
  const { status, stdout } = spawnSync("git", ["log", "-1", "--format=%ct"], { cwd: repository, encoding: "utf8" });
  return status === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : fixed;
}
