/**
 * `npm run build`: the agent as one CommonJS file and the serial port's native addons beside it, so that a terminal needs
 * Node and nothing from npm; and the client library for payment applications. Usage: bundle.ts [--quiet] [ENTRY [FOLDER]]. The same sources give the same bytes.
 */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { type Built, bundleClient } from "./client-bundle.ts";
import { leanPlugin } from "./lean.ts";

/** Terminals run Linux or Android; the other prebuilds would only take flash. */
const platforms = /^(?:linux|android)-/;

/**
 * One letter beyond Latin-1 and V8 keeps the whole source at two bytes a character. What `charset` leaves are the letters in
 * regular expressions, where \u means the same.
 */
function ascii(code: string): string {
  if (/\\[\u0080-\uffff]/.test(code)) throw new Error("the bundle has a backslash before a letter that is not ASCII");
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

async function bundleCode(entry: string, file: string): Promise<Built> {
  const result = await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // Names stay, and lines stay short: Node prints the whole line of an error that nobody caught.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    // Its CommonJS form hides its own imports from every bundler.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    legalComments: "none",
    charset: "ascii",
    logLevel: "warning",
    plugins: [leanPlugin()],
  });
  if (result.warnings.length > 0) throw new Error("the bundle has warnings");
  writeFileSync(file, ascii(readFileSync(file, "utf8")));
  return { file, bytes: statSync(file).size };
}

/** Copies the prebuilt addons of every platform that a terminal may have. */
function copyAddons(folder: string): Built[] {
  const home = dirname(createRequire(import.meta.url).resolve("@serialport/bindings-cpp/package.json"));
  const source = join(home, "prebuilds");
  return readdirSync(source)
    .filter((platform) => platforms.test(platform))
    .flatMap((platform) => {
      const target = join(folder, "prebuilds", platform);
      cpSync(join(source, platform), target, { recursive: true });
      const files = readdirSync(target).map((name) => join(target, name));
      return files.map((file) => ({ file, bytes: statSync(file).size }));
    });
}

const quiet = process.argv.includes("--quiet");
const [entry = "src/main.ts", folder = "dist"] = process.argv.slice(2).filter((argument) => argument !== "--quiet");
const file = join(folder, "posdiag.cjs");
rmSync(file, { force: true });
rmSync(join(folder, "prebuilds"), { recursive: true, force: true });
const built = [await bundleCode(entry, file), ...copyAddons(folder), ...(await bundleClient(folder))];
const lines = built.map((one) => `${String(one.bytes).padStart(9)} bytes  ${one.file}\n`);
if (!quiet) process.stdout.write(lines.join(""));
