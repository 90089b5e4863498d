/**
 * The front door: the only way to start tests. uvu alone is green for a file without `.run()`, for a hook that throws and
 * for no file at all, and hangs on a leaked handle; here each of these fails with its reason (docs/testing.md).
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { bypass, type Selection, select } from "./front-door/discover.ts";
import { killGroup } from "./front-door/groups.ts";
import { buildProgram, programVariable } from "./front-door/program.ts";
import { failureText, fileLine, forbidSkips, lastLine, skipText, slowestText, totals } from "./front-door/report.ts";
import { type FileResult, liveGroups, prepare } from "./front-door/runner.ts";
import { shuffled } from "./front-door/session.ts";
import { isSlow, longestFirst } from "./front-door/slow.ts";
import { runTogether } from "./front-door/together.ts";

const help = `Usage: npm test -- [options] [path or part of a path …]

Runs the test files test/**/*.test.ts, each in its own process.

  --quick          without the slow ones (test/front-door/slow.ts), several in a process; says how many files that leaves out
  --no-skips       a skipped test is a failure (continuous integration)
  --shuffle SEED   files and the tests in each suite in the order of this seed
  --file-limit MS  how long one file may take altogether (300000)
  --help           this text

The last line is "N passed, N failed", with ", N skipped" when something was skipped.
Exit code 0 only when nothing failed; 64 for wrong use.
`;

interface Options {
  readonly names: readonly string[];
  readonly quick: boolean;
  readonly noSkips: boolean;
  readonly seed: number | undefined;
  readonly fileMs: number;
}

/** Tests of real ports and sockets wait more than they work. */
const workersPerCore = 2;
/** Files of a quick run in one process. */
const together = 20;

const print = (text: string) => void (text && process.stdout.write(`${text}\n`));

function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      "no-skips": { type: "boolean", default: false },
      shuffle: { type: "string" },
      "file-limit": { type: "string", default: "300000" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const seed = values.shuffle === undefined ? undefined : Number(values.shuffle);
  const fileMs = Number(values["file-limit"]);
  if (Number.isNaN(seed) || !(fileMs > 0)) throw new Error("--shuffle and --file-limit take a number");
  return { names: positionals, quick: values.quick, noSkips: values["no-skips"], seed, fileMs };
}

/** A result for what never became a process. */
function refused(file: string, message: string): FileResult {
  return { file, ms: 0, passed: [], failed: [{ where: "", failure: { message } }], skipped: [], output: "" };
}

async function judge(files: readonly string[], options: Options): Promise<readonly FileResult[]> {
  const bad = files.flatMap((file) => {
    const reason = bypass(file);
    return reason ? [refused(file, reason)] : [];
  });
  const rest = files.filter((file) => !bad.some((each) => each.file === file));
  const results = await runTogether(rest, options.seed, { fileMs: options.fileMs });
  return [...bad, ...results].map((result) => (options.noSkips ? forbidSkips(result) : result));
}

/** A quick run has several in one process; else nothing that one file does may touch another. */
function portions(files: readonly string[], { quick }: Options): (readonly string[])[] {
  const size = quick ? together : 1;
  return Array.from({ length: Math.ceil(files.length / size) }, (_, at) => files.slice(at * size, (at + 1) * size));
}

async function runAll(options: Options, { files, unmatched }: Selection): Promise<FileResult[]> {
  const results = unmatched.map((name) => refused(name, "no test file matches"));
  for (const result of results) print(fileLine(result));
  // One file is sooner done than a build.
  if (options.names.length === 0 && !options.quick) process.env[programVariable] ??= await buildProgram();
  await prepare(files);
  const order = options.seed === undefined ? longestFirst(files) : shuffled(files, options.seed);
  const slow = portions(order.filter(isSlow), options);
  const others = portions(
    order.filter((file) => !isSlow(file)),
    options,
  );
  // What waits and what computes side by side: half of the workers begin with each.
  const worker = async (_: unknown, at: number) => {
    const next = () => (at % 2 === 0 ? (slow.shift() ?? others.shift()) : (others.shift() ?? slow.shift()));
    for (let files = next(); files !== undefined; files = next()) {
      for (const result of await judge(files, options)) {
        print(fileLine(result));
        results.push(result);
      }
    }
  };
  await Promise.all(Array.from({ length: workersPerCore * availableParallelism() }, worker));
  return results;
}

function report(results: readonly FileResult[], leftOut: readonly string[]): number {
  for (const result of results) if (result.failed.length > 0) print(`\n${failureText(result)}`);
  print("\nslowest tests:");
  print(slowestText(results));
  print(skipText(results));
  if (leftOut.length > 0) print(`- ${leftOut.length} files left out by --quick: ${leftOut.join(", ")}`);
  const sums = totals(results);
  print(`\n${lastLine(sums)}`);
  return sums.failed === 0 && sums.passed + sums.skipped > 0 ? 0 : 1;
}

function stop(): never {
  for (const group of liveGroups) killGroup(group);
  process.exit(130);
}

async function main(args: readonly string[]): Promise<number> {
  let options: Options | "help";
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "wrong use"}\n\n${help}`);
    return 64;
  }
  if (options === "help") {
    print(help.trimEnd());
    return 0;
  }
  const selection = select(options.names, options.quick);
  return report(await runAll(options, selection), selection.leftOut);
}

process.on("SIGINT", stop);
process.on("SIGTERM", stop);
process.exitCode = await main(process.argv.slice(2));
