/** Where everything is built once, from which every artefact takes its part. Outside the repository, and gone when packaging ends. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Inputs, readInputs } from "./inputs.ts";
import { PackagingError } from "./packaging-error.ts";

export interface Workshop extends Disposable {
  /** What deploy/bundle.ts built. */
  readonly dist: string;
  /** For trees of artefacts while they are packed. */
  readonly staging: string;
  readonly inputs: Inputs;
}

/** The root of the repository. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** A program of the system, to its end. Throws a PackagingError with what it said. */
export function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const options = { cwd: repository, encoding: "utf8", maxBuffer: 2 ** 26 } as const;
  const ended = spawnSync(program, [...args], { ...options, env: { ...process.env, ...env } });
  if (ended.error) throw new PackagingError(`${program} cannot be run (${ended.error.message}); is it installed?`);
  if (ended.status !== 0) throw new PackagingError(`${program} ended with ${ended.status}:\n${ended.stderr}`);
  return ended.stdout;
}

/** Builds. Takes some seconds. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-package-"));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    const [dist, list] = [join(folder, "dist"), join(folder, "inputs.json")];
    const script = ["deploy/bundle.ts", "--quiet", "--inputs", list, "src/main.ts", dist];
    run(process.execPath, ["--import", "tsx", ...script]);
    const inputs = readInputs(readFileSync(list, "utf8"));
    return { dist, staging: join(folder, "staging"), inputs, [Symbol.dispose]: close };
  } catch (error) {
    close();
    throw error;
  }
}
