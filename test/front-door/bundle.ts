/**
 * The test files of a run, and what they import, as a few plain files. A process that loads hundreds of modules through hooks
 * spends more time on that than on most of the tests.
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin, transform } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const child = "test/front-door/child.ts";

export interface Bundles {
  /** The process of a test file (child.ts). */
  readonly child: string;
  /** Where a test file is found now. */
  pathOf(file: string): string;
}

/** Every module keeps the URL of its source: tests find files beside themselves. The page's own (.tsx) look for none. */
const ownUrls: Plugin = {
  name: "own-urls",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!source.includes("import.meta.url")) return undefined;
      const { code } = await transform(source, {
        loader: "ts",
        sourcefile: path,
        sourcemap: "inline",
        sourcesContent: false,
        define: { "import.meta.url": JSON.stringify(pathToFileURL(path).href) },
      });
      return { contents: code, loader: "js" };
    });
  },
};

/** A folder that is gone with this process, in which packages are found as beside the sources. */
function placeFor(): string {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-bundles-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return folder;
}

/** Undefined where one of them cannot be read: loaded one by one, that one says what is wrong with it, and the others run. */
export async function bundleTests(files: readonly string[]): Promise<Bundles | undefined> {
  const folder = placeFor();
  const pathOf = (file: string): string => join(folder, file.replace(/\.ts$/, ".js"));
  const isBuilt = await build({
    absWorkingDir: root,
    entryPoints: [...files, child],
    outdir: folder,
    outbase: root,
    bundle: true,
    // What two of them import is one module for both: child.ts runs the queue that a test file fills.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "silent",
    plugins: [ownUrls],
  }).then(
    () => true,
    () => false,
  );
  return isBuilt ? { child: pathOf(child), pathOf } : undefined;
}
