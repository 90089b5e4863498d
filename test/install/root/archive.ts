/** A fresh Debian as an archive in the cache, made once by mmdebstrap: apt chooses the packages, as on every Debian. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./program.ts";
import { nameOf, type Recipe } from "./recipe.ts";

/** Some 150 MB are fetched and unpacked. */
const limitS = 1_500;

/** Path of the archive. `say` hears of work that takes minutes. */
export async function archiveOf(recipe: Recipe, cache: string, say: (line: string) => void): Promise<string> {
  const archive = join(cache, `${nameOf(recipe)}.tar`);
  if (existsSync(archive)) return archive;
  say(`making a Debian ${recipe.suite} with ${recipe.packages.join(", ")}; kept in ${cache}`);
  mkdirSync(cache, { recursive: true });
  // Half an archive has another name.
  const part = join(cache, `${nameOf(recipe)}.part.tar`);
  const mirror = recipe.mirror === undefined ? [] : [recipe.mirror];
  const words = ["--variant=minbase", `--include=${recipe.packages.join(",")}`, recipe.suite, part, ...mirror];
  rmSync(part, { force: true });
  await runProgram(["mmdebstrap", ...words], { limitS });
  renameSync(part, archive);
  return archive;
}
