/** Which test files a run means: all, or those that the arguments name. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** Bad files on purpose, run one at a time by the front door's own test. */
const fixtures = join("test", "front-door", "fixtures");

export interface Selection {
  readonly files: readonly string[];
  /** Arguments that name nothing: an empty run must not be a green one. */
  readonly unmatched: readonly string[];
}

function testFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return entries.map((entry) => join(folder, entry)).filter((file) => file.endsWith(".test.ts"));
}

function named(argument: string, all: readonly string[]): readonly string[] {
  const path = relative(process.cwd(), argument);
  if (existsSync(argument) && statSync(argument).isFile()) return [path];
  const inside = testFiles(path).filter((file) => all.includes(file));
  return inside.length > 0 ? inside : all.filter((file) => file.includes(argument));
}

/** Paths of files and folders, or parts of a path; none means everything under test/. */
export function select(names: readonly string[]): Selection {
  const all = testFiles("test").filter((file) => !file.startsWith(fixtures));
  if (names.length === 0) return { files: all.sort(), unmatched: all.length === 0 ? ["test"] : [] };
  const found = names.map((name) => ({ name, files: named(name, all) }));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))].sort(),
    unmatched: found.filter(({ files }) => files.length === 0).map(({ name }) => name),
  };
}

/** Why a file may not run at all: it goes round the front door. */
export function bypass(file: string): string | undefined {
  const source = readFileSync(file, "utf8");
  const direct = /(?:from|import|require\()\s*\(?\s*["'](uvu(?:\/[^"']*)?|node:test)["']/.exec(source);
  return direct ? `imports ${direct[1]} directly: use suite and assert of test/front-door/suite.ts` : undefined;
}
