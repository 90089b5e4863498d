/** `npm run install-test`: the packages on a fresh Debian, and everything that an installation must do. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Outcome, takeSteps } from "./course.ts";
import { enterFolder } from "./machine/chroot.ts";
import { bootMachine } from "./machine/virtual.ts";
import { help, type Options, readOptions } from "./options.ts";
import { layPayload, makeArtefacts } from "./payload.ts";
import { chrootSteps, vmSteps, wanted } from "./program-of-steps.ts";
import { programFolders, whatIsMissing } from "./programs.ts";
import { outcomeLine, summaryText } from "./report.ts";
import { archiveOf } from "./root/archive.ts";
import { diskOf, makeImage } from "./root/disk.ts";
import { dressFolder } from "./root/dressed-folder.ts";
import { recipeFor } from "./root/recipe.ts";
import { startSimulator } from "./simulator.ts";

interface Run {
  readonly options: Options;
  /** For all that this run makes; removed in the end. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** The packages' image, in megabytes. */
const payloadMb = 768;

async function inVm({ options, folder, say }: Run, payload: string): Promise<readonly Outcome[]> {
  const recipe = recipeFor("vm", options.suite, options.mirror);
  const disk = await diskOf(recipe, options.cache, say);
  const image = join(folder, "payload.img");
  await makeImage(payload, image, { label: "payload", mb: payloadMb });
  await using simulator = await startSimulator(join(folder, "modems"));
  await using machine = await bootMachine({ disk, payload: image, modems: simulator, folder });
  say(`Debian ${options.suite} runs${machine.accelerated ? "" : ", emulated: slowly"}`);
  return await takeSteps(wanted(vmSteps, options.only), { machine, simulator }, (outcome) => say(outcomeLine(outcome)));
}

async function inFolder({ options, folder, say }: Run, payload: string): Promise<readonly Outcome[]> {
  const recipe = recipeFor("chroot", options.suite, options.mirror);
  const root = join(folder, "root");
  await dressFolder(await archiveOf(recipe, options.cache, say), root, recipe);
  await using simulator = await startSimulator(join(folder, "modems"));
  await using machine = await enterFolder(root, payload);
  say(`Debian ${options.suite} is entered`);
  return await takeSteps(wanted(chrootSteps, options.only), { machine, simulator }, (outcome) =>
    say(outcomeLine(outcome)),
  );
}

async function test(options: Options): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-install-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear); // A signal does not come past the end of this function.
  const say = (line: string): void => void (options.json ? process.stderr : process.stdout).write(`${line}\n`);
  const payload = join(folder, "payload");
  const artefacts = options.packages ?? join(folder, "artefacts");
  mkdirSync(options.cache, { recursive: true });
  try {
    if (options.packages === undefined) {
      say("making the packages");
      await makeArtefacts(artefacts);
    }
    await layPayload(artefacts, payload);
    const run = { options, folder, say };
    return await (options.kind === "vm" ? inVm(run, payload) : inFolder(run, payload));
  } finally {
    process.off("exit", clear);
    clear();
  }
}

async function main(args: readonly string[]): Promise<number> {
  let options: Options | "help";
  try {
    options = readOptions(args, process.env["XDG_CACHE_HOME"]);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "wrong use"}; --help says what there is\n`);
    return 64;
  }
  if (options === "help") {
    process.stdout.write(help);
    return 0;
  }
  const missing = whatIsMissing(options.kind, process.getuid?.(), process.env["PATH"]);
  if (missing !== undefined) {
    process.stderr.write(`the install test cannot run here: ${missing}\n`);
    return 69;
  }
  const outcomes = await test(options);
  process.stdout.write(options.json ? `${JSON.stringify({ steps: outcomes }, null, 2)}\n` : summaryText(outcomes));
  return outcomes.every(({ result }) => result === "pass") ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130)); // What it started goes with it.
process.env["PATH"] = programFolders(process.env["PATH"]).join(":");
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // What the system says no to has said why; anything else is a bug and keeps its trace.
  if (!(error instanceof Error && error.name === "Error")) throw error;
  process.stderr.write(`the install test could not be made: ${error.message}\n`);
  process.exitCode = 1;
}
