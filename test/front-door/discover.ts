/** Which test files a run means: all, or those that the arguments name. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { isSlow } from "./slow.ts";

/** Bad files on purpose, run one at a time by the front door's own test. */
const fixtures = join("test", "front-door", "fixtures");

export interface Selection {
  readonly files: readonly string[];
  /** Arguments that name nothing: an empty run must not be a green one. */
  readonly unmatched: readonly string[];
  /** Files that a quick run passes over. */
  readonly leftOut: readonly string[];
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

/** Paths of files and folders, or parts of a path; none means everything under test/. A quick run leaves out what is slow. */
export function select(names: readonly string[], quick = false): Selection {
  const all = testFiles("test").filter((file) => !file.startsWith(fixtures));
  const found = names.map((name) => ({ name, files: named(name, all) }));
  const wanted = names.length === 0 ? all : [...new Set(found.flatMap(({ files }) => files))];
  const unmatched = found.filter(({ files }) => files.length === 0).map(({ name }) => name);
  return {
    files: wanted.filter((file) => !(quick && isSlow(file))).sort(),
    unmatched: all.length === 0 ? ["test"] : unmatched,
    leftOut: wanted.filter((file) => quick && isSlow(file)).sort(),
  };
}

/** Why a file may not run at all: it goes round the front door. */
export function bypass(file: string): string | undefined {
  const source = readFileSync(file, "utf8");
  const direct = /(?:from|import|require\()\s*\(?\s*["'](uvu(?:\/[^"']*)?|node:test)["']/.exec(source);
  return direct ? `imports ${direct[1]} directly: use suite and assert of test/front-door/suite.ts` : undefined;
}
