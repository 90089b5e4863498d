/**
 * `npm run build`: the agent as one CommonJS file and the serial port's native addons beside it, so that a terminal needs
 * Node and nothing from npm; vendor support's side as another one, with its database's addons and its page; and the client library for payment applications.
 * Usage: bundle.ts [--quiet] [--inputs FILE] [ENTRY [FOLDER]]. FILE gets as JSON which source files are in what was built. The
 * same sources give the same bytes.
 */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { build, type Plugin } from "esbuild";
import { type Built, bundleClient } from "./client-bundle.ts";
import { buildConsole } from "./console-assets.ts";
import { leanPlugin } from "./lean.ts";
import { type Addons, besidePlugin, consoleFolder, officeAddons, officeEntry, officeFile } from "./office-bundle.ts";
import { type Inputs, inputsIn, inputsOf } from "./package/inputs.ts";

const packages = createRequire(import.meta.url);

/** Terminals run Linux or Android; the other prebuilds would only take flash. */
const terminalAddons: Addons = {
  package: "@serialport/bindings-cpp",
  platforms: /^(?:linux|android)-/,
  under: "prebuilds",
};

/**
 * One letter beyond Latin-1 and V8 keeps the whole source at two bytes a character. What `charset` leaves are the letters in
 * regular expressions, where \u means the same.
 */
function ascii(code: string): string {
  if (/\\[\u0080-\uffff]/.test(code)) throw new Error("the bundle has a backslash before a letter that is not ASCII");
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

interface BuiltCode extends Built {
  readonly inputs: readonly string[];
}

async function bundleCode(entry: string, file: string, plugins: readonly Plugin[] = []): Promise<BuiltCode> {
  const result = await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    metafile: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // Names stay, and lines stay short: Node prints the whole line of an error that nobody caught.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    alias: {
      // Its CommonJS form hides its own imports from every bundler.
      "jsonc-parser": "jsonc-parser/lib/esm/main.js",
      // Its other form looks for its addon by the URL of a module, which a CommonJS file has not.
      "@photostructure/sqlite": packages.resolve("@photostructure/sqlite"),
    },
    legalComments: "none",
    charset: "ascii",
    logLevel: "warning",
    plugins: [leanPlugin(), ...plugins],
  });
  if (result.warnings.length > 0) throw new Error("the bundle has warnings");
  writeFileSync(file, ascii(readFileSync(file, "utf8")));
  return { file, bytes: statSync(file).size, inputs: inputsIn(result.metafile) };
}

/** Copies the prebuilt addons of every platform that may need them. */
function copyAddons({ package: name, platforms, under }: Addons, folder: string): Built[] {
  const source = join(dirname(packages.resolve(`${name}/package.json`)), "prebuilds");
  return readdirSync(source)
    .filter((platform) => platforms.test(platform))
    .flatMap((platform) => {
      const target = join(folder, under, platform);
      cpSync(join(source, platform), target, { recursive: true });
      const files = readdirSync(target).map((file) => join(target, file));
      return files.map((file) => ({ file, bytes: statSync(file).size }));
    });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: "boolean", default: false }, inputs: { type: "string" } },
});
const [entry = "src/main.ts", folder = "dist"] = positionals;
for (const old of ["posdiag.cjs", "prebuilds", officeFile, officeAddons.under, consoleFolder]) {
  rmSync(join(folder, old), { recursive: true, force: true });
}
const beside = besidePlugin();
const agent = await bundleCode(entry, join(folder, "posdiag.cjs"), [beside.plugin]);
const built: Built[] = [agent, ...copyAddons(terminalAddons, folder), ...(await bundleClient(folder))];
let inputs: Inputs = { "posdiag.cjs": agent.inputs };
if (beside.isAskedFor()) {
  const office = await bundleCode(officeEntry, join(folder, officeFile));
  inputs = { ...inputs, [officeFile]: office.inputs };
  const { files, firstLoad } = await buildConsole(join(folder, consoleFolder));
  built.push(office, ...copyAddons(officeAddons, folder), ...files);
  built.push({ file: "(what a browser loads first, compressed)", bytes: firstLoad });
}
if (values.inputs !== undefined) {
  inputs = { ...inputs, "posdiag-client.cjs": await inputsOf("src/client/index.ts", "node") };
  if (beside.isAskedFor()) inputs = { ...inputs, [consoleFolder]: await inputsOf("src/web/app.tsx", "browser") };
  writeFileSync(values.inputs, `${JSON.stringify(inputs, undefined, 2)}\n`);
}
const lines = built.map((one) => `${String(one.bytes).padStart(9)} bytes  ${one.file}\n`);
if (!values.quiet) process.stdout.write(lines.join(""));
