/**
 * The program, built as it is shipped, for a whole run: from its source it loads a thousand modules whenever a test starts it,
 * which takes eight times as long.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What `hw-sim/rig/program.ts` starts instead of the source. */
export const programVariable = "POSDIAG_PROGRAM";

/** Builds it into a folder that is gone with this process. Rejects with what the build said. */
export async function buildProgram(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-program-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const words = ["--import", "tsx", "deploy/bundle.ts", "--quiet", "src/main.ts", folder];
  await promisify(execFile)(process.execPath, words, { cwd: root });
  return join(folder, "posdiag.cjs");
}
