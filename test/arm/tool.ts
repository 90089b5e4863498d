/** Programs that this harness needs, run to their end. */
import { execFileSync } from "node:child_process";

/** Standard output. Throws with what the program said on its standard error when it fails or takes longer than ten minutes. */
export function run(file: string, args: readonly string[], folder?: string): string {
  const where = folder === undefined ? {} : { cwd: folder };
  try {
    return execFileSync(file, [...args], { encoding: "utf8", timeout: 600_000, maxBuffer: 2 ** 26, ...where });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Error(`${file} is not installed: see \`npx tsx test/arm/main.ts --help\` for what is needed`);
    }
    throw error;
  }
}
