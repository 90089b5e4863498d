/** A small program of the system, asked one thing: no shell, an end in time, and no more output than fits a page. */
import { type ExecFileException, execFile } from "node:child_process";

export type ToolAnswer =
  /** `code` is its exit code; undefined when it ended by a signal, or `until` had been seen. Both outputs as one text. */
  | { readonly kind: "done"; readonly code: number | undefined; readonly text: string }
  /** Not installed, or not ours to run. */
  | { readonly kind: "missing" }
  | { readonly kind: "timeout" };

export interface ToolLimits {
  readonly timeoutMs: number;
  /** What is asked for is known once this is in the output: the program is stopped. */
  readonly until?: RegExp;
}

export type RunTool = (program: string, args: readonly string[], limits: ToolLimits) => Promise<ToolAnswer>;

const mostBytes = 16_384;

/** Where Linux distributions, busybox and Android keep programs; a service's own PATH often lacks the half of it. */
const folders = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/system/bin:/system/xbin:/vendor/bin";

const unusable: readonly unknown[] = ["ENOENT", "EACCES", "EPERM", "ENOEXEC"];

type End = ExecFileException | null;

function answerOf(error: End, text: string, timedOut: boolean): ToolAnswer {
  if (!error) return { kind: "done", code: 0, text };
  if (unusable.includes(error.code)) return { kind: "missing" };
  if (timedOut) return { kind: "timeout" };
  return { kind: "done", code: typeof error.code === "number" ? error.code : undefined, text };
}

export const runTool: RunTool = (program, args, { timeoutMs, until }) =>
  new Promise((resolve) => {
    let seen = "";
    let enough = false;
    const options = {
      timeout: timeoutMs,
      maxBuffer: mostBytes,
      killSignal: "SIGKILL",
      // LC_ALL: output is read by us, not by people.
      env: { PATH: folders, LC_ALL: "C" },
    } as const;
    const child = execFile(program, [...args], options, (error, stdout, stderr) => {
      // Nothing else kills it but the deadline, `until`, and output that exceeds the page, which has a code of its own.
      const timedOut = error?.killed === true && error.code === null && !enough;
      resolve(answerOf(error, stdout + stderr, timedOut));
    });
    child.stdin?.end();
    if (!until) return;
    const watch = (chunk: unknown): void => {
      seen = (seen + String(chunk)).slice(-mostBytes);
      if (enough || !until.test(seen)) return;
      enough = true;
      child.kill("SIGKILL");
    };
    child.stdout?.on("data", watch);
    child.stderr?.on("data", watch);
  });
