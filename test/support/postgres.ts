/** A real PostgreSQL of our own: its own files, its own socket, no port. It takes a second or two to start. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { postgresFolder } from "../front-door/needs.ts";
import { keepInRun, placeInRun } from "./run-folder.ts";

export interface Postgres extends AsyncDisposable {
  /** Of its one database. */
  readonly url: string;
  /** Of a new, empty database beside it. */
  fresh(): Promise<string>;
  start(): Promise<void>;
  /** SIGQUIT is a crash: connections are cut, nothing is tidied up. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  readonly pid: number | undefined;
}

export interface PostgresOptions {
  /** Lines of postgresql.conf. The default forgoes syncing: nobody cuts the power of a test. */
  readonly settings?: readonly string[];
}

/** PostgreSQL refuses to run as root. */
function asPostgres(program: string, args: readonly string[]): [string, string[]] {
  return process.getuid?.() === 0
    ? ["setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, ...args]]
    : [program, [...args]];
}

function user(what: "-u" | "-g"): number {
  return Number(execFileSync("id", [what, "postgres"], { encoding: "utf8" }));
}

/** With owners and rights, which PostgreSQL looks at; most of its log is nothing yet, and takes no room. */
function copyCluster(from: string, to: string): void {
  execFileSync("cp", ["-a", "--sparse=always", from, to]);
}

function initialize(bin: string, folder: string): void {
  const wanted = [
    "-D",
    join(folder, "data"),
    "-A",
    "trust",
    "-U",
    "postgres",
    "-E",
    "UTF8",
    "--no-locale",
    "--no-sync",
  ];
  const [program, args] = asPostgres(join(bin, "initdb"), wanted);
  execFileSync(program, args, { stdio: "ignore", cwd: folder });
}

/** As initdb makes it. To make it takes longer than all that most tests then do with it: that is done once in a run. */
async function createCluster(bin: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-postgres-"));
  if (process.getuid?.() === 0) chownSync(folder, user("-u"), user("-g"));
  const data = join(folder, "data");
  const kept = placeInRun("postgres");
  if (kept && existsSync(kept)) copyCluster(kept, data);
  else {
    initialize(bin, folder);
    // Before it is started for the first time, so that no copy has another's traces.
    if (kept) await keepInRun(kept, (target) => copyCluster(data, target));
  }
  return folder;
}

function settingsOf(folder: string, settings: readonly string[]): string[] {
  const all = ["listen_addresses=", `unix_socket_directories=${folder}`, "max_connections=60", ...settings];
  return ["-D", join(folder, "data"), ...all.flatMap((setting) => ["-c", setting])];
}

/** Its own word for it, which pg_ctl waits for too; the number says that it is not an earlier one's. */
function isReady(folder: string, pid: number | undefined): boolean {
  const file = join(folder, "data", "postmaster.pid");
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, "utf8").split("\n");
  return lines[0] === String(pid) && lines[7]?.trim() === "ready";
}

/** Its socket is there before it answers. */
async function accepting(folder: string, pid: number | undefined): Promise<void> {
  for (let attempt = 0; attempt < 750; attempt++) {
    if (isReady(folder, pid)) return;
    await delay(20);
  }
  throw new Error("postgres does not start");
}

/** Started. */
export async function createPostgres({ settings }: PostgresOptions = {}): Promise<Postgres> {
  const bin = postgresFolder();
  if (bin === undefined) throw new Error("there is no PostgreSQL here");
  const folder = await createCluster(bin);
  const lines = settings ?? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  let child: ChildProcess | undefined;
  let made = 0;
  const urlOf = (name: string) => `postgres://postgres@/${name}?host=${encodeURIComponent(folder)}`;
  const stop = async (signal: NodeJS.Signals = "SIGINT") => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await ended;
  };
  const start = async () => {
    const [program, args] = asPostgres(join(bin, "postgres"), settingsOf(folder, lines));
    const started = spawn(program, args, { stdio: "ignore", cwd: folder });
    child = started;
    const orphan = () => started.kill("SIGQUIT");
    process.once("exit", orphan);
    started.once("exit", () => process.off("exit", orphan));
    await accepting(folder, started.pid);
  };
  await start();
  return {
    url: urlOf("postgres"),
    fresh: async () => {
      made += 1;
      execFileSync(join(bin, "createdb"), ["-h", folder, "-U", "postgres", `fresh${made}`]);
      return urlOf(`fresh${made}`);
    },
    start,
    stop,
    get pid() {
      return child?.pid;
    },
    [Symbol.asyncDispose]: async () => {
      await stop("SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
