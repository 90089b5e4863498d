/** Runs one test file in its own process group and judges what came of it. */
import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Bundles, bundleTests } from "./bundle.ts";
import { type Compiled, compileAll } from "./compile.ts";
import { type Failure, resultsFd, type TestEvent } from "./events.ts";
import { groupMembers, killGroup } from "./groups.ts";

export interface FileResult {
  readonly file: string;
  readonly ms: number;
  readonly passed: ReadonlyArray<{ readonly where: string; readonly ms: number }>;
  readonly failed: ReadonlyArray<{ readonly where: string; readonly failure: Failure }>;
  readonly skipped: ReadonlyArray<{ readonly where: string; readonly reason: string }>;
  /** The last of what the file itself printed; shown when something failed. */
  readonly output: string;
}

export interface Limits {
  /** From the start of the process to its first test. */
  readonly loadMs: number;
  /** On top of a test's own limit: a loop that never yields cannot time itself out. */
  readonly marginMs: number;
  /** For everything in the file together. */
  readonly fileMs: number;
}

const defaultLimits: Limits = { loadMs: 30_000, marginMs: 3_000, fileMs: 300_000 };

const outputLimit = 16_384;
const childModule = fileURLToPath(new URL("./child.ts", import.meta.url));

/** Live groups, for the one who must end them when the front door itself is stopped. */
export const liveGroups = new Set<number>();

/** One test file's process while it runs: what it has told so far and why it was ended, if it was. */
class FileRun {
  readonly file: string;
  readonly began = performance.now();
  readonly passed: Array<{ where: string; ms: number }> = [];
  readonly failed: Array<{ where: string; failure: Failure }> = [];
  readonly skipped: Array<{ where: string; reason: string }> = [];
  output = "";
  private at = "loading the file";
  private done = false;
  private killed = false;
  private watchdog: NodeJS.Timeout | undefined;
  private readonly cap: NodeJS.Timeout;
  private readonly pid: number;
  private readonly limits: Limits;

  constructor(file: string, pid: number, limits: Limits) {
    this.file = file;
    this.pid = pid;
    this.limits = limits;
    this.cap = setTimeout(() => this.kill(`file deadline of ${limits.fileMs} ms passed`), limits.fileMs);
    this.arm(limits.loadMs);
  }

  take(event: TestEvent): void {
    if (this.killed) return;
    if (event.kind === "start") this.at = event.where;
    if (event.kind === "pass") this.passed.push(event);
    if (event.kind === "fail") this.failed.push(event);
    if (event.kind === "skip") this.skipped.push(event);
    if (event.kind === "problem") this.fail(event.failure.message, event.failure);
    if (event.kind === "done") this.done = true;
    this.arm(event.kind === "start" ? event.limitMs : this.limits.marginMs);
  }

  print(text: string): void {
    this.output = (this.output + text).slice(-outputLimit);
  }

  /** Judges the end of the process; `left` are the processes that it did not end itself. */
  ended(how: string, left: readonly string[]): FileResult {
    clearTimeout(this.watchdog);
    clearTimeout(this.cap);
    const told = this.killed || (how === "code 1" && this.failed.some(({ where }) => where === ""));
    if (!told && !this.done) this.fail(`exited early with ${how} during: ${this.at}`);
    else if (!told && how !== "code 0") this.fail(`exited with ${how} after its tests`);
    if (!this.killed && left.length > 0) this.fail(`left processes behind: ${left.join(", ")}`);
    const { file, passed, failed, skipped, output } = this;
    return { file, passed, failed, skipped, output, ms: Math.round(performance.now() - this.began) };
  }

  private fail(message: string, failure: Failure = { message }): void {
    this.failed.push({ where: "", failure });
  }

  private arm(ms: number): void {
    clearTimeout(this.watchdog);
    const limit = ms + this.limits.marginMs;
    this.watchdog = setTimeout(() => this.kill(`hung: nothing heard for ${limit} ms during: ${this.at}`), limit);
  }

  private kill(why: string): void {
    this.killed = true;
    this.fail(why);
    killGroup(this.pid);
  }
}

/** What programs that tests start may use instead of a TypeScript loader of their own. */
const preloadVariable = "POSDIAG_PRELOAD";

let compiled: Promise<Compiled> | undefined;

/** Once for the whole run; gone with it. A front door behind a front door uses what is there. */
async function preload(): Promise<string> {
  const inherited = process.env[preloadVariable];
  if (inherited) return inherited;
  compiled ??= compileAll().then((fresh) => {
    process.once("exit", fresh.remove);
    return fresh;
  });
  return (await compiled).preload;
}

/** A file's own environment: no colours in diffs, and the folders of daemons on PATH. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  const { FORCE_COLOR, ...rest } = process.env;
  const path = `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin`;
  return { ...rest, NO_COLOR: "1", PATH: path, [preloadVariable]: await preload() };
}

let bundles: Bundles | undefined;

export type TestProcess = ChildProcess & { readonly pid: number; readonly results: Interface };

/** Before the first of many files. Coverage is told of sources, so it has them loaded one by one. */
export async function prepare(files: readonly string[]): Promise<void> {
  if (process.env["NODE_V8_COVERAGE"] === undefined) bundles = await bundleTests(files);
}

/** A process, leader of its own group, that runs these files one after the other (child.ts). */
export async function start(files: readonly string[], seed: number | undefined): Promise<TestProcess> {
  const loaded = bundles ? [bundles.child] : ["--import", await preload(), childModule];
  const paths = bundles ? files.map(bundles.pathOf) : files;
  const args = ["--enable-source-maps", ...loaded, seed === undefined ? "" : String(seed), ...paths];
  const stdio: StdioOptions = ["ignore", "pipe", "pipe", "pipe"];
  const child = spawn(process.execPath, args, { detached: true, stdio, env: await environment() });
  const { pid } = child;
  if (pid === undefined) throw new Error(`cannot start ${process.execPath}`);
  const results = child.stdio[resultsFd];
  if (!(results instanceof Readable)) throw new Error("no results channel");
  return Object.assign(child, { pid, results: createInterface({ input: results }) });
}

export async function runFile(file: string, seed?: number, limits: Partial<Limits> = {}): Promise<FileResult> {
  const child = await start([file], seed);
  const group = child.pid;
  liveGroups.add(group);
  const run = new FileRun(file, group, { ...defaultLimits, ...limits });
  child.stdout?.setEncoding("utf8").on("data", (text: string) => run.print(text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => run.print(text));
  child.results.on("line", (line) => run.take(parse(line)));
  const heard = once(child.results, "close");
  const [code, signal]: unknown[] = await once(child, "exit");
  const left = groupMembers(group);
  killGroup(group);
  liveGroups.delete(group);
  // A process that left the group may hold the channel open; what was told before the exit is here by then.
  await Promise.race([heard, sleep(1_000, undefined, { ref: false })]);
  return run.ended(signal ? `signal ${signal}` : `code ${code}`, left);
}

export function parse(line: string): TestEvent {
  return JSON.parse(line);
}
