/** A child process of the bench: its lines as they come, and its end. Never outlives the bench. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Program } from "./program.ts";

export interface Child {
  readonly pid: number;
  /** Standard output and standard error, line by line, until the returned function is called. */
  onLine(watch: (line: string) => void): () => void;
  /** Newest last, at most 200. */
  readonly lines: readonly string[];
  /** Sends the signal and resolves with the exit code, null when a signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

const kept = 200;
/** A child that does not end on a friendly signal. */
const patienceMs = 10_000;

export function startChild(program: Program, args: readonly string[]): Child {
  const [file, ...first] = program.words;
  const env = { ...process.env, ...program.env };
  const child: ChildProcess = spawn(file, [...first, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} could not be started`);
  const lines: string[] = [];
  const watchers = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (lines.length > kept) lines.shift();
      for (const watch of watchers) watch(line);
    });
  }
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      process.off("exit", orphan);
      resolve(code);
    });
  });
  return {
    pid,
    lines,
    ended,
    onLine: (watch) => {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
    end: async (signal = "SIGTERM") => {
      child.kill(signal);
      const late = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      const code = await ended;
      clearTimeout(late);
      return code;
    },
  };
}
