/**
 * `npx tsx test/arm/main.ts`: the bundle as it is shipped on ARM, by qemu's user-mode emulation, beside this machine's own
 * processor. Not part of `npm test`: it fetches Node for ARM once, and takes some minutes.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type NodeMajor, nodeMajors } from "../../deploy/package/node-release.ts";
import { placeOf } from "./place.ts";
import { arm64, native, type Platform } from "./platform.ts";
import { figuresTable, stepsTable } from "./tables.ts";
import { run } from "./tool.ts";
import { type Trial, tryOut } from "./trial.ts";

const help = `Usage: npx tsx test/arm/main.ts [--node 22|24] [--bundle FOLDER] [--cache FOLDER] [--json]

Runs the shipped bundle on arm64 by emulation and on this machine beside it: the serial addon, the agent with the simulated
modem on a real pseudo-terminal, the verdict when the SIM is pulled, a payment client, the outbox over kill -9; and measures.
Emulation says whether it works, not how fast or how large it is on a terminal.

Options:
  --node MAJOR      Node 22 or 24 (24)
  --bundle FOLDER   a bundle, or an unpacked artefact, instead of building one
  --cache FOLDER    where Node and the C library for ARM are kept ($XDG_CACHE_HOME/posdiag/arm)
  --json            everything as one JSON object
  -h, --help        this text

Needs Debian's qemu-user-static and dpkg, its package sources, and npm's.
The last line is "N passed, N failed". Exit code 0 only when nothing failed; 64 for wrong use.
`;

interface Options {
  readonly major: NodeMajor;
  readonly bundle: string | undefined;
  readonly cache: string;
  readonly json: boolean;
}

function readOptions(args: readonly string[]): Options | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      node: { type: "string", default: "24" },
      bundle: { type: "string" },
      cache: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return "help";
  const major = nodeMajors.find((one) => one === values.node);
  if (major === undefined) throw new RangeError(`--node wants ${nodeMajors.join(" or ")}, not "${values.node}"`);
  const home = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  const bundle = values.bundle === undefined ? undefined : resolve(values.bundle);
  return { major, bundle, cache: resolve(values.cache ?? join(home, "posdiag", "arm")), json: values.json };
}

async function tryAll({ major, cache }: Options, bundle: string): Promise<readonly Trial[]> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  mkdirSync(cache, { recursive: true });
  // An artefact has the addon of its own platform only; on the others it is not tried.
  const fits = ({ addon }: Platform) => existsSync(join(bundle, "prebuilds", addon));
  const platforms = [native(major, cache), arm64(major, cache)].filter(fits);
  if (platforms.length === 0) throw new RangeError(`${bundle} has no addon for x64 or arm64 with glibc`);
  const trials: Trial[] = [];
  for (const platform of platforms) trials.push(await tryOut(placeOf(platform, bundle), say));
  return trials;
}

function tell(trials: readonly Trial[], json: boolean): void {
  const steps = trials.flatMap((trial) => trial.steps);
  const passed = steps.filter((step) => step.passed).length;
  const text = json ? `${JSON.stringify({ trials }, null, 2)}\n` : `${stepsTable(trials)}\n${figuresTable(trials)}\n`;
  process.stdout.write(`${text}${json ? "" : `${passed} passed, ${steps.length - passed} failed\n`}`);
  process.exitCode = passed === steps.length ? 0 : 1;
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options === "help") return void process.stdout.write(help);
  const folder = mkdtempSync(join(tmpdir(), "posdiag-arm-"));
  try {
    const bundle = options.bundle ?? join(folder, "dist");
    if (options.bundle === undefined) {
      run(process.execPath, ["--import", "tsx", "deploy/bundle.ts", "--quiet", "src/main.ts", bundle]);
    }
    tell(await tryAll(options, bundle), options.json);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const isWrongUse =
    error instanceof RangeError ||
    (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
  process.exitCode = isWrongUse ? 64 : 1;
}
