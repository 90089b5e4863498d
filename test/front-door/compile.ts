/**
 * Compiles the repository's TypeScript once for all test processes. A TypeScript loader in each of a hundred processes
 * costs more than the tests: together half of the time of a whole run.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const parts = ["src", "hw-sim", "test", "deploy", "proto"];

export interface Compiled {
  /** What `node --import` takes so that this repository's .ts files come from here. */
  readonly preload: string;
  remove(): void;
}

/** Each file by itself; the map names the source, so that stacks point into it. */
async function compile(path: string, folder: string): Promise<void> {
  const sourcefile = join(root, path);
  const { code } = await transform(readFileSync(sourcefile, "utf8"), {
    loader: "ts",
    format: "esm",
    target: "node20.20",
    sourcemap: "inline",
    sourcesContent: false,
    sourcefile,
  });
  const target = join(folder, path.replace(/\.ts$/, ".js"));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}

export async function compileAll(): Promise<Compiled> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-tests-"));
  const files = parts.flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: "utf8" }).map((path) => join(part, path)),
  );
  const sources = files.filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"));
  await Promise.all(sources.map((path) => compile(path, folder)));
  return {
    preload: `${pathToFileURL(join(folder, "test/front-door/preload.js"))}?${new URLSearchParams({ root, folder })}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
