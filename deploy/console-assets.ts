/**
 * The console's page as files that a server only has to hand out: named after their content, so that a browser may keep them for
 * ever, and packed once here instead of at every request. The same sources give the same bytes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Built } from "./client-bundle.ts";

export interface BuiltConsole {
  readonly files: readonly Built[];
  /** What a browser loads before it can show anything, packed by brotli, in bytes. */
  readonly firstLoad: number;
}

/** Browsers of the last three years. */
const target = ["chrome110", "firefox115", "safari16.4"];
const source = "src/web";

interface Asset {
  readonly name: string;
  readonly content: string;
}

async function bundled(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [join(source, entry)],
    outdir: "out",
    write: false,
    bundle: true,
    platform: "browser",
    format: "esm",
    target,
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
  });
  if (result.warnings.length > 0) throw new Error("the console's bundle has warnings");
  const [file] = result.outputFiles;
  if (!file) throw new Error(`nothing came of ${entry}`);
  return file.text;
}

function named(stem: string, extension: string, content: string): Asset {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { name: `${stem}.${hash}.${extension}`, content };
}

/** Writes a file, and beside it what a server sends to browsers that take it packed. */
function write(
  folder: string,
  { name, content }: Asset,
): { readonly files: readonly Built[]; readonly packed: number } {
  const bytes = Buffer.from(content);
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const forms = [
    { file: join(folder, name), content: bytes },
    { file: join(folder, `${name}.br`), content: brotli },
    { file: join(folder, `${name}.gz`), content: gzipSync(bytes, { level: 9 }) },
  ];
  for (const form of forms) writeFileSync(form.file, form.content);
  return { files: forms.map((form) => ({ file: form.file, bytes: form.content.length })), packed: brotli.length };
}

/** Builds into `folder`, which is emptied: files of an older page would only lie about. */
export async function buildConsole(folder: string): Promise<BuiltConsole> {
  const script = named("app", "js", await bundled("app.tsx"));
  const style = named("app", "css", await bundled("style/all.css"));
  const icon = named("icon", "svg", readFileSync(join(source, "icon.svg"), "utf8"));
  const page = readFileSync(join(source, "index.html"), "utf8")
    .replace("SCRIPT", `/assets/${script.name}`)
    .replace("STYLE", `/assets/${style.name}`)
    .replace("ICON", `/assets/${icon.name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const written = [{ name: "index.html", content: page }, script, style, icon].map((asset) => write(folder, asset));
  return {
    files: written.flatMap(({ files }) => files),
    firstLoad: written.reduce((sum, { packed }) => sum + packed, 0),
  };
}
