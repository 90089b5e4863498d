/** The files that the architecture rules look at: what git tracks, and what it would track once added. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function repositoryFiles(): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  const paths = listed.split("\n").filter((path) => path !== "" && existsSync(path));
  return paths.map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** Code written by a tool: it answers to its generator's tests, not to the rules for people. */
export function isGenerated(path: string): boolean {
  return path === "src/report/wire.js" || path === "src/report/wire.d.ts" || path.startsWith("deploy/man/");
}

export function within(files: readonly SourceFile[], ...folders: readonly string[]): SourceFile[] {
  return files.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

export function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path) && !path.endsWith(".d.ts");
}
