/** The posdiag program as the bench starts it: from its source, or as it is shipped. */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Program {
  /** Executable and its first arguments; the command's own follow. */
  readonly words: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** What the test run under way has built or compiled of it, where there is one: that starts eight times, or twice, as fast. */
export function sourceProgram(): Program {
  const built = process.env["POSDIAG_PROGRAM"];
  if (built !== undefined) return { words: [process.execPath, built], env: {} };
  const preload = process.env["POSDIAG_PRELOAD"] ?? "tsx";
  return { words: [process.execPath, "--import", preload, path("src/main.ts")], env: {} };
}

/** The flags of the systemd unit. */
export const shippedFlags = [
  "--optimize-for-size",
  "--max-semi-space-size=1",
  "--max-old-space-size=32",
  "--v8-pool-size=1",
] as const;
export const shippedEnv = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "65536",
  UV_THREADPOOL_SIZE: "2",
} as const;

/** Throws when it has not been built. */
export function shippedProgram(): Program {
  const bundle = path("dist/posdiag.cjs");
  if (!existsSync(bundle)) throw new Error("dist/posdiag.cjs is not there: run `npm run build` first");
  return { words: [process.execPath, ...shippedFlags, bundle], env: shippedEnv };
}

export interface ProgramCopy extends Disposable {
  readonly program: Program;
  readonly bundle: string;
}

/** The shipped program in a folder of its own until it is disposed of: a build meanwhile does not change what is measured. */
export function copyShippedProgram(): ProgramCopy {
  const { env } = shippedProgram();
  const folder = mkdtempSync(join(tmpdir(), "posdiag-shipped-"));
  cpSync(path("dist"), folder, { recursive: true });
  const bundle = join(folder, "posdiag.cjs");
  return {
    program: { words: [process.execPath, ...shippedFlags, bundle], env },
    bundle,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
